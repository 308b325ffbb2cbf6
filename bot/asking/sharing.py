"""Whether an answer is for one person or for the room, told before there is one."""

from __future__ import annotations

from bot.asking.running import SENTENCE
from bot.call import Command, Registry
from bot.vocabulary import Press, Update


def is_private(registry: Registry, update: Update) -> bool:
    """As the command or button declares it; private where it cannot be told."""
    if isinstance(update, Press):
        press = registry.presses.get(update.token.partition(":")[0])
        return press is None or press.private
    command = commanded(registry, update)
    return command is None or command.private


def commanded(registry: Registry, update: Update) -> Command | None:
    """The command that was given, by name or as the first word of a sentence; None for any other update."""
    if isinstance(update, Press):
        return None
    name = update.text.partition(" ")[0] if update.command == SENTENCE else update.command
    return registry.command(name)
