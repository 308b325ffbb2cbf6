"""Telegram's HTML, and the one place of its escaping. Pure."""

from __future__ import annotations

import html
import ipaddress
import re
from urllib.parse import urlsplit

from bot.fitting import visible

JOINER = "\u2060"
"""Has no width; between @ and a name it keeps the name from being called."""
NOTHING = "…"
"""In place of a text of which nothing can be seen: Telegram refuses an empty one."""
_ADDRESS = re.compile(r"(https?://\S+)")
_CALL = re.compile(r"@(?=\w)")
_TAG = re.compile(r"<[^<>]*>")


def plain(text: str) -> str:
    """``text`` as it may be shown: no signs that steer, nobody called."""
    pieces = _ADDRESS.split(visible(text))
    # An address is left whole: nobody is called from within one, and a joiner would break it.
    return "".join(piece if place % 2 else _CALL.sub(f"@{JOINER}", piece) for place, piece in enumerate(pieces))


def escape(text: str) -> str:
    """``text`` for between tags: https://core.telegram.org/bots/api#html-style names these three."""
    return html.escape(plain(text), quote=False)


def bold(text: str) -> str:
    """Standing out; nothing for nothing."""
    return f"<b>{escape(text)}</b>" if text else ""


def linked(inner: str, url: str) -> str:
    """Markup that opens an address."""
    return f'<a href="{html.escape(visible(url))}">{inner}</a>'


def read(markup: str) -> str:
    """What is read of markup."""
    return html.unescape(_TAG.sub("", markup))


def is_blank(text: str) -> bool:
    """Whether Telegram sees nothing in it."""
    return not any(sign.isprintable() and not sign.isspace() for sign in text)


def is_page(url: str) -> bool:
    """Whether Telegram takes ``url`` for a button: a page of the web, on a host with a dot in its name."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".")


def is_public(url: str) -> bool:
    """Whether Telegram's own servers may reach ``url``."""
    if not is_page(url):
        return False
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return not host.endswith((".local", ".lan", ".internal", ".home.arpa"))
