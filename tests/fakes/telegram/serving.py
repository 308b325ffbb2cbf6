"""Methods about the bot itself: who it is, its updates, webhook and commands."""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.fakes.telegram.refusal import Refusal, bad

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

Parameters = dict[str, Any]
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
LONGEST_POLL = 50


async def get_me(fake: FakeTelegram, given: Parameters) -> Any:
    """The bot."""
    return fake.bot.user() | {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
    }  # fmt: skip


async def get_updates(fake: FakeTelegram, given: Parameters) -> Any:
    """What is new from ``offset`` on; what lies before it counts as received."""
    if fake.webhook:
        raise Refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    fake.polls += 1
    mine = fake.polls
    if "allowed_updates" in given:
        fake.allowed = frozenset(given["allowed_updates"])
    fake.confirm(given.get("offset", 0))
    until = asyncio.get_running_loop().time() + min(given.get("timeout", 0), LONGEST_POLL)
    while not fake.pending:
        fake.arrived.clear()
        left = until - asyncio.get_running_loop().time()
        if left <= 0:
            return []
        try:
            await asyncio.wait_for(fake.arrived.wait(), left)
        except TimeoutError:
            return []
        if fake.polls != mine:
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        if fake.webhook:
            raise Refusal(409, "Conflict: terminated by setWebhook request")
    return fake.batch(min(given.get("limit", 100), 100))


async def set_webhook(fake: FakeTelegram, given: Parameters) -> Any:
    """Updates are brought to an address from now on."""
    url = given["url"]
    if not url:
        return await delete_webhook(fake, given)
    if urlsplit(url).scheme != "https" and not fake.local:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.match(given.get("secret_token", "none")):
        raise bad("secret token contains unallowed characters")
    if "allowed_updates" in given:
        fake.allowed = frozenset(given["allowed_updates"])
    fake.webhook, fake.secret = url, given.get("secret_token", "")
    fake.connections = given.get("max_connections", 40)
    fake.arrived.set()
    return True


async def delete_webhook(fake: FakeTelegram, given: Parameters) -> Any:
    """Updates are to be fetched again."""
    fake.webhook = fake.secret = ""
    if given.get("drop_pending_updates"):
        fake.pending.clear()
    return True


async def webhook_info(fake: FakeTelegram, given: Parameters) -> Any:
    """How the webhook is doing."""
    told: Parameters = {
        "url": fake.webhook, "has_custom_certificate": False, "pending_update_count": len(fake.pending),
    }  # fmt: skip
    if fake.failed_at:
        told |= {"last_error_date": fake.failed_at, "last_error_message": fake.failed_why}
    return told


async def set_commands(fake: FakeTelegram, given: Parameters) -> Any:
    """The menu for a scope and language."""
    commands = given["commands"]
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.match(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if given.get("language_code") and not re.fullmatch(r"[a-z]{2}", given["language_code"]):
        raise bad("invalid language code specified")
    fake.menus[_menu(given)] = commands
    return True


async def get_commands(fake: FakeTelegram, given: Parameters) -> Any:
    """The same, read."""
    return fake.menus.get(_menu(given), [])


async def delete_commands(fake: FakeTelegram, given: Parameters) -> Any:
    """The same, forgotten."""
    fake.menus.pop(_menu(given), None)
    return True


def _menu(given: Parameters) -> tuple[str, str]:
    scope = given.get("scope") or {"type": "default"}
    name = scope["type"] if len(scope) == 1 else json.dumps(scope, sort_keys=True)
    return name, given.get("language_code", "")


async def get_chat(fake: FakeTelegram, given: Parameters) -> Any:
    """A chat, whole."""
    return fake.room(given["chat_id"]).chat() | {
        "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {
            "unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True, "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }  # fmt: skip


async def get_file(fake: FakeTelegram, given: Parameters) -> Any:
    """Where a picture can be fetched."""
    photo = fake.pictures.get(given["file_id"])
    if photo is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    path = f"photos/{photo.unique_id}.jpg"
    return {"file_id": photo.file_id, "file_unique_id": photo.unique_id, "file_path": path}


METHODS = {
    "getme": get_me,
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": webhook_info,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "getchat": get_chat,
    "getfile": get_file,
}
