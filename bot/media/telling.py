"""How the services of the media stack are doing, in words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import TYPE_CHECKING

from bot.hooks.acting import TRIAL_VALUE
from bot.syncing.telling import progress_line

if TYPE_CHECKING:
    from bot.call import Call
    from bot.i18n import Translator
    from bot.integration import Health
    from bot.media.stack import Stack
    from engine.ports.storage import UnitOfWork


async def stack_lines(call: Call, stack: Stack) -> list[str]:
    """A line for every service, what is wrongly set up, how far readings are, and which reports wait."""
    speak = call.speak
    lines = [health_line(speak, name, health) for name, health in stack.health().items()]
    lines += [speak.error(error) for error in stack.misconfigured]
    syncing = call.services.syncing
    if syncing is not None:
        lines += [progress_line(speak, name, progress) for name, progress in syncing.running.items()]
        unclear = {name: one.unclear for name, one in syncing.servers.items()}
        lines += [speak.text("stack-unclear", name=name, count=count) for name, count in unclear.items() if count]
    if not lines:
        return []
    async with call.services.storage.unit() as unit:
        counts = await unit.reports.counts()
        lines += [line async for line in hook_lines(speak, unit, stack)]
    waiting = sum(count for (_, dead), count in counts.items() if not dead)
    given_up = sum(count for (_, dead), count in counts.items() if dead)
    if waiting or given_up:
        lines.append(speak.text("stack-reports", waiting=waiting, dead=given_up))
    return [speak.text("stack-heading"), *lines]


async def hook_lines(speak: Translator, unit: UnitOfWork, stack: Stack) -> AsyncIterator[str]:
    """When each service that is set up to report last did, a try of its owner’s included."""
    for name, integration in stack.integrations.items():
        instance = stack.instance(name)
        if integration.read is None or instance is None or not instance.hook_secret:
            continue
        tried = await unit.values.get(TRIAL_VALUE + name)
        known = [moment for moment in (stack.heard.get(name), tried and datetime.fromisoformat(tried)) if moment]
        heard = f"{max(known):%Y-%m-%d %H:%M}" if known else "-"
        yield speak.text("stack-hook", name=name, heard="yes" if known else "no", time=heard)


def health_line(speak: Translator, name: str, health: Health) -> str:
    """How a service is doing."""
    if health.trouble is None:
        return speak.text("stack-well" if health.last_success else "stack-not-asked", name=name)
    again = "" if health.next_try is None else speak.text("stack-again", time=f"{health.next_try:%H:%M}")
    return speak.text("stack-trouble", name=name, trouble=speak.error(health.trouble), again=again)
