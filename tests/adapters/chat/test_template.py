"""The template is a platform like any other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from adapters.chat._template.client import Client
from adapters.chat._template.inbound import read
from adapters.chat._template.outbound import messages, write
from adapters.storage import open_storage
from bot.gateway import Outgoing
from bot.vocabulary import Account, Answer, Invocation, Press, Room, Text
from engine.errors import SourceUnavailable
from engine.ports.storage import Storage
from engine.testing.clock import START
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.contracts.chat_service import ChatServiceContract
from tests.contracts.conftest import empty
from tests.contracts.driver import Driver, told, until
from tests.contracts.service import Service, serving
from tests.conversations.household import House
from tests.fakes.template.driver import TemplateDriver, open_driver

pytestmark = pytest.mark.untraced


class TestTemplate(ChatAdapterContract):
    folder = "_template"

    def written(self, answer: Answer) -> list[str]:
        return [_told(message) for message in write(answer, "room")]

    async def converse(self, house: House, *lines: str) -> str:
        async with open_driver() as driver, serving(house.storage, driver, furnished=True) as service:
            for line in lines:
                before = len(driver.read())
                await driver.say(line)
                await until(driver, lambda seen, before=before: len(seen) > before)
                await service.quiet()
            return told(driver.read()) + "\n".join(name for seen in driver.read() for name in seen.buttons)


class TestTemplateService(ChatServiceContract):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        return open_driver()

    async def test_nonsense_is_passed_over(self, service: Service, driver: TemplateDriver) -> None:
        for line in ("no json", "[1, 2]", '{"id": "x"}', '{"took": "nobody"}', "7"):
            await driver.raw(line)
        await driver.say("/me")
        await until(driver, lambda seen: "You are Anna" in told(seen))

    async def test_a_new_state_of_a_message_that_is_gone_is_not_written_anew(
        self, service: Service, driver: TemplateDriver
    ) -> None:
        await driver.say("/me")
        (seen,) = await until(driver, lambda seen: "You are Anna" in told(seen))
        anna, state = Account("_template", driver.account("anna")), Answer((Text("You are somebody."),))
        for shown in (["You are somebody."], []):
            assert await service.post.bring_up_to_date(seen.id, anna, Room("anna"), state, locale="en")
            await service.quiet()
            assert [one.text for one in driver.read()] == shown
            if shown:
                await driver.delete(seen)
        assert await service.waiting() == (0, 0, 0)

    async def test_a_connection_that_breaks_is_opened_anew_and_nothing_is_lost(
        self, service: Service, driver: TemplateDriver
    ) -> None:
        service.dispatcher.gate.clear()
        await driver.say("/me")
        await service.accepted()
        await driver.hang_up()
        service.dispatcher.gate.set()
        await driver.ready("")
        seen = await until(driver, lambda seen: "You are Anna" in told(seen))
        assert len(seen) == 1
        await driver.say("/rate Parasite 8")
        await until(driver, lambda seen: "8 out of 10" in told(seen))


class TestTemplateServiceOnPostgres(TestTemplateService):
    @pytest.fixture
    async def storage(self, tmp_path: Path, postgres_url: str) -> AsyncIterator[Storage]:
        opened = await open_storage(postgres_url, tmp_path)
        await empty(postgres_url)
        yield opened
        await opened.close()


def _told(message: dict[str, object]) -> str:
    buttons = message.get("buttons", [])
    assert isinstance(buttons, list)
    said = [str(message["text"]), str(message.get("picture", ""))]
    return "\n".join([*said, *(f"{button['label']} {button.get('url', '')}" for button in buttons)])


async def test_a_platform_that_does_not_answer_is_a_source_that_is_away() -> None:
    with pytest.raises(SourceUnavailable):
        await Client.connect("127.0.0.1", 1)


async def test_what_is_never_confirmed_is_a_source_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.chat._template.client.PATIENCE", 0.1)
    async with open_driver() as driver:
        monkeypatch.setattr(driver, "_take", lambda message, writer: None)
        client = await Client.connect("127.0.0.1", int(driver.environment["RECOMMENDARR_TEMPLATE_PORT"]))
        with pytest.raises(SourceUnavailable):
            await client.send("key", {"room": "r", "text": "t"})
        await client.close()


def test_a_private_answer_never_goes_to_the_room_and_edits_what_it_replaces() -> None:
    room, anna = Room("lounge", private=False), Account("_template", "anna")
    answer = Answer((Text("one"), Text("two")))
    assert [message["room"] for message in messages(Outgoing("o", room, anna, answer))] == ["anna", "anna"]
    shared = messages(Outgoing("o", room, anna, Answer(answer.parts, private=False), edits=("m1",)))
    assert [(message["room"], message.get("edits")) for message in shared] == [("lounge", "m1"), ("lounge", None)]


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
    said = read({"id": 7, "from": "a", "text": "/Tonight comedy", "room": "r", "locale": "de", "quotes": "m3"}, START)
    assert isinstance(said, Invocation)
    assert (said.id, said.command, said.text, said.quoted) == ("7", "tonight", "comedy", "m3")
    assert not said.room.private
    assert said.account.locale == "de"
    pressed = read({"id": 8, "from": "a", "press": "more:x", "under": "m4"}, START)
    assert isinstance(pressed, Press)
    assert pressed.room.private
    assert pressed.message == "m4"
    sentence = read({"id": 9, "from": "a", "text": "something funny"}, START)
    assert isinstance(sentence, Invocation)
    assert sentence.command == "mood"
