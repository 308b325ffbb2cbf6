"""/request and its button: found here or in the world, asked of whoever gets it, and kept with its reason."""

from __future__ import annotations

import pytest

from bot.requesting.sought import twins
from bot.tokens import word_token
from engine.domain.acquisition import RequestState
from engine.domain.items import Item, MediaType
from engine.domain.records import Identity
from tests.bot.requesting.world import ANNA_PLEX, grabbing
from tests.conversations.household import SECRET_TITLE, cards, choices, said, token
from tests.fakes.seerr.world import REQUEST
from tests.fakes.tmdb.titles import title_of

FILM = title_of(60)
CLOSED = "Nothing Of This Name"


async def test_a_film_of_the_world_is_asked_of_radarr_in_a_word() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        stage.radarr.knows(60, FILM)
        text = said(await stage.house.say(f"request {FILM}"))
        assert FILM in text
        assert "requested" in text
        (made,) = await stage.requests()
        assert (made.instance, made.request_id, made.state) == ("radarr", "60", RequestState.APPROVED)
        assert [film["tmdbId"] for film in stage.radarr.films.values()] == [60]
        assert [want.item_id for want in await stage.wants()] == ["movie:60"]
        again = said(await stage.house.say(f"request {FILM}"))
        assert "asked for" in again
        assert len(stage.radarr.films) == 1
        assert "there already, or somebody has asked" in said(await stage.house.say(f"anfragen {FILM}", "v-owner"))
        assert not await stage.requests("v-owner")


async def test_the_button_of_a_card_becomes_its_state_and_keeps_the_reason() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        offer = await stage.house.say("grab type:movie")
        card = cards(offer)[0]
        number = int(card.item_id.rpartition(":")[2])
        stage.radarr.knows(number, title_of(number))
        answer = await stage.house.press(token(offer, "request"))
        assert answer.replaces
        assert [action.label for action in cards(answer)[0].actions][:2] == ["Requested", "You will hear"]
        (made,) = await stage.requests()
        assert token(offer, "request") == f"request:{made.slate_id}:{made.rank}"
        assert card.item_id not in [one.item_id for one in cards(await stage.house.say("grab 10"))]
        again = await stage.house.press(token(offer, "request"))
        assert "already" in said(again)
        assert len(await stage.requests()) == 1


async def test_a_series_asks_which_seasons_and_gets_only_those() -> None:
    async with grabbing("tmdb", "sonarr") as stage:
        name = f"{title_of(57)} Series"
        seasons = 1 + 57 % 6
        stage.sonarr.knows(70_057, name, seasons, tmdbId=57)
        answer = await stage.house.say(f"request {name}")
        offered = choices(answer)
        assert f"All {seasons} seasons" in offered
        assert "requested" in said(await stage.house.press(offered["Season 2"]))
        (made,) = await stage.requests()
        assert (made.request_id, made.seasons) == ("70057/2", (2,))
        (series,) = stage.sonarr.series.values()
        assert [one["seasonNumber"] for one in series["seasons"] if one["monitored"]] == [2]
        more = await stage.house.press(offered["Season 3"])
        assert "requested" in said(more)
        assert "asked for" in said(await stage.house.press(offered["Season 3"]))


async def test_an_ambiguous_title_asks_and_a_year_decides() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        for number, year in ((60, "1999"), (61, "2024")):
            stage.tmdb.extra["movie", number] = {"title": "Twice Told", "release_date": f"{year}-05-01"}
            stage.radarr.knows(number, "Twice Told")
        offered = choices(await stage.house.say("request Twice Told"))
        assert [label.split(" · ")[0] for label in offered] == ["Twice Told (1999)", "Twice Told (2024)"]
        assert "requested" in said(
            await stage.house.press(next(one for label, one in offered.items() if "2024" in label))
        )
        assert "requested" in said(await stage.house.say("request Twice Told (1999)"))
        assert {one.request_id for one in await stage.requests()} == {"60", "61"}


async def test_a_title_that_is_here_is_not_asked_for_but_another_of_its_name_may_be() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        assert "here already" in said(await stage.house.say("request Parasite"))
        stage.tmdb.extra["movie", 60] = {"title": "Parasite", "release_date": "1982-03-12"}
        stage.radarr.knows(60, "Parasite")
        offered = choices(await stage.house.say("request Parasite"))
        assert any("here already" in label for label in offered)
        older = next(one for label, one in offered.items() if "1982" in label)
        assert "requested" in said(await stage.house.press(older))
        assert not stage.radarr.wrong


async def test_what_nobody_knows_and_what_nobody_gets_says_so() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        assert "Zzyzx" in said(await stage.house.say("request Zzyzx Qwlrm Vbnty"))
        assert "no service for it" in said(await stage.house.say(f"request {title_of(60)} Series"))
        assert "radarr does not know" in said(await stage.house.say(f"request {FILM}"))
        assert not await stage.requests()
    async with grabbing("tmdb", know=False) as stage:
        assert "Seerr, Radarr or Sonarr" in said(await stage.house.say(f"request {FILM}"))


async def test_seerr_is_asked_as_the_person_with_their_quota_and_never_gone_round() -> None:
    async with grabbing("tmdb", "seerr", "radarr", know=False) as stage:
        anna = stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX, limit=1)
        for number in (60, 61):
            stage.seerr.knows("movie", number, title_of(number))
            stage.radarr.knows(number, title_of(number))
        text = said(await stage.house.say(f"request {FILM}"))
        assert "waits for a yes" in text
        (made,) = await stage.requests()
        assert (made.instance, made.state) == ("seerr", RequestState.PENDING)
        assert stage.seerr.world.requests[int(made.request_id)].user is anna
        assert "used up" in said(await stage.house.say(f"request {title_of(61)}"))
        assert "your own name" in said(await stage.house.say(f"request {title_of(61)}", "v-owner"))
        await stage.seerr.stop()
        assert "seerr" in said(await stage.house.say(f"request {title_of(61)}")).lower()
        assert not stage.radarr.films
        assert len(await stage.requests()) == 1


async def test_an_admin_decides_in_the_chat_and_the_person_hears_of_it() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        stage.seerr.user("anna", permissions=REQUEST, plex_id=ANNA_PLEX)
        for number in (60, 61):
            stage.seerr.knows("movie", number, title_of(number))
            await stage.house.say(f"request {title_of(number)}")
        first, second = sorted(one.request_id for one in await stage.requests())
        mine = said(await stage.house.say("requests"))
        assert mine.count("Waits for a yes") == 2
        waiting = await stage.house.say("requests", "v-owner")
        assert f"Anna would like {title_of(60)}" in said(waiting)
        no = word_token("decline", "seerr", first) or ""
        assert "Only whoever looks after" in said(await stage.house.press(no))
        assert "Declined" in said(await stage.house.press(no, "v-owner"))
        assert "Approved" in said(await stage.house.press(word_token("approve", "seerr", second) or "", "v-owner"))
        await stage.post.settle()
        states = {one.request_id: one.state for one in await stage.requests()}
        assert states == {first: RequestState.DECLINED, second: RequestState.APPROVED}
        assert [text for text in stage.sheets.texts if "declined" in text]
        assert "not there any more" in said(
            await stage.house.press(word_token("approve", "seerr", "999") or "", "v-owner")
        )


async def test_a_title_on_a_closed_shelf_is_answered_like_one_that_is_not_here_at_all() -> None:
    """What the service says is all that is said: nothing depends on shelves that the asker may not open."""
    answers = list[list[str]]()
    for there in (True, False):
        async with grabbing("tmdb", "radarr", know=False) as stage:
            stage.tmdb.extra["movie", 667] = {"title": CLOSED}
            stage.radarr.knows(667, CLOSED)
            if there:
                await stage.shelve("movie:667", "attic", CLOSED)
                await stage.house.services.snapshots.refresh()
            lines = (f"want {CLOSED}", "want", f"request {CLOSED}", f"request {CLOSED}", "requests")
            told = [said(await stage.house.say(line)) for line in lines]
            pressed = await stage.house.press(word_token("ask", "want", "movie:667") or "")
            answers.append([*told, said(pressed)])
            assert len(stage.radarr.films) == 1
    assert answers[0] == answers[1]
    assert "requested" in answers[0][2]
    assert "library" not in "".join(answers[0])


async def test_radarr_says_of_what_lies_on_a_closed_shelf_what_it_says_of_anything_it_has() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        stage.tmdb.extra["movie", 666] = {"title": SECRET_TITLE}
        for number, title in ((666, SECRET_TITLE), (60, FILM)):
            stage.radarr.has(number, title, hasFile=True)
        closed, other = [said(await stage.house.say(f"request {title}")) for title in (SECRET_TITLE, FILM)]
        assert closed.replace(SECRET_TITLE, FILM).replace("(1961)", "(1966)") == other
        assert "or somebody has asked for it" in closed


@pytest.mark.parametrize(
    "forged",
    ["ask:request", "ask:drop:movie:1", "ask:request:movie:x", "seasons:x:tv:1", "seasons:9999:tv:1", "unwant:",
     "approve:seerr", "approve:radarr:1", "seasons:all:id-0000000000009:1", "request:id-0000000000009:1"],
)  # fmt: skip
async def test_forged_buttons_change_nothing(forged: str) -> None:
    async with grabbing("radarr", know=False) as stage:
        assert said(await stage.house.press(forged, "v-owner"))
        assert not await stage.requests("v-owner")


def test_a_title_has_one_id_as_anime_and_one_as_what_it_is_otherwise() -> None:
    assert twins("tv:7") == ("tv:7", "anime:7")
    assert twins("anime:film:7") == ("anime:film:7", "movie:7")
    assert twins("manga:7") == ("manga:7",)
    assert twins("movie:imdb:tt7") == ("movie:imdb:tt7",)


async def test_a_conversation_at_the_console_from_the_offer_to_the_wish() -> None:
    async with grabbing("tmdb", "radarr") as stage:
        first = cards(await stage.house.say("grab type:movie 2"))[0]
        number = int(first.item_id.rpartition(":")[2])
        stage.radarr.knows(number, first.title)
        lines = ("/grab type:movie 2", "request 1", "/requests", "/want", "want 1", "/request")
        told = await stage.house.transcript(*lines)
        for word in (first.title, "grab ~", "Your request:", "You are waiting for one title", "<title>"):
            assert word in told
        assert "will not be told" in told
        assert len(stage.radarr.films) == 1


@pytest.mark.parametrize(("who", "line", "word"), [("v-ben", "holen", "TMDB"), ("v-chloe", "obtenir", "TMDB")])
async def test_what_is_missing_is_said_in_every_language(who: str, line: str, word: str) -> None:
    async with grabbing("radarr", know=False) as stage:
        text = said(await stage.house.say(line, who))
        assert word in text
        assert "Radarr" not in text


async def test_a_series_on_a_card_asks_for_seasons_and_keeps_the_reason() -> None:
    async with grabbing("tmdb", "sonarr") as stage:
        offer = await stage.house.say("grab type:tv 10")
        card = next(one for one in cards(offer) if 1 + int(one.item_id.rpartition(":")[2]) % 6 > 1)
        number = int(card.item_id.rpartition(":")[2])
        stage.sonarr.knows(70_000 + number, f"{title_of(number)} Series", 1 + number % 6, tmdbId=number)
        asked = await stage.house.press(token(offer, "request", card.number or 0))
        everything = choices(asked)[f"All {1 + number % 6} seasons"]
        assert "requested" in said(await stage.house.press(everything))
        (made,) = await stage.requests()
        assert (made.seasons, made.slate_id != "", made.rank) == ((), True, card.number)
        assert "asked for" in said(await stage.house.press(choices(asked)["Season 2"]))
        assert said(await stage.house.press(everything, "v-ben"))
        assert not await stage.requests("v-ben")


async def test_seerr_finds_a_person_by_any_of_their_accounts() -> None:
    async with grabbing("tmdb", "seerr", know=False) as stage:
        anna = stage.seerr.user("anna", permissions=REQUEST, jellyfin_id="a1b2c3d4e5f60718293a4b5c6d7e8f90")
        stage.seerr.knows("movie", 60, FILM)
        async with stage.house.storage.unit() as unit:
            await unit.viewers.link(Identity("jellyfin", "a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90", "v-anna"))
        assert "waits for a yes" in said(await stage.house.say(f"request {FILM}"))
        assert stage.seerr.world.requests[1].user is anna


async def test_without_the_world_only_what_the_catalogue_knows_can_be_asked_for() -> None:
    async with grabbing("radarr", know=False) as stage:
        stage.radarr.knows(60, FILM)
        assert "no title like" in said(await stage.house.say(f"request {FILM}"))
        loose = Item("movie:60", MediaType.MOVIE, FILM, 1966, runtime=100, imdb_id="tt1000060")
        async with stage.house.storage.unit() as unit:
            await unit.items.upsert([loose, Item("movie:mal:1", MediaType.MOVIE, "Numberless Wonder")])
        await stage.house.services.snapshots.refresh()
        assert FILM in said(await stage.house.say(f"request {FILM}"))
        assert [one.ids.imdb for one in await stage.requests()] == ["tt1000060"]
        assert "no number in TMDB" in said(await stage.house.say("request Numberless Wonder"))


async def test_while_the_world_does_not_answer_a_request_says_so_and_keeps_nothing() -> None:
    async with grabbing("tmdb", "radarr", know=False) as stage:
        stage.tmdb.faults.add("/3/", status=503, times=1_000)
        assert "tmdb" in said(await stage.house.say(f"request {FILM}")).lower()
        assert "here already" in said(await stage.house.say("request Parasite"))
        await stage.requesting.look_around(now=True)
        assert "no titles beyond" in said(await stage.house.say("grab"))
        assert not await stage.requests()
