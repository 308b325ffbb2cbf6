"""What crowds say of one person's titles, and what of their history makes them say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.learning.aligned import Field
from engine.learning.blend import Blend
from engine.learning.components import FAMILIES
from engine.learning.dividing import Division
from engine.learning.history import History
from engine.learning.liking import Liking
from engine.learning.log import LIKED
from engine.learning.shares import Shares, joined
from engine.learning.sparse import Floats, Rows, row_of
from engine.learning.weighed import Weighed

MOST_FALLS = 512
"""Answers to what a title would be without some others that are kept, 300 bytes each."""
MOST_FIGURES = 512
"""Titles whose figures are kept, 200 bytes each."""
ASKED = 20_000
"""Bytes of what comes to be kept of a person's titles once reasons were asked for, about."""


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """A crowd over one catalogue, and how much of the score is its."""

    field: Field
    blend: Blend
    liking: Liking
    share: float
    """0–1"""
    here: bool
    """Whether these are the people of this house, whose rows a history's ``person`` means."""
    reach: Floats
    """[m] to how many of some people each title would be among the best."""

    def weighed(self, history: History) -> Weighed:
        """Its view of a history."""
        own = history if self.here else History(history.rows, history.liking, history.at)
        return Weighed.of(self.field, self.blend, own)


class Signals:
    """What the crowds say to one person: of all titles, of a few of them, and where it comes from."""

    families: tuple[str, ...] = FAMILIES

    def __init__(self, voices: Sequence[Voice], history: History) -> None:
        self._voices, self._history = voices, history
        self._weighed = [voice.weighed(history) for voice in voices]

    def over(self, rows: Rows) -> Floats:
        """The figures of titles (rows of the catalogue), [families, len(rows)], to be added up."""
        found = self._weighed[0].over(rows, self._voices[0].share)
        for voice, weighed in zip(self._voices[1:], self._weighed[1:], strict=True):
            found += weighed.over(rows, voice.share)
        return found

    def sums(self, rows: Rows) -> Floats:
        """All families together of a few titles (rows of the catalogue), [len(rows)]."""
        return np.array([self.figures(row).sum() for row in rows.tolist()], np.float32)

    @property
    def size(self) -> int:
        """Bytes, about, once everything was asked for."""
        return ASKED + sum(weighed.size for weighed in self._weighed)

    def without(self, gone: Rows) -> Callable[[int], Floats]:
        """The figures [families] of a title (row of the catalogue) as if ``gone`` had never been met."""
        shorter = self._history.without(gone)
        weighed = [voice.weighed(shorter) for voice in self._voices]
        return lambda row: self._sum([one.one(row) for one in weighed])

    def falls(self, row: int, gone: Rows) -> Floats:
        """How much less is said of a title (row of the catalogue) as if ``gone`` had never been met, [families]."""
        asked = row, *sorted(set(gone.tolist()))
        found = self._falls.get(asked)
        if found is None:
            if len(self._falls) >= MOST_FALLS:
                self._falls.clear()
            found = self._falls[asked] = self.figures(row) - self.without(gone)(row)
        return found

    @cached_property
    def _falls(self) -> dict[tuple[int, ...], Floats]:
        return {}

    @property
    def public(self) -> bool:
        """Whether nobody of this house is in it."""
        return not any(voice.here and len(voice.field.neighbours.lengths) for voice in self._voices)

    def figures(self, row: int) -> Floats:
        """The figures [families] of a title (row of the catalogue); mostly the same few are asked for."""
        found = self._figures.get(row)
        if found is None:
            if len(self._figures) >= MOST_FIGURES:
                self._figures.clear()
            found = self._figures[row] = self._sum([weighed.one(row) for weighed in self._weighed])
        return found

    @cached_property
    def _figures(self) -> dict[int, Floats]:
        return {}

    def likely(self, rows: Rows, fit: Floats) -> tuple[Floats, Floats]:
        """Probability that each of ``rows`` is liked once it is met, and half the width of its 95 % interval.

        ``fit`` [len(rows)]: sums of their figures. The crowd with the larger say tells.
        """
        voice = max(self._voices, key=lambda voice: voice.share)
        field, history = voice.field, self._history
        told = voice.liking.severity.features(history, field.columns[history.rows], field.columns[rows], fit)
        return voice.liking.probability(told, len(history))

    def shares(self, rows: Rows) -> Shares:
        """About how much each title of the history adds to each of ``rows``."""
        parts = [division.shares(rows) for division in self._divisions]
        if len(parts) == 1 and self._voices[0].share == 1:
            return parts[0]
        return joined([(part, voice.share) for part, voice in zip(parts, self._voices, strict=True)])

    @cached_property
    def _divisions(self) -> list[Division]:
        return [Division(weighed, self._history) for weighed in self._weighed]

    @property
    def history(self) -> Rows:
        """Rows of the titles folded in, [h]."""
        return self._history.rows

    def supporters(self, row: int, cited: Rows) -> int:
        """People of this house, but this one, who liked the title ``row`` and every one of ``cited``."""
        field = self._voices[0].field
        columns = field.columns[np.append(cited, row)]
        if (columns < 0).any():
            return 0
        common: set[int] = set()
        for place, column in enumerate(columns.tolist()):
            people, liking = row_of(field.neighbours.liking, column)
            liked = set(people[liking >= LIKED].tolist())
            common = common & liked if place else liked
        return len(common - {self._history.person})

    def _sum(self, values: Sequence[Floats]) -> Floats:
        """What every voice says, by its share."""
        found = values[0] * np.float32(self._voices[0].share)
        for voice, value in zip(self._voices[1:], values[1:], strict=True):
            found += value * np.float32(voice.share)
        return found
