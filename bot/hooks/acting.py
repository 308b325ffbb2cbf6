"""Does what reports say: what was played and rated teaches, what came to a shelf can be recommended."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeGuard

from bot.syncing.light import SERVER_VALUE
from bot.syncing.playbacks import Watching
from bot.syncing.states import States
from engine.domain.media import OWNER
from engine.domain.media_events import (
    AcquisitionTold,
    MediaEvent,
    PlaybackMoment,
    PlaybackTold,
    RatingTold,
    ShelfChanged,
    Trial,
)

if TYPE_CHECKING:
    from bot.media.stack import Stack
    from bot.syncing.syncing import Syncing
    from engine.domain.media import Playback
    from engine.intake import Intake
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage

TRIAL_VALUE = "hook.tried."
"""Under this and the instance's name storage remembers when its owner tried its hook."""
OVER = frozenset({PlaybackMoment.ENDED, PlaybackMoment.WATCHED})
Acquired = Callable[[str, AcquisitionTold], Awaitable[None]]
Arrived = Callable[[Sequence[str]], Awaitable[None]]
Watched = Callable[[Iterable[tuple[str, str]]], Awaitable[None]]
"""Is told who has just seen which title to its end."""


async def _nobody(_: Iterable[tuple[str, str]]) -> None:
    """Nobody wants to know."""


class Acting:
    """What is done on events, in their order; done again it changes nothing."""

    def __init__(
        self,
        *,
        stack: Stack,
        syncing: Syncing,
        storage: Storage,
        intake: Intake,
        clock: Clock,
        acquired: Acquired,
        watched: Watched = _nobody,
    ) -> None:
        self._stack, self._syncing, self._storage = stack, syncing, storage
        self._intake, self._clock, self._acquired, self._watched = intake, clock, acquired, watched

    async def __call__(self, instance: str, events: Sequence[MediaEvent]) -> None:
        """Raises RecommendarrError where it has to be tried again."""
        self._stack.heard[instance] = self._clock.now()
        for kind, some in groupby(events, key=type):
            same = list(some)
            if kind is PlaybackTold:
                await self._played(instance, [one.playback for one in same if _is_over(one)])
            else:
                for one in _once(same):
                    await self._one(instance, one)

    async def _one(self, instance: str, event: MediaEvent) -> None:
        match event:
            case RatingTold():
                await self._rated(instance, event)
            case ShelfChanged():
                if server := self._server_of(instance):
                    await self._syncing.of(server).shelf_changed(event)
            case AcquisitionTold():
                await self._acquired(instance, event)
            case Trial():
                async with self._storage.unit() as unit:
                    await unit.values.put(TRIAL_VALUE + instance, self._clock.now().isoformat())
            case PlaybackTold():
                await self._played(instance, [event.playback] if _is_over(event) else [])

    async def _played(self, instance: str, playbacks: Sequence[Playback]) -> None:
        server = self._server_of(instance)
        if not playbacks or not server:
            return
        server_id = await self._server_id(server)
        if not server_id:
            return  # its people are not known yet; the poll that follows its first reading finds this playback
        playbacks = await self._resolved(server, playbacks)
        await self._bring(server, server_id, [one.item_key for one in playbacks])
        owner = await self._owner(server_id)
        playbacks = [replace(one, account_id=_whose(one.account_id, owner)) for one in playbacks]
        turn = self._syncing.of(server).taking
        watching = Watching(self._stack.vendor(server), server_id, instance, self._storage, self._intake, turn)
        heard = await watching.take(playbacks)
        await self._watched(sorted(heard.seen))

    async def _resolved(self, server: str, playbacks: Sequence[Playback]) -> list[Playback]:
        """With the keys of series of which only the episode's own was told."""
        found = dict[str, str]()
        for key in {one.part_key for one in playbacks if not one.item_key and one.part_key}:
            series = await self._syncing.of(server).item(key)
            found[key] = series.key if series is not None else ""
        return [replace(one, item_key=one.item_key or found.get(one.part_key, "")) for one in playbacks]

    async def _bring(self, server: str, server_id: str, item_keys: Iterable[str]) -> None:
        """Titles that came to the shelf since the last reading are looked up first."""
        keys = {key for key in item_keys if key}
        async with self._storage.unit() as unit:
            known = await unit.server_items.get(server_id, keys)
        for key in sorted(keys - known.keys()):
            await self._syncing.of(server).shelf_changed(ShelfChanged(item_key=key))

    async def _rated(self, instance: str, told: RatingTold) -> None:
        server = self._server_of(instance)
        server_id = await self._server_id(server) if server else ""
        if not server_id:
            return
        vendor, owner = self._stack.vendor(server), await self._owner(server_id)
        await self._bring(server, server_id, [told.item_key])
        async with self._storage.unit() as unit:
            viewer = await unit.viewers.by_identity(vendor, _whose(told.account_id, owner))
            stored = (await unit.server_items.get(server_id, [told.item_key])).get(told.item_key)
        if viewer is not None and stored is not None:
            turn = self._syncing.of(server).taking
            states = States(vendor, server_id, server, self._storage, self._intake, self._clock, turn)
            await states.rated(viewer.id, stored.item_id, told)
            await self._watched([(viewer.id, stored.item_id)])

    async def _owner(self, server_id: str) -> str:
        """Account of the server's owner; empty where it is not known."""
        async with self._storage.unit() as unit:
            accounts = await unit.server_accounts.of_server(server_id)
        return next((one.account.id for one in accounts if one.account.owner), "")

    def _server_of(self, instance: str) -> str:
        """The media server that the instance speaks of; empty where there is none."""
        server = self._stack.speaks_of(instance)
        return server if server in self._syncing.servers else ""

    async def _server_id(self, server: str) -> str:
        async with self._storage.unit() as unit:
            return await unit.values.get(SERVER_VALUE + server) or ""


def _whose(account_id: str, owner: str) -> str:
    """Some servers call their owner by no id."""
    return owner if account_id == OWNER else account_id


def _once(events: Sequence[MediaEvent]) -> Iterable[MediaEvent]:
    """A season that comes is told of episode by episode: its series need not be asked for every time."""
    last = {(one.item_key, one.gone): one for one in events if isinstance(one, ShelfChanged)}
    return [*last.values(), *(one for one in events if not isinstance(one, ShelfChanged))]


def _is_over(told: MediaEvent) -> TypeGuard[PlaybackTold]:
    return isinstance(told, PlaybackTold) and told.moment in OVER
