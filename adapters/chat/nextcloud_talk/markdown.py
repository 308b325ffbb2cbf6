"""Text as Talk shows it literally: its markdown escaped, nobody mentioned, no link made, no line turned round. Pure."""

from __future__ import annotations

import re
import unicodedata

from bot.fitting import visible

JOINER = "\u2060"
"""Takes no room and joins what it stands between; it keeps ``@all`` from being read as a mention."""
ISOLATE, RELEASE = "\u2068", "\u2069"
"""Between them, text that runs the other way does not turn round what stands beside it (Unicode UAX #9)."""
_SIGNS = re.compile(r"[\\*_~`\[\]<|]")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"^(\s{0,3})(#{1,6}(?=\s|$)|>|[+=-](?=[\s=-]|$))", re.MULTILINE)
_ENUMERATION = re.compile(r"^(\s{0,3}\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_INDENTED = re.compile(r"^[ \u00a0]{4,}", re.MULTILINE)
_LINK = re.compile(r"://|www(?=\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def escape(text: str, *, own: str = "") -> str:
    """``text`` as it is. Addresses that begin with ``own`` stay links; all others become words."""
    kept = visible(text)
    if not own:
        return _plain(kept)
    pieces: list[str] = []
    last = 0
    for found in _ADDRESS.finditer(kept):
        if found[0] == own or found[0].startswith((f"{own}/", f"{own}?")):
            pieces += [_plain(kept[last : found.start()]), found[0]]
            last = found.end()
    return "".join([*pieces, _plain(kept[last:])])


def line(text: str) -> str:
    """The same on a single line, isolated where it runs from right to left."""
    single = " ".join(visible(text).split())
    turned = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in single)
    escaped = _plain(single)
    return f"{ISOLATE}{escaped}{RELEASE}" if turned else escaped


def _plain(text: str) -> str:
    text = _INDENTED.sub("   ", text)
    text = _SIGNS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub(r"\\&", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    text = _ENUMERATION.sub(r"\1\\\2", text)
    text = _LINK.sub(lambda found: f":{JOINER}//" if found[0] == "://" else found[0] + JOINER, text)
    return text.replace("@", "@" + JOINER)
