"""What is kept from one question to the next never shows: every answer is the one that a fresh start would give."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.answering.answer import NO_ROWS, Answer, answer, rank_all
from engine.answering.exclusions import too_close_to_disliked
from engine.answering.situation import Situation
from engine.domain.interactions import Hiding
from engine.domain.items import MediaType
from engine.domain.query import Filters
from engine.domain.slate import Pick
from engine.ranking import Ranking, rank
from engine.scoring.baselines import baselines_of, numbers
from engine.scoring.drift import origin_of
from engine.scoring.figures import probes_of, raw_figures
from engine.scoring.kept import Compared
from engine.scoring.shortlist import LENGTH
from engine.scoring.standing import lasting_of, parted, total_on_day
from engine.testing.households import household

HOME = household(31, titles=3_000, watched=120)
FAMILIES = ("collaborative", "sequence", "popularity", "attributes")


def first_pick(situation: Situation) -> str:
    return answer(situation).picks[0].item_id


def nothing(situation: Situation) -> Situation:
    return situation


def hidden(situation: Situation) -> Situation:
    until = datetime(2030, 1, 1, tzinfo=UTC)
    gone = first_pick(situation)
    return replace(situation, hidings={gone: Hiding(situation.viewer.id, gone, until - timedelta(days=120), until)})


def asking(**changes: Any) -> Callable[[Situation], Situation]:
    def changed(situation: Situation) -> Situation:
        query = replace(situation.asked.query, **changes)
        return replace(situation, asked=replace(situation.asked, query=query, filters=query.filters))

    return changed


def later(situation: Situation, days: int) -> Situation:
    return replace(situation, asked=replace(situation.asked, today=situation.asked.today + days))


def other_weights(situation: Situation) -> Situation:
    weights = replace(situation.rules.weights, quality=0.9)
    return replace(situation, rules=replace(situation.rules, weights=weights))


def afresh(situation: Situation) -> Situation:
    return replace(situation, baselines=baselines_of(situation.baselines.catalogue))


@pytest.mark.parametrize(
    "change",
    [
        nothing,
        hidden,
        asking(attempt=1),
        asking(limit=10),
        asking(filters=Filters(media_types=frozenset({MediaType.MOVIE}))),
        asking(filters=Filters(year_from=2000)),
        other_weights,
    ],
    ids=["nothing", "hiding", "page", "ten", "type", "years", "weights"],
)
def test_an_answer_is_the_same_with_and_without_what_was_kept(change: Callable[[Situation], Situation]) -> None:
    used = afresh(HOME.situation())
    assert answer(used).picks == answer(used).picks
    changed = change(used)
    kept, new = answer(changed), answer(afresh(changed))
    assert [told(pick) for pick in kept.picks] == [told(pick) for pick in new.picks]
    assert figures(kept) == pytest.approx(figures(new), abs=1e-8)
    assert (kept.considered, kept.filtered_to, kept.notes) == (new.considered, new.filtered_to, new.notes)


@pytest.mark.parametrize("narrow", [hidden, asking(filters=Filters(year_from=1980))], ids=["hiding", "years"])
def test_what_was_kept_of_a_narrower_question_does_not_narrow_the_next(
    narrow: Callable[[Situation], Situation],
) -> None:
    plain = afresh(HOME.situation())
    used = afresh(plain)
    answer(replace(narrow(plain), baselines=used.baselines))
    again, new = answer(used), answer(plain)
    assert [told(pick) for pick in again.picks] == [told(pick) for pick in new.picks]
    assert figures(again) == pytest.approx(figures(new), abs=1e-6)
    assert again.filtered_to == new.filtered_to


@pytest.mark.parametrize("days", [1, 30, 400, -3])
def test_an_answer_of_another_day_is_the_same_but_for_rounding(days: int) -> None:
    used = afresh(HOME.situation())
    answer(used)
    other = later(used, days)
    kept, new = answer(other), answer(afresh(other))
    assert [told(pick) for pick in kept.picks] == [told(pick) for pick in new.picks]
    assert figures(kept) == pytest.approx(figures(new), abs=1e-6)
    assert figures(kept) != pytest.approx(figures(answer(used)), abs=1e-6)


def best_sixty(situation: Situation, domain: MediaType) -> Ranking:
    context = situation.context(domain)
    return rank(context, situation.candidates(context) & situation.admitted(), situation.weighted(), finalists=60)


def test_what_was_kept_is_gone_on_with_from_day_to_day_without_a_trace() -> None:
    used = afresh(HOME.situation())
    for days in (0, 1, 2, 3, 20, 33, 90, 89, 0):
        other = later(used, days)
        fresh = afresh(other)
        for domain in other.domains():
            own, new = (best_sixty(one, domain) for one in (other, fresh))
            assert own.rows.tolist() == new.rows.tolist()
            assert own.scores == pytest.approx(new.scores, abs=1e-6)
            assert own.candidates == new.candidates


def test_a_few_titles_that_may_be_shown_again_are_taken_in_among_those_kept() -> None:
    used, fresh = afresh(HOME.situation()), afresh(HOME.situation())
    context, scorers = used.context(MediaType.MOVIE), used.weighted()
    every = used.candidates(context) & used.admitted()
    best = rank(fresh.context(MediaType.MOVIE), every, scorers, finalists=60, veto=too_close_to_disliked)
    without = every.copy()
    without[best.rows[:7]] = False
    less = rank(context, without, scorers, finalists=60, veto=too_close_to_disliked)
    assert not set(best.rows[:7].tolist()) & set(less.rows.tolist())
    again = rank(context, every, scorers, finalists=60, veto=too_close_to_disliked)
    assert again.rows.tolist() == best.rows.tolist()
    assert again.candidates == best.candidates == less.candidates + 7


@pytest.mark.parametrize("days", [1, 5, 40, -2])
def test_no_sum_rises_by_more_than_is_said(days: int) -> None:
    used = afresh(HOME.situation())
    scorers = used.weighted()
    _, daily = parted(scorers)
    for domain in used.domains():
        context, other = used.context(domain), later(used, days).context(domain)
        lasting = lasting_of(context, scorers, None)
        before = total_on_day(context, context.rows, scorers, lasting)
        rise = origin_of(context, daily, lasting).rise(other, daily, probes_of(other, daily))
        after = total_on_day(other, other.rows, scorers, lasting)
        assert float((after - before).max()) <= rise < 0.05


def told(pick: Pick) -> tuple[object, ...]:
    facts = [(fact.kind, fact.items, fact.people, fact.genres, fact.count) for fact in pick.evidence]
    return pick.item_id, facts, [known.item_id for known in pick.influenced_by]


def figures(answered: Answer) -> list[float]:
    return [
        value
        for pick in answered.picks
        for value in (
            pick.score, pick.match, *(part.raw for part in pick.contributions), *(fact.value for fact in pick.evidence)
        )
    ]  # fmt: skip


def test_only_scorers_that_say_so_change_with_the_day() -> None:
    used = HOME.situation()
    changed: set[str] = set()
    for domain in used.domains():
        context, other = (one.context(domain) for one in (used, later(used, 30)))
        standing = [pair for pair in used.weighted() if not pair[0].last]
        before, after = (raw_figures(each, each.rows, standing, exact=False) for each in (context, other))
        changed |= {name for name, figure in before.items() if not np.allclose(figure, after[name], atol=1e-6)}
    assert changed == {scorer.name for scorer, _ in used.weighted() if scorer.daily} == {"present", "freshness"}


def test_what_was_liked_lately_is_compared_anew_only_when_it_is_no_longer_the_same() -> None:
    probe = np.array([[3.0, 4.0]], np.float32)
    known = Compared(probe, np.array([[1.0, 2.0, 3.0]], np.float32))
    halved = known.on(np.array([[1.5, 2.0]], np.float32))
    assert halved is not None
    assert halved.tolist() == [[0.5, 1.0, 1.5]]
    assert known.on(np.array([[3.0, 4.001]], np.float32)) is None
    assert Compared(np.zeros((1, 2), np.float32), known.products).on(probe) is None
    assert known.on(np.repeat(probe, 2, axis=0)) is None


def test_a_hidden_title_is_gone_from_the_very_next_answer() -> None:
    used = afresh(HOME.situation())
    gone = first_pick(used)
    assert gone not in [pick.item_id for pick in answer(hidden(used)).picks]


def test_a_shelf_that_was_closed_is_closed_for_what_was_kept() -> None:
    used = afresh(HOME.situation())
    before = answer(used)
    nowhere = replace(used, viewer=replace(used.viewer, library_ids=frozenset()))
    assert before.picks
    assert answer(nowhere).picks == ()


def test_what_is_left_is_told_of_as_without_the_kept_order() -> None:
    used = afresh(HOME.situation())
    context = used.context(MediaType.MOVIE)
    candidates, scorers = used.candidates(context) & used.admitted(), used.weighted()
    fresh = afresh(used)
    for finalists in (5, 150, LENGTH):
        rank(context, candidates, scorers, finalists=5)
        kept = rank(context, candidates, scorers, finalists=finalists)
        new = rank(fresh.context(MediaType.MOVIE), candidates, scorers, finalists=finalists)
        every = rank(context, candidates, scorers, finalists=10**9)
        assert kept.rows.tolist() == new.rows.tolist()
        assert kept.candidates == new.candidates == every.candidates
        assert np.isfinite(kept.rest).sum() == kept.candidates - len(kept.rows)


@dataclass(eq=False)
class Praising:
    """Stands where a learned model does; it praises one title."""

    row: int
    taught_by: int = 0

    def person(self, viewer_id: str) -> int:
        return -1

    def fold_in(self, history: object) -> SimpleNamespace:
        return SimpleNamespace(families=FAMILIES, size=1, over=self.over)

    def over(self, rows: np.ndarray) -> np.ndarray:
        values = np.zeros((len(FAMILIES), len(rows)), np.float32)
        values[0, rows == self.row] = 9
        return values


def test_another_model_is_heard_at_once_even_where_the_one_before_lay_in_memory() -> None:
    used = afresh(HOME.situation())
    rows = [int(row) for row in rank_all(used).field.rows[:6]]
    heard: list[int] = []
    for row in rows:
        praised = replace(used, crowd=Praising(row))  # type: ignore[arg-type]
        heard.append(int(rank_all(praised).field.rows[0]))
        del praised
        gc.collect()
    assert heard == rows


def held_back(situation: Situation, row: int) -> bool:
    """Whether an open part before it was not seen, nor any from that one on."""
    baselines, watched = situation.baselines, set(situation.met.watched.tolist())
    open_rows = baselines.open_to(situation.viewer.library_ids)
    same = [int(one) for one in baselines.in_sequence if baselines.strand[one] == baselines.strand[row]]
    earlier = [one for one in same if baselines.sequence[one] < baselines.sequence[row]]
    last_seen = max((int(baselines.sequence[one]) for one in earlier if one in watched), default=0)
    return any(open_rows[one] and one not in watched and baselines.sequence[one] > last_seen for one in earlier)


@pytest.mark.parametrize("seed", [3, 31])
def test_later_parts_are_those_with_an_earlier_one_that_is_open_and_unseen_and_none_seen_between(seed: int) -> None:
    situation = household(seed).situation()
    baselines = situation.baselines
    expected = {int(row) for row in baselines.in_sequence if held_back(situation, int(row))}
    found = [int(row) for one in situation.dealt.values() for row in one.later]
    assert expected
    assert sorted(found) == sorted(expected)
    for domain, one in situation.dealt.items():
        assert set(one.later.tolist()) <= set(numbers(baselines.domain_rows[domain]).tolist())


def test_rows_shown_before_are_left_out_of_what_was_kept() -> None:
    used = afresh(HOME.situation())
    shown = used.baselines.catalogue.rows_of(pick.item_id for pick in answer(used, NO_ROWS).picks)
    again = answer(used, shown)
    assert not {pick.item_id for pick in again.picks} & {used.baselines.catalogue.ids[int(row)] for row in shown}
