"""Telegram's HTML mode, strict as the real parser, and what it makes live by itself."""

from __future__ import annotations

import html
import re
from typing import Any

from tests.fakes.telegram.refusal import bad

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)((?:\s+[a-z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>")
_NAMED = re.compile(r"&(lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_LINK = re.compile(r"(?:https?://|tg://)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|me|io|dev)(?:/\S*)?", re.IGNORECASE)
_LIVE = {
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}\b"),
    "hashtag": re.compile(r"(?<![\w&])#\w*[^\W\d]\w*"),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])"),
}


def parse(source: str, mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """Text without tags and its entities; offsets in UTF-16 units. Raises what Telegram says of broken markup."""
    if mode is None:
        text, entities = source, list[dict[str, Any]]()
    elif mode.casefold() == "html":
        text, entities = _html(source)
    else:
        raise bad("unsupported parse_mode")
    text = "".join(sign for sign in text if sign == "\n" or ord(sign) >= 32)
    stripped = text.strip()
    lead = len(text) - len(text.lstrip())
    for entity in entities:
        entity["offset"] = max(entity["offset"] - lead, 0)
    return stripped, sorted([*entities, *live(stripped, entities)], key=lambda entity: entity["offset"])


def _html(source: str) -> tuple[str, list[dict[str, Any]]]:
    out: list[str] = []
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, int, dict[str, Any]]] = []
    at = 0
    while at < len(source):
        sign = source[at]
        if sign == "&":
            match = _NAMED.match(source, at)
            out.append(html.unescape(match[0]) if match else "&")
            at = match.end() if match else at + 1
        elif sign == "<":
            at = _tag(source, at, out, entities, open_tags)
        else:
            out.append(sign)
            at += 1
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return "".join(out), entities


def _tag(
    source: str,
    at: int,
    out: list[str],
    entities: list[dict[str, Any]],
    open_tags: list[tuple[str, int, dict[str, Any]]],
) -> int:
    byte = len(source[:at].encode())
    match = _TAG.match(source, at)
    if match is None:
        if ">" not in source[at:]:
            raise bad(f"can't parse entities: Unclosed start tag at byte offset {byte}")
        name = re.match(r"</?([^\s>]*)", source[at:])
        raise bad(f'can\'t parse entities: Unsupported start tag "{name[1] if name else ""}" at byte offset {byte}')
    closing, name, attributes = match[1], match[2].lower(), match[3]
    here = units("".join(out))
    if closing:
        _close((name, byte, here), entities, open_tags)
        return match.end()
    if name not in TAGS:
        raise bad(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {byte}')
    entity: dict[str, Any] = {"type": TAGS[name]}
    if name == "a" and (address := re.search(r"href=(?:\"([^\"]*)\"|'([^']*)')", attributes)):
        entity["url"] = html.unescape(address[1] or address[2] or "")
    open_tags.append((name, here, entity))
    return match.end()


def _close(
    found: tuple[str, int, int], entities: list[dict[str, Any]], open_tags: list[tuple[str, int, dict[str, Any]]]
) -> None:
    name, byte, here = found
    if not open_tags:
        raise bad(f"can't parse entities: Unexpected end tag at byte offset {byte}")
    opened, start, entity = open_tags.pop()
    if name and name != opened:
        raise bad(
            f'can\'t parse entities: Unmatched end tag at byte offset {byte}, expected "</{opened}>", found "</{name}>"'
        )
    if here > start:
        entities.append(entity | {"offset": start, "length": here - start})


def live(text: str, marked: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """What Telegram makes pressable by itself: addresses, mentions, hashtags, commands."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in marked or [] if "url" in entity]
    found: list[dict[str, Any]] = []
    for kind, pattern in {"url": _LINK, **_LIVE}.items():
        for match in pattern.finditer(text):
            start, end = units(text[: match.start()]), units(text[: match.end()])
            if all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return found


def units(text: str) -> int:
    """UTF-16 code units, in which offsets are told."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def covered(text: str, entity: dict[str, Any]) -> str:
    """The piece of ``text`` under an entity."""
    raw = text.encode("utf-16-le")
    return raw[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
