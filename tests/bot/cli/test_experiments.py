"""``recommendarr experiments``, as an owner types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main

pytestmark = pytest.mark.untraced


@pytest.fixture(autouse=True)
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_EMBEDDINGS", "hashed")
    monkeypatch.setenv("RECOMMENDARR_LOCALE", "en")


def experiments(data_dir: Path, *arguments: str) -> int:
    return main(["--data-dir", str(data_dir), "experiments", *arguments])


def test_one_is_started_listed_reported_and_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert experiments(tmp_path) == 0
    assert "No experiment has been started yet" in capsys.readouterr().out
    assert experiments(tmp_path, "start", "weights", "shipped=50", "classic=50") == 0
    assert "Begun: weights" in capsys.readouterr().out
    assert experiments(tmp_path, "list") == 0
    assert "weights · shipped 50% and classic 50%" in capsys.readouterr().out
    assert experiments(tmp_path, "report", "weights") == 0
    assert "too few people" in capsys.readouterr().out
    assert experiments(tmp_path, "stop", "weights") == 0
    assert "weights is over" in capsys.readouterr().out
    assert experiments(tmp_path, "policy") == 0
    assert "Nothing has been tried out yet" in capsys.readouterr().out


def test_a_program_can_read_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*arguments: str) -> dict[str, object]:
        assert experiments(tmp_path, *arguments) == 0
        return json.loads(capsys.readouterr().out)

    assert told("--json") == {"experiments": []}
    begun = told("start", "weights", "shipped=0.5", "classic=0.5", "--json")
    assert (begun["arms"], begun["stopped_at"]) == ({"shipped": 0.5, "classic": 0.5}, None)
    assert told("--json", "list") == {"experiments": [begun]}
    found = told("report", "weights", "--json")
    assert [arm["name"] for arm in found["arms"]] == ["shipped", "classic"]
    assert found["comparisons"][0]["verdict"] == "too-few"
    assert told("stop", "weights", "--json")["stopped_at"]
    assert [one["policy"] for one in told("policy", "--json")["policies"]] == ["never", "twice"]


def test_what_cannot_be_is_said_with_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ("stop", "weights"),
        ("report", "weights"),
        ("start", "weights", "shipped=50"),
        ("start", "weights", "shipped=x", "classic=1"),
    ):
        assert experiments(tmp_path, *arguments) == 1
        assert "nothing was" in capsys.readouterr().err
