"""Limits of the real Discord that its description does not tell."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

NAME = re.compile(r"[-_'\w]{1,32}\Z")
MENTION = re.compile(r"<@!?\d+>|<@&\d+>|@everyone|@here")


def units(text: str | None) -> int:
    """Length as the strictest of Discord's parts counts."""
    return len((text or "").encode("utf-16-le")) // 2


def wrong_in_message(body: dict[str, Any], files: dict[str, bytes]) -> list[str]:
    """What is wrong with a message."""
    return [
        *_content(body),
        *_embeds(body.get("embeds") or [], set(files)),
        *_components(body.get("components") or []),
        *_attachments(body.get("attachments") or [], files),
    ]


def empty(body: dict[str, Any], files: dict[str, bytes]) -> bool:
    """Whether there would be nothing to see."""
    return not ((body.get("content") or "").strip() or body.get("embeds") or body.get("components") or files)


def wrong_in_commands(commands: list[dict[str, Any]]) -> list[str]:
    """What is wrong with a bulk overwrite."""
    names = [command["name"] for command in commands]
    found = [] if len(set(names)) == len(names) else ["two commands of one name"]
    found += [] if len(commands) <= 100 else ["more than 100 commands"]
    for command in commands:
        found += [f"{command['name']}: {problem}" for problem in _command(command)]
    return found


def _command(command: dict[str, Any]) -> Iterator[str]:
    yield from _described(command)
    options = command.get("options") or []
    names = [option["name"] for option in options]
    if len(set(names)) != len(names):
        yield "two options of one name"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield "a required option after an optional one"
    for option in options:
        yield from _described(option)
        choices = option.get("choices") or []
        if len(choices) > 25 or len({choice["name"] for choice in choices}) != len(choices):
            yield f"choices of {option['name']}"
        if choices and option.get("autocomplete"):
            yield "choices and autocomplete"
    whole = [
        command["name"],
        command["description"],
        *(text for option in options for text in (option["name"], option["description"])),
    ]
    if units("".join(whole)) > 8_000:
        yield "longer than 8000"


def _described(thing: dict[str, Any]) -> Iterator[str]:
    for name in (thing["name"], *(thing.get("name_localizations") or {}).values()):
        if not NAME.match(name) or name != name.lower():
            yield f"name {name!r}"
    for text in (thing.get("description"), *(thing.get("description_localizations") or {}).values()):
        if not text or units(text) > 100:
            yield f"description {text!r}"


def _content(body: dict[str, Any]) -> Iterator[str]:
    if units(body.get("content")) > 2_000:
        yield "content: Must be 2000 or fewer in length."


def _embeds(embeds: list[dict[str, Any]], files: set[str]) -> Iterator[str]:
    total = sum(units(text) for embed in embeds for text in _texts(embed))
    if total > 6_000:
        yield f"embeds: {total} characters in all"
    if len(embeds) > 10:
        yield "embeds: more than 10"
    for embed in embeds:
        yield from _embed(embed)
        yield from _embed_urls(embed, files)


def _texts(embed: dict[str, Any]) -> list[str]:
    fields = [text for field in embed.get("fields") or [] for text in (field["name"], field["value"])]
    return [
        embed.get("title") or "",
        embed.get("description") or "",
        *fields,
        (embed.get("footer") or {}).get("text", ""),
    ]


def _embed(embed: dict[str, Any]) -> Iterator[str]:
    if units(embed.get("title")) > 256 or units(embed.get("description")) > 4_096:
        yield "embeds: a long title or description"
    for field in embed.get("fields") or []:
        if not field["name"].strip() or not field["value"].strip():
            yield "embeds: an empty field"
        if units(field["name"]) > 256 or units(field["value"]) > 1_024:
            yield "embeds: a long field"
    if not any(embed.get(part) for part in ("title", "description", "fields", "image")):
        yield "embeds: an empty one"


def _embed_urls(embed: dict[str, Any], files: set[str]) -> Iterator[str]:
    urls = [embed.get("url"), *((embed.get(part) or {}).get("url") for part in ("image", "thumbnail"))]
    for url in filter(None, urls):
        if url.startswith("attachment://"):
            if url.removeprefix("attachment://") not in files:
                yield f"embeds: {url} is not attached"
        elif not _well_formed(url):
            yield f"embeds: {url} is not a well formed URL"


def _well_formed(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if "." not in host:
            return False
    return parts.scheme in {"http", "https"} and " " not in url


def _components(rows: list[dict[str, Any]]) -> Iterator[str]:
    if len(rows) > 5:
        yield "components: more than 5 rows"
    names: list[str] = []
    for row in rows:
        parts = row.get("components", [])
        if row.get("type") != 1 or not 1 <= len(parts) <= 5:
            yield "components: no row of 1 to 5"
        if any(part["type"] == 3 for part in parts) and len(parts) > 1:
            yield "components: a select stands alone"
        for part in parts:
            names += [part["custom_id"]] if part.get("custom_id") else []
            yield from _button(part) if part["type"] == 2 else _select(part)
    if len(set(names)) != len(names):
        yield "components: Component custom id cannot be duplicated"


def _button(button: dict[str, Any]) -> Iterator[str]:
    if not (button.get("label") or button.get("emoji")):
        yield "components: a button without label"
    if units(button.get("label")) > 80:
        yield "components: label longer than 80"
    link = button.get("style") == 5
    if link != bool(button.get("url")) or link == bool(button.get("custom_id")):
        yield "components: custom_id and url exclude each other"
    if link and not _well_formed(button["url"]):
        yield f"components: {button['url']} is not a well formed URL"
    if units(button.get("custom_id")) > 100:
        yield "components: custom_id longer than 100"


def _select(select: dict[str, Any]) -> Iterator[str]:
    options = select["options"]
    values = [option["value"] for option in options]
    if not 1 <= len(options) <= 25 or len(set(values)) != len(values):
        yield "components: 1 to 25 options with values of their own"
    for option in options:
        if not 0 < units(option["label"]) <= 100 or not 0 < units(option["value"]) <= 100:
            yield "components: an option's length"


def _attachments(listed: list[dict[str, Any]], files: dict[str, bytes]) -> Iterator[str]:
    if {entry.get("filename") for entry in listed if "filename" in entry} != set(files):
        yield "attachments: not what was sent"
    if any(len(content) > 10 * 1024 * 1024 for content in files.values()):
        yield "attachments: larger than 10 MiB"
