"""A title onto a device: which devices there are, and playing there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.naming import label
from bot.playing.accounts import parts_of
from bot.playing.chosen import Chosen, choose, chosen
from bot.playing.copies import Copies, open_copies
from bot.playing.devices import Device, Found, devices_of
from bot.playing.quality import plays_directly
from bot.tokens import item_digest, item_token, word_token
from bot.vocabulary import Action, Answer, Choice, Part, Text
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.call import Call
    from engine.domain.items import Item

MOST_DEVICES = 12
NOW, AFTER = "now", "after"
"""Written on buttons: at once, or after what plays there."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a title can be played from, and on."""

    copies: Copies
    found: Found
    standing: Chosen | None

    def devices(self, item_id: str) -> list[Device]:
        """Those whose server has a copy that the person may open."""
        there = {copy.server for copy in self.copies.of(item_id)}
        return [device for device in self.found.devices if device.part.serving.id in there]


async def prepare(call: Call, item: Item) -> Prepared:
    """Looks up copies, devices and permissions as they are now. Raises InvalidQuery ``play-no-copy``."""
    services = call.services
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(call.viewer.id)
        open_libraries = viewer.library_ids if viewer is not None else frozenset[str]()
        copies = await open_copies(services, unit, open_libraries, [item.id])
        standing = await chosen(unit, call.viewer.id)
    if not copies.of(item.id) or not copies.servers:
        raise InvalidQuery("play-no-copy", title=label(call, item))
    there = {copy.server for copy in copies.of(item.id)}
    parts = [part for part in await parts_of(services, call.viewer) if part.serving.id in there]
    return Prepared(copies, await devices_of(parts), standing)


async def offer(call: Call, item: Item, how: str = NOW, *, ask: bool = False) -> Answer:
    """Plays on the device the person has chosen, where it is there; else, and with ``ask``, asks on which."""
    prepared = await prepare(call, item)
    devices = prepared.devices(item.id)
    standing = prepared.standing
    usual = next((one for one in devices if standing and one.code == standing.code and one.player.online), None)
    if usual is not None and not ask:
        return await _play(call, item, prepared, usual, how)
    return _asked(call, item, prepared, devices, how)


async def start(call: Call, item: Item, code: str, how: str) -> Answer:
    """Plays on the device of that code, which is the usual one from now on.

    Raises InvalidQuery ``play-device-gone`` where it is not, or no longer, one of theirs.
    """
    prepared = await prepare(call, item)
    device = next((one for one in prepared.devices(item.id) if one.code == code), None)
    if device is None:
        raise InvalidQuery("play-device-gone")
    await keep_chosen(call, device)
    return await _play(call, item, prepared, device, how)


async def keep_chosen(call: Call, device: Device) -> None:
    """What is played goes there from now on."""
    await choose(call.services, call.viewer.id, Chosen(device.code, device.name, device.player.formats))


def troubles(call: Call, found: Found) -> list[Part]:
    """What could not be asked, and what the person would have to do first."""
    lines = [call.speak.error(trouble) for trouble in found.troubles]
    lines += [call.speak.text("play-sign-in", name=name) for name in found.closed]
    return [Text(line) for line in lines]


async def _play(call: Call, item: Item, prepared: Prepared, device: Device, how: str) -> Answer:
    copy = next(one for one in prepared.copies.of(item.id) if one.server == device.part.serving.id)
    await device.part.serving.server.play(device.player.id, [copy.key], token=device.part.key, queue=how == AFTER)
    key = "play-queued" if how == AFTER else "play-playing"
    lines = [call.speak.text(key, title=label(call, item), device=device.name)]
    if copy.files and plays_directly(copy.files[0], device.player.formats) is False:
        lines.append(call.speak.text("play-transcodes", device=device.name))
    return Answer((Text("\n".join(lines)),), actions=_after(call, item, how))


def _after(call: Call, item: Item, how: str) -> tuple[Action, ...]:
    tokens = (
        ("playing-button", word_token("run", "/playing")),
        ("play-elsewhere", item_token("queue" if how == AFTER else "play", item.id, "ask")),
    )
    return tuple(Action(call.speak.text(key), token) for key, token in tokens if token)


def _asked(call: Call, item: Item, prepared: Prepared, devices: Sequence[Device], how: str) -> Answer:
    more = troubles(call, prepared.found)
    link = prepared.copies.link(item.id)
    opens = (Action(call.speak.text("card-play"), url=link, emoji="▶"),) if link else ()
    if not devices:
        none = () if more else (Text(call.speak.text("play-no-devices")),)
        return Answer((*none, *more), actions=opens)
    shown = [
        Action(device_label(call, one), token)
        for one in devices[:MOST_DEVICES]
        if (token := _token(one, item, how)) is not None
    ]
    prompt = call.speak.text("play-where-next" if how == AFTER else "play-where", title=label(call, item))
    return Answer((Choice(prompt, tuple(shown)), *more), actions=opens)


def device_label(call: Call, device: Device) -> str:
    """“Living Room · Plex for Android”, and whether it is off."""
    told = [device.name, *([device.player.product] if device.player.product not in {"", device.name} else [])]
    return " · ".join((*told, *(() if device.player.online else (call.speak.text("device-off"),))))


def _token(device: Device, item: Item, how: str) -> str | None:
    plain = None if item.id.startswith("~") else word_token("playon", device.code, how, item.id)
    return plain or word_token("playon", device.code, how, item_digest(item.id))
