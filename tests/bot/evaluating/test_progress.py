"""What the terminal is told meanwhile."""

from __future__ import annotations

import sys

import pytest

from bot.evaluating.progress import WIDTH, tell, tell_reading
from engine.evaluation.measuring import Stage

STAGES = [
    Stage("main", "engine", "titles", 1, 2),
    Stage("main", "engine", "titles", 2, 2),
    Stage("main", "ease", "people", 3, 3),
]


@pytest.mark.parametrize("watched", [False, True])
def test_who_watches_sees_every_step_and_a_file_only_what_has_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], watched: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    tell_reading()
    for stage in STAGES:
        tell(stage)
    told = capsys.readouterr().err
    if watched:
        assert [len(line) for line in told.replace("\n", "").split("\r")] == [0, *([WIDTH] * 4)]
        assert told.startswith("\rreading the ratings and titles …")
    else:
        assert told == f"{'main':<16} {'ease':<16} people 3/3\n"
