"""What a command declares. A new command is one file in ``bot/commands``, its strings and its test."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.call import Call
from bot.vocabulary import Answer
from engine.domain.items import Item
from engine.domain.records import JournalEntry

Undo = Callable[[Call, JournalEntry], Awaitable[None]]
"""Restores what was there before the entry's action."""


class Kind(StrEnum):
    """What an argument is, so that a platform can offer the right completion or field."""

    TITLE = "title"
    TEXT = "text"
    MODE = "mode"
    SCORE = "score"
    """A whole or half number from 1 to 10."""
    PICK = "pick"
    """The number of a card on the table, or its title."""
    LIST = "list"
    LANGUAGE = "language"
    FILTERS = "filters"
    COMMAND = "command"
    SETTING = "setting"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument, in the order in which it is typed."""

    name: str
    kind: Kind
    required: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """A command as ``COMMAND`` in its file; its texts are ``command-<name>…`` in every language."""

    name: str
    """English, stable, lower case."""
    run: Callable[[Call, str], Awaitable[Answer]]
    """Answers what was typed after the name."""
    arguments: tuple[Argument, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names in any language; more come from ``command-<name>-aliases``."""
    on_item: Callable[[Call, Item, str], Awaitable[Answer]] | None = None
    """The same for a title already found, with the remaining argument."""
    undoes: Mapping[str, Undo] = field(default_factory=dict[str, Undo])
    """How each journal action of this command is taken back."""
    demo_only: bool = False
    admin: bool = False
    for_strangers: bool = False
    """May be asked by an account that belongs to nobody yet."""
