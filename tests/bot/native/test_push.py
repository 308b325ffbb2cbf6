"""Lists of ours in the servers' own apps: only what may be seen, kept up to date, and taken away again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np

from bot.accounts.signing_in import sign_out
from bot.jobs.push_native import run
from bot.native import collections, playlists
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.people import Standing
from tests.bot.playing.home import ALICE, TWICE, Home
from tests.conversations.doors import Door
from tests.conversations.household import said
from tests.fakes.jellyfin.world import title_of
from tests.fakes.plex.lists import Held
from tests.fakes.plex.world import OWNER


def at_plex(home: Home, name: str, owner: int = ALICE) -> list[Held]:
    return [held for held in home.plex.lists.held.values() if (held.title, held.owner) == (name, owner)]


def at_jellyfin(home: Home, kind: str) -> dict[str, dict[str, Any]]:
    return {told["Name"]: told for told in home.jellyfin.world.lists.values() if told["Type"] == kind}


async def permitted(home: Home, who: Door, keys: list[int]) -> bool:
    """Whether all of these lie in libraries that the person may open here now."""
    async with home.house.storage.unit() as unit:
        viewer = await unit.viewers.get(who.account.id)
        stored = await unit.server_items.get("85a28b6ea2b35c1a10cbdd967b74117a45e8694f", map(str, keys))
    assert viewer is not None
    return all(f"plex:{one.server}:{one.section}" in viewer.library_ids for one in stored.values())


async def test_a_person_switches_their_playlist_on_renews_it_and_switches_it_off(home: Home) -> None:
    alice = await home.alice()
    assert "off" in said(await alice.say("/push"))
    told = said(await alice.say("/push on"))
    (held,) = at_plex(home, playlists.NAME)
    assert f"plex: {len(held.content)} titles" in told
    assert len(held.content) > 3
    assert held.summary
    assert at_plex(home, playlists.NAME, OWNER) == []
    assert "on: " in said(await alice.say("/push"))
    assert "renewed" in said(await alice.say("/push now"))
    assert len(at_plex(home, playlists.NAME)) == 1
    assert "taken away" in said(await alice.say("/push off"))
    assert at_plex(home, playlists.NAME) == []
    assert "switched off" in said(await alice.say("/push now"))


async def test_at_jellyfin_it_holds_only_what_the_person_may_open(home: Home) -> None:
    rosa = await home.rosa()
    await rosa.say("/push on")
    (held,) = at_jellyfin(home, "Playlist").values()
    found = [title_of(key) for key in held["Ids"]]
    assert found
    assert {one.shelf for one in found if one} == {0}


async def test_without_a_key_of_ones_own_nothing_is_put_anywhere(home: Home) -> None:
    alice = await home.alice(signed_in=False)
    assert "sign in first" in said(await alice.say("/push on"))
    await run(home.services)
    assert home.plex.lists.held == {}
    assert home.jellyfin.world.lists == {}


async def test_the_job_renews_after_a_day_and_leaves_what_is_fresh(home: Home) -> None:
    alice = await home.alice()
    await alice.say("/push on")
    (held,) = at_plex(home, playlists.NAME)
    held.content.clear()
    await run(home.services)
    assert held.content == []
    home.house.clock.advance(timedelta(hours=25))
    await run(home.services)
    assert held.content
    assert len(at_plex(home, playlists.NAME)) == 1


async def test_a_right_that_was_taken_away_takes_its_titles_out_of_the_list(home: Home) -> None:
    alice = await home.alice()
    await alice.say("/push on")
    (held,) = at_plex(home, playlists.NAME)
    assert any(key >= 1_000_000 for key in held.content)
    home.plex.world.people[ALICE].sections = {"1"}
    await home.read_rights()
    await run(home.services)
    (held,) = at_plex(home, playlists.NAME)
    assert held.content
    assert all(key < 1_000_000 for key in held.content)
    assert await permitted(home, alice, held.content)
    home.plex.world.people[ALICE].sections = set()
    await home.read_rights()
    await run(home.services)
    assert at_plex(home, playlists.NAME) == []


async def test_a_title_that_was_moved_to_a_closed_library_leaves_the_list_at_once(home: Home) -> None:
    alice = await home.alice()
    await alice.say("/push on")
    (held,) = at_plex(home, playlists.NAME)
    moved = str(held.content[0])
    async with home.house.storage.unit() as unit:
        (stored,) = (await unit.server_items.get("85a28b6ea2b35c1a10cbdd967b74117a45e8694f", [moved])).values()
        await unit.server_items.put([replace(stored, section="closed")])
    await run(home.services)
    (held,) = at_plex(home, playlists.NAME)
    assert held.content
    assert int(moved) not in held.content
    assert await permitted(home, alice, held.content)


async def test_who_leaves_or_signs_out_leaves_no_list_behind(home: Home) -> None:
    alice, rosa = await home.alice(), await home.rosa()
    await alice.say("/push on")
    await rosa.say("/push on")
    async with home.house.storage.unit() as unit:
        await unit.people.set_standing(alice.account.id, Standing.INACTIVE, home.house.clock.now())
    await run(home.services)
    assert at_plex(home, playlists.NAME) == []
    assert at_jellyfin(home, "Playlist")
    await sign_out(home.services, rosa.account.id)
    assert not any(told["Ids"] for told in at_jellyfin(home, "Playlist").values())
    await run(home.services)
    assert not any(told["Ids"] for told in at_jellyfin(home, "Playlist").values())


async def test_two_at_once_make_one_list(home: Home) -> None:
    alice = await home.alice()
    viewer = await home.viewer("plex", str(ALICE))
    await asyncio.gather(*(playlists.want(home.services, viewer, wanted=True) for _ in range(3)), run(home.services))
    assert len(at_plex(home, playlists.NAME)) == 1
    assert "off" in said(await alice.say("/push off"))


async def test_a_server_that_is_down_is_told_and_tried_again(home: Home) -> None:
    alice = await home.alice()
    home.plex.faults.add("POST /playlists", status=500, times=10)
    told = said(await alice.say("/push on"))
    assert "on from now on" in told
    assert "plex" in told.splitlines()[-1].casefold()
    home.plex.faults.clear()
    home.house.clock.advance(timedelta(hours=1))
    await run(home.services)
    assert len(at_plex(home, playlists.NAME)) == 1


async def test_an_admin_gives_every_library_a_collection_and_takes_it_away(home: Home) -> None:
    await rate_everything(home)
    olga, alice = await home.olga(), await home.alice()
    assert "Only those who look after" in said(await alice.say("/push collection on"))
    assert home.plex.lists.held == {}
    told = said(await olga.say("/push collection on"))
    assert "Movies: " in told
    held = {one.section: one for one in at_plex(home, collections.NAME, OWNER)}
    assert set(held) == {"1", "2"}
    assert all(key < 1_000_000 for key in held["1"].content)
    boxes = at_jellyfin(home, "BoxSet")
    assert set(boxes) == {f"{collections.NAME} – Films", f"{collections.NAME} – Films 4K"}
    for shelf, name in enumerate(("Films", "Films 4K")):
        found = [title_of(key) for key in boxes[f"{collections.NAME} – {name}"]["Ids"]]
        assert {one.shelf for one in found if one} == {shelf}
    home.house.clock.advance(timedelta(hours=25))
    await run(home.services)
    assert len(at_plex(home, collections.NAME, OWNER)) == 2
    assert "taken away" in said(await olga.say("/push collection off"))
    assert at_plex(home, collections.NAME, OWNER) == []
    assert at_jellyfin(home, "BoxSet") == {}


async def test_what_one_or_two_people_watched_moves_nothing_in_a_collection(home: Home) -> None:
    await rate_everything(home)
    library = next(one for one in home.services.snapshots.current.library_index if one.endswith(":1"))
    before = collections.picks(home.services.snapshots.current, library)
    last = before[-1]
    for number, viewer in enumerate(("v-anna", "v-ben", "v-chloe"), start=1):
        await home.services.intake.record([finished(home, viewer, last)])
        await home.services.snapshots.refresh()
        now = collections.picks(home.services.snapshots.current, library)
        assert (now == before) is (number < collections.CROWD)


async def test_hostile_words_after_push_change_nothing(home: Home) -> None:
    alice = await home.alice()
    for line in ("/push maybe", "/push on please", "/push " + "x" * 3_000):
        assert "nothing was changed" in said(await alice.say(line))
    assert home.plex.lists.held == {}


async def rate_everything(home: Home) -> None:
    """As TMDB would: without it nothing is known of how good a title is."""
    async with home.house.storage.unit() as unit:
        items = await unit.items.get_many(
            [
                *(f"movie:{n + 100}" for n in range(1, 13)),
                *(f"tv:{n}" for n in range(51, 54)),
                *(f"movie:{n}" for n in range(1_000, 1_006)),
                TWICE,
            ]
        )
        rated = [
            replace(item, vote_average=8.0, vote_count=10_000 - place) for place, item in enumerate(items.values())
        ]
        await unit.items.upsert(rated)
    await home.services.snapshots.refresh()
    assert np.isfinite(home.services.snapshots.current.quality).any()


def finished(home: Home, viewer_id: str, item_id: str) -> Interaction:
    at = home.house.clock.now()
    return Interaction(f"{viewer_id}-{item_id}-f", viewer_id, item_id, InteractionKind.WATCH, at, completion=1.0)
