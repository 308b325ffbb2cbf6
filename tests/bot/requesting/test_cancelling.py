"""Taking a request back: asked once more, done as oneself, and honest where it is too late."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.hooks.door import HookDoor
from bot.hooks.keeping import Keeping
from bot.hooks.working import Working
from bot.jobs import follow_requests
from bot.tokens import word_token
from engine.domain.acquisition import RequestState
from engine.domain.media_events import AcquisitionTold, MediaEvent
from tests.bot.requesting.world import ANNA_PLEX, Grabbing, grabbing
from tests.conversations.household import cards, choices, said, token
from tests.fakes.seerr.world import REQUEST
from tests.fakes.sonarr.server import season
from tests.fakes.tmdb.titles import title_of

FILM = title_of(60)


async def cancelled(stage: Grabbing, who: str = "v-anna") -> str:
    """What is said to the first Cancel button of their list, pressed and meant."""
    first = next(label for label in choices(await stage.house.say("requests", who)) if label.startswith("Cancel"))
    sure = await stage.house.press(choices(await stage.house.say("requests", who))[first], who)
    assert "Cancel your request" in said(sure)
    return said(await stage.house.press(choices(sure)["Yes, cancel it"], who))


async def test_a_request_that_waits_here_is_taken_back_with_its_alert_and_can_be_made_again() -> None:
    async with grabbing("tmdb", "radarr", approval="everybody") as stage:
        offer = await stage.house.say("grab type:movie")
        card, press = cards(offer)[0], token(offer, "request")
        assert "waits for a yes" in said(await stage.house.press(press))
        asked = await stage.house.press(press)
        assert "You have asked for" in said(asked)
        assert "stays as it is" in said(await stage.house.press(choices(asked)["Keep it"]))
        assert "is cancelled" in said(await stage.house.press(choices(asked)["Yes, cancel it"]))
        assert "nothing left to cancel" in said(await stage.house.press(choices(asked)["Yes, cancel it"]))
        assert [one.state for one in await stage.requests()] == [RequestState.CANCELLED]
        assert not await stage.wants()
        assert "Cancelled" in said(await stage.house.say("requests"))
        await stage.requesting.elsewhere.apply()
        assert card.item_id in [one.item_id for one in cards(await stage.house.say("grab type:movie 10"))]
        assert "waits for a yes" in said(await stage.house.press(press))


async def test_seerr_takes_it_back_as_the_person_while_it_waits_and_not_afterwards() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        anna = stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        stage.seerr.knows("movie", 60, FILM)
        await stage.house.say(f"request {FILM}")
        assert "is cancelled" in await cancelled(stage)
        assert (anna.id, "DELETE", "/request/1") in stage.seerr.acted
        assert not stage.seerr.world.requests
        await follow_requests.run(stage.house.services)
        assert [one.state for one in await stage.requests()] == [RequestState.CANCELLED]
        await stage.house.say(f"request {FILM}")
        offered = choices(await stage.house.say("requests"))
        stage.seerr.world.decide(2, approve=True)
        sure = choices(await stage.house.press(next(iter(offered.values()))))["Yes, cancel it"]
        assert "being got by now" in said(await stage.house.press(sure))
        assert {one.state for one in await stage.requests()} == {RequestState.APPROVED, RequestState.CANCELLED}
        assert not choices(await stage.house.say("requests"))
        assert len(stage.seerr.world.requests) == 1


async def test_what_radarr_is_getting_only_an_admin_takes_back_and_is_told_what_stays() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        stage.radarr.knows(60, FILM)
        await stage.house.say(f"request {FILM}")
        (made,) = await stage.requests()
        yes = word_token("cancel", "yes", made.id) or ""
        assert not choices(await stage.house.say("requests"))
        assert "only whoever looks after" in said(await stage.house.say(f"request {FILM}"))
        assert "being got by now" in said(await stage.house.press(yes))
        assert said(await stage.house.press(yes, "v-ben"))
        assert len(stage.radarr.films) == 1
        warned = said(await stage.house.press(word_token("cancel", "ask", made.id) or "", "v-owner"))
        assert "may still arrive" in warned
        assert "Whoever made it is told" in warned
        assert "does not look for it any more" in said(await stage.house.press(yes, "v-owner"))
        assert not stage.radarr.films
        await stage.post.settle()
        assert [text for text in stage.sheets.texts if "Olga cancelled your request" in text]
        assert "requested" in said(await stage.house.say(f"request {FILM}"))


async def test_forged_and_foreign_buttons_take_nothing_back() -> None:
    async with grabbing("tmdb", "radarr", know=False, approval="members") as stage:
        await stage.house.say(f"request {FILM}")
        (made,) = await stage.requests()
        for who, word in (("v-ben", "yes"), ("v-ben", "ask"), ("v-owner", "yes"), ("v-anna", "perhaps")):
            assert said(await stage.house.press(f"cancel:{word}:{made.id}", who))
        assert said(await stage.house.press("cancel:yes:nothing"))
        assert (await stage.requests())[0].state is RequestState.PENDING


async def test_of_two_who_ask_at_once_one_gets_it_and_both_hear_of_it() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        stage.radarr.knows(60, FILM)
        await stage.awake("v-owner")
        both = await asyncio.gather(stage.house.say(f"request {FILM}"), stage.house.say(f"request {FILM}", "v-owner"))
        assert len(stage.radarr.films) == 1
        assert sorted("somebody has asked" in said(one) for one in both) == [False, True]
        await stage.shelve("movie:60", "films", FILM)
        assert len([text for text in stage.sheets.texts if "can be played now" in text]) == 2


async def test_a_series_of_forty_seasons_is_leafed_through_and_has_its_specials() -> None:
    async with grabbing("tmdb", "sonarr", know=False) as stage:
        told = [{"season_number": number, "episode_count": 10} for number in range(41)]
        stage.tmdb.extra["tv", 57] = {"seasons": told, "number_of_seasons": 40}
        name = f"{title_of(57)} Series"
        stage.sonarr.knows(70_057, name, 40, tmdbId=57)
        page = await stage.house.say(f"request {name}")
        assert list(choices(page))[:2] == ["All 40 seasons", "Season 32"]
        seen = set[str]()
        while "Earlier seasons" in choices(page):
            seen |= choices(page).keys()
            page = await stage.house.press(choices(page)["Earlier seasons"])
            assert page.replaces
        seen |= choices(page).keys()
        assert {f"Season {number}" for number in range(1, 41)} <= seen
        assert "Later seasons" in seen
        assert "requested" in said(await stage.house.press(choices(page)["Specials"]))
        assert [one.seasons for one in await stage.requests()] == [(0,)]


async def test_more_seasons_of_a_series_that_is_here_are_told_of_when_they_are_and_not_before() -> None:
    async with grabbing("tmdb", "sonarr", know=False) as stage:
        name = f"{title_of(57)} Series"
        stage.sonarr.has(70_057, name, [season(1, monitored=True, files=8, total=8), season(2, total=8)], tmdbId=57)
        await stage.shelve("tv:57", "series", name)
        async with stage.house.storage.unit() as unit:
            (item,) = (await unit.items.get_many(["tv:57"])).values()
            await unit.items.upsert([replace(item, added_at=stage.house.clock.now() - timedelta(days=9))])
        await stage.house.services.snapshots.refresh()
        await stage.house.press(choices(await stage.house.say(f"request {name}"))["Season 2"])
        await stage.shelve("tv:57", "series")
        assert not [text for text in stage.sheets.texts if "can be played now" in text]
        assert "ready" not in said(await stage.house.say("requests"))
        (series,) = stage.sonarr.series.values()
        series["seasons"] = [season(1, monitored=True, files=8, total=8), season(2, monitored=True, files=8, total=8)]
        await follow_requests.run(stage.house.services)
        await stage.post.settle()
        assert [text for text in stage.sheets.texts if "can be played now" in text]


async def test_approved_declined_and_approved_again_ends_approved_though_the_reports_read_alike() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        stage.seerr.knows("movie", 60, FILM)
        await stage.house.say(f"request {FILM}")
        async with hooked(stage) as (client, working):
            for approve in (True, False, True):
                stage.seerr.world.decide(1, approve=approve)
                kind = "MEDIA_APPROVED" if approve else "MEDIA_DECLINED"
                for _ in range(2):  # the same moment's report, sent twice
                    sent = await client.post("/hooks/seerr/secret", json=stage.seerr.report(kind, 1))
                    assert sent.status == 200
                async with stage.house.storage.unit() as unit:
                    assert len(await unit.reports.waiting(stage.house.clock.now())) == 1
                await working.step()
                stage.house.clock.advance(timedelta(minutes=1))
            assert (await stage.requests())[0].state is RequestState.APPROVED
            await stage.post.settle()
            assert len([text for text in stage.sheets.texts if "was approved" in text]) == 2


async def test_a_report_that_is_worked_in_late_does_not_undo_what_was_decided_since() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        stage.seerr.knows("movie", 60, FILM)
        await stage.house.say(f"request {FILM}")
        stage.seerr.world.decide(1, approve=False)
        declined = stage.seerr.report("MEDIA_DECLINED", 1)
        stage.seerr.world.decide(1, approve=True)
        await stage.report("seerr", declined)
        assert (await stage.requests())[0].state is RequestState.APPROVED
        stage.seerr.world.decide(1, approve=False)
        await follow_requests.run(stage.house.services)
        stage.seerr.world.decide(1, approve=True)  # and nobody reports it
        await follow_requests.run(stage.house.services)
        assert (await stage.requests())[0].state is RequestState.APPROVED


class hooked:  # noqa: N801 - read as a word
    """The door that reports come to, and the worker behind it."""

    def __init__(self, stage: Grabbing) -> None:
        self._stage = stage

    async def __aenter__(self) -> tuple[TestClient[web.Request, web.Application], Working]:
        house, stack = self._stage.house, self._stage.stack

        async def act(instance: str, events: Sequence[MediaEvent]) -> None:
            for event in events:
                assert isinstance(event, AcquisitionTold)
                await self._stage.requesting.acquired(instance, event)

        working = Working(stack=stack, storage=house.storage, clock=house.clock, act=act)
        door = HookDoor(stack, Keeping(house.storage, working.arrived), house.clock)
        application = web.Application()
        door.add_routes(application)
        self._client = TestClient(TestServer(application))
        await self._client.start_server()
        return self._client, working

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()
