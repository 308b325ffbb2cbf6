"""Messages that are brought up to date, or left as they are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from adapters.chat.telegram.keyboard import KEPT
from bot.gateway import Delivered
from bot.vocabulary import Action, Answer, Card, Room, Text
from engine.errors import RecommendarrError
from tests.adapters.chat.telegram.house import Chatting, chatting
from tests.adapters.chat.telegram.test_conversations import CARD, outgoing, pictures

ROOM = Room("-1001", private=False)
SEEN = replace(CARD, badges=("seen",), actions=())


@pytest.fixture
async def chat() -> AsyncIterator[Chatting]:
    async with chatting() as opened:
        pictures(opened.fake)
        yield opened


async def shows(chat: Chatting, done: Delivered, card: Card = SEEN, room: Room = ROOM, *actions: Action) -> Delivered:
    answer = Answer((card,), replaces=True, actions=actions)
    try:
        return await chat.adapter.deliver(
            outgoing(answer, room=room, edits=done.messages, name="update", or_nothing=True)
        )
    except RecommendarrError:
        return Delivered()  # the post lets it go


@pytest.mark.parametrize("poster", [CARD.poster_url, None, "http://nas.lan/gone.jpg"])
async def test_a_card_shows_its_new_state_where_it_is_with_the_photo_it_has(chat: Chatting, poster: str | None) -> None:
    done = await chat.adapter.deliver(outgoing(Answer((CARD,))))
    more = Action("More", "more:s")
    again = await shows(chat, done, replace(SEEN, poster_url=poster), ROOM, more)
    (message,) = chat.fake.seen(chat.anna)
    assert (again.messages, bool(message.photo)) == (done.messages, True)
    assert "seen" in message.text
    assert [button["text"] for button in message.buttons] == [f"More{KEPT}"]


@pytest.mark.parametrize("what", ["deleted", "blocked", "not started", "another chat", "old server"])
async def test_what_cannot_be_edited_any_more_is_written_nowhere(chat: Chatting, what: str) -> None:
    first = Text("Words alone.") if what == "old server" else CARD
    room = ROOM if what == "another chat" else Room("11")
    done = await chat.adapter.deliver(outgoing(Answer((first,), private=what != "another chat"), room=room))
    if what == "deleted":
        chat.fake.seen(chat.anna)[0].deleted = True
    elif what == "blocked":
        chat.fake.standing(chat.anna, "kicked")
    chat.anna.started = what != "not started"
    chat.fake.old = what == "old server"
    before = [(one.id, one.text) for where in (chat.anna, chat.room) for one in chat.fake.seen(where)]
    assert await shows(chat, done) == Delivered()
    assert [(one.id, one.text) for where in (chat.anna, chat.room) for one in chat.fake.seen(where)] == before


async def test_a_name_that_is_no_message_is_left_alone(chat: Chatting) -> None:
    assert await shows(chat, Delivered(("nonsense",))) == Delivered()
    assert not chat.fake.seen(chat.anna)
