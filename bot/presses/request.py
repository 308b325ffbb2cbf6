"""Asks for the title of a card."""

from __future__ import annotations

from bot.call import PressVerb
from bot.requesting.answering import request_pick

PRESS = PressVerb("request", on_pick=request_pick)
