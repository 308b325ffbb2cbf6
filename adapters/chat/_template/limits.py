"""Limits of the platform as data, each with its source, so that a change of theirs is a change of one line."""

from __future__ import annotations

from bot.gateway import Pace, Rate
from bot.vocabulary import Capabilities

# Say where each figure comes from: a page of the platform's documentation, or a measurement.
CAPABILITIES = Capabilities(
    buttons=True,
    edit=True,
    ephemeral=False,
    images=False,
    links=True,
    message_length=2_000,  # ours: what is comfortable to read at once
    actions_per_message=10,  # ours
    extras=frozenset(),  # "toast" where a press can be answered by a word in passing
)
PACE = Pace(overall=Rate(1_000), private=Rate(20), room=Rate(20))  # ours
LONGEST_LINE = 65_536
"""Bytes of one update: the default limit of asyncio's stream reader."""
