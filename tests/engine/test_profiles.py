"""Profiles that keep up with facts, catalogues and viewers."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from engine import profiles
from engine.domain.interactions import Interaction
from engine.domain.items import MediaType
from engine.domain.viewers import HistoryDepth
from engine.taste.learning import build
from engine.taste.profile import TasteProfile
from engine.testing.memory_interactions import MemoryInteractions
from tests.engine.taste.world import ANNA, film, film_id, watch
from tests.engine.world import BEN, Service

MOVIE = MediaType.MOVIE


def strengths(taste: TasteProfile) -> dict[str, float]:
    return {item_id: round(taste.titles[item_id].strength, 5) for item_id in taste.titles}


async def test_a_profile_is_built_from_what_is_stored_and_then_kept():
    service = await Service().open(embed=True)
    await service.intake.record([watch(0), watch(4)])

    taste = await service.profiles.of(ANNA, MOVIE)

    assert set(taste.titles) == {film_id(0), film_id(4)}
    assert await service.profiles.of(ANNA, MOVIE) is taste


async def test_several_domains_are_built_from_one_reading(monkeypatch: pytest.MonkeyPatch):
    service = await Service().open(embed=True)
    await service.intake.record([watch(0), watch(4), replace(watch(0), id="series", item_id="tv:000")])
    read: list[str] = []
    whole = MemoryInteractions.of_viewer

    async def noted(self: MemoryInteractions, viewer_id: str) -> list[Interaction]:
        read.append(viewer_id)
        return await whole(self, viewer_id)

    monkeypatch.setattr(MemoryInteractions, "of_viewer", noted)
    tastes = await service.profiles.across(ANNA, MediaType)

    assert list(tastes) == list(MediaType)
    assert {domain: taste.interactions for domain, taste in tastes.items()}[MOVIE] == 2
    assert tastes[MOVIE] is await service.profiles.of(ANNA, MOVIE)
    assert read == [ANNA.id]


async def test_what_a_machine_plays_on_and_on_is_read_in_part_and_its_other_titles_whole(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(profiles, "MANY_FACTS", 30)
    monkeypatch.setattr(profiles, "MOST_ALIKE", 3)
    service = await Service().open(embed=True)
    played = [replace(watch(0), id=f"play-{turn}", at=watch(0).at - timedelta(minutes=turn)) for turn in range(40)]
    await service.intake.record([*played, watch(4)])

    taste = await service.profiles.of(ANNA, MOVIE)

    assert {item_id: [fact.id for fact in facts] for item_id, facts in taste.facts.by_title.items()} == {
        film_id(0): ["play-2", "play-1", "play-0"], film_id(4): [watch(4).id],
    }  # fmt: skip
    await service.intake.record([replace(watch(0), id="play-once-more")])
    again = await service.profiles.of(ANNA, MOVIE)
    assert again.facts.by_title[film_id(0)][-1].id == "play-once-more"


async def test_an_event_counts_at_once():
    service = await Service().open(embed=True)
    before = await service.profiles.of(ANNA, MOVIE)
    await service.intake.record([watch(0)])
    after = await service.profiles.of(ANNA, MOVIE)
    assert (before.interactions, after.interactions) == (0, 1)
    assert len(after.clusters) == 1


async def test_a_new_catalogue_is_followed_and_a_new_title_begins_to_teach():
    service = await Service().open()
    await service.intake.record([watch(90), watch(0)])
    assert (await service.profiles.of(ANNA, MOVIE)).interactions == 1

    await service.add(film(90))
    await service.snapshots.refresh()

    taste = await service.profiles.of(ANNA, MOVIE)
    assert taste.interactions == 2
    assert taste.catalogue_version == service.snapshots.current.version


async def test_a_fact_for_a_profile_of_an_older_catalogue_is_not_lost():
    service = await Service().open()
    await service.profiles.of(ANNA, MOVIE)
    await service.add(film(90))
    await service.snapshots.refresh()

    await service.intake.record([watch(90)])

    assert (await service.profiles.of(ANNA, MOVIE)).interactions == 1


async def test_what_a_viewer_changes_about_reading_is_followed():
    service = await Service().open()
    await service.intake.record([watch(0), watch(4, days_ago=200)])
    assert (await service.profiles.of(ANNA, MOVIE)).interactions == 2

    short = replace(ANNA, history_depth=HistoryDepth.MONTHS_3)
    assert (await service.profiles.of(short, MOVIE)).interactions == 1
    locked = replace(ANNA, library_ids=frozenset[str]())
    assert (await service.profiles.of(locked, MOVIE)).interactions == 0
    assert (await service.profiles.of(ANNA, MOVIE)).interactions == 2


async def test_many_facts_at_once_equal_the_same_one_by_one():
    facts = [watch(number, days_ago=number) for number in range(40)]
    service, other = await Service().open(embed=True), await Service().open(embed=True)
    await service.profiles.of(ANNA, MOVIE)
    await other.profiles.of(ANNA, MOVIE)

    await service.intake.record(facts)
    for fact in facts:
        await other.intake.record([fact])

    at_once, one_by_one = await service.profiles.of(ANNA, MOVIE), await other.profiles.of(ANNA, MOVIE)
    assert strengths(at_once) == pytest.approx(strengths(one_by_one), abs=1e-4)
    assert len(one_by_one.clusters) > 1


async def test_two_recordings_at_the_same_time_lose_nothing():
    service = await Service().open(embed=True)
    await service.profiles.of(ANNA, MOVIE)

    async def ask() -> None:
        await service.profiles.of(ANNA, MOVIE)

    await asyncio.gather(
        *(job for number in range(30) for job in (service.intake.record([watch(number, days_ago=number)]), ask()))
    )

    taste = await service.profiles.of(ANNA, MOVIE)
    async with service.storage.unit() as unit:
        stored = await unit.interactions.of_viewer("anna")
    assert len(stored) == 30
    assert strengths(taste) == pytest.approx(strengths(build(ANNA, MOVIE, stored, service.snapshots.current)), abs=1e-4)


async def test_a_catalogue_swapped_while_a_profile_is_built_is_noticed():
    service = await Service().open(embed=True)
    await service.intake.record([watch(number) for number in range(30)])

    async def swap() -> None:
        for number in range(60, 66):
            await service.add(film(number))
            await service.snapshots.refresh()

    async def ask() -> None:
        for _ in range(30):
            taste = await service.profiles.of(ANNA, MOVIE)
            assert taste.catalogue_version == service.snapshots.current.version
            await asyncio.sleep(0.002)

    await asyncio.gather(swap(), ask(), ask())


async def test_viewers_do_not_mix():
    service = await Service().open()
    await service.intake.record([watch(0), replace(watch(4), viewer_id="ben", id="bens")])
    assert set((await service.profiles.of(ANNA, MOVIE)).titles) == {film_id(0)}
    assert set((await service.profiles.of(BEN, MOVIE)).titles) == {film_id(4)}


async def test_a_blended_profile_is_the_same_one_until_a_part_of_it_changes():
    service = await Service().open(embed=True)
    blending = replace(ANNA, blends=frozenset({frozenset({MOVIE, MediaType.TV})}))
    async with service.storage.unit() as unit:
        await unit.viewers.update(blending)
    await service.intake.record([watch(0)])
    before = await service.profiles.of(blending, MOVIE)
    assert await service.profiles.of(blending, MOVIE) is before
    await service.intake.record([watch(4)])
    after = await service.profiles.of(blending, MOVIE)
    assert film_id(4) in after.titles
    assert film_id(4) not in before.titles


async def test_blended_domains_bring_their_moods_and_keep_up():
    service = await Service().open()
    await service.add(*(replace(film(number), id=f"tv:{number:03d}", media_type=MediaType.TV) for number in range(12)))
    await service.snapshots.embed_missing()
    blending = replace(ANNA, blends=frozenset({frozenset({MOVIE, MediaType.TV})}))
    async with service.storage.unit() as unit:
        await unit.viewers.update(blending)
    assert (await service.profiles.of(blending, MOVIE)).clusters == ()

    await service.intake.record([replace(watch(0), id="series", item_id="tv:000")])

    taste = await service.profiles.of(blending, MOVIE)
    assert [cluster.domain for cluster in taste.clusters] == [MediaType.TV]
    assert taste.interactions == 0
    assert (await service.profiles.of(ANNA, MOVIE)).clusters == ()


async def test_dropping_a_viewer_leaves_nothing_in_memory():
    service = await Service().open()
    await service.intake.record([watch(0)])
    await service.profiles.of(ANNA, MOVIE)
    async with service.storage.unit() as unit:
        await unit.interactions.remove([watch(0).id])

    service.profiles.drop("anna")
    service.profiles.drop("nobody")

    assert len((await service.profiles.of(ANNA, MOVIE)).titles) == 0


async def test_no_more_profiles_are_kept_than_there_is_room_for():
    service = await Service(capacity=2).open()
    first = await service.profiles.of(ANNA, MOVIE)
    await service.profiles.of(BEN, MOVIE)
    assert await service.profiles.of(ANNA, MOVIE) is first
    await service.profiles.of(BEN, MediaType.TV)
    assert await service.profiles.of(ANNA, MOVIE) is first
    assert len(service.profiles._kept) == 2


async def test_a_view_belongs_to_the_current_catalogue():
    service = await Service().open(embed=True)
    await service.intake.record([watch(number, days_ago=number) for number in range(12)])
    seen = await service.profiles.view(ANNA, None)
    assert (seen.interactions, seen.meaningful, len(seen.history)) == (12, True, 12)
    assert (await service.profiles.view(ANNA, MediaType.TV)).history == ()
