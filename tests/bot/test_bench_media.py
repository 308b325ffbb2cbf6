"""The measurements of the media stack measure, on tiny sizes; and what was acknowledged survives a kill."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import pytest

from bot.bench._alone import benches

pytestmark = pytest.mark.untraced


def options(name: str, *arguments: str) -> Namespace:
    parser = ArgumentParser()
    benches()[name].configure(parser)
    return parser.parse_args(arguments)


@pytest.fixture(autouse=True)
def quick_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)


def test_what_was_acknowledged_before_a_kill_is_worked_in_once_after_it() -> None:
    found = benches()["inbox"].measure(options("inbox", "--rate", "150", "--seconds", "2", "--people", "5"))
    assert (found["killed"], found["lost"], found["doubled"], found["put_aside"]) == (1, 0, 0, 0)
    assert 0 < int(found["accepted"]) <= int(found["offered"]) == 300
    assert int(found["stored"]) >= int(found["accepted"])
    assert float(found["per_second"]) > 0


def test_a_first_reading_is_followed_to_its_end() -> None:
    found = benches()["sync"].measure(options("sync", "--items", "60", "--history", "300", "--latency", "0"))
    assert (found["items"], found["history_rows"], found["facts"], found["unmatched"]) == (60, 300, 300, 0)
    assert int(found["requests"]) >= 60
    assert float(found["rss_mb"]) > 50
    assert float(found["seconds"]) > 0
