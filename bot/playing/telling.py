"""Tells a person of their devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playing.accounts import parts_of
from bot.playing.chosen import chosen
from bot.playing.devices import Found, devices_of
from bot.playing.starting import MOST_DEVICES, device_label, troubles
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Style, Text

if TYPE_CHECKING:
    from bot.call import Call


async def told(call: Call, *, replaces: bool = False) -> Answer:
    """All of them, the usual one marked."""
    parts = await parts_of(call.services, call.viewer)
    found = await devices_of(parts)
    more = troubles(call, found)
    async with call.services.storage.unit() as unit:
        usual = await chosen(unit, call.viewer.id)
    if not found.devices:
        key = "devices-no-servers" if not parts else "play-no-devices"
        none = () if more else (Text(call.speak.text(key)),)
        return Answer((*none, *more), replaces=replaces)
    actions = _buttons(call, found, usual.code if usual else "")
    key = "devices-usual" if usual else "devices-choose"
    prompt = call.speak.text(key, device=usual.name if usual else "")
    return Answer((Choice(prompt, actions), *more), replaces=replaces)


def _buttons(call: Call, found: Found, usual: str) -> tuple[Action, ...]:
    tokens = [(one, word_token("device", one.code)) for one in found.devices[:MOST_DEVICES]]
    return tuple(
        Action(device_label(call, one), token, Style.DONE if one.code == usual else Style.PLAIN)
        for one, token in tokens
        if token
    )
