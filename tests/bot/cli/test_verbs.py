from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.bot.cli.shell import ROOT, here, recommendarr

pytestmark = pytest.mark.untraced

VERBS = ("bench", "check", "demo", "evaluate", "experiments", "import", "migrate", "models", "run", "train")


def test_help_names_every_verb_and_where_to_begin():
    answer = recommendarr("--help")
    assert answer.code == 0
    assert all(f"\n    {verb} " in answer.out for verb in VERBS), answer.out
    assert "recommendarr demo" in answer.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb):
    answer = here(verb, "--help")
    assert answer.code == 0
    assert len(answer.out.splitlines()) > 4


@pytest.mark.parametrize("arguments", [(), ("recomend",), ("check", "--loud")])
def test_asked_wrongly_it_says_what_there_is_and_ends_with_2(arguments):
    answer = here(*arguments)
    assert answer.code == 2
    assert "usage: recommendarr" in answer.err


def test_check_reports_what_is_in_use(tmp_path):
    answer = recommendarr("--data-dir", str(tmp_path / "new"), "check")
    assert answer.code == 0, answer.err
    assert "hashed" in answer.out
    assert "SQLite" in answer.out
    assert "recommendarr import catalogue" in answer.out
    assert answer.out.endswith("all is well\n")


def test_check_tells_of_one_service_alone_and_which_there_are(tmp_path):
    answer = here("--data-dir", str(tmp_path / "new"), "check", "telegram")
    assert answer.code == 0
    assert "@BotFather" in answer.out
    assert "discord" not in answer.out
    unknown = here("--data-dir", str(tmp_path / "new"), "check", "nonsense")
    assert unknown.code == 1
    assert "telegram" in unknown.out


def test_check_can_be_read_by_a_program(tmp_path):
    answer = here("--data-dir", str(tmp_path / "new"), "check", "--json")
    report = json.loads(answer.out)
    assert report["well"] is True
    assert {"database", "embeddings", "library"} <= {finding["subject"] for finding in report["findings"]}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_directory_without_write_permission_is_said_with_exit_1(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    answer = recommendarr("--data-dir", str(closed / "data"), "check")
    assert answer.code == 1
    assert "NO  database" in answer.out


def test_a_data_directory_that_is_a_file_is_said_with_exit_1(tmp_path):
    (tmp_path / "file").write_text("x")
    answer = here("--data-dir", str(tmp_path / "file"), "check")
    assert answer.code == 1
    assert "NO  database" in answer.out
    assert "Traceback" not in answer.err


def test_a_wrong_setting_is_named(tmp_path):
    answer = here("--data-dir", str(tmp_path), "check", settings={"RECOMMENDARR_PORT": "many"})
    assert answer.code == 1
    assert "RECOMMENDARR_PORT" in answer.err
    assert "Traceback" not in answer.err


def test_a_database_from_the_future_stops_the_start_and_is_left_as_it_is(tmp_path):
    assert here("--data-dir", str(tmp_path), "migrate").code == 0
    path = next(Path(tmp_path).glob("*.db*"), None) or next(Path(tmp_path).glob("*.sqlite*"))
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    answer = recommendarr("--data-dir", str(tmp_path), "run", typed="/quit\n")
    assert answer.code == 1
    assert answer.err.strip()
    assert "Traceback" not in answer.err


def test_migrate_goes_forwards_and_backwards(tmp_path):
    forwards = recommendarr("--data-dir", str(tmp_path), "migrate")
    assert forwards.code == 0, forwards.err
    assert "database: empty" in forwards.out
    shown = here("--data-dir", str(tmp_path), "migrate", "--show")
    assert "database: empty" not in shown.out
    back = here("--data-dir", str(tmp_path), "migrate", "base")
    assert back.code == 0, back.err
    assert here("--data-dir", str(tmp_path), "migrate").code == 0


def test_the_shell_is_reached_as_a_module_and_as_a_command():
    assert (ROOT / "pyproject.toml").read_text(encoding="utf-8").count('recommendarr = "bot.__main__:main"') == 1
