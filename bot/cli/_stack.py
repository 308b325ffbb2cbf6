"""The media stack in the report of ``recommendarr check``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING

from bot import outside
from bot.integration import Outside
from engine.domain.items import MediaType
from engine.errors import Misconfigured, RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from datetime import datetime

    from bot.i18n import Translator
    from bot.integration import Integration, Opened
    from bot.settings import Settings
    from engine.ports.storage import Storage

PATIENCE = 15.0
"""Seconds in which a service has to answer."""
Told = tuple[str, str, bool]
"""Subject, text, and whether all is well."""


async def stack_findings(
    settings: Settings, storage: Storage, speak: Translator, asked: str = ""
) -> AsyncIterator[Told]:
    """A line for every service; with its set-up where it is the one that was ``asked`` for."""
    around = Outside(clock=outside.system_clock_and_ids()[0], storage=storage, settings=settings)
    for integration in outside.integrations():
        try:
            instances = list(integration.instances())
        except Misconfigured as error:
            yield "media", f"{integration.name}: {speak.error(error)}", False
            continue
        for instance in instances:
            yield await _answers(integration, await integration.open(instance, around), speak, around.clock.now())
        hint = (
            "" if instances else f"{integration.name}: off; how to switch it on: recommendarr check {integration.name}"
        )
        if asked == integration.name:
            yield "media", "\n".join([f"{integration.name}:", *_steps(integration, settings, speak)]), True
        elif hint:
            yield "media", hint, True


def _steps(integration: Integration, settings: Settings, speak: Translator) -> list[str]:
    told = integration.steps(settings) if integration.steps else ()
    return [speak.text(key, **arguments) for key, arguments in told]


async def _answers(integration: Integration, opened: Opened, speak: Translator, now: datetime) -> Told:
    """Whether the service answers a small question."""
    name = opened.instance.name
    try:
        async with asyncio.timeout(PATIENCE):
            told = await _question(opened, now)()
    except TimeoutError:
        error: RecommendarrError = SourceUnavailable("integration-unavailable", name=name)
        return "media", f"{name}: {speak.error(error)}", False
    except RecommendarrError as problem:
        return "media", f"{name}: {speak.error(problem)}", False
    finally:
        await opened.close()
    hooks = "" if integration.read is None or opened.instance.hook_secret else "; its reports are not taken in"
    return "media", f"{name}: answers{told}{hooks}", True


def _question(opened: Opened, now: datetime) -> Callable[[], Awaitable[str]]:
    server, history, metadata, requests = opened.server, opened.history, opened.metadata, opened.requests

    async def ask() -> str:
        if server is not None:
            identity = await server.identity()
            return f" ({identity.name} {identity.version})".rstrip()
        if metadata is not None:
            await metadata.trending(MediaType.MOVIE)
        if requests is not None:
            await requests.downloads()
        if history is not None:
            async for _ in history.since(now):  # what is long ago takes long to be told
                break
        return ""

    return ask
