"""What follows from a profile and a catalogue alone, whatever is asked on whichever day: worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.evidence import Evidence
from engine.domain.slate import Influence
from engine.domain.viewers import HistoryDepth
from engine.scoring.baselines import Baselines, Floats
from engine.scoring.counterfactual import Ledger
from engine.scoring.dealt import Dealt, dealt
from engine.scoring.known import how_known
from engine.scoring.present import present_mood
from engine.taste.profile import MoodCluster, TasteProfile, looked_up

LEAST = 0.02
"""Affinity from which a person counts."""
MOST = 300
"""People counted, those with the strongest affinity."""
OTHERS = 50_000
"""Bytes of what was dealt with, of genres and of what is present, about."""
MOST_TOLD = 32
"""Titles of a domain whose reasons are kept, some 2 kB each."""
Reasons: TypeAlias = "tuple[tuple[Evidence, ...], tuple[Influence, ...]]"
_Any = TypeVar("_Any")
KEPT_DAYS = 2
"""Around midnight a viewer's day and that of a group may differ."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What outlasts the day of the reasons of a title."""

    facts: Mapping[str, tuple[Evidence, ...]]
    """By scorer that depends neither on the day nor on the question; also where it has nothing to say."""
    members: NDArray[np.int32]
    """The viewer's titles without which these would say less, ascending."""
    gains: Floats
    """How much less, in the score."""


@dataclass(frozen=True, eq=False)
class Learned:
    """One viewer's taste in one domain, turned into what scores and reasons ask for again and again."""

    # not the profile itself: what is kept for it must not keep it alive
    catalogue: Catalogue
    depth: HistoryDepth
    ledger: Ledger
    how_known: float
    """How much is known of the viewer in the domain, 0–1."""
    finished: NDArray[np.int64]
    """Rows finished at least once, ascending."""
    people: NDArray[np.int64]
    """Columns of the people that count, ascending."""
    affinity: Floats
    """Theirs, −1…1."""
    moods: Floats
    """[k, d] a vector per mood: total / (mass + shrink)."""
    disliked: Floats
    """[a, d] the same of what was disliked."""
    _genre_affinity: Floats
    _genre_sets: Floats
    _present: dict[int, MoodCluster | None] = field(default_factory=dict[int, "MoodCluster | None"])
    _told: dict[Hashable, Told] = field(default_factory=dict[Hashable, "Told"])
    _reasons: dict[Hashable, Reasons] = field(default_factory=dict[Hashable, "Reasons"])
    _dealt: dict[frozenset[str], Dealt] = field(default_factory=dict[frozenset[str], Dealt])

    @property
    def size(self) -> int:
        """Bytes, about, once everything was asked for."""
        return self.ledger.size + self.moods.nbytes + self.disliked.nbytes + self.finished.nbytes + OTHERS

    @cached_property
    def by_genres(self) -> Floats | None:
        """Mean affinity for each combination of genres, ``[sets]``; None where no genre is liked or left alone."""
        if not self._genre_affinity.any():
            return None
        # some kernels of BLAS look beyond the end of such small tables, and warn of what they find there
        return np.einsum("sg,g->s", self._genre_sets, self._genre_affinity)

    def present_on(self, profile: TasteProfile, today: int) -> MoodCluster | None:
        """What was liked lately, as of the day ``today`` (since 1970), by the owner of ``profile``, whose this is."""
        if today not in self._present:
            found = present_mood(profile, self.catalogue.vectors, today)
            if len(self._present) >= KEPT_DAYS:
                self._present.clear()
            self._present[today] = found
            return found
        return self._present[today]

    def told(self, circumstances: Hashable, tell: Callable[[], Told]) -> Told:
        """What of a title's reasons outlasts the day, under ``circumstances``: as it is until something is learned."""
        return _remembered(self._told, circumstances, tell)

    def reasons(self, circumstances: Hashable, tell: Callable[[], Reasons]) -> Reasons:
        """All of its reasons, which depend on the day."""
        return _remembered(self._reasons, circumstances, tell)

    def dealt_with(self, profile: TasteProfile, baselines: Baselines, library_ids: frozenset[str]) -> Dealt:
        """What the owner of ``profile``, whose this is, has dealt with, for one who may open ``library_ids``."""
        known = self._dealt.get(library_ids)
        if known is None:
            known = dealt(profile, baselines, library_ids)
            self._dealt.clear()
            self._dealt[library_ids] = known
        return known

    def by_people(self) -> Floats:
        """For each title, [n], Σ affinity · part in the title over its people, pressed into -1…1 by x / (1 + |x|).

        Not kept: it is large, and with the rest of the answer there are few who ask for it again.
        """
        store = self.catalogue.people.columns
        starts = store.indptr[self.people].astype(np.int64)
        lengths = store.indptr[self.people + 1].astype(np.int64) - starts
        places = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
        behind = store.indices[places]
        sums = np.bincount(behind, store.data[places] * np.repeat(self.affinity, lengths), len(self.catalogue))
        return _pressed(sums)

    def by_people_at(self, rows: NDArray[np.int64]) -> Floats:
        """The same for some ``rows`` alone, [len(rows)]."""
        owner, columns, parts = self.catalogue.people.entries(rows)
        return _pressed(np.bincount(owner, self.affinity_for(columns) * parts, len(rows)))

    def affinity_for(self, columns: NDArray[np.int32]) -> Floats:
        """Affinity for people given by column, [len(columns)]; zero for those who do not count."""
        return looked_up(columns, self.people, self.affinity)


def _remembered(known: dict[Hashable, _Any], circumstances: Hashable, make: Callable[[], _Any]) -> _Any:
    """What is known under ``circumstances``, or else made."""
    found = known.get(circumstances)
    if found is None:
        if len(known) >= MOST_TOLD:
            known.clear()
        found = known[circumstances] = make()
    return found


def learned(profile: TasteProfile, baselines: Baselines, depth: HistoryDepth) -> Learned:
    """Work it out."""
    titles, catalogue = profile.titles, baselines.catalogue
    people, affinity = known_people(profile.people_columns, profile.people_affinity)
    return Learned(
        catalogue=catalogue,
        depth=depth,
        ledger=Ledger(profile, catalogue, depth),
        how_known=how_known(profile),
        finished=np.sort(titles.rows[(titles.times > 0) & (titles.rows >= 0)]),
        people=people,
        affinity=affinity,
        moods=_vectors(profile.clusters),
        disliked=_vectors(profile.anti),
        _genre_affinity=profile.genre_affinity,
        _genre_sets=baselines.genre_sets,
    )


def _pressed(sums: NDArray[np.float64 | np.intp]) -> Floats:
    return (sums / (1 + np.abs(sums))).astype(np.float32)


def _vectors(clusters: Sequence[MoodCluster]) -> Floats:
    vectors = [cluster.total / np.float32(cluster.mass + cluster.shrink) for cluster in clusters]
    return np.stack(vectors) if vectors else np.zeros((0, 0), np.float32)


def known_people(columns: NDArray[np.int64], affinity: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The people that count, and their affinity."""
    strong = np.abs(affinity)
    counted = np.flatnonzero(strong >= LEAST)
    if len(counted) > MOST:
        counted = np.sort(counted[np.argsort(-strong[counted], kind="stable")[:MOST]])
    return columns[counted], affinity[counted]
