"""Writes SVG: every value is escaped here, and nothing that a drawing could run is ever written."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

Value = str | float | None

SANS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
SERIF = "Georgia, 'Noto Serif', 'DejaVu Serif', serif"

_UNWANTED = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFFFE, 0xFFFF)))


def tag(name: str, *children: str, **attributes: Value) -> str:
    """An element. ``font_size`` becomes ``font-size``; None leaves an attribute out; children are markup already."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def words(content: str) -> str:
    """``content`` made harmless, for between tags."""
    return escape(plain(content))


def text(content: str, **attributes: Value) -> str:
    """A line of text, made harmless."""
    return tag("text", words(content), **attributes)


def document(width: float, height: float, label: str, *children: str, description: str = "") -> str:
    """A whole picture in its own coordinates; it scales to whatever room it is given."""
    about = tag("title", words(label)) + (tag("desc", words(description)) if description else "")
    return tag(
        "svg",
        about,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=label,
    )


def number(value: float) -> str:
    """At most two decimals, no trailing zeros."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def plain(content: str) -> str:
    """``content`` on one line, without what XML forbids and without controls that turn the reading direction."""
    return "".join(
        " " if unicodedata.category(character) == "Cc" else character
        for character in content
        if character not in _UNWANTED and not "\ud800" <= character <= "\udfff"
    )


def _attribute(value: str | float) -> str:
    if isinstance(value, str):
        return escape(plain(value), {'"': "&quot;", "'": "&#39;"})
    return number(value)
