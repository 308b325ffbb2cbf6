"""What the server keeps: rooms, who is in them, and what was said."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field

MENTION = re.compile(
    r"""\B(?<![^a-z0-9_\-@.'\s])@("guest/[a-f0-9]+"|"group/[a-z0-9_\-@.' ]+"|"[a-z0-9_\-@.' ]+"|[a-z0-9_\-@.']+)""",
    re.IGNORECASE,
)
"""What the server takes for a mention in any message, a bot's too."""
LINK = re.compile(
    r"(\s|\n|^)(https?://)([-A-Z0-9+_.]+(?::[0-9]+)?(?:/[-A-Z0-9+&@#%?=~_|!:,.;()]*)*)(\s|\n|$)", re.IGNORECASE
)
"""What the web client previews: the first of these."""
LONGEST = 32_000


@dataclass
class Written:
    """A message."""

    id: int
    actor: str
    name: str
    text: str
    parameters: dict[str, dict[str, str]] = field(default_factory=dict)
    parent: Written | None = None
    reference_id: str = ""
    silent: bool = False
    reactions: dict[str, set[str]] = field(default_factory=dict)
    """Actors by emoji."""
    system: str = ""

    @property
    def by_bot(self) -> bool:
        return self.actor.startswith("bots/")

    @property
    def mentions(self) -> list[str]:
        """Whom the server would tell."""
        return [found[1].strip('"') for found in MENTION.finditer(self.text)]

    @property
    def previewed(self) -> str:
        """The link whose page is shown below it."""
        found = LINK.search(self.text)
        return found[2] + found[3] if found else ""


@dataclass
class Place:
    """A conversation."""

    token: str
    name: str
    members: dict[str, str] = field(default_factory=dict)
    """Display name by actor id."""
    moderators: set[str] = field(default_factory=set)
    enabled: bool = True
    deleted: bool = False
    messages: list[Written] = field(default_factory=list)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def by_bot(self) -> list[Written]:
        return [message for message in self.messages if message.by_bot]

    def find(self, message_id: int) -> Written | None:
        return next((message for message in self.messages if message.id == message_id), None)
