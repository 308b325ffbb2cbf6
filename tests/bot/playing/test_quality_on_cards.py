"""Badges on cards tell of the copies that the reader may open, and of no other; the way into the server's app too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.vocabulary import Card
from tests.bot.playing.home import HIGH, LOW, TWICE, Home
from tests.conversations.doors import Door
from tests.conversations.household import cards, token

pytestmark = pytest.mark.untraced


async def card_of(who: Door, title: str) -> Card:
    return cards(await who.say(f"/search {title}"))[0]


async def opened(who: Door, title: str) -> Card:
    return cards(await who.press(token(await who.say(f"/search {title}"), "open")))[0]


async def title_of(home: Home, item_id: str = TWICE) -> str:
    async with home.house.storage.unit() as unit:
        return (await unit.items.get_many([item_id]))[item_id].title


async def test_a_copy_in_a_closed_library_lends_no_badge_and_no_link(home: Home) -> None:
    title = await title_of(home)
    rosas, ottos = await card_of(await home.rosa(), title), await card_of(await home.otto(), title)
    assert rosas.item_id == ottos.item_id == TWICE
    assert [badge for badge in rosas.badges if "library" not in badge] == ["1080p", "H.264"]
    assert [badge for badge in ottos.badges if "library" not in badge] == ["4K", "Dolby Vision", "Atmos", "HEVC"]
    links = {who: [action.url for action in card.actions if action.url] for who, card in (("r", rosas), ("o", ottos))}
    assert (LOW in links["r"][0], HIGH in links["r"][0]) == (True, False)
    assert HIGH in links["o"][0]


async def test_the_opened_card_tells_every_open_file_in_full_and_no_other(home: Home) -> None:
    title = await title_of(home)
    rosas, ottos = await opened(await home.rosa(), title), await opened(await home.otto(), title)
    assert "1080p · H.264 · Dolby Digital 5.1 · MKV · 6.0 GB" in rosas.badges
    assert not [badge for badge in rosas.badges if "4K" in badge or "Dolby Vision" in badge]
    assert "4K · Dolby Vision · HDR10 · HEVC · TrueHD 7.1 · Dolby Atmos · MKV · 40.0 GB" in ottos.badges
    assert any(badge.startswith("1080p") for badge in ottos.badges)


async def test_badges_go_with_the_right_to_open_the_library(home: Home) -> None:
    rosa = await home.rosa()
    title = await title_of(home)
    person = next(one for one in home.jellyfin.world.people.values() if one.name == "Rosa")
    person.shelves = {shelf.id for shelf in home.jellyfin.world.shelves}
    await home.read_rights()
    assert "4K" in (await card_of(rosa, title)).badges
    person.shelves = {home.jellyfin.world.shelves[0].id}
    await home.read_rights()
    assert "4K" not in (await card_of(rosa, title)).badges


async def test_a_title_of_which_nothing_is_open_any_more_keeps_no_quality_and_no_way_in(home: Home) -> None:
    """Labels and tags that were gathered from all libraries say nothing to those who may open only some of them."""
    rosa = await home.rosa()
    async with home.house.storage.unit() as unit:
        item = (await unit.items.get_many([TWICE]))[TWICE]
        tagged = replace(item, library_ids=item.library_ids | {"films"}, tags=frozenset({"4k", "hdr", "dolby-vision"}))
        await unit.items.upsert([tagged])
        await unit.viewers.set_access(rosa.account.id, ["films"])
    await home.services.snapshots.refresh()
    card = await card_of(rosa, item.title)
    assert card.badges == ("in your library",)
    assert not [action for action in card.actions if action.url]


async def test_titles_that_lie_on_no_server_keep_their_tags(home: Home) -> None:
    async with home.house.storage.unit() as unit:
        item = (await unit.items.get_many(["movie:568"]))["movie:568"]
        await unit.items.upsert([replace(item, tags=frozenset({"4k"}))])
    badges = cards(await home.house.say("Apollo 13", command="search"))[0].badges
    assert "4K" in badges


async def test_the_card_on_a_plex_opens_its_app(home: Home) -> None:
    card = await card_of(await home.alice(), "Film 5")
    (link,) = [action.url for action in card.actions if action.url]
    assert link is not None
    assert link.startswith("https://app.plex.tv/desktop/#!/server/")
    assert link.endswith("details?key=%2Flibrary%2Fmetadata%2F5")
    assert {"4K", "Dolby Vision", "Atmos", "HEVC"} <= set(card.badges)


async def test_asking_for_4k_finds_only_what_is_in_4k_where_one_may_look(home: Home) -> None:
    rosa, otto = await home.rosa(), await home.otto()
    high, closed = (
        await found(rosa, "tag:4k"),
        f"tag:4k@jellyfin:{home.jellyfin.world.id}:{home.jellyfin.world.shelves[1].id}",
    )
    assert TWICE not in high
    assert "movie:1003" in high
    assert TWICE in await found(otto, "tag:4k")
    assert await found(rosa, closed) == set()
    assert TWICE in await found(otto, closed)
    assert await found(rosa, "tag:kept") >= {"movie:1001"}


async def test_a_copy_that_is_read_anew_changes_the_tags_of_its_own_shelf_alone(home: Home) -> None:
    otto = await home.otto()
    shelf = home.jellyfin.world.shelves[0]
    shelf.saved[LOW] = home.house.clock.now()
    shelf.changes[LOW] |= {"Overview": "New words."}
    home.house.clock.advance(timedelta(minutes=5))
    assert home.services.syncing is not None
    await home.services.syncing.recent()
    await home.services.snapshots.refresh()
    assert TWICE in await found(otto, "tag:4k")


async def test_an_opened_series_tells_of_its_episodes_files_and_a_slow_server_keeps_nobody_waiting(home: Home) -> None:
    alice = await home.alice()
    home.plex.faults.add("GET /library/metadata", status=500, times=10)
    assert not [badge for badge in (await opened(alice, "Series 2")).badges if "1080p" in badge]
    home.plex.faults.clear()
    home.house.clock.advance(timedelta(hours=1))
    assert "1080p · H.264 · Dolby Digital 5.1 · MKV · 6.0 GB" in (await opened(alice, "Series 2")).badges
    assert "1080p" in (await card_of(alice, "Series 2")).badges


async def found(who: Door, line: str) -> set[str]:
    return {card.item_id for card in cards(await who.say(f"/shuffle {line} 10"))}
