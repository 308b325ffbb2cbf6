"""From requested to ready: reports and questions change the state, cards follow, and people are told once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.jobs import follow_requests, look_around
from bot.vocabulary import Account, Press, Room
from engine.domain.acquisition import RequestState
from engine.domain.letters import ShownPick
from engine.domain.media_records import AskedAt
from engine.domain.people import Manners
from engine.domain.records import Identity
from tests.bot.requesting.world import ANNA_PLEX, Grabbing, grabbing
from tests.conversations.household import cards, choices, said, token
from tests.fakes.seerr.world import APPROVED, AVAILABLE, REQUEST
from tests.fakes.tmdb.titles import title_of

FILM = title_of(60)


@pytest.fixture
async def stage() -> AsyncIterator[Grabbing]:
    async with grabbing("tmdb", "radarr", know=False) as running:
        running.radarr.knows(60, FILM)
        yield running


@pytest.fixture
async def decided() -> AsyncIterator[Grabbing]:
    async with grabbing("tmdb", "seerr", know=False) as running:
        running.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        running.seerr.knows("movie", 60, FILM)
        await running.house.say(f"request {FILM}")
        yield running


async def ready(stage: Grabbing) -> list[str]:
    await stage.post.settle()
    return [text for text in stage.sheets.texts if "can be played now" in text]


async def test_who_asked_is_told_once_when_it_stands_where_they_may_open_it(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    await stage.report("radarr", stage.radarr.report("Download", 1))
    assert not await ready(stage)  # it lies in a folder, no server has it yet
    await stage.shelve("movie:60", "films", FILM)
    (text,) = await ready(stage)
    assert FILM in text
    await stage.shelve("movie:60")
    await follow_requests.run(stage.house.services)
    assert len(await ready(stage)) == 1
    (made,) = await stage.requests()
    assert made.state is RequestState.AVAILABLE
    assert "ready to play" in said(await stage.house.say("requests"))


async def test_a_closed_shelf_tells_nothing_until_it_is_opened(stage: Grabbing) -> None:
    await stage.house.say(f"want {FILM}")
    await stage.shelve("movie:60", "attic", FILM)
    await follow_requests.run(stage.house.services)
    assert not await ready(stage)
    assert FILM in "".join(choices(await stage.house.say("want")))
    async with stage.house.storage.unit() as unit:
        await unit.viewers.set_access("v-anna", {"films", "series", "attic"})
    await follow_requests.run(stage.house.services)
    assert len(await ready(stage)) == 1


async def test_what_comes_as_anime_is_what_was_wanted_as_a_series(stage: Grabbing) -> None:
    await stage.house.say(f"want {title_of(57)} Series")
    await stage.shelve("anime:57", "series", "Another name")
    (text,) = await ready(stage)
    assert "Another name" in text


async def test_the_reason_for_which_it_was_recommended_is_told_again() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        offer = await stage.house.say("grab type:movie")
        card = cards(offer)[0]
        answer = await stage.house.press(token(offer, "want"))
        assert "You will hear" in [action.label for action in cards(answer)[0].actions]
        await stage.shelve(card.item_id)
        (text,) = await ready(stage)
        assert card.reason in text
        assert [one.item_id for one in stage.sheets.cards] == [card.item_id]


async def test_the_card_follows_the_request_in_the_same_message() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        offer = await stage.house.say("grab type:movie")
        card = cards(offer)[0]
        number = int(card.item_id.rpartition(":")[2])
        stage.radarr.knows(number, title_of(number))
        anna, room = Account("chat", "v-anna"), Room("r")
        await stage.post.tell(anna, room, replace(offer, parts=(card,), actions=()), locale="en")
        await stage.post.settle()
        await stage.house.press(token(offer, "request"))
        await stage.post.settle()
        assert [one.actions[0].label for one in stage.sheets.cards] == ["Requested"]
        await stage.report("radarr", stage.radarr.report("ManualInteractionRequired", 1))
        assert [one.actions[0].label for one in stage.sheets.cards] == ["Failed"]
        await stage.shelve(card.item_id)
        labels = [[action.label for action in one.actions] for one in stage.sheets.cards]
        assert all("Request" not in label for one in labels for label in one)
        assert "in your library" in stage.sheets.cards[0].badges


async def test_a_card_that_was_asked_for_in_a_room_follows_too_where_it_was_written_in_private() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        offer = await stage.house.say("grab type:movie")
        card = cards(offer)[0]
        number = int(card.item_id.rpartition(":")[2])
        stage.radarr.knows(number, title_of(number))
        anna, room = Account("chat", "v-anna"), Room("all", private=False)
        await stage.post.tell(anna, room, replace(offer, parts=(card,), actions=()), locale="en")
        press = Press("u-room", anna, room, token(offer, "request"), stage.house.clock.now())
        await stage.house.gateway.press(press)
        await stage.post.settle()
        assert [one.actions[0].label for one in stage.sheets.cards] == ["Requested"]
        assert all(one.private for one in stage.sheets.messages.values())


async def test_cards_in_rooms_and_of_others_are_left_alone(stage: Grabbing) -> None:
    offer = await stage.house.say("tonight 1")
    slate = token(offer, "why").split(":")[1]
    async with stage.house.storage.unit() as unit:
        shown = ShownPick("chat", "elsewhere", "m#0", "v-ben", slate, 1, "movie:60", stage.house.clock.now())
        await unit.shown_picks.put([shown])
    await stage.house.say(f"request {FILM}")
    await stage.post.settle()
    assert "m#0" not in stage.sheets.messages


async def test_seerrs_decision_and_its_failure_are_told_with_the_title(decided: Grabbing) -> None:
    await decided.report("seerr", decided.seerr.report("MEDIA_DECLINED", 1))
    (text,) = decided.sheets.texts
    assert "declined" in text
    assert FILM in text
    await decided.report("seerr", decided.seerr.report("MEDIA_DECLINED", 1))
    assert len(decided.sheets.texts) == 1
    await decided.report("seerr", decided.seerr.report("MEDIA_FAILED", 1))
    assert "has trouble" in decided.sheets.texts[-1]
    (made,) = await decided.requests()
    assert made.state is RequestState.FAILED


async def test_what_seerr_says_of_others_requests_for_the_same_title_is_not_theirs(decided: Grabbing) -> None:
    body = decided.seerr.report("MEDIA_DECLINED", 1)
    body["request"]["request_id"] = "77"
    await decided.report("seerr", body)
    (made,) = await decided.requests()
    assert made.state is RequestState.PENDING
    assert not decided.sheets.texts
    asked = decided.seerr.world.decide(1, approve=True)
    asked.media.status = AVAILABLE
    available = decided.seerr.report("MEDIA_AVAILABLE", 1)
    available["request"] = None
    await decided.report("seerr", available)
    (made,) = await decided.requests()
    assert made.state is RequestState.AVAILABLE


async def test_asking_finds_what_no_report_told_and_outlives_an_outage(decided: Grabbing) -> None:
    asked = decided.seerr.world.requests[1]
    asked.status = APPROVED
    decided.seerr.faults.add("/api/v1/", status=503, times=50)
    await follow_requests.run(decided.house.services)
    assert (await decided.requests())[0].state is RequestState.PENDING
    assert "No word from seerr" in said(await decided.house.say("requests"))
    decided.seerr.faults.clear()
    decided.house.clock.advance(timedelta(hours=1))
    await follow_requests.run(decided.house.services)
    assert (await decided.requests())[0].state is RequestState.APPROVED
    asked.media.status = AVAILABLE
    await follow_requests.run(decided.house.services)
    assert (await decided.requests())[0].state is RequestState.AVAILABLE


async def test_progress_is_told_while_it_is_on_its_way(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    how = {"trackedDownloadStatus": "ok", "trackedDownloadState": "downloading", "protocol": "torrent"}
    sizes = {"size": 1000.0, "sizeleft": 250.0, "timeleft": "00:30:00"}
    stage.radarr.queue.append({"id": 1, "movieId": 1, "title": FILM, "status": "downloading", **how, **sizes})
    text = said(await stage.house.say("requests"))
    assert "75" in text
    assert "30 min" in text


async def test_quiet_hours_hold_an_alert_and_who_wants_none_gets_none(stage: Grabbing) -> None:
    await stage.awake(alerts=False)
    await stage.house.say(f"want {FILM}")
    await stage.shelve("movie:60", "films", FILM)
    assert not await ready(stage)
    assert (await stage.wants())[0].told_at is None
    await stage.awake()
    await follow_requests.run(stage.house.services)
    assert len(await ready(stage)) == 1


async def test_an_account_that_became_somebody_elses_is_told_nothing(stage: Grabbing) -> None:
    await stage.house.say(f"want {FILM}")
    async with stage.house.storage.unit() as unit:
        await unit.viewers.unlink("chat", "v-anna")
        await unit.viewers.link(Identity("chat", "v-anna", "v-ben"))
    await stage.shelve("movie:60", "films", FILM)
    assert not stage.sheets.messages


async def test_who_asked_where_nothing_can_be_written_is_told_where_they_were_last(stage: Grabbing) -> None:
    await stage.house.say(f"want {FILM}")
    async with stage.house.storage.unit() as unit:
        (want,) = await unit.wants.of_viewer("v-anna")
        await unit.wants.put(replace(want, asked=AskedAt("web", "somewhere", "page")))
        await unit.courtesies.put(Manners("v-anna", 18 * 60, 23 * 60))
    await stage.shelve("movie:60", "films", FILM)
    assert not stage.sheets.messages  # it is evening, and nobody may be disturbed
    stage.house.clock.advance(timedelta(hours=8))
    await follow_requests.run(stage.house.services)
    assert len(await ready(stage)) == 1


async def test_the_bell_can_be_taken_back(stage: Grabbing) -> None:
    await stage.house.say(f"want {FILM}")
    stop = await stage.house.say("want")
    answer = await stage.house.press(next(iter(choices(stop).values())))
    assert "waiting for nothing" in said(answer)
    await stage.shelve("movie:60", "films", FILM)
    assert not stage.sheets.messages
    assert "here already" in said(await stage.house.say("want Parasite"))


async def test_jobs_without_any_service_do_nothing(stage: Grabbing) -> None:
    bare = replace(stage.house.services, requesting=None)
    await follow_requests.run(bare)
    await look_around.run(bare)
    stage.house.clock.advance(timedelta(hours=13))
    await look_around.run(stage.house.services)
    assert stage.house.services.recommender.world.released is not None


async def test_one_episode_does_not_end_a_request_and_sonarr_is_understood_by_its_own_number() -> None:
    async with grabbing("tmdb", "sonarr", know=False) as stage:
        name = f"{title_of(57)} Series"
        stage.sonarr.knows(70_057, name, 4, tmdbId=0)
        await stage.house.press(choices(await stage.house.say(f"request {name}"))["Season 1"])
        number = next(iter(stage.sonarr.series))
        await stage.report("sonarr", stage.sonarr.report("Download", number))
        (made,) = await stage.requests()
        assert made.state is RequestState.APPROVED
        await stage.report("sonarr", stage.sonarr.report("ManualInteractionRequired", number))
        (made,) = await stage.requests()
        assert made.state is RequestState.FAILED
        assert "has trouble" in stage.sheets.texts[-1]


async def test_what_somebody_else_had_added_is_not_offered_any_more() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        film = cards(await stage.house.say("grab type:movie"))[0].item_id
        number = int(film.rpartition(":")[2])
        stage.radarr.has(number, title_of(number))
        await stage.report("radarr", stage.radarr.report("MovieAdded", 1))
        assert film not in [card.item_id for card in cards(await stage.house.say("grab type:movie 10"))]


async def test_a_decision_that_could_not_be_told_is_told_later(decided: Grabbing) -> None:
    await decided.awake(alerts=False)
    await decided.report("seerr", decided.seerr.report("MEDIA_DECLINED", 1))
    assert not decided.sheets.texts
    await decided.awake()
    for _ in range(2):
        await follow_requests.run(decided.house.services)
        await decided.post.settle()
    assert len(decided.sheets.texts) == 1


async def test_what_lies_where_one_may_not_look_is_called_downloaded_and_no_more(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    await stage.shelve("movie:60", "attic", FILM)
    await stage.report("radarr", stage.radarr.report("Download", 1))
    text = said(await stage.house.say("requests"))
    assert "Downloaded" in text
    assert "ready" not in text
    assert not stage.sheets.messages
