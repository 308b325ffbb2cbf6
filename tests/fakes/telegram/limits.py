"""What the description does not say and the server does: lengths, keyboards, addresses, pace."""

from __future__ import annotations

import ipaddress
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.telegram.refusal import bad, too_many

TEXT, CAPTION, DATA, ROW, BUTTONS, TOAST, PHOTO = 4_096, 1_024, 64, 8, 100, 200, 10 * 1024 * 1024
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")


def text(words: str, *, edit: bool = False) -> None:
    """1–4096 characters."""
    if not words:
        raise bad("message text is empty")
    if len(words) > TEXT:
        raise bad("MESSAGE_TOO_LONG" if edit else "message is too long")


def caption(words: str) -> None:
    """0–1024 characters."""
    if len(words) > CAPTION:
        raise bad("message caption is too long")


def keyboard(markup: dict[str, Any] | None) -> None:
    """At most 100 buttons, 8 in a row, each with words and exactly one purpose."""
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _button(button)


def _button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise bad("can't parse inline keyboard button: text is empty")
    purposes = [key for key in ("url", "callback_data") if key in button]
    if len(purposes) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not is_address(button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def is_address(url: str) -> bool:
    """An address Telegram takes on a button: of a web page, on a host with a dot in its name."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https", "tg"} and "." in (parts.hostname or "")


def is_public(url: str) -> bool:
    """Whether Telegram's servers can reach it at all."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".lan"))


@dataclass
class Pace:
    """About a message a second in a chat, 20 a minute in a group, 30 a second in all; short bursts are let pass."""

    on: bool = True
    burst: int = 8
    private: float = 1.0
    group: float = 20 / 60
    overall: float = 30.0
    _left: dict[object, tuple[float, float]] = field(default_factory=dict)
    refused: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def spend(self, chat_id: int) -> None:
        """One more message to a chat."""
        if not self.on:
            return
        now = time.monotonic()
        for key, rate, size in (
            (chat_id, self.group if chat_id < 0 else self.private, 20 if chat_id < 0 else self.burst),
            ("all", self.overall, self.overall),
        ):
            left, since = self._left.get(key, (float(size), now))
            left = min(left + (now - since) * rate, float(size))
            if left < 1:
                self._left[key] = (left, now)
                self.refused[chat_id] += 1
                raise too_many((1 - left) / rate)
            self._left[key] = (left - 1, now)
