"""Pictures of our own side server, fetched so that they can go along as files."""

from __future__ import annotations

from dataclasses import replace

import aiohttp

from adapters.chat.discord.limits import ATTACHMENT
from adapters.chat.discord.outbound import Attached, Message, spelled_out
from adapters.chat.discord.rest import File

_KINDS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


async def with_picture(message: Message, session: aiohttp.ClientSession) -> tuple[Message, list[File]]:
    """The message with its file; without a picture where there is none that Discord can show."""
    if message.attached is None:
        return message, []
    attached, embed = message.attached, message.embed or {}
    file = await _fetched(attached, session)
    if file is not None:
        place = "thumbnail" if attached.thumbnail else "image"
        return replace(message, embed=embed | {place: {"url": f"attachment://{file.name}"}}), [file]
    if attached.thumbnail:
        return message, []
    spelled = spelled_out(attached.description, attached.url)
    return replace(
        message, content="\n\n".join(text for text in (message.content, spelled.content) if text), embed=None
    ), []


async def _fetched(attached: Attached, session: aiohttp.ClientSession) -> File | None:
    try:
        async with session.get(attached.url, allow_redirects=False) as response:
            kind = _KINDS.get(response.content_type)
            if response.status != 200 or kind is None:
                return None
            content = await response.content.read(ATTACHMENT + 1)
            while len(content) <= ATTACHMENT and (more := await response.content.read(ATTACHMENT)):
                content += more
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return None  # an answer without its picture is better than none
    return File(f"picture.{kind}", content, attached.description) if len(content) <= ATTACHMENT else None
