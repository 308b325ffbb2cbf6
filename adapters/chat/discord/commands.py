"""The product's commands as Discord registers them. Pure; a command that is added shows up by itself."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from adapters.chat.discord.escaping import plain_within
from adapters.chat.discord.inbound import Order
from adapters.chat.discord.limits import CHOICE, CHOICES, COMMANDS, DESCRIPTION
from bot.call import Kind
from bot.gateway import Described, DescribedArgument

Payload = dict[str, Any]
Commands = Callable[[str], tuple[Described, ...]]
"""Every command, in the language asked for."""

BASE = "en"
_STRING, _NUMBER = 3, 10
_CHAT_INPUT = 1
_IN_SERVERS, _WITH_THE_BOT = 0, 1
_NAME = re.compile(r"[-_\w]{1,32}\Z")
_TAGS = {
    "en": ("en-US", "en-GB"),
    "es": ("es-ES", "es-419"),
    "pt": ("pt-BR",),
    "sv": ("sv-SE",),
    "nb": ("no",),
    "zh": ("zh-CN", "zh-TW"),
}
"""Discord's locales where they are named otherwise than ours (reference, Locales)."""
_SAME = frozenset(
    {
        "id", "da", "de", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "ro", "fi", "vi", "tr", "cs", "el", "bg",
        "ru", "uk", "hi", "th", "ja", "ko",
    }
)  # fmt: skip


def payloads(commands: Commands, locales: Iterable[str]) -> list[Payload]:
    """All commands for one bulk overwrite, described in every language that Discord knows as well."""
    spoken = {tag: _by_name(commands(locale)) for locale in locales if locale != BASE for tag in discord_tags(locale)}
    valid = [command for command in commands(BASE) if _valid(command.name)]
    return [_command(command, spoken) for command in valid[:COMMANDS]]


def order_of(commands: Iterable[Described]) -> Order:
    """The order in which each command's arguments are typed."""
    return {command.name: tuple(argument.name for argument in command.arguments) for command in commands}


def digest(payload: Sequence[Payload]) -> str:
    """Tells whether anything has changed."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def discord_tags(locale: str) -> tuple[str, ...]:
    """Discord's names of a language; none for one that its client does not speak."""
    tag = locale.replace("_", "-")
    known = frozenset(name for names in _TAGS.values() for name in names) | _SAME
    language = tag.partition("-")[0]
    if tag in known:
        return (tag,)
    return _TAGS.get(language) or ((language,) if language in _SAME else ())


def _by_name(commands: Iterable[Described]) -> Mapping[str, Described]:
    return {command.name: command for command in commands}


def _valid(name: str) -> bool:
    return bool(_NAME.match(name)) and name == name.lower()


def _command(command: Described, spoken: Mapping[str, Mapping[str, Described]]) -> Payload:
    others = {tag: known[command.name] for tag, known in spoken.items() if command.name in known}
    arguments = [argument for argument in command.arguments if _valid(argument.name)]
    arguments.sort(key=lambda argument: not argument.required)
    return {
        "type": _CHAT_INPUT,
        "name": command.name,
        "name_localizations": {
            tag: other.called for tag, other in others.items() if other.called != command.name and _valid(other.called)
        },
        "description": _description(command.description, command.name),
        "description_localizations": _localized(
            {tag: other.description for tag, other in others.items()}, command.description
        ),
        "contexts": [_IN_SERVERS, _WITH_THE_BOT],
        "integration_types": [0],
        "options": [_option(argument, others) for argument in arguments],
    }


def _option(argument: DescribedArgument, commands: Mapping[str, Described]) -> Payload:
    others = {
        tag: other for tag, command in commands.items() for other in command.arguments if other.name == argument.name
    }
    option: Payload = {
        "type": _STRING,
        "name": argument.name,
        "description": _description(argument.description, argument.name),
        "description_localizations": _localized(
            {tag: other.description for tag, other in others.items()}, argument.description
        ),
        "required": argument.required,
    }
    if argument.kind is Kind.SCORE:
        return option | {"type": _NUMBER, "min_value": 1, "max_value": 10}
    if 0 < len(argument.choices) <= CHOICES:
        return option | {"choices": _choices(argument, others)}
    return option | {"autocomplete": True} if argument.completes else option


def _choices(argument: DescribedArgument, others: Mapping[str, DescribedArgument]) -> list[Payload]:
    labels = {tag: {value: label for label, value in other.choices} for tag, other in others.items()}
    return [
        {
            "name": _description(label, value),
            "value": value[:CHOICE],
            "name_localizations": _localized({tag: told.get(value, "") for tag, told in labels.items()}, label),
        }
        for label, value in argument.choices
    ]


def _description(text: str, name: str) -> str:
    return plain_within(text, DESCRIPTION) or name


def _localized(texts: Mapping[str, str], base: str) -> dict[str, str]:
    return {tag: plain_within(text, DESCRIPTION) for tag, text in texts.items() if text.strip() and text != base}
