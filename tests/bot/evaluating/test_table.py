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


def test_what_the_order_of_parts_and_variety_cost_is_told_below_its_slice() -> None:
    plain = {"ndcg@10": 0.15, "mean": -0.003, "low": -0.006, "high": 0.001}
    in_order = {"ndcg@10": 0.1485, "mean": -0.0015, "low": -0.006, "high": 0.001}
    slices = {"main": {"engine": known(0.147, by_score=plain, in_order=in_order), "ease": known(0.131)}}
    lines = table(REPORT | {"slices": slices}).splitlines()
    assert "engine by score alone 0.150; order of parts: -1.0%; variety and trials: -1.0% (-.006…+.001)" in lines
    assert sum("by score alone" in line for line in lines) == 1


def test_what_other_policies_would_have_brought_is_told_where_chance_had_a_say() -> None:
    found = {"value": 0.21, "low": 0.1, "high": 0.3, "effective": 40.2, "clipped": 0.0, "logged": 0.25}
    judged = [
        {"policy": "never", "choices": 50, "trials": 12, "estimate": found},
        {"policy": "twice", "choices": 50, "trials": 12, "estimate": None},
    ]
    lines = table(REPORT | {"policies": judged}).splitlines()
    assert "Last places in which chance had a say: 50, 12 of them trials" in lines
    assert "exploring never: 0.210 .100–.300 liked, as shown 0.250 (effectively 40)" in lines
    assert "exploring twice: nothing that was shown tells" in lines
    silent = [one | {"choices": 0} for one in judged]
    assert table(REPORT | {"policies": silent}) == table(REPORT)


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
