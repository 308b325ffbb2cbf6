"""Where people stand with titles: read as themselves, and told once."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.integration import Instance
from bot.syncing.states import States
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType
from engine.domain.media import WatchedState
from engine.domain.media_events import RatingTold
from tests.bot.media.stage import ALICE, ALICE_TOKEN, KID, NOW, SECRET, Running, Stage, begun
from tests.fakes.jellyfin.server import FakeJellyfin
from tests.fakes.jellyfin.world import State, Title, World
from tests.fakes.plex.world import MACHINE, OWNER

LATELY = NOW - timedelta(days=5)


def seen_at(moment: Any = LATELY, **more: Any) -> dict[str, Any]:
    return {"viewCount": 1, "lastViewedAt": int(moment.timestamp()), **more}


async def states(running: Running) -> None:
    await running.syncing.of("plex").states()


def taking(running: Running) -> States:
    services, one = running.services, running.syncing.of("plex")
    return States("plex", MACHINE, "plex", running.stage.storage, services.intake, running.stage.clock, one.taking)


async def test_a_person_is_read_with_their_own_key_and_the_owners_view_is_never_theirs(stage: Stage) -> None:
    stage.plex.world.people[OWNER].state = {1: seen_at(), 2: seen_at(userRating=8.0)}
    stage.plex.world.people[ALICE].state = {3: seen_at(userRating=9.0), 1_000_001: seen_at(viewedLeafCount=20)}
    stage.plex.world.people[KID].state = {4: seen_at()}
    async with stage.running() as running:
        await running.full()
        assert {one.item_id for one in await running.facts(OWNER)} == {"movie:101", "movie:102"}
        assert await running.facts(ALICE) == []
        assert await running.facts(KID) == []
        await running.sign_in(ALICE, ALICE_TOKEN)
        await states(running)
        facts = await running.facts(ALICE)
        assert {one.item_id for one in facts} == {"movie:103", "tv:51"}
        assert [one.rating for one in facts if one.kind is InteractionKind.RATING] == [9.0]
        assert await running.facts(KID) == []
        before = len(facts)
        await states(running)
        assert len(await running.facts(ALICE)) == before


async def test_what_a_history_told_is_not_told_again_by_a_state(stage: Stage) -> None:
    stage.tautulli.extra.append(begun(3, at=LATELY))
    stage.plex.world.people[ALICE].state = {3: seen_at(LATELY + timedelta(minutes=88))}
    async with stage.running() as running:
        await running.full()
        await running.sign_in(ALICE, ALICE_TOKEN)
        await states(running)
        assert len(await running.facts(ALICE)) == 1


async def test_a_state_that_was_read_first_is_the_playback_that_is_told_later(stage: Stage) -> None:
    stage.plex.world.people[ALICE].state = {3: seen_at(LATELY + timedelta(minutes=88))}
    async with stage.running() as running:
        await running.full()
        await running.sign_in(ALICE, ALICE_TOKEN)
        await states(running)
        stage.tautulli.extra.append(begun(3, at=LATELY, per_cent=100))
        await running.syncing.of("plex").recent()
        assert len(await running.facts(ALICE)) == 1


async def test_a_key_that_is_refused_is_noted_once_and_forgiven_when_it_works_again(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        await running.sign_in(ALICE, ALICE_TOKEN)
        del stage.plex.world.tokens[ALICE_TOKEN]
        await states(running)
        viewer = await running.viewer(ALICE)
        assert viewer is not None

        async def refused() -> Any:
            async with stage.storage.unit() as unit:
                token = await unit.tokens.get(viewer.id, MACHINE)
            assert token is not None
            return token.refused_at

        first = await refused()
        assert first == stage.clock.now()
        stage.clock.advance(timedelta(hours=1))
        await states(running)
        assert await refused() == first
        stage.plex.world.tokens[ALICE_TOKEN] = ALICE
        await states(running)
        assert await refused() is None


async def test_a_key_of_somebody_else_tells_nothing(stage: Stage) -> None:
    stage.plex.world.people[ALICE].state = {3: seen_at()}
    async with stage.running() as running:
        await running.full()
        await running.sign_in(KID, ALICE_TOKEN)
        await states(running)
        assert await running.facts(KID) == []
        assert await running.facts(ALICE) == []


async def test_progress_takes_the_place_of_what_it_was_before(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        viewer = await running.viewer(ALICE)
        assert viewer is not None
        film = WatchedState(str(ALICE), "3", MediaType.MOVIE, 0, 0.3, LATELY)
        series = WatchedState(str(ALICE), "1000001", MediaType.TV, 4, 0.4, LATELY)
        assert await taking(running).take(viewer.id, [film, series]) == 2
        further = WatchedState(str(ALICE), "3", MediaType.MOVIE, 0, 0.6, LATELY + timedelta(days=2))
        more = WatchedState(str(ALICE), "1000001", MediaType.TV, 9, 0.9, LATELY + timedelta(days=2))
        again = taking(running)
        for _ in range(2):
            await again.take(viewer.id, [further, more])
        found = {one.item_id: one.completion for one in await running.facts(ALICE)}
        assert found == {"movie:103": 0.6, "tv:51": 0.9}
        assert len(await running.facts(ALICE)) == 2


async def test_ratings_follow_each_other_and_one_that_comes_late_changes_nothing(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        viewer = await running.viewer(ALICE)
        assert viewer is not None

        async def rate(rating: float | None, minutes: int) -> None:
            at = NOW - timedelta(hours=5) + timedelta(minutes=minutes)
            await taking(running).rated(
                viewer.id, "movie:103", RatingTold(str(ALICE), "3", MediaType.MOVIE, rating, at)
            )

        await rate(8, 0)
        await rate(8, 1)
        await rate(4, 20)
        await rate(9, 10)
        assert [one.rating for one in await running.facts(ALICE)] == [8, 4]
        await rate(None, 5)
        assert len(await running.facts(ALICE)) == 2
        await rate(None, 30)
        assert await running.facts(ALICE) == []


@pytest.fixture
async def jellyfin() -> Any:
    world = World()
    world.shelf("Films", "movies", 6)
    world.person("owner", admin=True)
    world.person("Anna")
    async with FakeJellyfin(world, strict=False) as fake:
        yield fake


async def test_jellyfin_tells_an_administrator_the_truth_about_each_account(
    stage: Stage, jellyfin: FakeJellyfin
) -> None:
    world = jellyfin.world
    owner, anna = world.people.values()
    film = Title("Movie", 0, 2)
    anna.states[film.id] = State(played=True, count=1, at=LATELY)
    stage.configured = [
        ("jellyfin", Instance("jellyfin", jellyfin.url, world.api_key, {})),
        stage.of_tmdb(),
    ]
    async with stage.running() as running:
        await running.full("jellyfin")
        viewer, other = await running.viewer(anna.id, "jellyfin"), await running.viewer(owner.id, "jellyfin")
        assert viewer is not None
        assert other is not None
        async with stage.storage.unit() as unit:
            assert len(await unit.interactions.of_viewer(viewer.id)) == 1
            assert await unit.interactions.of_viewer(other.id) == []
        world.people[anna.id].shelves = set()
        await running.syncing.rights()
        assert await running.access(anna.id, "jellyfin") == frozenset()


async def test_an_episode_that_jellyfin_reports_without_its_series_counts_for_it(
    stage: Stage, jellyfin: FakeJellyfin
) -> None:
    world = jellyfin.world
    world.shelf("Shows", "tvshows", 2)
    _, anna = world.people.values()
    episode = Title("Episode", 1, 0, 2)
    instance = Instance("jellyfin", jellyfin.url, world.api_key, {}, hook_secret=SECRET)
    stage.configured = [("jellyfin", instance), stage.of_tmdb()]
    told = {
        "event": "PlaybackStop", "user_id": anna.id, "item_id": episode.id, "item_type": "Episode", "season": 1,
        "episode": 3, "played_to_completion": True, "at": NOW.isoformat(),
    }  # fmt: skip
    async with stage.running() as running:
        await running.full("jellyfin")
        viewer = await running.viewer(anna.id, "jellyfin")
        assert viewer is not None
        assert await running.post("jellyfin", json.dumps(told).encode(), X_Recommendarr_Secret=SECRET) == 200
        await running.worked_in()
        async with stage.storage.unit() as unit:
            (fact,) = await unit.interactions.of_viewer(viewer.id)
            stored = await unit.server_items.get(world.id, [episode.series.id])
        assert (fact.item_id, fact.part) == (stored[episode.series.id].item_id, "1x03")
