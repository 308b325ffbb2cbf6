"""What a terminal can show. There is no limit to a line but patience, so the figures are ours."""

from __future__ import annotations

from bot.vocabulary import Capabilities

CAPABILITIES = Capabilities(
    buttons=False,
    edit=False,
    ephemeral=False,
    images=False,
    links=True,
    message_length=8_000,
    actions_per_message=99,
)
NARROWEST, WIDEST = 30, 120
"""Columns that text is wrapped to, whatever the window's width."""
