"""From a ranked field to slates that are not five times the same: franchises, directors, genres, tone, domains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.balancing import Balance
from engine.domain.items import MediaType
from engine.finds import gains
from engine.scoring.baselines import Baselines, Floats, Mask, among
from engine.scoring.dealt import stretch_of
from engine.scoring.likeness import by_features, centred_directions

SAME_DIRECTOR, SAME_GENRES, ALIKE = 0.50, 0.20, 0.80
"""Penalties, in units of the distance between the first and the (4 · limit)th of the field, per title already taken."""
CONTINUES = 0.35
"""Likewise, for a further title that goes on with a franchise the viewer has begun: not an evening of sequels only."""
ALIKE_FROM = 0.5
"""Likeness from which two titles are too much of the same; the penalty grows from there to the same title."""
BALANCE = 0.2
"""Likewise, per nat by which the genres of the list so far are away from those of the viewer's history.

With 0.15 NDCG@10 was 0.3 % higher on val than with 0.25 and 0.3 % lower on randomval (four draws each), and lists of
close scores did not follow any more what somebody lives in."""
BESIDE_A_CROWD = 0.1
"""Share of the penalties for likeness beside a crowd's model, for people it knows; for new people they fall away.

Whole they cost known people 1.3 % of NDCG@10 on randomval and new ones 1.9 %, who then see less of what many like. With
0, 0.1 and 0.25 it was 0.1745, 0.1755, 0.1742 on val and 0.2242, 0.2224, 0.2190 on randomval; diversity within lists
0.639, 0.640, 0.642 and 0.651, 0.652, 0.654."""
WHOLE_CROWD = 200
"""People from whom the crowd's model must have learned for both to count in full; with fewer, in proportion.

Five people's few agreements stand close together: in households of five the two took 15 % of NDCG@10."""
PICKS_PER_PART = 5
"""A list has room for one title of a franchise in so many; ten films of one franchise are not a choice."""
STARTER = 0.03
"""Gain, for people of whom little is known, of a title whose genres are all new in the list.

With 0.06, NDCG@10 on newuserval@5 was 1.2 % lower, and no more titles were shown (``recommendarr evaluate``)."""
WINDOW = 60
PER_PICK = 12
"""Titles looked at: 60 and twelve per pick, more when those run out."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Finalists of all domains, ``f`` of them, best key first."""

    rows: NDArray[np.int64]
    keys: Floats
    """What the choice goes by: the score, or the lot drawn."""
    domains: NDArray[np.uint8]
    """Position in ``MEDIA_TYPES``."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What a slate should be like."""

    limit: int
    attempt: int = 0
    shares: Mapping[int, int] = field(default_factory=dict[int, int])
    """Least number of picks per domain (position in ``MEDIA_TYPES``)."""
    begun: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """Franchises the viewer has seen a part of, ascending."""
    unseen: NDArray[np.int64] | None = None
    """Open parts of franchises that the viewer has not seen: a later one is listed only with all before it, back to
    one that was seen. None: no later part is in the field at all."""
    watched: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """Rows that the viewer has seen."""
    mix: Floats | None = None
    """[genres] what the viewer's history is made of, summing to one; None where too little is known."""
    spread_genres: bool = False
    """Prefer genres that the list does not have yet, by up to ``STARTER``."""
    variety: float = 1.0
    """Share of the penalties for likeness to what is taken already."""
    surprise: Floats | None = None
    """[n] how seldom each title of the catalogue is offered to people, in bits; None where that is not known."""
    novelty: float = 0.0
    """What a bit of it is worth, see ``finds``."""


@dataclass(frozen=True, slots=True)
class Choice:
    place: int
    """In the field."""
    fresh: float = 0.0
    """Share of its genres that were new in the list when it was taken, 0–1; 0 where that did not count."""
    fresh_genres: tuple[int, ...] = ()
    """Their columns."""
    propensity: float = 1.0
    """Probability with which it was put there, 0–1."""
    trial: bool = False
    """Put there to find out."""


def choose(baselines: Baselines, ranked: Field, wanted: Wanted, barred: NDArray[np.int64]) -> list[Choice]:
    """The picks of page ``attempt``: pages before it are made the same way and taken out; ``barred`` rows too."""
    alive = np.ones(len(ranked.rows), np.bool_)
    page: list[Choice] = []
    for attempt in range(wanted.attempt + 1):
        if attempt == wanted.attempt and len(barred):
            alive &= ~among(ranked.rows, barred)
        page = _page(baselines, ranked, wanted, alive)
        if not page:
            return []
        alive[[choice.place for choice in page]] = False
    return page


def _page(baselines: Baselines, ranked: Field, wanted: Wanted, alive: Mask) -> list[Choice]:
    places = np.flatnonzero(alive)
    width = WINDOW + PER_PICK * wanted.limit
    while True:
        window = _window(places, ranked, wanted, width)
        page = _Page(baselines, ranked, wanted, window).fill()
        if len(page) >= wanted.limit or len(window) == len(places):
            return page
        width *= 4


def _window(places: Places, ranked: Field, wanted: Wanted, width: int) -> Places:
    """The best ``width`` places, and enough of every domain that is owed some."""
    if len(places) <= width:
        return places
    parts = [places[:width]]
    parts += [places[ranked.domains[places] == domain][: 4 * least] for domain, least in wanted.shares.items()]
    return np.unique(np.concatenate(parts))


class _Page:
    """Fills one slate greedily: always the best of what is left, after what its likeness to the taken costs."""

    def __init__(self, baselines: Baselines, ranked: Field, wanted: Wanted, window: Places) -> None:
        self._baselines, self._wanted, self._window = baselines, wanted, window
        self._rows, self._domains = ranked.rows[window], ranked.domains[window]
        self._of_domain = {domain: self._domains == domain for domain in wanted.shares}
        self._keys = ranked.keys[window].astype(np.float64)
        self._owed = dict(wanted.shares)
        self._franchise = baselines.franchise[self._rows]
        self._runs, self._earlier = _earlier_parts(baselines, self._rows, wanted)
        self._parts, self._opened = np.zeros((2, len(window)), np.int64)
        self._continues = (self._franchise >= 0) & among(self._franchise, wanted.begun)
        self._genre_set = baselines.genre_set[self._rows]
        shares = baselines.genre_sets[self._genre_set]
        self._genres = shares > 0
        self._balance = Balance(wanted.mix, shares) if wanted.mix is not None else None
        self._listed = np.zeros(self._genres.shape[1], np.bool_)
        owner, person, part = baselines.catalogue.people.entries(self._rows)
        self._made_by = (owner[part >= 1.0], person[part >= 1.0].astype(np.int64))
        self._directions = centred_directions(baselines, self._rows)
        edge = min(4 * wanted.limit, len(window)) - 1
        self._unit = max(float(self._keys[0] - np.sort(self._keys)[::-1][edge]), 1e-6) if len(window) else 1.0
        if wanted.surprise is not None:
            self._keys += gains(wanted.novelty, self._unit, wanted.surprise[self._rows])

    def fill(self) -> list[Choice]:
        left = np.ones(len(self._window), np.bool_)
        page: list[Choice] = []
        while len(page) < self._wanted.limit and left.any():
            ready = left & (self._earlier <= self._opened)
            if not ready.any():
                break
            fresh = self._fresh()
            worth = np.where(ready & self._owing(len(page), ready), self._worth(fresh), -np.inf)
            best = int(np.argmax(worth))
            page.append(self._choice(best, 0.0 if fresh is None else float(fresh[best])))
            left[best] = False
            if len(page) < self._wanted.limit:
                self._take(best, left)
        return page

    def _worth(self, fresh: NDArray[np.float64] | None) -> NDArray[np.float64]:
        worth = self._keys
        if fresh is not None:
            worth = worth + STARTER * fresh
        if self._balance is not None:
            worth = worth - BALANCE * self._unit * self._balance.off()
        return worth

    def _fresh(self) -> NDArray[np.float64] | None:
        """Share of each title's genres that the list does not have yet; None where that does not count."""
        if not self._wanted.spread_genres:
            return None
        count = np.maximum(self._genres.sum(axis=1), 1)
        return (self._genres & ~self._listed).sum(axis=1) / count

    def _owing(self, taken: int, left: Mask) -> Mask:
        """Only domains that are owed a pick, as soon as every remaining pick is owed to one."""
        owed = {domain: n for domain, n in self._owed.items() if n > 0}
        if not owed or self._wanted.limit - taken > sum(owed.values()):
            return left  # also if some of them have nothing left
        owed = {domain: n for domain, n in owed.items() if (left & self._of_domain[domain]).any()}
        if not owed or self._wanted.limit - taken > sum(owed.values()):
            return left
        return np.logical_or.reduce([self._of_domain[domain] for domain in owed])

    def _choice(self, best: int, fresh: float) -> Choice:
        columns = np.flatnonzero(self._genres[best] & ~self._listed) if fresh else np.zeros(0, np.int64)
        return Choice(int(self._window[best]), fresh, tuple(int(column) for column in columns))

    def _take(self, best: int, left: Mask) -> None:
        self._listed |= self._genres[best]
        if self._balance is not None:
            self._balance.take(best)
        domain = int(self._domains[best])
        self._owed[domain] = self._owed.get(domain, 0) - 1
        if self._franchise[best] >= 0:
            same = self._franchise == self._franchise[best]
            self._parts += same
            self._opened += (self._runs >= 0) & (self._runs == self._runs[best])
            if self._parts[best] >= parts_in(self._wanted.limit):
                left &= ~same
        cost = ALIKE * np.clip((self._likeness(best) - ALIKE_FROM) / (1 - ALIKE_FROM), 0, 1)
        if self._genre_set[best] and self._wanted.mix is None:
            cost += SAME_GENRES * (self._genre_set == self._genre_set[best])
        cost += SAME_DIRECTOR * self._same_director(best)
        if self._continues[best]:
            cost += CONTINUES * self._continues
        self._keys -= cost * self._unit * self._wanted.variety

    def _likeness(self, best: int) -> NDArray[np.float64]:
        if self._directions.shape[1]:
            return (self._directions @ self._directions[best]).astype(np.float64)
        return by_features(self._baselines, self._rows, self._rows[best : best + 1])[0].astype(np.float64)

    def _same_director(self, best: int) -> Mask:
        owner, person = self._made_by
        found = np.zeros(len(self._rows), np.bool_)
        found[owner[among(person, np.sort(person[owner == best]))]] = True
        return found


def in_sequence(strand: Places, sequence: NDArray[np.integer]) -> list[int]:
    """The places [k] of a list, such that a later part of a strand waits until those before it are listed.

    ``strand`` [k] is -1 for what goes on with nothing. That cost 0.3 % of NDCG@10 on val and nothing on randomval; with
    parts that change places, the earlier to the better one, it was 0.5 and 0.1 %.
    """
    places = np.arange(len(strand))
    before = (strand[:, None] == strand) & (strand >= 0) & (sequence < sequence[:, None])
    until = np.maximum(places, np.where(before, places, -1).max(axis=1, initial=-1))
    return np.lexsort((sequence, until)).tolist()


def parts_in(limit: int) -> int:
    """How many titles of one franchise a list of that many picks may have."""
    return max(1, limit // PICKS_PER_PART)


def _earlier_parts(
    baselines: Baselines, rows: NDArray[np.int64], wanted: Wanted
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The run of parts, see ``stretch_of``, that each of ``rows`` is in (-1 none), and how many unseen come before."""
    runs, earlier = np.full(len(rows), -1, np.int64), np.zeros(len(rows), np.int64)
    placed = np.flatnonzero(baselines.sequence[rows] > 0)
    if wanted.unseen is None or not len(placed):
        return runs, earlier
    strand = baselines.strand[rows[placed]]
    others = wanted.unseen[np.isin(baselines.strand[wanted.unseen], strand)]
    runs[placed] = stretch_of(baselines, rows[placed], wanted.watched)
    before = stretch_of(baselines, others, wanted.watched)[None, :] == runs[placed, None]
    before &= baselines.sequence[others][None, :] < baselines.sequence[rows[placed], None]
    earlier[placed] = before.sum(axis=1)
    return runs, earlier


def least_shares(interactions: Mapping[MediaType, int], limit: int, order: tuple[MediaType, ...]) -> dict[int, int]:
    """Least picks per domain by where the viewer lives: its share of the interactions, but one from a twentieth on.

    Nothing is owed in slates of fewer than three, nor where only one domain is lived in.
    """
    total = sum(interactions.values())
    lived = {kind: count for kind, count in interactions.items() if total and count / total >= 1 / 20}
    if limit < 3 or len(lived) < 2:
        return {}
    shares = {order.index(kind): max(1, int(limit * count / total)) for kind, count in lived.items()}
    while sum(shares.values()) > limit:
        largest = max(shares, key=lambda domain: (shares[domain], -domain))
        shares[largest] -= 1
    return {domain: least for domain, least in shares.items() if least > 0}
