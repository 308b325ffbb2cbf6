"""All commands and button verbs, and every word by which a person may call them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.command import Command, Undo
from bot.filter_words import FilterWords
from bot.fitting import typed
from bot.press_verb import PressVerb
from bot.vocabulary import Action
from engine.discovery import DeclarationError, discover

if TYPE_CHECKING:
    from bot.i18n import Translations

_LIKE_ENOUGH = 66
"""Likeness in percent from which a mistyped name is taken for a name."""


@dataclass(frozen=True, slots=True)
class Registry:
    """What can be asked and pressed."""

    commands: Mapping[str, Command]
    presses: Mapping[str, PressVerb]
    names: Mapping[str, str]
    """Every name and alias, folded, to the command's name."""
    words: Mapping[str, str]
    """Every word for a button, folded, to its verb; commands that work on a title are among them."""
    filters: FilterWords

    @classmethod
    def load(cls, translations: Translations) -> Registry:
        """Finds all declarations. Raises DeclarationError when two claim the same word."""
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
        return cls(commands, presses, names, words, FilterWords.load(translations))

    def command(self, typed: str) -> Command | None:
        """The command called ``typed``."""
        name = self.names.get(fold_name(typed))
        return None if name is None else self.commands[name]

    def nearest(self, typed: str, *, demo: bool) -> Command | None:
        """The command whose name is most like ``typed``, if any is like it."""
        offered = {name: target for name, target in self.names.items() if demo or not self.commands[target].demo_only}
        found = process.extractOne(fold_name(typed), list(offered), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        return None if found is None else self.commands[offered[found[0]]]

    def undo(self, action: str) -> Undo | None:
        """What takes back a journal entry of ``action``."""
        declared = (*self.commands.values(), *self.presses.values())
        return next((known.undoes[action] for known in declared if action in known.undoes), None)


def fold_name(name: str) -> str:
    """A command's name as it is compared: no slash, any case, hyphens like underscores."""
    return name.strip().lstrip("/").casefold().replace("_", "-")


def _listed(translations: Translations, key: str) -> Iterator[str]:
    """The comma-separated words of ``key`` in all languages that have it."""
    for locale in translations.locales:
        speak = translations.to(locale)
        if speak.has(key):
            yield from (word.strip() for word in speak.text(key).split(",") if word.strip())


def _labels(translations: Translations, verb: str) -> Iterator[str]:
    """The button's label in all languages, as it is typed."""
    for locale in translations.locales:
        speak = translations.to(locale)
        if speak.has(f"press-{verb}"):
            yield typed(Action(speak.text(f"press-{verb}"))).label


def _claim(taken: dict[str, str], word: str, owner: str) -> None:
    if taken.setdefault(word, owner) != owner:
        raise DeclarationError(f"{word!r} would mean both {taken[word]} and {owner}")
