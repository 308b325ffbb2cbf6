"""The report as text, and what is told meanwhile."""

from __future__ import annotations

import sys

import pytest

from bot.evaluating.progress import tell
from bot.evaluating.table import table
from engine.evaluation.measuring import Stage


def known(ndcg: float, **more: object) -> dict[str, object]:
    return {
        "ndcg@10": ndcg, "ndcg@10_low": ndcg - 0.0123, "ndcg@10_high": ndcg + 0.0123, "recall@10": 0.1,
        "precision@10": 0.1, "hit_rate@10": 0.5, "mrr@10": 0.25, "coverage": 0.123, "novelty": 10.32, "diversity": 0.7,
        "people": 589.0, "train_s": 12345.6, "answer_ms": 1234.5, **more,
    }  # fmt: skip


REPORT: dict[str, object] = {
    "items": 9742, "people": 610, "meetings": 100836, "notes": ["ratings.csv: 3 lines were odd"],
    "left_out": {"als": "implicit is not installed"}, "best": {"main": "ease"},
    "slices": {
        "main": {
            "popularity": known(0.08, against={"low": 0.04, "high": 0.09, "mean": 0.065}),
            "ease": known(0.131, against={"low": -0.004, "high": 0.024, "mean": 0.014}),
            "engine": known(0.145, ece=0.021),
        }
    },
}  # fmt: skip


def test_the_engine_stands_first_then_the_peers_by_what_they_find() -> None:
    lines = table(REPORT).splitlines()
    assert "main, 589 people" in lines
    rows = [line.split()[0] for line in lines if line.startswith(("engine", "ease", "popularity"))]
    assert rows == ["engine", "ease", "popularity"]


def test_intervals_and_paired_differences_are_shown_and_the_best_peer_is_marked() -> None:
    (row,) = [line for line in table(REPORT).splitlines() if line.startswith("ease *")]
    assert "0.131 .119–.143" in row
    assert "+.014 -.004…+.024" in row
    (own,) = [line for line in table(REPORT).splitlines() if line.startswith("engine")]
    assert "0.021" in own
    assert "…" not in own


def test_it_fits_into_a_hundred_columns_and_says_what_is_missing() -> None:
    text = table(REPORT)
    assert max(map(len, text.splitlines())) <= 100
    assert "als is left out: implicit is not installed" in text
    assert "3 lines were odd" in text


def test_where_nobody_watches_only_the_end_of_a_model_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(1, 31):
        tell(Stage("main", "ease", "people", done, 30))
        tell(Stage("main", "engine", "titles", done, 30))
    assert capsys.readouterr().err.splitlines() == ["main             ease             people 30/30"]


def test_in_a_terminal_one_line_is_rewritten(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for done in range(1, 601):
        tell(Stage("main", "ease", "people", done, 600))
    told = capsys.readouterr().err
    assert told.count("\r") == 20
    assert told.count("\n") == 1
