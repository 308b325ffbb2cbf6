"""Makes titles and names fit into a sentence: one line, not too long, of either writing direction."""

from __future__ import annotations

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067"))
_ISOLATES = dict.fromkeys(map(ord, FIRST_STRONG_ISOLATE + POP_ISOLATE))
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MAY_BE = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""All scripts from right to left stand in there, with a few other characters: looking for them takes no time."""


def has_right_to_left(text: str) -> bool:
    """Whether any character of ``text`` is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in _MAY_BE.findall(text)
    )


def settled(text: str) -> str:
    """``text`` without direction marks where all of it reads from left to right."""
    if FIRST_STRONG_ISOLATE not in text and POP_ISOLATE not in text:
        return text
    return text if has_right_to_left(text) else text.translate(_ISOLATES)


def harmless(text: str) -> str:
    """``text`` without overrides, and without isolates that do not balance: it cannot turn what stands around it."""
    if text.isascii() or not _TURNING.search(text):
        return text
    calm = text.translate(_OVERRIDES)
    return calm if _balanced(calm) else calm.translate(_ISOLATES)


def one_line(text: str) -> str:
    """A title as one line without control characters or direction marks."""
    if text.isprintable():  # then it has none of them, nor any space but the common one
        return " ".join(text.split())
    visible = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(visible.translate(_OVERRIDES).translate(_ISOLATES).split())


def shortened(words: str, most: int) -> str:
    """``words`` on one line, cut at a word where longer than ``most`` characters."""
    line = one_line(words)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at_word, _, _ = cut.rpartition(" ")
    return (at_word if len(at_word) > most // 2 else cut).rstrip(" ,;:–-") + "…"


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == FIRST_STRONG_ISOLATE) - (sign == POP_ISOLATE)
        if depth < 0:
            return False
    return depth == 0
