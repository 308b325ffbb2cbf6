"""How updates come in: fetched or brought, safe before they are confirmed, whatever goes wrong."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr

from adapters.chat.telegram import PLATFORM
from adapters.chat.telegram.adapter import open_with
from adapters.chat.telegram.menus import menu
from adapters.chat.telegram.settings import PATH, TelegramSettings
from adapters.chat.telegram.webhook import HEADER
from bot.gateway import Described, Outgoing, State
from bot.settings import Settings
from bot.vocabulary import Account, Answer, Room, Text
from engine.errors import Misconfigured, SourceUnavailable
from tests.adapters.chat.telegram.house import QUICK, Chatting, chatting
from tests.conversations.household import TRANSLATIONS
from tests.fakes.telegram import FakeTelegram


async def test_an_update_that_comes_twice_is_answered_once() -> None:
    async with chatting() as chat:
        await chat.asked("/rate Parasite 9")
        chat.fake.again()
        await chat.settled()
        await chat.asked("/help")
        assert len([message for message in chat.fake.seen(chat.anna) if "9 out of 10" in message.text]) == 1


async def test_a_press_that_comes_twice_is_answered_once() -> None:
    async with chatting() as chat:
        shown = (await chat.asked("/tonight 1"))[-1]
        await chat.pressed("👍", shown)
        chat.fake.again()
        await chat.settled()
        assert shown.edited == 1


async def test_updates_in_the_wrong_order_are_all_answered() -> None:
    async with chatting(serve=False) as chat:
        chat.fake.reverse = True
        for score in (7, 8, 9):
            chat.fake.say(chat.anna, f"/rate Parasite {score}")
        await chat.serve()
        await chat.settled()
        told = [message.text for message in chat.fake.seen(chat.anna)]
        assert [f"{score} out of 10" in one for score, one in zip((9, 8, 7), told, strict=True)] == [True] * 3


async def test_no_update_is_confirmed_before_it_is_safe() -> None:
    async with chatting() as chat:
        accepted = chat.desk.accept
        tries = 0

        async def failing(update: Any) -> bool:
            nonlocal tries
            tries += 1
            if tries < 3:
                raise SourceUnavailable("database-busy")
            return await accepted(update)

        chat.desk.accept = failing  # type: ignore[method-assign] - the disk is full for a while
        chat.fake.say(chat.anna, "/help")
        await chat.fake.until(lambda: chat.adapter.state is State.FAILING)
        assert chat.fake.pending
        assert chat.adapter.trouble == "database-busy"
        await chat.fake.until(lambda: chat.fake.seen(chat.anna))
        await chat.settled()
        assert len(chat.fake.seen(chat.anna)) == 1
        assert tries == 3


async def test_what_came_in_while_nobody_was_there_is_answered_at_the_next_start() -> None:
    async with chatting(serve=False) as chat:
        chat.fake.say(chat.anna, "/help")
        await chat.close()
        await chat.open()
        await chat.serve()
        await chat.fake.until(lambda: chat.fake.seen(chat.anna))


async def test_strange_updates_do_not_stop_the_others() -> None:
    async with chatting() as chat:
        chat.fake.validates = False
        for strange in ({"update_id": 1}, {"update_id": 2, "message": {"chat": 7}}, {"update_id": 3, "message": [1]}):
            chat.fake._arrive(strange)
        chat.fake.fail("getUpdates", status=200, body=b'{"ok":true,"result":[7, {"no": "id"}, null]}')
        assert await chat.asked("/help")


@pytest.mark.parametrize("fault", ["cut", "502", "html", "slow", "limit", "list"])
async def test_a_poll_that_fails_is_tried_again(fault: str) -> None:
    async with chatting() as chat:
        match fault:
            case "cut":
                chat.fake.cut("getUpdates", times=2)
            case "502":
                chat.fake.fail("getUpdates", status=502, times=3)
            case "html":
                chat.fake.fail("getUpdates", status=200, body=b"<html>down for maintenance</html>", times=2)
            case "list":
                chat.fake.fail("getUpdates", status=200, body=b'{"ok":true,"result":{"a":1}}')
            case "slow":
                chat.fake.slow(4, "getUpdates")
            case _:
                chat.fake.limit(1, 1, "getUpdates")
        assert await chat.asked("/help")
        await chat.fake.until(lambda: chat.adapter.state is State.RUNNING)


async def test_telegram_that_is_away_at_the_start_is_waited_for() -> None:
    fake = FakeTelegram()
    async with chatting(fake, serve=False) as chat:
        fake.fail("getMe", status=500, times=3)
        await chat.serve(ready=False)
        await fake.until(lambda: chat.adapter.state is State.FAILING)
        assert chat.adapter.trouble == "telegram-unreachable"
        assert await chat.asked("/help")
        assert chat.adapter.trouble == ""


async def test_a_wrong_token_is_told_and_tried_slowly_without_being_told_itself(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("telegram").setLevel(logging.DEBUG)
    fake = FakeTelegram()
    async with chatting(fake, serve=False) as chat:
        fake.revoked = True
        await chat.serve(ready=False)
        await fake.until(lambda: chat.adapter.trouble == "telegram-token-refused")
        await asyncio.sleep(0.4)
        assert chat.adapter.state is State.FAILING
        fake.revoked = False
        assert await chat.asked("/help")
        assert chat.adapter.state is State.RUNNING
        warned = [record for record in caplog.records if "telegram-token-refused" in record.getMessage()]
        assert len(warned) == 1
        _is_discreet(caplog, fake.token)


async def test_a_token_revoked_while_running_keeps_what_waits(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with chatting() as chat:
        await chat.asked("/help")
        chat.fake.revoked = True
        with pytest.raises(SourceUnavailable) as refused:
            await chat.adapter.deliver(_hello())
        assert (refused.value.key, refused.value.__cause__) == ("telegram-token-refused", None)
        assert chat.adapter.state is State.FAILING
        chat.fake.revoked = False
        await chat.fake.until(lambda: chat.adapter.state is State.RUNNING)
        await chat.adapter.deliver(_hello())
        _is_discreet(caplog, chat.fake.token)


def _hello() -> Outgoing:
    return Outgoing("one", Room("11"), Account("telegram", "11"), Answer((Text("Hello."),)))


def _is_discreet(caplog: pytest.LogCaptureFixture, token: str) -> None:
    for record in caplog.records:
        told = record.getMessage() + str(record.exc_info) + str(record.args)
        assert token not in told
        assert token.partition(":")[2] not in told


@pytest.mark.parametrize("token", ["", "abc", "12/34:x", "1234:ü", "12:3\n4"])
async def test_what_can_be_no_token_stops_before_it_is_sent_anywhere(token: str) -> None:
    async with chatting(serve=False) as chat:
        settings = TelegramSettings(token=SecretStr(token), api_url=chat.fake.url)
        with pytest.raises(Misconfigured) as refused:
            await open_with(chat.desk, chat.house.services, settings, QUICK)
        assert "12" not in str(refused.value)


async def test_another_program_with_the_same_token_is_noticed() -> None:
    async with chatting() as chat:
        async with aiohttp.ClientSession() as session:
            await session.get(f"{chat.fake.url}/bot{chat.fake.token}/getUpdates")
        chat.fake.arrived.set()
        chat.fake.say(chat.anna, "/help")
        await chat.fake.until(lambda: chat.adapter.trouble == "telegram-conflict" or chat.fake.seen(chat.anna))
        await chat.fake.until(lambda: chat.adapter.state is State.RUNNING and chat.fake.seen(chat.anna))


async def test_a_webhook_somebody_set_is_taken_away_before_polling() -> None:
    fake = FakeTelegram()
    fake.webhook = "https://elsewhere.example.org/x"
    async with chatting(fake) as chat:
        assert not fake.webhook
        fake.webhook = "https://elsewhere.example.org/x"
        fake.arrived.set()
        await fake.until(lambda: not fake.webhook)
        assert await chat.asked("/help")


# the menu of commands


async def test_every_command_is_in_the_menu_of_every_language() -> None:
    async with chatting() as chat:
        await chat.fake.until(lambda: len(chat.fake.menus) == 8)
        english, german = (chat.fake.menus["all_private_chats", language] for language in ("en", "de"))
        assert chat.fake.menus["all_private_chats", ""] == english
        assert {command["command"] for command in english} >= {"tonight", "rate", "watchlist", "help"}
        assert [one["command"] for one in english] == [one["command"] for one in german]
        assert [one["description"] for one in english] != [one["description"] for one in german]
        assert chat.fake.menus["all_group_chats", "fr"]


async def test_the_menu_is_written_where_a_server_cannot_tell_what_is_in_it() -> None:
    async with chatting(serve=False) as chat:
        chat.fake.fail("getMyCommands", status=404, times=8, body=b'{"ok":false,"description":"Not Found"}')
        await chat.serve()
        await chat.fake.until(lambda: len(chat.fake.menus) == 8)


async def test_the_menu_is_written_only_where_it_is_different() -> None:
    async with chatting() as chat:
        await chat.fake.until(lambda: len(chat.fake.menus) == 8)
        await chat.close()
        chat.fake.menus["all_private_chats", "de"] = [{"command": "old", "description": "Gone."}]
        before = len(chat.fake.calls)
        await chat.open()
        await chat.serve()
        await chat.fake.until(lambda: len(chat.fake.menus["all_private_chats", "de"]) > 1)
        await chat.settled()
        written = [given for name, given in chat.fake.calls[before:] if name == "setMyCommands"]
        assert [given["language_code"] for given in written] == ["de"]


async def test_a_menu_that_cannot_be_written_is_written_later() -> None:
    fake = FakeTelegram()
    fake.fail("setMyCommands", status=502, times=2)
    async with chatting(fake):
        await fake.until(lambda: len(fake.menus) == 8)


def test_a_menu_holds_what_telegram_takes() -> None:
    many = [Described(f"command{number}", "Does it.") for number in range(150)]
    odd = [
        Described("who-not", "Says why."),
        Described("Über", "x"),
        Described("x", "\x00"),
        Described("train", "x", admin=True),
    ]
    assert menu(odd) == [("who_not", "Says why.")]
    assert len(menu(many)) == 100


# webhooks


@asynccontextmanager
async def brought(**facts: Any) -> AsyncIterator[tuple[Chatting, str]]:
    """The adapter behind a side server; yields the address of the webhook too."""
    running: list[Chatting] = []
    app = web.Application(client_max_size=64 * 1024)
    assert PLATFORM.routes is not None
    PLATFORM.routes(app, lambda: running[0].adapter if running else None)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    fake = FakeTelegram()
    fake.local = True
    try:
        async with chatting(fake, serve=False, public_url=url, **facts) as chat:
            async with aiohttp.ClientSession() as session, session.post(url + PATH, json={"update_id": 1}) as response:
                assert response.status == 503  # nobody runs yet
            running.append(chat)
            await chat.serve()
            yield chat, url + PATH
    finally:
        await runner.cleanup()


async def _post(url: str, body: bytes, secret: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=io.BytesIO(body), headers={HEADER: secret}) as response,
    ):
        return response.status


async def test_updates_are_brought_where_there_is_a_public_address() -> None:
    async with brought() as (chat, url):
        assert chat.fake.webhook == url
        assert chat.fake.secret == chat.adapter.secret
        assert await chat.asked("/help")
        shown = (await chat.asked("/tonight 1"))[-1]
        assert "Noted" in await chat.pressed("👍", shown)
        assert not chat.fake.refused
        assert not chat.fake.polls


async def test_a_webhook_takes_nothing_from_anybody_else(caplog: pytest.LogCaptureFixture) -> None:
    async with brought() as (chat, url):
        told = b'{"update_id": 5, "message": {"text": "/help"}}'
        for secret in ("", "wrong", chat.adapter.secret[:-1], "\u00fc"):
            assert await _post(url, told, secret) == 401
        right = chat.adapter.secret
        for body in (b"", b"no json", b"[]", b'{"update_id": "5"}', b"\xff\xfe", b"[" * 50_000):
            assert await _post(url, body, right) == 400
        assert await _post(url, b'{"update_id": 6, "message": [1], "callback_query": "x"}', right) == 200
        assert await _post(url, b"x" * 10_000_000, right) == 413
        warned = [record.getMessage() for record in caplog.records if PATH in record.getMessage()]
        assert len(warned) == 3
        assert right not in str(warned)


async def test_a_body_that_does_not_say_how_long_it_is_is_cut_off() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65_536

    async with brought() as (chat, url):
        headers = {HEADER: chat.adapter.secret}
        async with aiohttp.ClientSession() as session, session.post(url, data=endless(), headers=headers) as response:
            assert response.status == 413


async def test_an_update_that_could_not_be_kept_is_brought_again() -> None:
    async with brought() as (chat, _):
        accepted, tries = chat.desk.accept, 0

        async def failing(update: Any) -> bool:
            nonlocal tries
            tries += 1
            if tries < 3:
                raise SourceUnavailable("database-busy")
            return await accepted(update)

        chat.desk.accept = failing  # type: ignore[method-assign] - the disk is full for a while
        assert len(await chat.asked("/help")) == 1
        assert chat.fake.refused == [503, 503]


async def test_a_webhook_that_was_taken_away_is_set_again_and_one_that_fails_is_told() -> None:
    async with brought() as (chat, url):
        chat.fake.webhook = ""
        await chat.fake.until(lambda: chat.fake.webhook == url)
        chat.fake.failed_at, chat.fake.failed_why = int(chat.house.clock.now().timestamp()), "Connection refused"
        await chat.fake.until(lambda: chat.adapter.trouble == "telegram-webhook-failing")
        chat.fake.failed_at = 0
        await chat.fake.until(lambda: chat.adapter.state is State.RUNNING)


async def test_where_telegram_does_not_take_the_address_updates_are_fetched() -> None:
    async with chatting(public_url="http://watch.example.org") as chat:
        assert not chat.fake.webhook
        assert await chat.asked("/help")


# settings


def test_without_a_token_telegram_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOMMENDARR_TELEGRAM_TOKEN", raising=False)
    assert not PLATFORM.configured(Settings())
    monkeypatch.setenv("RECOMMENDARR_TELEGRAM_TOKEN", " ")
    assert not PLATFORM.configured(Settings())
    monkeypatch.setenv("RECOMMENDARR_TELEGRAM_TOKEN", "1:x")
    assert PLATFORM.configured(Settings())


def test_a_secret_is_made_from_the_token_and_tells_nothing_of_it() -> None:
    one, two = (TelegramSettings(token=SecretStr(token)) for token in ("1:x", "1:y"))
    assert one.secret() == one.secret()
    assert one.secret() != two.secret()
    assert len(one.secret()) == 64
    assert TelegramSettings(token=SecretStr("1:x"), webhook_secret=SecretStr("own")).secret() == "own"
    assert "1:x" not in repr(one)


@pytest.mark.parametrize(
    ("public", "facts", "webhook"),
    [
        (None, {}, ""),
        ("https://a.example", {}, "https://a.example/hooks/telegram"),
        ("https://a.example/", {"updates": "polling"}, ""),
        ("http://a.example", {}, ""),
        ("http://a.example", {"updates": "webhook"}, "http://a.example/hooks/telegram"),
        ("http://a.example", {"api_url": "http://own:8081"}, "http://a.example/hooks/telegram"),
    ],
)
def test_updates_are_brought_only_to_an_address_telegram_takes(
    public: str | None, facts: dict[str, Any], webhook: str
) -> None:
    assert TelegramSettings(token=SecretStr("1:x"), **facts).webhook(public) == webhook


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
def test_the_steps_say_how_to_make_a_bot(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_TELEGRAM_TOKEN", "1:x")
    assert PLATFORM.steps is not None
    for public, words in ((None, "@BotFather"), ("https://a.example", "https://a.example/hooks/telegram")):
        told = PLATFORM.steps(Settings(public_url=public))
        text = TRANSLATIONS.to(locale).text(told.key, **told.arguments)
        assert words in text
        assert "RECOMMENDARR_TELEGRAM_TOKEN" in text
