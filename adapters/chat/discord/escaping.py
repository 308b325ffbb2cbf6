"""Text that Discord shows literally, whatever a title is made of, and pieces of it that fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from adapters.chat.discord.limits import size
from bot.fitting import trim
from bot.i18n.typography import FIRST_STRONG_ISOLATE, POP_ISOLATE, harmless, has_right_to_left

_STEERING = frozenset({"Cc", "Cs", "Co", "Cn"})
_MARKS = frozenset("\u061c\u200e\u200f\u2028\u2029\ufeff")
_ANYWHERE = re.compile(r"([\\*_~`|\[\]<@])")
_SPACES = re.compile("[\n\u00a0\u202f]")
"""Those that may stay; Python prints none of them."""
_EMOJI_CODE = re.compile(r":(?=[\w+-]+:)")
_ADDRESS = re.compile(r"(?i)\b(https?|discord|steam)(?=://)")
_INVITE = re.compile(r"(?i)\b(discord)\.(?=gg/)")
# A quote, heading, small print, or item of a list, wherever a line begins with one.
_LINE_START = re.compile(r"(?m)^([^\S\n]*)([#>+\-•]|\d{1,9}(?=[.)]\s))")
_OWN_ADDRESS_END = r"[^\s<>\u2068\u2069]*[^\s<>\u2068\u2069.,;:!?)\]]"
_WORD_BORDERS = ("\n\n", "\n", " ")


def calm(text: str) -> str:
    """Without signs that steer what stands around them. Isolates stay where they balance and have a purpose."""
    if _SPACES.sub("", text).isprintable():  # then there are none
        return text
    kept = "".join(
        sign
        for sign in text.replace("\r\n", "\n").replace("\t", " ")
        if sign == "\n" or (unicodedata.category(sign) not in _STEERING and sign not in _MARKS)
    )
    kept = harmless(kept)
    return kept if has_right_to_left(kept) else kept.translate(dict.fromkeys(map(ord, _ISOLATES)))


_ISOLATES = FIRST_STRONG_ISOLATE + POP_ISOLATE


def isolated(text: str) -> str:
    """A title that may stand beside others without turning them."""
    text = calm(text)
    bare = text.strip(_ISOLATES) if not set(_ISOLATES) & set(text[1:-1]) else text
    return f"{FIRST_STRONG_ISOLATE}{bare}{POP_ISOLATE}" if has_right_to_left(bare) else text


def escape(text: str, own: str = "") -> str:
    """``text`` literally: no formatting, mention, emoji code or link, but for addresses that start with ``own``."""
    text = calm(text)
    if not own or own not in text:
        return _escaped(text)
    pieces = re.split(f"(?<![\\w/])({re.escape(own)}(?:/(?:{_OWN_ADDRESS_END})?)?)(?![\\w:@-]|\\.\\w)", text)
    return "".join(f"<{piece}>" if place % 2 else _escaped(piece) for place, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    text = _ANYWHERE.sub(r"\\\1", text)
    text = _EMOJI_CODE.sub(r"\:", text)
    text = _ADDRESS.sub(r"\1\\", text)
    text = _INVITE.sub(r"\1\\.", text)
    return _LINE_START.sub(lambda found: found[1] + _line_start(found[2]), text)


def _line_start(sign: str) -> str:
    return f"\\{sign}" if not sign[0].isdigit() else f"{sign}\\"


def escaped_within(text: str, length: int, own: str = "") -> str:
    """``text`` escaped, in at most ``length`` units, cut at a word border where it is too long."""
    text, most = text.strip(), length
    shown = escape(trim(text, most), own)
    while size(shown) > length and most > 0:
        most = min(most - 1, int(most * length / size(shown)))
        shown = escape(trim(text, most), own)
    return shown


def plain_within(text: str, length: int) -> str:
    """``text`` on one line for places that know no formatting, in at most ``length`` units."""
    text = " ".join(calm(text).split())
    most = length
    while size(shown := harmless(trim(text, most))) > length:
        most = max(most - (size(shown) - length), 1) if most > 1 else 0
    return shown


def pieces(text: str, length: int, own: str = "") -> Iterator[str]:
    """``text`` escaped, in pieces of at most ``length`` units, cut between paragraphs, lines or words."""
    rest = escape(text, own).strip()
    while size(rest) > length:
        cut = _cut(rest, length)
        yield harmless(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest:
        yield harmless(rest)


def _cut(text: str, length: int) -> int:
    furthest = length
    while size(text[:furthest]) > length:
        furthest -= max((size(text[:furthest]) - length) // 2, 1)
    for border in _WORD_BORDERS:
        if (at := text.rfind(border, furthest // 3, furthest + 1)) > 0:
            return at
    return _whole(text, furthest)


def _whole(text: str, cut: int) -> int:
    """The last place up to ``cut`` that parts no letter from its marks, no emoji, and no backslash from its sign."""
    start = cut
    while cut > 1 and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f" or text[cut - 1] in "\u200d\\"):
        cut -= 1
    return cut if cut > 1 else start
