"""What a button's verb declares. A new verb is one file in ``bot/presses``, its strings and its test."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.call import Call
from bot.command import Undo
from bot.vocabulary import Answer
from engine.domain.items import Item
from engine.domain.slate import Pick, Slate


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
    undoes: Mapping[str, Undo] = field(default_factory=dict[str, Undo])

    def __post_init__(self) -> None:
        if (self.on_pick and self.on_word) or not (self.on_pick or self.on_word or self.on_item):
            raise ValueError(f"press {self.name} must answer picks, words or titles")
