"""The measurements measure, on tiny sizes; how long anything takes is never asserted."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

import pytest

from bot.__main__ import main
from bot.bench._alone import BenchFailed, benches, measure_alone
from bot.bench._bench import Laps, at_least, percentiles, resident_mb

pytestmark = pytest.mark.untraced

TINY = ("--items", "300", "--people", "4")
TIMES = {"p50_ms", "p95_ms", "p99_ms", "cpu_p50_ms", "cpu_p95_ms", "cpu_p99_ms"}


def options(name: str, *arguments: str) -> Namespace:
    parser = ArgumentParser()
    benches()[name].configure(parser)
    return parser.parse_args(arguments)


@pytest.fixture(autouse=True)
def quick_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashed sentences, and no coverage of the processes in which is measured: here the same is run without them."""
    monkeypatch.setenv("RECOMMENDARR_EMBEDDINGS", "hashed")
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("mode", ["tonight", "mood", "similar", "shuffle", "rediscover"])
def test_every_mode_is_answered_and_timed(mode: str) -> None:
    found = benches()["recommend"].measure(options("recommend", *TINY, "--requests", "12", "--mode", mode))
    assert found.keys() >= {"items", "people", "requests", "rss_mb", "load_before", "load_after"} | TIMES
    assert (found["items"], found["people"], found["requests"], found["mode"]) == (300, 4, 12, mode)
    assert float(found["picks_mean"]) > 0


def test_answers_may_be_stored_in_a_real_database() -> None:
    found = benches()["recommend"].measure(options("recommend", *TINY, "--requests", "3", "--storage", "sqlite"))
    assert found["storage"] == "sqlite"
    assert found["picks_mean"] == 5.0


def test_answers_are_timed_with_a_model_in_service_and_over_several_pages() -> None:
    arguments = ("--items", "300", "--people", "12", "--requests", "24", "--crowd", "--pages", "2")
    found = benches()["recommend"].measure(options("recommend", *arguments))
    assert found["pages"] == 2
    assert float(found["meetings"]) > 0
    assert float(found["picks_mean"]) > 0


def test_learning_is_timed_for_all_and_for_the_longest_history() -> None:
    found = benches()["learn"].measure(options("learn", *TINY, "--events", "8", "--longest", "40"))
    assert found.keys() >= {"rss_mb"} | TIMES | {f"longest_{name}" for name in TIMES}
    assert (found["events"], found["longest_history"]) == (8, 40)


def test_memory_is_that_of_a_service_which_answers() -> None:
    found = benches()["memory"].measure(options("memory", *TINY, "--rest", "0", "--crowd"))
    assert found.keys() >= {"rss_mb", "opened_s", "first_rss_mb", "first_opened_s", "load_after"}
    assert (found["items"], found["embedded_share"], found["picks"], found["models"]) == (300, 1.0, 20, 1)
    assert float(found["rss_mb"]) > 50


def test_the_demo_is_started_until_its_first_card() -> None:
    found = benches()["startup"].measure(options("startup", "--starts", "1", "--idle", "0", "--embeddings", "hashed"))
    assert found.keys() >= {"first_answer_s", "rss_mb", "starts"}
    assert float(found["first_answer_s"]) > 0
    assert float(found["rss_mb"]) > 20


def test_the_last_line_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "recommend", *TINY, "--requests", "5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["requests"] == 5


def test_without_json_there_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "learn", *TINY, "--events", "4"]) == 0
    assert any(line.split()[0] == "p95_ms" for line in capsys.readouterr().out.splitlines())


def test_a_measurement_that_fails_says_so() -> None:
    with pytest.raises(BenchFailed):
        measure_alone(
            "recommend", Namespace(items=10, people=1, mode="no such mode", requests=1, storage="memory", seed=1)
        )


def test_a_failed_measurement_has_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_PORT", "no number")
    assert main(["bench", "startup", "--starts", "1"]) == 1


@pytest.mark.parametrize("typed", ["0", "-3", "many", "1.5", ""])
def test_a_size_that_makes_no_sense_is_refused(typed: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        options("recommend", "--items", typed)


def test_thousands_may_be_set_apart() -> None:
    assert at_least(1)("100_000") == 100_000


def test_percentiles_are_figures_that_were_measured() -> None:
    seconds = [number / 1_000 for number in range(1, 101)]
    assert percentiles(seconds, "own_") == {"own_p50_ms": 51.0, "own_p95_ms": 96.0, "own_p99_ms": 100.0}
    assert percentiles([0.002]) == {"p50_ms": 2.0, "p95_ms": 2.0, "p99_ms": 2.0}


def test_laps_are_counted() -> None:
    laps = Laps()
    for _ in range(3):
        with laps.lap():
            sum(range(1_000))
    assert len(laps) == 3
    assert laps.figures().keys() == TIMES


def test_memory_of_a_process_that_is_gone_is_nothing() -> None:
    assert resident_mb() > 10
    assert resident_mb(2**30) == 0.0


@pytest.mark.parametrize("where", ["process", "thread"])
def test_a_training_is_timed_and_so_are_the_answers_meanwhile(where: str) -> None:
    small = ("--items", "300", "--people", "6", "--storage", "memory", "--where", where)
    found = benches()["train"].measure(options("train", *small))
    assert found.keys() >= {"training_s", "training_longest_ms", "quiet_longest_ms"} | {f"training_{n}" for n in TIMES}
    assert 0 < float(found["learned_s"]) <= float(found["training_s"])
    assert (found["people"], found["where"]) == (6, where)
    assert int(found["meetings"]) > 0


def test_a_training_is_timed_alone() -> None:
    found = benches()["train"].measure(options("train", "--items", "300", "--people", "6", "--alone"))
    assert float(found["learned_s"]) > 0
    assert not found.keys() & {"answers_meanwhile", "training_longest_ms", "training_p50_ms"}


def test_people_wait_in_a_chat_and_each_command_is_answered_once(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ("--items", "300", "--people", "4", "--commands", "24", "--rate", "50")
    assert main(["bench", "chat", "--platform", "template", *sizes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert found.keys() >= {"p50_ms", "p95_ms", "p99_ms", "per_second", "cpu_ms_each", "rss_mb"}
    assert [found[name] for name in ("commands", "answered", "lost", "doubled")] == [24, 24, 0, 0]


def test_everybody_at_once_is_answered_as_well() -> None:
    sizes = ("--items", "300", "--people", "6", "--commands", "18", "--rate", "0", "--storage", "memory")
    found = benches()["chat"].measure(options("chat", "--platform", "template", *sizes))
    assert (found["answered"], found["lost"], found["doubled"]) == (found["commands"], 0, 0)


def test_a_chat_without_its_stand_in_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.bench.chat.find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        benches()["chat"].measure(options("chat", "--platform", "template"))
    assert "needs the repository" in capsys.readouterr().err


def test_the_desk_delivers_what_it_is_handed() -> None:
    found = benches()["desk"].measure(options("desk", "--updates", "40", "--chats", "5", "--rate", "400"))
    assert (found["updates"], found["delivered"]) == (40, 40)
    assert found.keys() >= {"p50_ms", "p95_ms", "accept_p95_ms", "cpu_ms_each", "per_second"}
