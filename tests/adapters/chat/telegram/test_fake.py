"""The server the others are tested against is as strict as the real one."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.description import ABSENT, available, wrong_request, wrong_response
from tests.fakes.telegram.driver import open_driver
from tests.fakes.telegram.entities import covered, parse
from tests.fakes.telegram.refusal import Refusal

PICTURE = b"\x89PNG\r\n\x1a\n"
described = pytest.mark.skipif(not available(), reason=ABSENT)


class Api:
    """A bot that knows no manners."""

    def __init__(self, fake: FakeTelegram, session: aiohttp.ClientSession) -> None:
        self.fake, self._session = fake, session

    async def __call__(self, method: str, **given: Any) -> tuple[int, Any]:
        data = aiohttp.FormData()
        for key, value in given.items():
            if isinstance(value, bytes):
                data.add_field(key, io.BytesIO(value), filename="photo.png")
            else:
                data.add_field(key, value if isinstance(value, str) else json.dumps(value))
        async with self._session.post(f"{self.fake.url}/bot{self.fake.token}/{method}", data=data) as response:
            told = await response.json()
        return response.status, told.get("result", told.get("description"))


@asynccontextmanager
async def serving() -> AsyncIterator[Api]:
    fake = FakeTelegram()
    fake.pace.on = False
    fake.person(1, "Anna")
    fake.group(-1, "Film club")
    await fake.start()
    try:
        async with aiohttp.ClientSession() as session:
            yield Api(fake, session)
    finally:
        await fake.stop()


def keyboard(*rows: list[dict[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


BUTTON = {"text": "x", "callback_data": "x"}


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x" * 4_097}, "message is too long"),
        ({"text": "x", "parse_mode": "HTML", "chat_id": 7}, "chat not found"),
        ({"text": "x", "reply_markup": keyboard([BUTTON] * 9)}, "reply markup is too long"),
        ({"text": "x", "reply_markup": keyboard(*[[BUTTON]] * 101)}, "reply markup is too long"),
        ({"text": "x", "reply_markup": keyboard([{"text": "x", "callback_data": "ü" * 33}])}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard([{"text": " ", "callback_data": "x"}])}, "text is empty"),
        ({"text": "x", "reply_markup": keyboard([{"text": "x"}])}, "Text buttons are unallowed"),
        ({"text": "x", "reply_markup": keyboard([{"text": "x", "url": "http://localhost/"}])}, "Wrong HTTP URL"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 5}}, "message to be replied not found"),
    ],
)
async def test_messages_keep_to_the_limits(given: dict[str, Any], refusal: str) -> None:
    async with serving() as api:
        status, told = await api("sendMessage", **{"chat_id": 1, **given})
        assert status == 400
        assert refusal in told


async def test_lengths_are_counted_after_the_markup() -> None:
    async with serving() as api:
        status, told = await api("sendMessage", chat_id=1, text=f"<b>{'&amp;' * 4_096}</b>", parse_mode="HTML")
        assert (status, len(told["text"])) == (200, 4_096)
        status, told = await api("sendPhoto", chat_id=1, photo=PICTURE, caption="x" * 1_025)
        assert (status, told) == (400, "Bad Request: message caption is too long")


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ("a <b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("ü <x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<<b>x</b>", "Unsupported start tag"),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(markup: str, refusal: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(markup, "HTML")
    assert "can't parse entities: " in refused.value.description
    assert refusal in refused.value.description


def test_what_is_live_is_found() -> None:
    text, entities = parse('<a href="tg://user?id=5">A</a> 😀 @anna https://x.org/@ben #tag /run a@b', "HTML")
    found = [(entity["type"], covered(text, entity)) for entity in entities]
    assert found == [
        ("text_link", "A"), ("mention", "@anna"), ("url", "https://x.org/@ben"), ("hashtag", "#tag"),
        ("bot_command", "/run"),
    ]  # fmt: skip


async def test_edits_are_as_particular_as_telegrams() -> None:
    async with serving() as api:
        _, text = await api("sendMessage", chat_id=1, text="x")
        _, photo = await api("sendPhoto", chat_id=1, photo=PICTURE)
        where = {"chat_id": 1, "message_id": text["message_id"]}
        assert "message is not modified" in (await api("editMessageText", **where, text="x"))[1]
        assert "no caption" in (await api("editMessageCaption", **where, caption="y"))[1]
        assert (await api("editMessageText", **where, text="y", reply_markup=keyboard([BUTTON])))[0] == 200
        media = {"type": "photo", "media": "attach://p", "caption": "now a photo"}
        assert (await api("editMessageMedia", **where, media=media, p=PICTURE))[1]["photo"]
        where["message_id"] = photo["message_id"]
        assert "no text" in (await api("editMessageText", **where, text="y"))[1]
        assert (await api("deleteMessage", **where))[1] is True
        assert "not found" in (await api("deleteMessage", **where))[1]
        assert "message to edit not found" in (await api("editMessageReplyMarkup", **where))[1]
        own = api.fake.say(api.fake.person(1), "mine")
        assert "can't be" in (await api("editMessageText", chat_id=1, message_id=own.id, text="y"))[1]
        assert not api.fake.wrong


async def test_photos_must_be_photos_that_can_be_reached() -> None:
    async with serving() as api:
        api.fake.internet.update({"https://a.org/x.jpg": PICTURE, "https://a.org/x.svg": b"<svg/>"})
        for photo, refusal in (
            (b"<svg/>", "IMAGE_PROCESS_FAILED"),
            ("https://a.org/x.svg", "wrong type of the web page content"),
            ("http://127.0.0.1/x.jpg", "failed to get HTTP URL content"),
            ("nonsense", "wrong file identifier"),
        ):
            assert refusal in (await api("sendPhoto", chat_id=1, photo=photo))[1]
        _, sent = await api("sendPhoto", chat_id=1, photo="https://a.org/x.jpg")
        assert (await api("sendPhoto", chat_id=1, photo=sent["photo"][-1]["file_id"]))[0] == 200
        _, file = await api("getFile", file_id=sent["photo"][-1]["file_id"])
        assert file["file_path"].startswith("photos/")


async def test_a_press_is_answered_once() -> None:
    async with serving() as api:
        _, shown = await api("sendMessage", chat_id=1, text="x", reply_markup=keyboard([BUTTON]))
        query = api.fake.press(api.fake.person(1), "x", api.fake.messages[1, shown["message_id"]])
        assert "MESSAGE_TOO_LONG" in (await api("answerCallbackQuery", callback_query_id=query, text="x" * 201))[1]
        assert (await api("answerCallbackQuery", callback_query_id=query, text="Noted"))[0] == 200
        assert "query is too old" in (await api("answerCallbackQuery", callback_query_id=query))[1]


async def test_who_may_be_written_to() -> None:
    async with serving() as api:
        for state in ("blocked", "deactivated"):
            setattr(api.fake.person(1), state, True)
            assert (await api("sendMessage", chat_id=1, text="x"))[0] == 403
        api.fake.person(2, started=False)
        assert "can't initiate" in (await api("sendMessage", chat_id=2, text="x"))[1]
        api.fake.group(-1, "").kicked = True
        assert "kicked" in (await api("sendMessage", chat_id=-1, text="x"))[1]
        api.fake.token = "1:other"
        assert (await api("getMe"))[0] == 200


async def test_too_many_messages_are_too_many() -> None:
    async with serving() as api:
        api.fake.pace.on = True
        sent = [(await api("sendMessage", chat_id=1, text=str(number)))[0] for number in range(12)]
        assert sent[:8] == [200] * 8
        assert 429 in sent
        sent = [(await api("sendMessage", chat_id=-1, text=str(number)))[0] for number in range(22)]
        assert sent.count(200) <= 20


async def test_menus_and_webhooks_keep_to_the_rules() -> None:
    async with serving() as api:
        good = [{"command": "help", "description": "Helps."}]
        assert (await api("setMyCommands", commands=good, language_code="de"))[0] == 200
        assert (await api("getMyCommands", language_code="de"))[1] == good
        assert (await api("getMyCommands"))[1] == []
        assert (await api("deleteMyCommands", language_code="de"))[1] is True
        for commands in ([{"command": "No", "description": "x"}], [{"command": "no", "description": ""}], good * 101):
            assert (await api("setMyCommands", commands=commands))[0] == 400
        assert "HTTPS" in (await api("setWebhook", url="http://a.org/"))[1]
        assert "unallowed" in (await api("setWebhook", url="https://a.org/", secret_token="a b"))[1]
        assert (await api("setWebhook", url="https://a.invalid/", secret_token="ab"))[0] == 200
        assert (await api("getUpdates"))[0] == 409
        assert (await api("getWebhookInfo"))[1]["url"] == "https://a.invalid/"
        assert (await api("setWebhook", url=""))[0] == 200
        assert not api.fake.wrong


async def test_updates_stay_until_they_are_confirmed() -> None:
    async with serving() as api:
        for text in ("one", "two", "three"):
            api.fake.say(api.fake.person(1), text)
        _, first = await api("getUpdates", limit=2)
        assert [update["message"]["text"] for update in first] == ["one", "two"]
        _, rest = await api("getUpdates", offset=first[-1]["update_id"] + 1)
        assert [update["message"]["text"] for update in rest] == ["three"]
        assert len((await api("getUpdates", offset=-1))[1]) == 1
        api.fake.confirm(rest[-1]["update_id"] + 1)
        assert (await api("getUpdates", timeout=0))[1] == []


@described
async def test_what_breaks_the_description_is_noticed_on_both_sides() -> None:
    assert "text is missing" in wrong_request("sendMessage", {"chat_id": 1})
    assert "unknown" in wrong_request("sendMessage", {"chat_id": 1, "text": "x", "txet": "x"})
    assert wrong_request("sendMessage", {"chat_id": [], "text": "x"})
    assert not wrong_request("setMyCommands", {"commands": [], "scope": {"type": "all_private_chats"}})
    assert "no integer" in wrong_response("sendMessage", {"message_id": "1", "date": 1, "chat": {"id": 1, "type": "x"}})
    async with serving() as api:
        assert (await api("sendMessage", chat_id=1, txt="x"))[0] == 400
        assert (await api("sendMessage", chat_id=1, text="x", colour="red"))[0] == 400
        assert (await api("sendVideo", chat_id=1))[0] == 404
        assert len(api.fake.wrong) == 3


async def test_the_driver_shows_what_people_see() -> None:
    async with open_driver() as driver:
        assert driver.account("anna") == driver.account("anna") != driver.account("ben")
        assert driver.environment["RECOMMENDARR_TELEGRAM_API_URL"].startswith("http://127.0.0.1:")
        await driver.say("/help", room="club")
