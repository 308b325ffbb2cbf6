"""The usual device was chosen."""

from __future__ import annotations

from dataclasses import replace

from bot.call import Call, PressVerb
from bot.playing.accounts import parts_of
from bot.playing.devices import devices_of
from bot.playing.starting import keep_chosen
from bot.playing.telling import told
from bot.tokens import read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    (code,) = read_words(rest)
    device = (await devices_of(await parts_of(call.services, call.viewer))).of_code(code)
    if device is None:
        raise InvalidQuery("play-device-gone")
    await keep_chosen(call, device)
    toast = call.speak.text("devices-chosen", device=device.name)
    return replace(await told(call, replaces=True), toast=toast)


PRESS = PressVerb("device", on_word=_on_word)
