"""Everything an answer may depend on, gathered before the arithmetic starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.items import MediaType
from engine.domain.query import Filters, Query
from engine.domain.slate import Note
from engine.domain.viewers import Viewer
from engine.scoring.baselines import Baselines, Floats, Mask, Rows, numbers
from engine.scoring.counterfactual import Ledger
from engine.scoring.folding import Families, folded
from engine.scoring.learned import Learned, learned
from engine.taste.profile import MoodCluster, TasteProfile

if TYPE_CHECKING:
    from engine.learning.crowd import Aligned
    from engine.learning.signals import Signals
    from engine.world import WorldColumns

NOTHING: Mapping[int, float] = {}


@dataclass(frozen=True, slots=True, eq=False)
class WishPart:
    """One thing that a free text asks for."""

    word: str
    """As typed."""
    genres: Mapping[int, float] = field(default_factory=lambda: NOTHING)
    """Column of ``catalogue.genres`` to how much it is wanted, −1…1."""
    keywords: Mapping[int, float] = field(default_factory=lambda: NOTHING)
    """Column of ``catalogue.keywords`` likewise."""
    direction: Floats | None = None
    """Unit vector [d] that wanted titles point towards."""
    factor: float = 1.0
    """How much it counts; negative for what is unwanted."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What a free text asks for, as rows, columns and vectors of the catalogue."""

    references: tuple[int, ...] = ()
    """Rows of the titles it should be like."""
    parts: tuple[WishPart, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A query as the mode understood it."""

    query: Query
    filters: Filters
    """The query's own."""
    today: int
    """The asker's local date, in days since 1970."""
    seed: int | None = None
    """Row of the title to start from."""
    wish: Wish | None = None
    bound: Mask | None = None
    """Titles within what the text demands, [n]; None where it demands nothing."""
    notes: tuple[Note, ...] = ()
    world: WorldColumns | None = None
    """What is known of titles on no shelf; None for modes that stay on the shelves."""


@dataclass(frozen=True, eq=False)
class Context:
    """One viewer, one domain, one question, one catalogue."""

    viewer: Viewer
    profile: TasteProfile
    catalogue: Catalogue
    baselines: Baselines
    asked: Asked
    hidden: NDArray[np.int64]
    """Rows hidden now, of any domain, that the viewer may see."""
    open_rows: Mask
    """The permission mask, [n]."""
    visible: Mask
    """What may be spoken of: open, or on no shelf at all, [n]."""
    thin: bool = False
    """Too little is known of the viewer, over all domains, for taste to lead."""
    crowd: Aligned | None = None
    """What was learned from everybody, over this catalogue; None before anything was."""

    @property
    def domain(self) -> MediaType:
        return self.profile.domain

    @property
    def rows(self) -> Rows:
        """All rows of the domain."""
        return self.baselines.domain_rows[self.profile.domain]

    @property
    def mean(self) -> Floats | None:
        """Mean vector of the domain, None without vectors."""
        return self.baselines.means.get(self.profile.domain)

    @cached_property
    def present(self) -> MoodCluster | None:
        """What was liked lately, as of the asker's date."""
        return self.learned.present_on(self.profile, self.asked.today)

    def vectors_of(self, cluster: MoodCluster) -> Floats:
        """Full vectors of a cluster's members, [c, d]; looked up once."""
        known = self._members.get(id(cluster))
        if known is None:
            vectors = self.catalogue.vectors
            known = (
                np.zeros((len(cluster.members), 0), np.float32) if vectors is None else vectors.exact(cluster.members)
            )
            self._members[id(cluster)] = known
        return known

    @cached_property
    def _members(self) -> dict[int, Floats]:
        return {}

    @cached_property
    def learned(self) -> Learned:
        """What follows from the profile, whatever is asked."""
        return self.baselines.learned_from(self.profile, self.viewer.history_depth, learned)

    @property
    def how_known(self) -> float:
        """How much is known of the viewer in the domain, 0–1."""
        return self.learned.how_known

    @property
    def ledger(self) -> Ledger:
        """What the profile would be without some of its titles."""
        return self.learned.ledger

    @cached_property
    def signals(self) -> Signals | None:
        """What the crowd says to this viewer; kept as long as there is room."""
        crowd = self.crowd
        if crowd is None:
            return None
        if self.asked.filters.exclude_influence:
            return folded(self.profile, crowd)
        kept, circumstances = self.baselines.folded, _lasting(crowd)
        known = kept.get(self.profile.titles, circumstances)
        if known is None:
            known = folded(self.profile, crowd)
            kept.put(self.profile.titles, circumstances, known)
        return known

    def family(self, name: str, rows: Rows) -> Floats | None:
        """Figures of one family of the crowd's signals at ``rows`` of the domain; None without a crowd."""
        signals = self.signals
        return None if signals is None else self._families(signals, rows)[signals.families.index(name)]

    def _families(self, signals: Signals, rows: Rows) -> Floats:
        """All families at ``rows``, [families, len(rows)]: every scorer of them asks for the same rows."""
        known = self._said.get("last")
        if known is None or known[0] is not rows:
            known = self._said["last"] = rows, self._said_of(signals, rows)
        return known[1]

    def _said_of(self, signals: Signals, rows: Rows) -> Floats:
        """Read off what is kept of all titles of the domain, if it is; of all of them it is kept.

        Nobody asks for all again once the best are kept: there is room for those of few people.
        """
        if self.crowd is None or self.asked.filters.exclude_influence:
            return signals.over(numbers(rows))
        kept, circumstances = self.baselines.families, _lasting(self.crowd)
        known = kept.get(self.profile.titles, circumstances)
        if known is None and rows is not self.rows:
            return signals.over(numbers(rows))
        if known is None:
            known = Families(signals.over(numbers(rows)))
            kept.put(self.profile.titles, circumstances, known)
        return known.values[:, self._within(rows)]

    @cached_property
    def _said(self) -> dict[str, tuple[Rows, Floats]]:
        return {}

    def _within(self, rows: Rows) -> Rows:
        """Where ``rows`` of the domain stand among all of it."""
        scope = self.rows
        if isinstance(rows, slice) and isinstance(scope, slice):
            return slice(rows.start - scope.start, rows.stop - scope.start)
        if isinstance(scope, slice):
            return numbers(rows) - scope.start
        return slice(None) if rows is scope else np.searchsorted(scope, numbers(rows))

    def may_name(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of ``rows`` that may be cited to the viewer."""
        return rows[self.visible[rows]]


def _lasting(crowd: Aligned) -> ReferenceType[Aligned]:
    """For a key: never equal to what stands for another crowd, even if that came to lie in the same place."""
    return ref(crowd)
