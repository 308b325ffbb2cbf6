"""How the services of the media stack are doing, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.syncing.telling import progress_line

if TYPE_CHECKING:
    from bot.call import Call
    from bot.i18n import Translator
    from bot.integration import Health
    from bot.media.stack import Stack


async def stack_lines(call: Call, stack: Stack) -> list[str]:
    """A line for every service, what is wrongly set up, how far readings are, and which reports wait."""
    speak = call.speak
    lines = [health_line(speak, name, health) for name, health in stack.health().items()]
    lines += [speak.error(error) for error in stack.misconfigured]
    syncing = call.services.syncing
    if syncing is not None:
        lines += [progress_line(speak, name, progress) for name, progress in syncing.running.items()]
    if not lines:
        return []
    async with call.services.storage.unit() as unit:
        counts = await unit.reports.counts()
    waiting = sum(count for (_, dead), count in counts.items() if not dead)
    given_up = sum(count for (_, dead), count in counts.items() if dead)
    if waiting or given_up:
        lines.append(speak.text("stack-reports", waiting=waiting, dead=given_up))
    return [speak.text("stack-heading"), *lines]


def health_line(speak: Translator, name: str, health: Health) -> str:
    """How a service is doing."""
    if health.trouble is None:
        return speak.text("stack-well" if health.last_success else "stack-not-asked", name=name)
    again = "" if health.next_try is None else speak.text("stack-again", time=f"{health.next_try:%H:%M}")
    return speak.text("stack-trouble", name=name, trouble=speak.error(health.trouble), again=again)
