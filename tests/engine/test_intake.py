"""Facts that enter, and titles that are hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.errors import InvalidQuery
from engine.intake import months_later
from tests.engine.taste.world import ANNA, NOW, film, film_id, say, watch
from tests.engine.world import Service

MOVIE = MediaType.MOVIE


async def stored(service: Service) -> list[Interaction]:
    async with service.storage.unit() as unit:
        return await unit.interactions.of_viewer("anna")


async def test_the_same_fact_again_changes_nothing():
    service = await Service().open()
    assert await service.intake.record([watch(0), watch(0), watch(4)]) == 2
    before = await service.profiles.of(ANNA, MOVIE)
    assert await service.intake.record([watch(0)]) == 0
    assert await service.profiles.of(ANNA, MOVIE) is before
    assert await service.intake.record([]) == 0


async def test_a_rating_takes_effect_at_once_and_can_be_taken_back():
    service = await Service().open()
    await service.intake.record([watch(0)])
    liked = (await service.profiles.of(ANNA, MOVIE)).titles[film_id(0)].strength

    rating = await service.intake.tell("anna", film_id(0), InteractionKind.RATING, rating=1)
    assert (await service.profiles.of(ANNA, MOVIE)).titles[film_id(0)].strength <= -0.5

    await service.intake.retract([rating.id, rating.id, "never heard of"])
    assert (await service.profiles.of(ANNA, MOVIE)).titles[film_id(0)].strength == pytest.approx(liked, abs=1e-5)
    assert [fact.id for fact in await stored(service)] == [watch(0).id]


async def test_retracting_before_anyone_asked_is_fine():
    service = await Service().open()
    await service.intake.record([watch(0)])
    await service.intake.retract([watch(0).id])
    await service.intake.retract([])
    assert len((await service.profiles.of(ANNA, MOVIE)).titles) == 0


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        (replace(watch(0), completion=1.5), "completion-out-of-range"),
        (replace(watch(0), completion=float("nan")), "completion-out-of-range"),
        (say(0, InteractionKind.RATING), "rating-out-of-range"),
        (say(0, InteractionKind.RATING, rating=11), "rating-out-of-range"),
        (say(0, InteractionKind.RATING, rating=float("inf")), "rating-out-of-range"),
        (replace(watch(0), at=datetime(2026, 1, 1)), "time-without-zone"),  # noqa: DTZ001 - the point of it
        (replace(watch(0), id=""), "incomplete-interaction"),
        (replace(watch(0), item_id=""), "incomplete-interaction"),
        (replace(watch(0), viewer_id="nobody"), "unknown-viewer"),
    ],
)
async def test_a_fact_that_makes_no_sense_is_refused_and_nothing_of_its_batch_is_kept(fact: Interaction, key: str):
    service = await Service().open()
    with pytest.raises(InvalidQuery) as refused:
        await service.intake.record([watch(4), fact])
    assert refused.value.key == key
    assert await stored(service) == []
    assert await service.intake.record([watch(4)]) == 1


async def test_a_clock_that_runs_ahead_does_not_push_the_window_away():
    service = await Service().open()
    await service.intake.record([watch(0), watch(4, days_ago=-3_000)])
    taste = await service.profiles.of(ANNA, MOVIE)
    assert taste.newest_at == NOW
    assert taste.interactions == 2


async def test_times_are_kept_in_utc_and_an_end_before_the_beginning_is_left_out():
    service = await Service().open()
    at = datetime(2026, 3, 1, 23, 0, tzinfo=timezone(timedelta(hours=5)))
    await service.intake.record([watch(0, at=at, ended_at=at - timedelta(hours=1), available_at=datetime(2026, 1, 1))])  # noqa: DTZ001
    fact = (await stored(service))[0]
    assert (fact.at, fact.at.tzinfo) == (at, UTC)
    assert (fact.ended_at, fact.available_at) == (None, None)


async def test_a_title_is_hidden_for_four_calendar_months():
    service = await Service().open()
    hiding = await service.intake.hide("anna", film_id(0))
    assert hiding.until == datetime(2026, 7, 14, 20, 0, tzinfo=UTC)
    async with service.storage.unit() as unit:
        assert await unit.hidings.of_viewer("anna", NOW) == [hiding]
        assert await unit.hidings.of_viewer("anna", hiding.until) == []
    assert await service.intake.unhide("anna", film_id(0))
    assert not await service.intake.unhide("anna", film_id(0))


async def test_a_hiding_that_ended_by_itself_cannot_be_taken_back():
    service = await Service().open()
    await service.intake.hide("anna", film_id(0))
    service.clock.advance(timedelta(days=200))
    assert not await service.intake.unhide("anna", film_id(0))


async def test_hiding_a_closed_title_says_exactly_what_hiding_an_unknown_one_says():
    service = await Service().open()
    await service.add(film(80, library_ids=frozenset({"cellar"})))
    await service.snapshots.refresh()
    refusals = []
    for item_id in (film_id(80), film_id(81)):
        with pytest.raises(InvalidQuery) as refused:
            await service.intake.hide("anna", item_id)
        refusals.append((refused.value.key, set(refused.value.arguments)))
    assert refusals[0] == refusals[1]
    with pytest.raises(InvalidQuery, match="unknown-viewer"):
        await service.intake.hide("nobody", film_id(0))


@pytest.mark.parametrize(
    ("moment", "later"),
    [
        (datetime(2025, 10, 31, tzinfo=UTC), datetime(2026, 2, 28, tzinfo=UTC)),
        (datetime(2023, 10, 31, tzinfo=UTC), datetime(2024, 2, 29, tzinfo=UTC)),
        (datetime(2026, 8, 5, tzinfo=UTC), datetime(2026, 12, 5, tzinfo=UTC)),
        (datetime(2026, 9, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_months_are_counted_by_the_calendar(moment: datetime, later: datetime):
    assert months_later(moment, 4) == later
