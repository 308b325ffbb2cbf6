"""What is usual in a catalogue: the zero from which every score is counted, worked out once per snapshot."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypedDict
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.columns.named import Features
from engine.columns.quality import bayesian_quality
from engine.columns.shelving import Shelving, shelving_of
from engine.columns.strands import strands_of
from engine.domain.items import MediaType
from engine.domain.viewers import HistoryDepth
from engine.scoring.kept import Exact, Kept, Lasting
from engine.taste.profile import TasteProfile

if TYPE_CHECKING:
    from engine.graph.graph import Graph
    from engine.graph.nearness import Nearness
    from engine.learning.signals import Signals
    from engine.scoring.folding import Families
    from engine.scoring.learned import Learned
    from engine.scoring.shortlist import Standing

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Rows = slice | NDArray[np.int64]
"""Rows of a catalogue: a slice where they lie together (no copy is made then), else their numbers."""

KEPT_MASKS, KEPT_DAYS, KEPT_VIEWS, KEPT_CHANGES = 32, 6, 16, 512
NEAR_ROOM = 8 * 2**20
"""Bytes for what is near, in the graph, to what the viewers liked who asked last."""
SHORT_ROOM = 26 * 2**20
"""Bytes for the best of who asked last: at 130 kB a person with 100,000 titles two hundred."""
EXACT_ROOM = 16 * 2**20
"""Bytes for the exact figures of finalists: at 80 kB a person two hundred who asked lately."""
FOLDED_ROOM = 28 * 2**20
"""Bytes for what the crowd says to the viewers who asked last: at 35 kB a person and domain eight hundred."""
FAMILIES_ROOM = 8 * 2**20
"""Bytes for the same of every single title: four viewers at 100,000 titles."""
LEARNED_ROOM = 40 * 2**20
"""Bytes for what follows from the profiles that were asked for last: at 0.2 MB a person two hundred."""
MOST_TYPES = 8
"""More than there are media types."""


@dataclass(frozen=True, slots=True, eq=False)
class Baselines:
    """Facts of one catalogue; those that are averages are over all of it, or over what ``seen_with`` left in."""

    catalogue: Catalogue
    domain_rows: Mapping[MediaType, Rows]
    """Rows of each media type that occurs."""
    means: Mapping[MediaType, Floats]
    """Mean vector of the embedded titles of a type, [d]; empty without vectors."""
    embedded: Mask | None
    """Which rows have a vector; None when all of them do."""
    quality: Floats
    """Quality less that of a title about which no vote says anything, [n]; 0 without votes."""
    confidence: Floats
    """Confidence less the usual, [n]; 0 without votes."""
    most_popular: float
    """Highest number of people here who finished one title."""
    genre_set: NDArray[np.int32]
    """Which combination of genres a row has, [n]; 0 is none."""
    genre_sets: Floats
    """The combinations, [sets, genres], each row summing to one (zeros for none)."""
    sequence: NDArray[np.int32]
    """Place within its collection, 0 where unknown: the given order, else the year where an order is missing."""
    in_sequence: NDArray[np.int64]
    """Rows with a known place, ascending."""
    franchise: NDArray[np.int64]
    """A number per franchise and media type, [n]; -1 none."""
    strand: NDArray[np.int64]
    """A number per run of parts that are seen in order, [n]; -1 none. Mostly a franchise is one, see ``strands_of``."""
    no_shelf: Mask
    lots: NDArray[np.uint64]
    """A number per title that comes from its id alone, [n]."""
    keyword_counts: NDArray[np.int64]
    """Titles that have each keyword."""
    size: int
    """Titles that all this is about."""
    shelving: Shelving
    kept: Kept[Lasting]
    shortlists: Kept[Standing]
    exact: Kept[Exact]
    folded: Kept[Signals]
    families: Kept[Families]
    _open: dict[frozenset[str], Mask] = field(default_factory=dict[frozenset[str], Mask])
    _by_day: dict[int, Floats] = field(default_factory=dict[int, Floats])
    _changes: dict[Hashable, tuple[float, float]] = field(default_factory=dict[Hashable, tuple[float, float]])
    _learned: Kept[Learned] = field(default_factory=lambda: Kept(LEARNED_ROOM))
    _seen: dict[frozenset[str], Baselines] = field(default_factory=dict[frozenset[str], "Baselines"])
    _graphs: dict[frozenset[str], Graph] = field(default_factory=dict[frozenset[str], "Graph"])
    near: Kept[Nearness] = field(default_factory=lambda: Kept(NEAR_ROOM))

    def open_to(self, library_ids: frozenset[str]) -> Mask:
        """The permission mask, [n]: what stands on a shelf that may be opened. Never write to it."""
        known = self._open.get(library_ids)
        if known is None:
            known = self.catalogue.open_to(library_ids)
            if len(self._open) >= KEPT_MASKS:
                self._open.pop(next(iter(self._open)), None)
            self._open[library_ids] = known
        return known

    def known_with(self, library_ids: frozenset[str]) -> Baselines | None:
        """``seen_with`` where it was worked out already."""
        return self._seen.get(library_ids)

    def seen_with(self, library_ids: frozenset[str]) -> Baselines:
        """The same, for one who may open ``library_ids``: closed titles are not felt in any average or count."""
        known = self._seen.get(library_ids)
        if known is None:
            known = replace(self, **_usual(self.catalogue, self.open_to(library_ids) | self.no_shelf, self.shelving))
            if len(self._seen) >= KEPT_VIEWS:
                self._seen.pop(next(iter(self._seen)), None)
            self._seen[library_ids] = known
        return known

    def learned_from(
        self,
        profile: TasteProfile,
        depth: HistoryDepth,
        make: Callable[[TasteProfile, Baselines, HistoryDepth], Learned],
    ) -> Learned:
        """What follows from a profile and the catalogue alone; kept as long as there is room."""
        known = self._learned.get(profile, depth)
        if known is None:
            known = make(profile, self, depth)
            self._learned.put(profile, depth, known)
        return known

    def graph_for(self, library_ids: frozenset[str], make: Callable[[Catalogue, Mask], Graph]) -> Graph:
        """The graph of what one may know of who may open ``library_ids``."""
        known = self._graphs.get(library_ids)
        if known is None:
            known = make(self.catalogue, self.open_to(library_ids) | self.no_shelf)
            if len(self._graphs) >= KEPT_VIEWS:
                self._graphs.pop(next(iter(self._graphs)), None)
            self._graphs[library_ids] = known
        return known

    def on_day(self, day: int, make: Callable[[Catalogue, int], Floats]) -> Floats:
        """A column that changes with the day alone, made once a day. Never write to it."""
        known = self._by_day.get(day)
        if known is None:
            if len(self._by_day) >= KEPT_DAYS:
                self._by_day.pop(next(iter(self._by_day)), None)
            known = self._by_day[day] = make(self.catalogue, day)
        return known

    def between(self, key: Hashable, look: Callable[[], tuple[float, float]]) -> tuple[float, float]:
        """By how much something fell and rose from one day to another, looked at once for each ``key``."""
        known = self._changes.get(key)
        if known is None:
            if len(self._changes) >= KEPT_CHANGES:
                self._changes.clear()
            known = self._changes[key] = look()
        return known


def baselines_of(catalogue: Catalogue) -> Baselines:
    """Work out the baselines of all titles together: about half a second for 500,000 titles with vectors."""
    domain_rows = _domain_rows(catalogue)
    genre_set, genre_sets = _genre_sets(catalogue.genres)
    shelving = shelving_of(catalogue)
    return Baselines(
        catalogue=catalogue,
        domain_rows=domain_rows,
        embedded=_embedded(catalogue),
        genre_set=genre_set,
        genre_sets=genre_sets,
        franchise=_franchise(catalogue),
        no_shelf=catalogue.on_no_shelf(),
        lots=np.fromiter((crc32(one.encode("utf-8", "surrogatepass")) for one in catalogue.ids), np.uint64),
        shelving=shelving,
        kept=Kept(),
        shortlists=Kept(SHORT_ROOM),
        exact=Kept(EXACT_ROOM),
        folded=Kept(FOLDED_ROOM),
        families=Kept(FAMILIES_ROOM),
        **_usual(catalogue, np.ones(len(catalogue), np.bool_), shelving),
    )


class _Usual(TypedDict):
    """The part of the baselines that depends on which titles are looked at."""

    means: Mapping[MediaType, Floats]
    quality: Floats
    confidence: Floats
    most_popular: float
    sequence: NDArray[np.int32]
    in_sequence: NDArray[np.int64]
    strand: NDArray[np.int64]
    keyword_counts: NDArray[np.int64]
    size: int


def _usual(catalogue: Catalogue, visible: Mask, shelving: Shelving) -> _Usual:
    """What is usual among the titles for which ``visible`` [n] is true."""
    average, votes = catalogue.vote_average, catalogue.vote_count
    usual_average = _mean(average[visible & (votes > 0)])
    sequence = _sequence(catalogue, visible)
    keywords = catalogue.keywords
    listed = np.repeat(visible, np.diff(keywords.matrix.indptr))
    return _Usual(
        means=shelving.means(visible),
        quality=_centred(bayesian_quality(average, votes, usual_average), usual_average / 10),
        confidence=_centred(catalogue.confidence, _mean(catalogue.confidence[visible])),
        most_popular=float(catalogue.popularity[visible].max(initial=0)),
        sequence=sequence,
        in_sequence=np.flatnonzero(sequence > 0),
        strand=strands_of(_franchise(catalogue), sequence, catalogue.collection_order, catalogue.popularity),
        keyword_counts=np.bincount(keywords.matrix.indices[listed], minlength=len(keywords.names)),
        size=int(np.count_nonzero(visible)),
    )


def numbers(rows: Rows) -> NDArray[np.int64]:
    """Rows as numbers."""
    return rows if isinstance(rows, np.ndarray) else np.arange(int(rows.start), int(rows.stop), dtype=np.int64)


def at(rows: Rows, places: NDArray[np.int64] | NDArray[np.int32]) -> NDArray[np.int64]:
    """Those of ``rows`` at some places, as numbers."""
    return rows[places] if isinstance(rows, np.ndarray) else places + np.int64(rows.start)


def among(rows: NDArray[np.int64], wanted: NDArray[np.int64] | NDArray[np.int32]) -> Mask:
    """Which of ``rows`` are in ``wanted``. Quicker than ``np.isin`` where ``wanted`` is short or sorted already."""
    if not len(wanted):
        return np.zeros(len(rows), np.bool_)
    ordered = wanted if bool((wanted[:-1] <= wanted[1:]).all()) else np.sort(wanted)
    return np.asarray(ordered[np.minimum(np.searchsorted(ordered, rows), len(ordered) - 1)] == rows)


def _mean(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean(dtype=np.float64)) if len(known) else 0.0


def _centred(values: Floats, usual: float) -> Floats:
    return np.nan_to_num(values - np.float32(usual), nan=0.0)


def _franchise(catalogue: Catalogue) -> NDArray[np.int64]:
    number = catalogue.collection.astype(np.int64) * MOST_TYPES + catalogue.media_type
    return np.where(catalogue.collection >= 0, number, -1)


def _domain_rows(catalogue: Catalogue) -> dict[MediaType, Rows]:
    """Rows by media type. Ids begin with the type, so that the rows of one lie together when they come in id order."""
    found: dict[MediaType, Rows] = {}
    for place, media_type in enumerate(MEDIA_TYPES):
        rows = np.flatnonzero(catalogue.media_type == place)
        if len(rows):
            start, end = int(rows[0]), int(rows[-1]) + 1
            found[media_type] = slice(start, end) if end - start == len(rows) else rows
    return found


def _embedded(catalogue: Catalogue) -> Mask | None:
    if catalogue.vectors is None or catalogue.vectors.present.all():
        return None
    return catalogue.vectors.present


def _genre_sets(genres: Features) -> tuple[NDArray[np.int32], Floats]:
    """Give each combination of genres a number: titles are many, combinations few."""
    rows, columns = len(genres.matrix.indptr) - 1, len(genres.names)
    owner = np.repeat(np.arange(rows), np.diff(genres.matrix.indptr))
    # a sum of random 64-bit words tells combinations apart but for one chance in 10^13
    words = np.random.default_rng(1).integers(1, 2**63, size=max(columns, 1), dtype=np.uint64)
    key = np.zeros(rows, np.uint64)
    np.add.at(key, owner, words[genres.matrix.indices])
    keys, first, numbers = np.unique(np.append(key, np.uint64(0)), return_index=True, return_inverse=True)
    table = np.zeros((len(keys), columns), np.float32)
    for number, row in enumerate(first):
        if row < rows:
            present = genres.of(int(row))[0]
            table[number, present] = 1 / max(len(present), 1)
    return numbers[:-1].astype(np.int32), table


def _sequence(catalogue: Catalogue, visible: Mask) -> NDArray[np.int32]:
    member = (catalogue.collection >= 0) & visible
    order, year = catalogue.collection_order.astype(np.int32), catalogue.year.astype(np.int32)
    incomplete = np.zeros(len(catalogue.collection_names), np.bool_)
    incomplete[catalogue.collection[member & (order <= 0)]] = True
    by_year = member & incomplete[np.where(member, catalogue.collection, 0)] if len(incomplete) else member
    return np.where(by_year, year, np.where(member, order, 0)).astype(np.int32)
