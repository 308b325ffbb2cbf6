"""A server that speaks Telegram's Bot API, with people who use it."""

from __future__ import annotations

from tests.fakes.telegram.server import FakeTelegram

__all__ = ["FakeTelegram"]
