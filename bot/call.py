"""One update being answered, and what may answer it: what a command and a button's verb declare, and all of them.

A new command is one file in ``bot/commands``, a new verb one in ``bot/presses``, each with its strings and its test.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapidfuzz import fuzz, process

from bot.vocabulary import Answer
from engine.domain.items import Item
from engine.domain.records import JournalEntry
from engine.domain.slate import Pick, Slate
from engine.domain.viewers import Viewer
from engine.search.fold import fold

if TYPE_CHECKING:
    from bot.filters.words import FilterWords
    from bot.i18n import Translator
    from bot.services import Services
    from bot.vocabulary import Account, Room

_LIKE_ENOUGH = 66
"""Likeness in percent from which a mistyped name is taken for a name."""


@dataclass(frozen=True, slots=True)
class Call:
    """Handed to every command and press."""

    services: Services
    registry: Registry
    viewer: Viewer
    speak: Translator
    account: Account
    room: Room
    id: str
    """Platform and update id: the same id is the same update."""
    now: datetime

    @property
    def today(self) -> date:
        """The asker's local date."""
        try:
            zone = ZoneInfo(self.viewer.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            zone = ZoneInfo("UTC")
        return self.now.astimezone(zone).date()

    @property
    def place(self) -> str:
        """Where it was asked: the platform and its room. Numbers that are typed there mean the cards shown there."""
        return f"{self.account.platform}:{self.room.id}"

    def page(self, *path: str) -> str:
        """Address of a page of the companion."""
        return "/".join((self.services.page_url, *(quote(part, safe="") for part in path)))

    async def items(self, item_ids: Iterable[str]) -> dict[str, Item]:
        """The titles behind the ids, permitted or not: for titles that were permitted already."""
        async with self.services.storage.unit() as unit:
            return await unit.items.get_many(item_ids)

    async def permitted_item(self, item_id: str) -> Item | None:
        """The title, if it exists for the one who asks, now."""
        return (await self.services.recommender.permitted_items(self.viewer.id, (item_id,))).get(item_id)

    def as_viewer(self, viewer: Viewer) -> Call:
        """The same update, answered for ``viewer`` and in their language."""
        return replace(self, viewer=viewer, speak=self.services.translations.to(viewer.locale))


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
    private: bool = True
    """Answered to the asker alone; False where the whole room is meant."""
    neutral: bool = False
    """Its answers tell nothing personal, as ``Answer.neutral`` has it."""

    def open_to(self, *, demo: bool, admin: bool) -> bool:
        """Whether such a person may ask it at all, here."""
        return (demo or not self.demo_only) and (admin or not self.admin)


@dataclass(frozen=True, slots=True)
class OnPick:
    """A button under a stored pick. The title was found to be permitted just now."""

    slate: Slate
    pick: Pick
    item: Item


@dataclass(frozen=True, slots=True)
class PressVerb:
    """A verb as ``PRESS`` in its file; it answers picks or words, or titles that were looked up."""

    name: str
    on_pick: Callable[[Call, OnPick], Awaitable[Answer]] | None = None
    """Answers a token ``name:slate:rank``."""
    on_word: Callable[[Call, str], Awaitable[Answer]] | None = None
    """Answers a token ``name:argument``."""
    on_item: Callable[[Call, Item, str], Awaitable[Answer]] | None = None
    """The same for a title that was not a pick, such as a search result."""
    on_number: Callable[[Call, int], Awaitable[Answer]] | None = None
    """Answers the verb typed with a number, where that does not stand for one of the asker's own cards."""
    undoes: Mapping[str, Undo] = field(default_factory=dict[str, Undo])
    private: bool = True
    """As for a command."""
    for_strangers: bool = False
    """May be pressed by an account that belongs to nobody yet."""

    def __post_init__(self) -> None:
        if (self.on_pick and self.on_word) or not (self.on_pick or self.on_word or self.on_item):
            raise ValueError(f"press {self.name} must answer picks, words or titles")


@dataclass(frozen=True)
class Registry:
    """What can be asked and pressed."""

    commands: Mapping[str, Command]
    presses: Mapping[str, PressVerb]
    names: Mapping[str, str]
    """Every name and alias, folded, to the command's name."""
    words: Mapping[str, str]
    """Every word for a button, folded, to its verb; commands that work on a title are among them."""
    filters: FilterWords
    tongues: Mapping[str, frozenset[str]]
    """By language the names that are of it, and those that are of all."""

    def command(self, typed: str) -> Command | None:
        """The command called ``typed``, with or without its accents and hyphens."""
        name = self.names.get(fold_name(typed)) or self._plain.get(_plainly(typed))
        return None if name is None else self.commands[name]

    def nearest(self, typed: str, *, demo: bool, admin: bool = False, locale: str = "") -> Command | None:
        """The command whose name is most like ``typed``, if any is like it; of the admins' only for one of them.

        Among names of the language ``locale``, if it is one of ours.
        """
        open_to = {command.name for command in self.commands.values() if command.open_to(demo=demo, admin=admin)}
        spoken = self.tongues.get(locale, self.names.keys())
        offered = {name: self.names[name] for name in spoken if self.names[name] in open_to}
        found = process.extractOne(fold_name(typed), list(offered), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        return None if found is None else self.commands[offered[found[0]]]

    def undo(self, action: str) -> Undo | None:
        """What takes back a journal entry of ``action``."""
        declared = (*self.commands.values(), *self.presses.values())
        return next((known.undoes[action] for known in declared if action in known.undoes), None)

    @cached_property
    def _plain(self) -> dict[str, str]:
        """Names as ``_plainly`` has them, but for those that would mean several commands."""
        found: dict[str, set[str]] = {}
        for name, target in self.names.items():
            for plain in {_plainly(name), _plainly(name.translate(_UMLAUTS))}:
                found.setdefault(plain, set()).add(target)
        return {plain: target for plain, targets in found.items() if len(targets) == 1 for target in targets}


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _plainly(name: str) -> str:
    """A command's name as it is typed in haste: no accents, no hyphens."""
    return fold(name).replace(" ", "")


def fold_name(name: str) -> str:
    """A command's name as it is compared: no slash, any case, hyphens like underscores."""
    return name.strip().lstrip("/").casefold().replace("_", "-")
