"""People at the fake Discord: what they type and press, and what they see."""

from __future__ import annotations

import asyncio
import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.payloads import interacting
from tests.fakes.discord.world import APPLICATION, EPHEMERAL, Channel, Interaction, Message, User

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

COMMAND, COMPONENT, TYPING = 2, 3, 4
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_OWN_LINK = re.compile(r"(?<!\\)<(https?://[^>\s]+)>")


@dataclass(frozen=True)
class Shown:
    """One message as a person sees it now."""

    id: int
    text: str
    """All that can be read, without its markup."""
    buttons: tuple[str, ...]
    private: bool
    thinking: bool
    raw: Message


class Person:
    """Somebody with an account. ``room``: the name of a channel of the server; empty for the private chat."""

    def __init__(self, server: FakeDiscord, user: User) -> None:
        self.server, self.user = server, user

    async def command(self, name: str, room: str = "", **options: object) -> Interaction:
        """Types a slash command with these options filled in."""
        filled = [
            {"name": key, "type": 10 if isinstance(value, float | int) else 3, "value": value}
            for key, value in options.items()
        ]
        return await self._act(COMMAND, room, {"id": str(APPLICATION + 5), "name": name, "type": 1, "options": filled})

    async def typing(self, name: str, option: str, text: str, room: str = "") -> list[dict[str, Any]]:
        """Types in an option that completes itself: what is offered."""
        told = {"name": option, "type": 3, "value": text, "focused": True}
        data = {"id": str(APPLICATION + 5), "name": name, "type": 1, "options": [told]}
        interaction = await self._act(TYPING, room, data)
        async with asyncio.timeout(5):
            await interaction.answered.wait()
        return interaction.choices or []

    async def press(self, message: Message | int, label: str, room: str = "") -> Interaction:
        """Presses the button, or picks the option, of that label or name."""
        number = message if isinstance(message, int) else message.id
        return await self._act(COMPONENT, room, pressed(self.server.world.messages[number], label), number)

    def sees(self, room: str = "") -> list[Shown]:
        """All that is there for this person."""
        return [shown(message) for message in self.server.world.in_channel(self.channel(room).id, self.user.id)]

    def channel(self, room: str = "") -> Channel:
        return self.server.world.channel(room) if room else self.server.world.direct(self.user.id)

    async def until(self, room: str = "", *, seconds: float = 5.0, **wanted: Any) -> list[Shown]:
        """What is seen once ``count`` messages are there and nothing is being thought about any more."""
        count, text = wanted.get("count", 1), wanted.get("text", "")
        async with asyncio.timeout(seconds):
            while True:
                seen = self.sees(room)
                there = len(seen) >= count and not any(one.thinking for one in seen)
                if there and text in "\n".join(one.text for one in seen):
                    return seen
                await self.server.world.change()

    async def _act(self, kind: int, room: str, data: dict[str, Any], message: int | None = None) -> Interaction:
        world, channel = self.server.world, self.channel(room)
        interaction = world.interaction(kind, self.user, channel, {})
        interaction.message = message
        interaction.payload = payload = interacting(world, interaction, data)
        await self.server.gateway.dispatch("INTERACTION_CREATE", copy.deepcopy(payload))
        return interaction


def pressed(message: Message, label: str) -> dict[str, Any]:
    """What Discord tells of a press. LookupError where there is no such button."""
    for row in message.body.get("components") or []:
        for part in row["components"]:
            if part["type"] == 2 and label in {part.get("label"), part.get("custom_id")}:
                if part.get("disabled") or part.get("url"):
                    raise LookupError(f"{label} cannot be pressed")
                return {"component_type": 2, "custom_id": part["custom_id"], "id": 1}
            for option in part.get("options", ()):
                if label in {option["label"], option["value"]}:
                    return {"component_type": 3, "custom_id": part["custom_id"], "values": [option["value"]], "id": 1}
    raise LookupError(f"no button {label}")


def shown(message: Message) -> Shown:
    """A message in plain words."""
    body = message.body
    texts = [] if message.loading else [literal(body.get("content") or "")]
    for embed in body.get("embeds") or []:
        texts += [literal(embed.get("title") or ""), embed.get("url") or "", literal(embed.get("description") or "")]
        texts += [literal(text) for field in embed.get("fields") or [] for text in (field["name"], field["value"])]
        texts += [(embed.get("footer") or {}).get("text", ""), (embed.get("image") or {}).get("url", "")]
    labels: list[str] = []
    for row in body.get("components") or []:
        for part in row["components"]:
            labels += [part["label"]] if "label" in part else [option["label"] for option in part.get("options", ())]
    text = "\n".join(text for text in texts if text and text != "\u200b")
    private = bool(message.flags & EPHEMERAL)
    return Shown(message.id, text, tuple(labels), private, message.loading, message)


def literal(text: str) -> str:
    """Discord's markup as it is read: escaped signs as themselves, links in angle brackets bare."""
    return _ESCAPED.sub(r"\1", _OWN_LINK.sub(r"\1", text))
