"""The devices a person may play on. Nobody is told of another's, unless the server itself offers it to them."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.fitting import trim, visible
from engine.domain.media import Player
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.playing.accounts import Part

LONGEST_NAME = 40
_CODE = 10


@dataclass(frozen=True, slots=True)
class Device:
    """A player of one person's, on one server."""

    code: str
    """Signs that stand for it on a button."""
    part: Part
    player: Player

    @property
    def name(self) -> str:
        """As it is shown, without signs that deceive."""
        told = " ".join(visible(self.player.name).split()) or self.player.product or self.player.id
        return trim(told, LONGEST_NAME)


@dataclass(frozen=True, slots=True)
class Found:
    """Devices, and what could not be asked."""

    devices: Sequence[Device] = ()
    """Those that are on first."""
    troubles: Sequence[RecommendarrError] = ()
    closed: Sequence[str] = ()
    """Names of servers that tell of devices only once the person has signed in there."""

    def of_code(self, code: str) -> Device | None:
        return next((one for one in self.devices if one.code == code), None)


async def devices_of(parts: Sequence[Part]) -> Found:
    """What the servers offer one person at this moment, by their ``parts`` in them."""
    answers = await asyncio.gather(*(_offered(part) for part in parts))
    devices = [device for found, _ in answers for device in found]
    devices.sort(key=lambda one: (not one.player.online, one.name.casefold(), one.code))
    troubles = [trouble for _, trouble in answers if trouble is not None]
    closed = [part.serving.name for part in parts if not part.may_ask]
    return Found(tuple(devices), tuple(troubles), tuple(closed))


def device_code(serving_name: str, player_id: str) -> str:
    """The same as long as the device keeps its id."""
    return hashlib.sha256(f"device\x1f{serving_name}\x1f{player_id}".encode("utf-8", "surrogatepass")).hexdigest()[
        :_CODE
    ]


async def _offered(part: Part) -> tuple[list[Device], RecommendarrError | None]:
    """Without a key of theirs nothing is offered: what the server shows its owner are other people's devices, and
    what was started there would be the owner's watching.
    """
    if not part.may_ask:
        return [], None
    try:
        players = await part.serving.server.players(part.key)
    except RecommendarrError as error:
        return [], error
    known = {player.id: player for player in players if player.id}
    return [Device(device_code(part.serving.name, key), part, player) for key, player in known.items()], None
