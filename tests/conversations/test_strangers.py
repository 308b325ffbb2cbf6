"""What an account sees that belongs to nobody: what is popular and open to all, and nothing of anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dispatcher import Dispatcher
from bot.vocabulary import Account, Answer, Invocation, Room
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, Library, MediaType
from engine.domain.viewers import Viewer
from engine.testing.clock import START, CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from tests.conversations.doors import Door, door, house_on_disk
from tests.conversations.household import PEOPLE, SECRET, SECRET_TITLE, House, cards, said, services_over

pytestmark = pytest.mark.untraced

WITH_SHELVES = tuple(viewer for viewer in PEOPLE if viewer.library_ids)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with house_on_disk(tmp_path, WITH_SHELVES) as opened:
        await finished(opened, SECRET, [viewer.id for viewer in WITH_SHELVES])
        yield opened


@pytest.fixture
def stranger(house: House) -> Door:
    return door(house, "telegram", "666", "Mallory")


async def finished(house: House, item_id: str, people: list[str]) -> None:
    facts = [
        Interaction(f"{who}-{item_id}-late", who, item_id, InteractionKind.SEEN, START - timedelta(days=1))
        for who in people
    ]
    async with house.storage.unit() as unit:
        await unit.interactions.add(facts)
    await house.services.snapshots.refresh()


async def test_a_stranger_gets_what_many_finished_and_how_to_link(stranger: Door) -> None:
    for line in ("/tonight", "something funny", "/recommend shuffle", "/start"):
        answer = await stranger.say(line)
        shown = cards(answer)
        assert len(shown) == 5
        assert all("finished by 4 people" in card.reason for card in shown)
        assert "/link" in said(answer)
        assert [action.token for action in answer.actions] == ["link:new"]


async def test_nothing_about_a_strangers_card_is_personal(stranger: Door) -> None:
    answer = await stranger.say("/tonight", room=Room("everybody", private=False))
    assert answer.private
    for card in cards(answer):
        assert not card.match
        assert not card.actions
        assert card.poster_url is None
        assert card.page_url is None
        assert not any(viewer.name in card.reason for viewer in PEOPLE)


async def test_a_title_on_a_shelf_that_one_person_may_not_open_is_never_shown(stranger: Door) -> None:
    for line in ("/tonight", "/mood the locked attic", f"/similar {SECRET_TITLE}", f"/search {SECRET_TITLE}", "/start"):
        answer = await stranger.say(line)
        assert SECRET not in {card.item_id for card in cards(answer)}
        assert "Attic" not in said(answer)


async def test_what_two_people_finished_shows_nothing(house: House, stranger: Door) -> None:
    await finished(house, "movie:105", ["v-anna", "v-ben"])
    async with house.storage.unit() as unit:
        facts = [fact for who in WITH_SHELVES for fact in await unit.interactions.of_viewer(who.id)]
        await unit.interactions.remove([fact.id for fact in facts if fact.item_id != "movie:105"])
    await house.services.snapshots.refresh()
    answer = await stranger.say("/tonight")
    assert not cards(answer)
    assert "Nothing is popular enough" in said(answer)
    await finished(house, "movie:105", ["v-chloe"])
    assert [card.item_id for card in cards(await stranger.say("/tonight"))] == ["movie:105"]


async def test_a_shelf_that_is_closed_to_somebody_now_closes_to_strangers_at_once(house: House, stranger: Door) -> None:
    assert cards(await stranger.say("/tonight"))
    async with house.storage.unit() as unit:
        await unit.viewers.set_access("v-ben", {"series"})
    assert not cards(await stranger.say("/tonight"))


async def test_a_title_that_left_the_shelf_is_not_shown_before_the_catalogue_is_read_anew(
    house: House, stranger: Door
) -> None:
    first = cards(await stranger.say("/tonight"))[0].item_id
    async with house.storage.unit() as unit:
        item = await unit.items.get(first)
        assert item is not None
        await unit.items.upsert([replace(item, library_ids=frozenset({"attic"}))])
    assert first not in {card.item_id for card in cards(await stranger.say("/tonight"))}


async def test_personal_things_are_only_told_how_to_be_linked(stranger: Door) -> None:
    for line in ("/me", "/taste", "/watchlist", "/why 1", "/undo", "/notify", "/unlink", "/rate Parasite 9", "/users"):
        answer = await stranger.say(line)
        assert "not joined" in said(answer)
        assert not cards(answer)
    assert "not joined" in said(await stranger.press("run:taste"))
    assert "not joined" in said(await stranger.press("why:slate-0000000:1"))
    assert "not joined" in said(await stranger.press("choose:why::movie:1"))


async def test_the_button_gives_a_code_in_private(stranger: Door) -> None:
    answer = await stranger.press("link:new")
    assert answer.private
    assert not answer.neutral
    assert "/link/" in (answer.actions[0].url or "")


async def test_where_nobody_may_open_anything_there_is_nothing_to_show(tmp_path: Path) -> None:
    async with house_on_disk(tmp_path) as house:  # with Nemo, who may open nothing
        answer = await door(house, "telegram", "1").say("/tonight")
    assert not cards(answer)
    assert "Nothing is popular enough" in said(answer)


SHELVES = ("a", "b", "c")
ACCESS = st.lists(st.frozensets(st.sampled_from(SHELVES)), min_size=0, max_size=6)
TITLES = st.lists(
    st.tuples(st.frozensets(st.sampled_from(SHELVES)), st.frozensets(st.integers(0, 5))), min_size=1, max_size=8
)


@given(ACCESS, TITLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
async def test_a_stranger_never_sees_what_is_closed_to_anybody_or_was_finished_by_few(
    access: list[frozenset[str]], titles: list[tuple[frozenset[str], frozenset[int]]]
) -> None:
    answer = await _asked(access, titles)
    shown = {card.item_id: card for card in cards(answer)}
    for place, (shelves, watchers) in enumerate(titles):
        by = len([number for number in watchers if number < len(access)])
        allowed = by >= 3 and any(all(shelf in open_ for open_ in access) for shelf in shelves)
        assert (f"movie:{place}" in shown) <= allowed
        if f"movie:{place}" in shown:
            assert f"finished by {by} people" in shown[f"movie:{place}"].reason
    told = "\n".join([said(answer), *(f"{card.reason} {card.facts} {card.badges}" for card in cards(answer))])
    assert "Person" not in told


async def _asked(access: list[frozenset[str]], titles: list[tuple[frozenset[str], frozenset[int]]]) -> Answer:
    storage, clock, ids = MemoryStorage(), SteppedClock(), CountedIds()
    async with storage.unit() as unit:
        await unit.libraries.upsert([Library(shelf, shelf) for shelf in SHELVES])
        await unit.items.upsert(
            [Item(f"movie:{n}", MediaType.MOVIE, f"T{n}", library_ids=shelves) for n, (shelves, _) in enumerate(titles)]
        )
        for number, shelves in enumerate(access):
            await unit.viewers.add(Viewer(f"v{number}", f"Person {number}", library_ids=shelves))
            await unit.interactions.add(
                [
                    Interaction(f"{number}-{n}", f"v{number}", f"movie:{n}", InteractionKind.SEEN, START)
                    for n, (_, watchers) in enumerate(titles)
                    if number in watchers
                ]
            )
    services = await services_over(storage, clock, ids, demo=False)
    asked = Invocation("1", Account("telegram", "1"), Room("r", private=False), "tonight", "", clock.now())
    return await Dispatcher(services).invoke(asked)
