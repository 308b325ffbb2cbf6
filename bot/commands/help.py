"""What can be asked, with examples that work."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Answer, Text
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

_FIRST = ("tonight", "mood", "similar", "search", "why", "whynot", "rate", "seen", "hide", "watchlist", "taste")


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return Answer((Text(_overview(call)),))
    command = call.registry.command(text)
    if command is None or command not in _offered(call):
        admin, locale = call.viewer.role is Role.ADMIN, call.speak.locale
        command = call.registry.nearest(text, demo=call.services.demo, admin=admin, locale=locale)
    if command is None or command not in _offered(call):
        raise InvalidQuery("command-unknown", command=text)
    return Answer((Text(_page(call, command)),))


def _overview(call: Call) -> str:
    offered = _offered(call)
    first = [call.registry.commands[name] for name in _FIRST]
    others = [command for command in offered if command not in first and command.name != "start"]
    lines = [call.speak.text("help-heading"), ""]
    lines.extend(f"/{call.speak.text(f'command-{command.name}.usage')} · {_line(call, command)}" for command in first)
    lines.extend(("", call.speak.text("help-others", commands=" ".join(_typed(call, command) for command in others))))
    if _may_be_typed(call):
        lines.append(call.speak.text("help-cards"))
    lines.append(call.speak.text("help-more"))
    metadata = call.services.stack.metadata if call.services.stack is not None else None
    if metadata is not None:
        lines.extend(("", call.speak.text(metadata.attribution)))
    return "\n".join(lines)


def _page(call: Call, command: Command) -> str:
    key, speak = f"command-{command.name}", call.speak
    lines = [f"/{speak.text(f'{key}.usage')} · {_line(call, command)}", "", speak.text(f"{key}.help"), ""]
    lines.append(speak.text("help-examples"))
    lines.extend(f"  /{example.strip()}" for example in speak.text(f"{key}.examples").split("|"))
    others = sorted(name for name, target in call.registry.names.items() if target == command.name != name)
    if others:
        lines.append(speak.text("help-aliases", names=speak.list(others)))
    return "\n".join(lines)


def _typed(call: Call, command: Command) -> str:
    """How the command is typed in the reader's language, without its arguments."""
    return "/" + call.speak.text(f"command-{command.name}.usage").split(maxsplit=1)[0]


def _may_be_typed(call: Call) -> bool:
    """Whether words that stand for buttons can be written where it was asked."""
    post = call.services.post
    courier = post.couriers.get(call.account.platform) if post is not None else None
    return courier is None or courier.platform.capabilities.lines


def _line(call: Call, command: Command) -> str:
    return call.speak.text(f"command-{command.name}")


def _offered(call: Call) -> list[Command]:
    admin = call.viewer.role is Role.ADMIN
    return [
        command
        for command in call.registry.commands.values()
        if (admin or not command.admin) and (call.services.demo or not command.demo_only)
    ]


COMMAND = Command("help", _run, (Argument("command", Kind.COMMAND, required=False),), for_strangers=True, neutral=True)
