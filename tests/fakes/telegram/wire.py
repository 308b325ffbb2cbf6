"""A request of the Bot API, whichever way it was put, as parameters."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from tests.fakes.telegram.description import Upload
from tests.fakes.telegram.refusal import bad

STRUCTURED = frozenset(
    {
        "reply_markup", "commands", "scope", "allowed_updates", "media", "link_preview_options", "reply_parameters",
        "entities", "caption_entities", "results", "menu_button",
    }
)  # fmt: skip
WHOLE = frozenset(
    {
        "chat_id", "message_id", "offset", "limit", "timeout", "message_thread_id", "max_connections", "cache_time",
        "user_id",
    }
)  # fmt: skip
BOOLEAN = frozenset(
    {"disable_notification", "show_alert", "drop_pending_updates", "protect_content", "show_caption_above_media"}
)


async def parameters(request: web.Request) -> dict[str, Any]:
    """Query and body together; files as uploads."""
    raw: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        raw |= await request.json()
    elif request.can_read_body:
        for key, value in (await request.post()).items():
            raw[key] = Upload(value.file.read()) if isinstance(value, web.FileField) else value
    return {key: _read(key, value) for key, value in raw.items()}


def _read(key: str, value: Any) -> Any:
    if not isinstance(value, str) or isinstance(value, Upload):
        return value
    if key in STRUCTURED:
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {key.replace('_', ' ')} JSON object") from None
    if key in WHOLE and value.lstrip("-").isdigit():
        return int(value)
    if key in BOOLEAN and value in {"true", "True", "1", "false", "False", "0"}:
        return value in {"true", "True", "1"}
    return value
