"""Requests that wait: an admin is asked, decides once for all, and everybody's cards and messages follow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.jobs import follow_requests
from bot.vocabulary import Card
from engine.domain.acquisition import RequestState
from engine.domain.people import Manners
from engine.domain.records import Identity
from engine.domain.viewers import Role
from tests.bot.requesting.world import ANNA_PLEX, Grabbing, grabbing
from tests.conversations.household import cards, choices, said
from tests.fakes.seerr.world import REQUEST
from tests.fakes.tmdb.titles import title_of

FILM, OTHER = title_of(60), title_of(61)


@pytest.fixture
async def stage() -> AsyncIterator[Grabbing]:
    """Radarr alone: whatever members ask for needs a yes."""
    async with grabbing("tmdb", "radarr", know=False, approval="members", weekly="2") as running:
        running.radarr.knows(60, FILM)
        running.radarr.knows(61, OTHER)
        await there(running, "v-owner")
        yield running


@pytest.fixture
async def seerr() -> AsyncIterator[Grabbing]:
    async with grabbing("tmdb", "seerr", know=False) as running:
        running.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        running.seerr.user("alice", permissions=REQUEST)
        running.seerr.knows("movie", 60, FILM)
        await there(running, "v-owner")
        yield running


async def there(stage: Grabbing, *admins: str) -> None:
    """They are admins, awake, and have been in the chat."""
    async with stage.house.storage.unit() as unit:
        for who in admins:
            viewer = await unit.viewers.get(who)
            assert viewer is not None
            await unit.viewers.update(replace(viewer, role=Role.ADMIN))
    for who in admins:
        await stage.awake(who)
        await stage.house.say("/me", who)


async def asked(stage: Grabbing, who: str = "v-owner") -> list[Card]:
    """The cards of petitions in their chat, as they read now."""
    await stage.post.settle()
    shown = [part for key, one in stage.sheets.messages.items() if key.startswith(f"{who}#") for part in one.parts]
    return [part for part in shown if isinstance(part, Card) and part.number is None]


def button(card: Card, word: str) -> str:
    return next(action.token for action in card.actions if action.label == word)


async def test_a_members_request_waits_until_an_admin_says_yes_in_the_chat(stage: Grabbing) -> None:
    assert "waits for a yes" in said(await stage.house.say(f"request {FILM}"))
    assert not stage.radarr.films
    (card,) = await asked(stage)
    assert FILM in card.title
    assert card.reason == "Anna would like this."
    assert card.poster_url
    await follow_requests.run(stage.house.services)
    assert (await stage.requests())[0].state is RequestState.PENDING
    assert "Only whoever looks after" in said(await stage.house.press(button(card, "Approve")))
    answer = await stage.house.press(button(card, "Approve"), "v-owner")
    assert "Approved" in said(answer)
    assert cards(answer)[0].badges == ("Approved by Olga.",)
    assert [action.label for action in answer.actions] == [f"Cancel: {FILM} (1966)"]
    assert [film["tmdbId"] for film in stage.radarr.films.values()] == [60]
    (made,) = await stage.requests()
    assert (made.state, made.request_id) == (RequestState.APPROVED, "60")
    (now,) = await asked(stage)
    assert (now.actions, now.badges) == ((), ("Approved by Olga.",))
    assert [text for text in stage.sheets.texts if "was approved" in text]


async def test_when_one_admin_has_decided_the_others_cards_say_so_and_late_presses_change_nothing(
    stage: Grabbing,
) -> None:
    await there(stage, "v-ben")
    await stage.house.say(f"request {FILM}")
    (mine,), (other,) = await asked(stage), await asked(stage, "v-ben")
    await stage.house.press(button(mine, "Decline"), "v-owner")
    assert [card.badges for card in await asked(stage, "v-ben")] == [("Abgelehnt von Olga.",)]
    late = said(await stage.house.press(button(other, "Freigeben"), "v-ben"))
    assert "Abgelehnt von Olga." in late
    assert not stage.radarr.films
    assert [text for text in stage.sheets.texts if "declined" in text]
    assert (await stage.requests())[0].state is RequestState.DECLINED


async def test_admins_ask_without_waiting_and_everybody_else_within_their_quota(stage: Grabbing) -> None:
    assert "is requested. You" in said(await stage.house.say(f"request {FILM}", "v-owner"))
    assert len(stage.radarr.films) == 1
    assert "somebody has asked" in said(await stage.house.say(f"request {FILM}"))
    for number in (61, 62):
        assert "waits for a yes" in said(await stage.house.say(f"request {title_of(number)}"))
    assert "used up" in said(await stage.house.say(f"request {title_of(63)}"))
    first = next(iter(choices(await stage.house.say("requests")).values()))
    await stage.house.press(choices(await stage.house.press(first))["Yes, cancel it"])
    assert "waits for a yes" in said(await stage.house.say(f"request {title_of(63)}"))
    stage.house.clock.advance(timedelta(days=8))
    assert "waits for a yes" in said(await stage.house.say(f"request {title_of(64)}"))


async def test_one_yes_is_for_all_who_wait_for_the_same(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    await stage.house.say(f"anfragen {FILM}", "v-ben")
    first, _ = await asked(stage)
    await stage.house.press(button(first, "Approve"), "v-owner")
    assert [card.badges for card in await asked(stage)] == [("Approved by Olga.",)] * 2
    assert len(stage.radarr.films) == 1
    for who in ("v-anna", "v-ben"):
        assert [one.state for one in await stage.requests(who)] == [RequestState.APPROVED]
    await stage.awake("v-ben")
    await stage.shelve("movie:60", "films", FILM)
    assert (
        len([text for text in stage.sheets.texts if "can be played now" in text or "ist jetzt zu sehen" in text]) == 2
    )


async def test_a_profile_that_is_gone_is_told_to_the_admin_and_the_request_goes_on_waiting(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    (card,) = await asked(stage)
    stage.radarr.profiles = [one for one in stage.radarr.profiles if one["name"] != "HD-1080p"]
    assert "no quality profile" in said(await stage.house.press(button(card, "Approve"), "v-owner"))
    assert (await stage.requests())[0].state is RequestState.PENDING
    stage.radarr.profiles.append({**stage.radarr.profiles[0], "id": 8, "name": "HD-1080p"})
    assert "Approved" in said(await stage.house.press(button(card, "Approve"), "v-owner"))


async def test_what_came_to_a_shelf_meanwhile_needs_no_decision_any_more(stage: Grabbing) -> None:
    await stage.house.say(f"request {FILM}")
    (card,) = await asked(stage)
    await stage.shelve("movie:60", "films", FILM)
    await follow_requests.run(stage.house.services)
    assert [one.badges for one in await asked(stage)] == [("It needs no decision any more.",)]
    assert "needs no decision" in said(await stage.house.press(button(card, "Approve"), "v-owner"))
    assert not stage.radarr.films


async def test_quiet_hours_hold_the_question_and_what_was_decided_by_then_is_not_asked(stage: Grabbing) -> None:
    async with stage.house.storage.unit() as unit:
        await unit.courtesies.put(Manners("v-owner", 18 * 60, 23 * 60))
    for title in (FILM, OTHER):
        await stage.house.say(f"request {title}")
    assert not await asked(stage)
    cancel = next(token for label, token in choices(await stage.house.say("requests")).items() if OTHER in label)
    await stage.house.press(choices(await stage.house.press(cancel))["Yes, cancel it"])
    stage.house.clock.advance(timedelta(hours=8))
    for _ in range(2):
        await follow_requests.run(stage.house.services)
    assert [FILM in card.title for card in await asked(stage)] == [True]


async def test_many_that_wait_at_once_are_told_of_in_one_sentence(seerr: Grabbing) -> None:
    alice = next(one for one in seerr.seerr.world.users.values() if one.name == "alice")
    for number in range(60, 67):
        seerr.seerr.knows("movie", number, title_of(number))
        seerr.seerr.world.ask(alice, {"mediaType": "movie", "mediaId": number, "is4k": number == 60})
    for _ in range(2):
        await follow_requests.run(seerr.house.services)
    assert not await asked(seerr)
    assert [text for text in seerr.sheets.texts if "7 requests wait" in text]
    listed = said(await seerr.house.say("requests", "v-owner"))
    assert f"{FILM}, in 4K" in listed


async def test_what_is_asked_for_at_seerr_itself_is_told_with_its_poster_and_follows_what_is_decided_there(
    seerr: Grabbing,
) -> None:
    alice = next(one for one in seerr.seerr.world.users.values() if one.name == "alice")
    seerr.seerr.world.ask(alice, {"mediaType": "movie", "mediaId": 60, "is4k": False})
    for _ in range(2):
        await seerr.report("seerr", seerr.seerr.report("MEDIA_PENDING", 1))
    (card,) = await asked(seerr)
    assert card.reason == "alice would like this."
    assert card.poster_url
    seerr.seerr.world.decide(1, approve=True)
    await seerr.report("seerr", seerr.seerr.report("MEDIA_APPROVED", 1))
    assert [one.badges for one in await asked(seerr)] == [("Approved.",)]
    late = await seerr.house.press(button(card, "Decline"), "v-owner")
    assert "decided before you pressed" in said(late)
    assert seerr.seerr.world.requests[1].status == 2


async def test_a_request_through_seerr_is_put_to_the_admins_once_whoever_tells_of_it_first(seerr: Grabbing) -> None:
    await seerr.house.say(f"request {FILM}")
    await seerr.report("seerr", seerr.seerr.report("MEDIA_PENDING", 1))
    await follow_requests.run(seerr.house.services)
    (card,) = await asked(seerr)
    assert card.reason == "Anna would like this."
    await seerr.house.press(button(card, "Approve"), "v-owner")
    assert seerr.seerr.world.requests[1].status == 2
    assert [one.badges for one in await asked(seerr)] == [("Approved by Olga.",)]
    assert (await seerr.requests())[0].state is RequestState.APPROVED


async def test_while_radarr_is_down_a_request_waits_and_a_yes_says_so_and_nothing_is_lost(stage: Grabbing) -> None:
    stage.radarr.faults.add("/api/v3/", status=503, times=100)
    assert "waits for a yes" in said(await stage.house.say(f"request {FILM}"))
    (card,) = await asked(stage)
    assert "does not answer" in said(await stage.house.press(button(card, "Approve"), "v-owner"))
    assert (await stage.requests())[0].state is RequestState.PENDING
    stage.radarr.faults.clear()
    stage.house.clock.advance(timedelta(hours=1))
    stage.radarr.has(60, FILM)  # somebody adds it there by hand
    assert "Approved" in said(await stage.house.press(button(card, "Approve"), "v-owner"))
    assert (await stage.requests())[0].state is RequestState.APPROVED
    assert len(stage.radarr.films) == 1
    assert "somebody has asked" in said(await stage.house.say(f"anfragen {FILM}", "v-none"))
    assert [want.item_id for want in await stage.wants("v-none")] == ["movie:60"]


async def test_a_series_that_somebody_waits_for_is_waited_for_along_with_them() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        stage.seerr.user("ben", permissions=REQUEST, plex_id=1002)
        async with stage.house.storage.unit() as unit:
            await unit.viewers.link(Identity("plex", "1002", "v-owner"))
        name = f"{title_of(57)} Series"
        stage.seerr.knows("tv", 57, name, seasons=(1, 2, 3, 4))
        for who in ("v-anna", "v-owner"):
            told = await stage.house.press(choices(await stage.house.say(f"request {name}", who))["Season 2"], who)
        assert "You wait along" in said(told)
        assert not await stage.requests("v-owner")
        assert [want.item_id for want in await stage.wants("v-owner")] == ["tv:57"]
