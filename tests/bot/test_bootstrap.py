from __future__ import annotations

import pytest

from bot import bootstrap


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """A checkout with nothing installed, whose commands are written down instead of run."""
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("aiohttp==3.14.5\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "CONSTRAINTS", tmp_path / "constraints.txt")
    return tmp_path


def step(result):
    return lambda _: result


def test_an_unknown_kind_of_set_up_is_refused(capsys):
    assert bootstrap.main(["everything"]) == 1
    assert "everything" in capsys.readouterr().err


def test_set_up_shows_its_steps_and_does_nothing_the_second_time(fresh, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "STEPS", (("first", step(None)), ("second", step(None))))
    assert bootstrap.main(["run"]) == 0
    said = capsys.readouterr().err
    assert "[1/2] first" in said
    assert "[2/2] second" in said
    assert bootstrap.main(["run"]) == 0
    assert capsys.readouterr().err == ""


def test_what_should_be_installed_has_changed_so_set_up_runs_again(fresh, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "STEPS", (("first", step(None)),))
    bootstrap.main(["run"])
    (fresh / "constraints.txt").write_text("aiohttp==3.14.6\n")
    capsys.readouterr()
    assert bootstrap.main(["run"]) == 0
    assert "[1/1]" in capsys.readouterr().err


def test_an_environment_for_the_checks_serves_for_running(fresh, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "STEPS", (("first", step(None)),))
    bootstrap.main(["dev"])
    capsys.readouterr()
    assert bootstrap.main(["run"]) == 0
    assert capsys.readouterr().err == ""


def test_a_step_that_fails_stops_and_is_tried_again(fresh, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "STEPS", (("first", step("no network")),))
    assert bootstrap.main(["run"]) == 1
    assert "no network" in capsys.readouterr().err
    monkeypatch.setattr(bootstrap, "STEPS", (("first", step(None)),))
    assert bootstrap.main(["run"]) == 0


def test_a_command_that_fails_tells_what_it_said():
    assert bootstrap.run(["/bin/sh", "-c", "echo broken >&2; exit 3"]) == "broken"
    assert bootstrap.run(["/bin/sh", "-c", "exit 0"]) is None
