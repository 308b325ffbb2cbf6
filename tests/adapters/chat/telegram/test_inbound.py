"""What Telegram's updates mean, strange ones included."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.chat.telegram.inbound import Idle, Me, Moved, Standing, chat_of, number_of, read
from adapters.chat.telegram.reference import Note, Place, Reference, read_note, read_place, read_reference
from bot.vocabulary import LONGEST_REFERENCE, Invocation, Press, Room
from engine.testing.clock import START

pytestmark = pytest.mark.untraced

ME = Me(99, "film_bot", frozenset({"tonight", "help", "start", "group"}))
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}
ANNA = {"id": 5, "is_bot": False, "first_name": "Anna", "last_name": "Ash", "language_code": "de-AT"}
OWN = {"message_id": 3, "from": {"id": 99, "is_bot": True}, "chat": GROUP, "date": 1}


def message(text: object = "hello", chat: object = PRIVATE, **more: object) -> dict[str, Any]:
    told = {"message_id": 7, "date": 1_700_000_000, "chat": chat, "from": ANNA, "text": text}
    return {"update_id": 1, "message": told | more}


def said(update: dict[str, Any]) -> tuple[str, str] | None:
    meaning = read(update, ME, START)
    assert meaning is None or isinstance(meaning, Invocation)
    return None if meaning is None else (meaning.command, meaning.text)


def test_a_command_in_a_private_chat_is_read_whole() -> None:
    meaning = read(message("/Tonight  a comedy\nunder 100 minutes "), ME, START)
    assert isinstance(meaning, Invocation)
    assert (meaning.id, meaning.command, meaning.text) == ("99:1", "tonight", "a comedy\nunder 100 minutes")
    assert (meaning.account.id, meaning.account.name, meaning.account.locale) == ("5", "Anna Ash", "de-AT")
    assert meaning.room == Room("5", private=True)
    assert meaning.at.timestamp() == 1_700_000_000
    assert read_reference(meaning.reference).message == 7


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("something funny", ("mood", "something funny")),
        ("  two\nlines ", ("mood", "two\nlines")),
        ("/tonight@Film_Bot short", ("tonight", "short")),
        ("/tonight@other_bot", None),
        ("/no-such-thing x", ("no-such-thing", "x")),
        ("/start hello", ("start", "")),
        ("/start L1NK", ("start", "L1NK")),
        ("/hilfe", ("hilfe", "")),
        ("/ tonight", ("mood", "tonight")),
        ("//", ("help", "")),
        ("@film_bot", ("help", "")),
    ],
)
def test_what_is_said_in_private_is_meant_for_the_bot(text: str, meant: tuple[str, str] | None) -> None:
    assert said(message(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("something funny", None),
        ("/tonight", ("tonight", "")),
        ("/tonight@film_bot x", ("tonight", "x")),
        ("/tonight@other_bot x", None),
        ("/weather London", None),
        ("/weather@film_bot London", ("weather", "London")),
        ("hey @Film_Bot, something  funny", ("mood", "hey something funny")),
        ("hey @film_bots something", None),
        ("@film_bot", ("help", "")),
    ],
)
def test_in_a_room_the_bot_answers_only_where_it_is_addressed(text: str, meant: tuple[str, str] | None) -> None:
    assert said(message(text, GROUP)) == meant


def test_a_reply_to_the_bot_addresses_it_and_quotes_the_message() -> None:
    meaning = read(
        message("more like this", GROUP, reply_to_message=OWN | {"photo": [{"file_unique_id": "u"}]}), ME, START
    )
    assert isinstance(meaning, Invocation)
    assert (meaning.command, meaning.quoted) == ("mood", "-100/3/u")
    assert not meaning.room.private
    assert said(message("/weather", GROUP, reply_to_message=OWN)) == ("weather", "")
    other = OWN | {"from": {"id": 98, "is_bot": True}}
    assert said(message("more like this", GROUP, reply_to_message=other)) is None


def test_a_topic_of_a_forum_is_a_room_of_its_own() -> None:
    meaning = read(message("/tonight", GROUP, is_topic_message=True, message_thread_id=12), ME, START)
    assert isinstance(meaning, Invocation)
    assert read_place(meaning.room) == Place(-100, 12)
    assert read_place(Room("-100")) == Place(-100)


def test_what_was_told_to_another_bot_is_not_done_when_it_is_forwarded() -> None:
    assert said(message("/forget me", forward_origin={"type": "hidden_user"})) == ("mood", "forget me")


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"update_id": "1", "message": {}},
        {"update_id": 1},
        {"update_id": 1, "message": "x"},
        {"update_id": 1, "edited_message": message()["message"]},
        {"update_id": 1, "channel_post": message()["message"]},
        message(text=7),
        message(text=""),
        message(chat={"id": "5", "type": "private"}),
        message(chat={"id": -5, "type": "channel"}),
        message(chat=None),
        message(**{"from": {"id": 5, "is_bot": True}}),
        message(**{"from": {"id": True, "is_bot": False}}),
        message(via_bot={"id": 1}),
        message(sender_chat={"id": -5}),
        {"update_id": 1, "callback_query": {"id": 3}},
        {"update_id": 1, "my_chat_member": {"chat": GROUP, "new_chat_member": {"status": "kicked"}}},
        {"update_id": 1, "my_chat_member": {"chat": [], "new_chat_member": 4}},
    ],
)
def test_what_is_none_of_the_bots_business_is_passed_over(update: dict[str, Any]) -> None:
    assert read(update, ME, START) is None


def press(**more: object) -> dict[str, Any]:
    told = {"id": "77", "from": ANNA, "data": "like:slate-0000000:1", "message": OWN | {"chat": PRIVATE}}
    return {"update_id": 2, "callback_query": told | more}


def test_a_press_knows_its_message_and_what_stays_under_it() -> None:
    keyboard = {
        "inline_keyboard": [
            [{"text": "Like", "callback_data": "like:x"}],
            [{"text": "More\u2060", "callback_data": "more:x"}],
        ]
    }
    shown = OWN | {
        "chat": PRIVATE,
        "photo": [{"file_unique_id": "s"}, {"file_unique_id": "l"}],
        "reply_markup": keyboard,
    }
    meaning = read(press(message=shown), ME, START)
    assert isinstance(meaning, Press)
    assert (meaning.token, meaning.message, meaning.at) == ("like:slate-0000000:1", "5/3/l", START)
    assert read_reference(meaning.reference) == Reference(3, "77", (("More\u2060", "more:x"),))


def test_a_press_on_a_message_telegram_forgot_can_still_be_answered() -> None:
    meaning = read(press(message={"chat": PRIVATE, "message_id": 3, "date": 0}), ME, START)
    assert isinstance(meaning, Press)
    assert meaning.message == "5/3/?"
    assert read_note(meaning.message) == Note(5, 3, None)


@pytest.mark.parametrize(
    "more", [{"data": None}, {"data": ""}, {"message": None}, {"from": {}}, {"message": {"date": 0}}]
)
def test_a_press_that_means_nothing_is_still_acknowledged(more: dict[str, object]) -> None:
    assert read(press(**more), ME, START) == Idle("77")


def test_blocking_and_moving_are_noticed() -> None:
    standing = {"chat": PRIVATE, "new_chat_member": {"status": "kicked"}}
    assert read({"update_id": 1, "my_chat_member": standing}, ME, START) == Standing(5, welcome=False)
    standing = {"chat": PRIVATE, "new_chat_member": {"status": "member"}}
    assert read({"update_id": 1, "my_chat_member": standing}, ME, START) == Standing(5, welcome=True)
    assert read(message(None, GROUP, migrate_to_chat_id=-1_009), ME, START) == Moved(-100, -1_009)


def test_updates_of_one_chat_stay_together_and_those_of_none_stand_alone() -> None:
    assert chat_of(message()) == chat_of(press()) == 5
    assert chat_of({"update_id": 1}) != chat_of({"update_id": 1})
    assert (number_of(message()), number_of({"update_id": "x"})) == (1, 0)


def test_another_bots_updates_have_other_ids() -> None:
    first, second = read(message(), ME, START), read(message(), Me(98, "film_bot"), START)
    assert isinstance(first, Invocation)
    assert isinstance(second, Invocation)
    assert first.id != second.id


def test_a_reference_is_never_too_long() -> None:
    many = tuple((f"{'万' * 60}\u2060", f"more:{number}{'x' * 50}") for number in range(30))
    reference = read_reference(str(Reference(3, "77", many)))
    assert len(str(reference).encode()) <= LONGEST_REFERENCE
    assert reference.query == "77"
    assert 0 < len(reference.kept) < 30


@pytest.mark.parametrize("name", ["", "x", "1", "1/x/", "a/1/", "1/ /"])
def test_a_message_id_of_somebody_elses_is_none(name: str) -> None:
    assert read_note(name) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["update_id", "message", "callback_query", "chat", "from", "id", "type", "text", "data", "message_id",
             "is_bot", "reply_to_message", "photo", "reply_markup", "inline_keyboard", "date", "my_chat_member"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=25,
)  # fmt: skip


@given(JSON)
@settings(max_examples=200, deadline=None)
def test_no_update_is_too_strange_to_be_read(update: object) -> None:
    if isinstance(update, dict):
        read({"update_id": 1, **update}, ME, START)
        chat_of(update)
