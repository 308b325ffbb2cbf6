"""Duplicates, restarts, strangers, somebody else's buttons, broken input: the bot stays polite and whole."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import pytest

from bot.dispatcher import Dispatcher
from bot.vocabulary import Account, Invocation, Press, Room
from engine.domain.items import Item
from engine.domain.viewers import Role
from tests.conversations.household import SECRET, House, cards, choices, name, open_house, said, token

pytestmark = pytest.mark.untraced

HELLO = Invocation("one", Account("chat", "v-anna"), Room("r"), "rate", "Parasite 9", None)  # type: ignore[arg-type] - no clock is read of it


async def test_the_same_update_twice_is_answered_once(house: House) -> None:
    first, second = [await house.gateway.invoke(HELLO) for _ in range(2)]
    assert said(first)
    assert second.parts == ()
    assert len(await house.facts()) == 1


async def test_the_same_press_twice_is_answered_once(house: House) -> None:
    shown = await house.say("tonight")
    first, second = [await house.press(token(shown, "like"), update="same") for _ in range(2)]
    assert first.parts
    assert second.parts == ()


async def test_buttons_of_an_old_card_work_after_a_restart(house: House) -> None:
    shown = await house.say("tonight")
    await house.restart()
    for verb in ("why", "open", "like", "save", "seen", "next"):
        answer = await house.press(token(shown, verb, 2))
        assert cards(answer) or name(cards(shown)[1]) in said(answer)
    assert cards(await house.press(shown.actions[0].token))


async def test_typed_words_and_undo_work_after_a_restart(house: House) -> None:
    shown = await house.say("tonight")
    await house.say("rate Parasite 9")
    await house.restart()
    assert name(cards(shown)[1]) in said(await house.say("why 2"))
    assert cards(await house.say("2"))[0].title == cards(shown)[1].title
    assert "taken back" in said(await house.say("undo"))


BUTTONS = ("next", "/next", "Next?", "like", "details", "weiter", "Gefällt mir", "merken", "Déjà vu ?", "schon gesehen")


@pytest.mark.parametrize("typed", BUTTONS)
async def test_the_word_of_a_button_alone_asks_for_the_number(house: House, typed: str) -> None:
    assert "not shown you anything here yet" in said(await house.say(typed))
    await house.say("tonight")
    word = typed.strip("/ ?")
    assert f"Put its number after it, such as “{word} 1”" in said(await house.say(typed))
    assert "Put its number" not in said(await house.say(f"{word} 1"))


@pytest.mark.parametrize("typed", ["liked 1", "Gefällt dir 1", "aimé 1", "mag ich 1", "aime 1", "saved 1", "gemerkt 1"])
async def test_the_label_of_a_pressed_button_is_that_button(house: House, typed: str) -> None:
    shown = await house.say("tonight")
    button = "save" if typed in {"saved 1", "gemerkt 1"} else "like"
    pressed = said(await house.press(token(shown, button)))
    assert "For that mood" not in (again := said(await house.say(typed)))
    assert name(cards(shown)[0]) in pressed
    assert name(cards(shown)[0]) in again


@pytest.mark.parametrize("typed", ["love", "horror", "traurig", "drôle"])
async def test_a_lonely_word_that_is_no_button_is_a_mood_still(house: House, typed: str) -> None:
    await house.say("tonight")
    assert cards(await house.say(typed))


async def test_a_card_that_is_gone_says_so(house: House) -> None:
    gone = said(await house.press("why:slate-long-gone:1"))
    assert gone == house.services.translations.to("en").text("error-button-expired")


async def test_somebody_elses_button_is_refused_kindly_and_says_nothing_of_the_title(house: House) -> None:
    shown = await house.say("tonight")
    for verb in ("why", "like", "open", "next"):
        answer = await house.press(token(shown, verb), "v-ben")
        assert said(answer)
        assert not cards(answer)
        assert name(cards(shown)[0]) not in said(answer)
    assert said(await house.press(shown.actions[0].token, "v-ben"))
    assert not cards(house.shown[-1])
    assert not await house.facts("v-ben", cards(shown)[0].item_id)


@pytest.mark.parametrize(
    "hostile",
    ["", ":", "like", "like:", "like:x:1", "like:slate-0000000:0", "like:slate-0000000:1:2", "like:slate-0000000:-1",
     "rm:slate-0000000:1", "choose:rate:9", "choose:quit::movie:496243", f"choose:whynot::{SECRET}",
     "choose:be::movie:1",
     "run:%FF", "run:", "undo:nothing", "more:slate-0000000", "be:1", "be:x", "LIKE:slate-0000000:1", "x" * 65,
     "choose:rate:x:movie:496243", "like:slate-0000000:1\n", "choose:similar::~AAAAAAAAAAAAAAAA", "why:\u0661:1"],
)  # fmt: skip
async def test_a_token_nobody_wrote_is_answered_and_changes_nothing(house: House, hostile: str) -> None:
    answer = await house.press(hostile)
    assert said(answer)
    assert not cards(answer)
    assert "code" not in said(answer)
    assert not await house.facts()


@pytest.mark.parametrize(
    "hostile",
    ["\x00", "\x1b[2J", "/", "//", "/ /", " ", "\u202e", "🎬" * 500, "rate", "rate 9", "why", "undo undo", "a" * 4_999,
     "tonight " + "x" * 4_000,
     "similar \x07", "watchlist add", "watchlist drop", "help \n help", '"', 'like:"', "/mood",
     "search", "hide 99", "rate x 9 9", "9" * 4_000, "tonight year:99999999", "tonight limit:0", "tonight 1990-1980"],
)  # fmt: skip
async def test_whatever_is_typed_gets_an_answer(house: House, hostile: str) -> None:
    answer = await house.say(hostile)
    assert answer.parts
    assert "went wrong" not in said(answer)
    assert await house.transcript(hostile, "/quit") is not None


async def test_too_long_a_message_is_refused_with_the_limit(house: House) -> None:
    assert "5,000" in said(await house.say("x" * 5_001))


async def test_strangers_are_told_how_to_be_let_in_and_nothing_else(house: House) -> None:
    for line in ("tonight", "search Parasite", "me", "undo", "something funny"):
        answer = await house.say(line, "nobody")
        assert "not joined" in said(answer)
    assert said(await house.say("help", "nobody")).startswith("You can")
    shown = await house.say("tonight")
    assert "not joined" in said(await house.press(token(shown, "why"), "nobody"))
    assert "not joined" in said(await house.press("be:1", "nobody"))


async def test_in_the_demo_one_can_be_anybody(demo: House) -> None:
    asked = await demo.say("tonight", "stranger")
    assert set(choices(asked)) == {"Anna", "Ben", "Chloé", "Nemo", "Olga"}
    assert "Ben" in said(await demo.press(choices(asked)["Ben"], "stranger"))
    assert said(await demo.say("heute", "stranger")).startswith("Für heute Abend, Ben")
    assert "Chloé" in said(await demo.say("sei chloe", "stranger"))
    assert set(choices(await demo.say("être qwertz", "stranger"))) == set(choices(asked))


async def test_outside_the_demo_nobody_can_be_somebody_else(house: House) -> None:
    await house.say("be Olga")
    assert "Anna" in said(await house.say("me"))
    assert "/be" not in said(await house.say("help"))
    await house.press("be:5")
    assert "Anna" in said(await house.say("me"))


async def test_on_a_fresh_installation_the_console_becomes_the_first_admin_once() -> None:
    house = await open_house(empty=True)
    account = Account("console", "console", "rosa", "de-AT")
    now = house.clock.now()
    hello = await house.gateway.invoke(Invocation("1", account, Room("r"), "ich", "", now))
    assert "rosa" in said(hello)
    async with house.storage.unit() as unit:
        (rosa,) = await unit.viewers.all()
    assert rosa.role is Role.ADMIN
    assert rosa.locale == "de"
    assert rosa.library_ids == {"films", "series", "attic"}
    other = await house.gateway.invoke(Invocation("2", Account("chat", "x"), Room("r"), "me", "", now))
    assert "not joined" in said(other)


async def test_one_persons_messages_are_answered_in_order(house: House) -> None:
    scores = [f"rate Parasite {score}" for score in (3, 4, 5, 6, 7, 8)]
    await asyncio.gather(*(house.say(line) for line in scores))
    assert [fact.rating for fact in await house.facts()] == [8.0]


async def test_an_unexpected_error_is_logged_by_a_code_without_words_of_the_person(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise ValueError("secret words of Anna")

    house.gateway = Dispatcher(replace(house.services, recommender=Broken()))  # type: ignore[arg-type] - broken on purpose
    with caplog.at_level(logging.ERROR):
        text = said(await house.say("tonight my secret words"))
    (record,) = caplog.records
    code = text.partition("code ")[2].partition(")")[0]
    assert code
    assert code in record.getMessage()
    assert "secret" not in caplog.text
    assert "kept" in text


async def test_a_store_that_fails_is_an_answer_too(house: House) -> None:
    class Failing:
        def unit(self, *, lasting: bool = True) -> object:
            raise OSError("disk")

    house.gateway = Dispatcher(replace(house.services, storage=Failing()))  # type: ignore[arg-type] - broken on purpose
    assert "went wrong" in said(await house.say("tonight"))
    assert "went wrong" in said(await house.press("like:slate-0000000:1"))


async def test_titles_with_endless_ids_still_fit_on_buttons(house: House) -> None:
    async with house.storage.unit() as unit:
        parasite = await unit.items.get("movie:496243")
        assert isinstance(parasite, Item)
        await unit.items.upsert([replace(parasite, id="manga:provider:" + "k" * 200, title="Endless Id")])
    await house.services.snapshots.refresh()
    found = await house.say("search Endless Id")
    assert all(len(action.token) <= 64 for action in cards(found)[0].actions)
    assert "Endless Id" in said(await house.press(token(found, "seen")))


async def test_press_of_a_stranger_platform_account_is_not_the_same_person(house: House) -> None:
    shown = await house.say("tonight")
    press = Press("p", Account("other", "v-anna"), Room("r"), token(shown, "why"), house.clock.now())
    assert "not joined" in said(await house.gateway.press(press))


async def test_me_gives_a_link_that_signs_in_only_where_nobody_reads_along(house: House) -> None:
    said_alone = await house.say("me")
    assert "/signin/" in (said_alone.actions[0].url or "")
    invocation = Invocation("room", Account("chat", "v-anna"), Room("r", private=False), "me", "", house.clock.now())
    in_company = await house.gateway.invoke(invocation)
    assert in_company.actions[0].url == "http://127.0.0.1:8420"


async def test_the_demos_page_follows_who_one_is(demo: House) -> None:
    await demo.say("be", "v-anna")
    await demo.say("be Ben", "v-anna")
    async with demo.storage.unit() as unit:
        assert await unit.values.get("demo-viewer") == "v-ben"


async def test_hello_says_who_one_is(house: House, demo: House) -> None:
    assert "Anna" in said(await house.say("", command="start"))
    assert "/be" in said(await demo.say("", command="start"))
    assert said(await house.say("bonjour", "v-chloe")).startswith("Bonjour Chloé")
