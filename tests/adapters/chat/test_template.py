"""The template is a platform like any other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.chat._template import PLATFORM
from adapters.chat._template.client import Client
from adapters.chat._template.inbound import read
from adapters.chat._template.outbound import write
from bot.vocabulary import Answer, Invocation, Press
from engine.domain.records import Identity
from engine.errors import SourceUnavailable
from engine.testing.clock import START
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.conversations.household import House, open_house


class Peer:
    """The other end of the wire."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def say(self, **update: object) -> list[dict[str, object]]:
        """Messages that come back within a moment, at least one."""
        await self.send(json.dumps(update))
        messages = [json.loads(await asyncio.wait_for(self._reader.readline(), 20))]
        try:
            while line := await asyncio.wait_for(self._reader.readline(), 0.2):
                messages.append(json.loads(line))
        except TimeoutError:
            return messages
        return messages

    async def send(self, line: str) -> None:
        self._writer.write(line.encode() + b"\n")
        await self._writer.drain()

    async def close(self) -> None:
        self._writer.close()


@asynccontextmanager
async def connected(house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Peer]:
    async with house.storage.unit() as unit:
        await unit.viewers.link(Identity("_template", "anna", "v-anna"))
    peers: asyncio.Queue[Peer] = asyncio.Queue()
    server = await asyncio.start_server(lambda reader, writer: peers.put_nowait(Peer(reader, writer)), "127.0.0.1", 0)
    monkeypatch.setenv("RECOMMENDARR_TEMPLATE_HOST", "127.0.0.1")
    monkeypatch.setenv("RECOMMENDARR_TEMPLATE_PORT", str(server.sockets[0].getsockname()[1]))
    adapter = await PLATFORM.open(house.gateway, house.services)
    running = asyncio.create_task(adapter.run())
    peer = await peers.get()
    try:
        yield peer
    finally:
        await peer.close()
        await asyncio.wait_for(running, 10)
        server.close()
        await server.wait_closed()


class TestTemplate(ChatAdapterContract):
    folder = "_template"

    def written(self, answer: Answer) -> list[str]:
        messages = write(answer, "room")
        return [_told(message) for message in messages]

    async def converse(self, house: House, *lines: str) -> str:
        with pytest.MonkeyPatch.context() as monkeypatch:
            async with connected(house, monkeypatch) as peer:
                told = [
                    _told(message)
                    for number, line in enumerate(lines)
                    for message in await peer.say(**{"id": number, "from": "anna", "text": line})
                ]
        return "\n".join(told)


def _told(message: dict[str, object]) -> str:
    buttons = message.get("buttons", [])
    assert isinstance(buttons, list)
    said = [str(message["text"]), str(message.get("picture", ""))]
    return "\n".join([*said, *(f"{button['label']} {button.get('url', '')}" for button in buttons)])


async def test_buttons_come_back_as_presses_and_nonsense_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    house = await open_house()
    async with connected(house, monkeypatch) as peer:
        await peer.send("no json")
        await peer.send("[1, 2]")
        await peer.send('{"id": "x"}')
        shown = await peer.say(id="1", **{"from": "anna"}, text="/tonight 1")
        buttons = shown[1]["buttons"]
        assert isinstance(buttons, list)
        liked = await peer.say(id="2", **{"from": "anna"}, press=buttons[1]["token"])
        assert "Noted: you like" in str(liked[0]["text"])


async def test_a_platform_that_does_not_answer_is_a_source_that_is_away() -> None:
    with pytest.raises(SourceUnavailable):
        await Client.connect("127.0.0.1", 1)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"id": 1},
        {"id": 1, "from": "a"},
        {"id": 1, "from": "a", "text": " "},
        {"id": 1, "from": "a", "text": 7},
    ],
)
def test_updates_that_mean_nothing_are_passed_over(update: dict[str, object]) -> None:
    assert read(update, START) is None


def test_updates_are_read() -> None:
    said = read({"id": 7, "from": "a", "text": "/Tonight comedy", "room": "r", "locale": "de"}, START)
    assert isinstance(said, Invocation)
    assert (said.id, said.command, said.text) == ("7", "tonight", "comedy")
    assert not said.room.private
    assert said.account.locale == "de"
    pressed = read({"id": 8, "from": "a", "press": "more:x"}, START)
    assert isinstance(pressed, Press)
    assert pressed.room.private
    sentence = read({"id": 9, "from": "a", "text": "something funny"}, START)
    assert isinstance(sentence, Invocation)
    assert sentence.command == "mood"
