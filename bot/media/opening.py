"""Puts together what deals with the media stack, for the running service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.hooks.acting import Acting
from bot.hooks.door import HookDoor
from bot.hooks.keeping import Keeping
from bot.hooks.working import Working
from bot.media.sealing import Sealer
from bot.media.stack import Stack, open_stack
from bot.media.watched import follow
from bot.requesting.requesting import Requesting
from bot.syncing.surroundings import Surroundings
from bot.syncing.syncing import Syncing

if TYPE_CHECKING:
    from bot.services import Services

Understand = Callable[["Services"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Media:
    """The running media stack."""

    services: Services
    """With the stack and its reading."""
    door: HookDoor
    """Where other services report."""
    working: Working
    """What works their reports in."""


@asynccontextmanager
async def with_media(services: Services, understand: Understand) -> AsyncGenerator[Media]:
    """The media stack that is configured; its servers are read from now on, in the background.

    ``understand`` makes the vectors that are missing.
    """
    stack = await open_stack(services.settings, services.storage, services.clock)
    try:
        async with media_over(services, stack, understand) as media:
            yield media
    finally:
        await stack.close()


@asynccontextmanager
async def media_over(services: Services, stack: Stack, understand: Understand) -> AsyncGenerator[Media]:
    """The same over a stack that is open already."""
    requesting = Requesting(replace(services, stack=stack), stack)

    async def watched(seen: Iterable[tuple[str, str]]) -> None:
        await follow(complete, seen)

    surroundings = _surroundings(services, stack, understand, requesting)
    syncing = Syncing(replace(surroundings, watched=watched))
    complete = replace(services, stack=stack, syncing=syncing, requesting=requesting)
    acting = Acting(
        stack=stack,
        syncing=syncing,
        storage=services.storage,
        intake=services.intake,
        clock=services.clock,
        acquired=requesting.acquired,
        watched=watched,
    )
    working = Working(stack=stack, storage=services.storage, clock=services.clock, act=acting)
    door = HookDoor(stack, Keeping(services.storage, working.arrived), services.clock)
    requesting.work_with(complete)
    tasks = [asyncio.create_task(work) for work in (syncing.start(), working.run(), requesting.start())]
    try:
        yield Media(complete, door, working)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await syncing.close()


def _surroundings(services: Services, stack: Stack, understand: Understand, requesting: Requesting) -> Surroundings:
    return Surroundings(
        stack=stack,
        storage=services.storage,
        snapshots=services.snapshots,
        intake=services.intake,
        clock=services.clock,
        ids=services.ids,
        sealer=Sealer(services.settings.data_dir),
        languages=services.translations.locales,
        locale=services.settings.locale,
        understand=lambda: understand(services),
        shelved=requesting.shelved,
    )
