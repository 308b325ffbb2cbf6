"""The commands as a platform registers them, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.call import Argument, Command, Kind, Registry
from bot.fitting import trim
from bot.gateway import LONGEST_DESCRIPTION, Described, DescribedArgument

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services import Services

COMPLETED = frozenset({Kind.TITLE, Kind.PICK, Kind.LIST, Kind.FILTERS, Kind.COMMAND, Kind.PERSON, Kind.SETTING})
"""What ``Completer.offers`` has something for, beyond the kinds with a few choices."""


def described(services: Services, registry: Registry, speak: Translator) -> tuple[Described, ...]:
    """By name; what only the demo has, only there."""
    open_here = [command for command in registry.commands.values() if services.demo or not command.demo_only]
    return tuple(_command(command, services, speak) for command in sorted(open_here, key=lambda command: command.name))


def _command(command: Command, services: Services, speak: Translator) -> Described:
    arguments = sorted(command.arguments, key=lambda argument: not argument.required)
    return Described(
        name=command.name,
        description=trim(speak.text(f"command-{command.name}"), LONGEST_DESCRIPTION),
        called=speak.text(f"command-{command.name}.usage").partition(" ")[0],
        arguments=tuple(_argument(argument, services, speak) for argument in arguments),
        admin=command.admin,
    )


def _argument(argument: Argument, services: Services, speak: Translator) -> DescribedArgument:
    return DescribedArgument(
        name=argument.name,
        kind=argument.kind,
        required=argument.required,
        description=trim(speak.text(f"argument-{argument.kind}"), LONGEST_DESCRIPTION),
        choices=_choices(argument.kind, services, speak),
        completes=argument.kind in COMPLETED,
    )


def _choices(kind: Kind, services: Services, speak: Translator) -> tuple[tuple[str, str], ...]:
    """Where there are few."""
    if kind is Kind.SCORE:
        return tuple((str(score), str(score)) for score in range(10, 0, -1))
    if kind is Kind.MODE:
        return tuple((mode, mode) for mode in services.recommender.modes)
    if kind is Kind.LANGUAGE:
        translations = services.translations
        return tuple((translations.to(locale).text("language-own-name"), locale) for locale in translations.locales)
    del speak
    return ()
