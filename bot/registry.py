"""Finds all commands and button verbs, and every word by which a person may call them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.call import Command, PressVerb, Registry, fold_name
from bot.filters.words import FilterWords
from bot.fitting import typed
from bot.vocabulary import Action
from engine.discovery import DeclarationError, discover

if TYPE_CHECKING:
    from bot.i18n import Translations, Translator


@lru_cache(maxsize=1)
def load_registry(translations: Translations) -> Registry:
    """Finds all declarations, once for all who ask. Raises DeclarationError when two claim the same word."""
    commands = discover("bot.commands", "COMMAND", Command, key=lambda command: command.name)
    presses = discover("bot.presses", "PRESS", PressVerb, key=lambda press: press.name)
    names = dict[str, str]()
    for command in commands.values():
        for name in (command.name, *command.aliases, *_listed(translations, f"command-{command.name}.aliases")):
            _claim(names, fold_name(name), command.name)
    words = {name: target for name, target in names.items() if commands[target].on_item is not None}
    for verb in sorted(presses | {name: command for name, command in commands.items() if command.on_item}):
        for word in (verb, *_listed(translations, f"press-{verb}.words"), *_labels(translations, verb)):
            _claim(words, " ".join(word.casefold().split()), verb)
    return Registry(commands, presses, names, words, FilterWords.load(translations), _tongues(translations, commands))


def _tongues(translations: Translations, commands: Mapping[str, Command]) -> dict[str, frozenset[str]]:
    """By language what commands are called in it; their own names and aliases belong to all."""
    everywhere = {fold_name(name) for command in commands.values() for name in (command.name, *command.aliases)}
    found: dict[str, frozenset[str]] = {}
    for locale in translations.locales:
        speak = translations.to(locale)
        own = (word for name in commands for word in _words(speak, f"command-{name}.aliases"))
        found[locale] = frozenset(everywhere | {fold_name(word) for word in own})
    return found


def _listed(translations: Translations, key: str) -> Iterator[str]:
    """The comma-separated words of ``key`` in all languages that have it."""
    for locale in translations.locales:
        yield from _words(translations.to(locale), key)


def _words(speak: Translator, key: str) -> Iterator[str]:
    """The same in one language."""
    if speak.has(key):
        yield from (word.strip() for word in speak.text(key).split(",") if word.strip())


def _labels(translations: Translations, verb: str) -> Iterator[str]:
    """The button's labels in all languages, as they are typed."""
    for locale in translations.locales:
        speak = translations.to(locale)
        for key in (f"press-{verb}", f"press-{verb}.done"):  # as it stands there before it was pressed, and since
            if speak.has(key):
                yield typed(Action(speak.text(key))).label


def _claim(taken: dict[str, str], word: str, owner: str) -> None:
    if taken.setdefault(word, owner) != owner:
        raise DeclarationError(f"{word!r} would mean both {taken[word]} and {owner}")
