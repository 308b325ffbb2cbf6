"""What is odd about a folder of ratings without keeping anybody from using it: told in words at the edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluating.lines import NAMED, Amiss

if TYPE_CHECKING:
    from bot.i18n import Translator


@dataclass(frozen=True, slots=True)
class Note:
    """A message key and what fills it."""

    key: str
    arguments: Mapping[str, str | float]

    def told(self, speak: Translator) -> str:
        """In words."""
        return speak.text(self.key, **self.arguments)


def note(key: str, path: Path, **arguments: str | float) -> Note:
    """About a whole file."""
    return Note(key, {"file": path.name, **arguments})


def note_of(key: str, path: Path, lines: Sequence[int]) -> Note:
    """About some of its lines."""
    return note(key, path, count=len(lines), lines=Amiss(list(lines[: NAMED + 1])).named)
