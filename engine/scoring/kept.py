"""Figures of whole catalogues that stay the same from one question to the next: kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeAlias, TypeVar
from weakref import ReferenceType, ref

import numpy as np
from numpy.typing import NDArray

from engine.taste.profile import TasteProfile, Titles

ROOM = 24 * 2**20
"""Bytes: at 100,000 titles about twenty-five viewers of whom all titles were looked at lately, once for many days."""
PARALLEL = 3e-6
"""Share of its length by which a probe may miss the direction of another: what arithmetic leaves."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Inner products of some titles with probes that change from day to day, as of one day."""

    probes: NDArray[np.float32]
    """[k, d]"""
    products: NDArray[np.float32]
    """[k, m]. Never write to them."""

    def on(self, probes: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """Those of other ``probes`` that point the same way, [k, m]; None where they do not."""
        lengths = np.einsum("kd,kd->k", self.probes, self.probes)
        if probes.shape != self.probes.shape or not lengths.all():
            return None
        factors = np.einsum("kd,kd->k", probes, self.probes) / lengths
        missed = probes - factors[:, None] * self.probes
        close = np.einsum("kd,kd->k", missed, missed) <= PARALLEL**2 * np.einsum("kd,kd->k", probes, probes)
        if not close.all():
            return None
        return self.products * factors[:, None]

    def at(self, places: NDArray[np.int64] | NDArray[np.int32]) -> Compared:
        """Of some of the titles."""
        return Compared(self.probes, self.products.take(places, axis=1))

    def joined(self, other: Compared) -> Compared:
        """With those of other titles, compared with the same probes."""
        return Compared(self.probes, np.concatenate([self.products, other.products], axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """What a profile and a shelf make of every title of a domain, whatever is asked on whichever day; ``m`` rows."""

    total: NDArray[np.float32]
    """[m] rough sum of the contributions that depend on neither. Never write to it."""
    vetoed: NDArray[np.bool_] | None
    """[m] what is left out by its figures alone; None for nothing."""
    compared: dict[str, Compared]
    """For the scorers that depend on the day; of the last day on which they had to be compared anew."""

    @property
    def size(self) -> int:
        """Bytes."""
        products = sum(one.products.nbytes for one in self.compared.values())
        return self.total.nbytes + products + (0 if self.vetoed is None else self.vetoed.nbytes)


@dataclass(frozen=True, slots=True, eq=False)
class Latest:
    """What was asked for last: mostly the same is asked again."""

    day: int
    places: NDArray[np.int32]
    """[l] among the finalists that are known."""
    daily: Mapping[str, NDArray[np.float32]]
    """[l] that day's figures of the scorers that depend on it."""


NEVER = Latest(-(10**9), np.zeros(0, np.int32), {})


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Exact figures of titles that were finalists."""

    rows: NDArray[np.int64]
    """[f] ascending"""
    figures: NDArray[np.float32]
    """[scorers, f]; of those that depend on the day, as of any. Never write to them."""
    compared: Mapping[str, Compared]
    """For those that do."""
    latest: Latest = NEVER

    def asked(self, day: int, rows: NDArray[np.int64]) -> bool:
        """Whether ``rows`` were asked for last, on that day."""
        return self.latest.day == day and np.array_equal(self.rows[self.latest.places], rows)

    def at(self, places: NDArray[np.int64]) -> Exact:
        """Those at some places."""
        compared = {name: one.at(places) for name, one in self.compared.items()}
        return Exact(self.rows[places], self.figures.take(places, axis=1), compared)

    def joined(self, other: Exact) -> Exact:
        """With those of other rows, compared with the same probes."""
        compared = {name: one.joined(other.compared[name]) for name, one in self.compared.items()}
        rows, figures = np.append(self.rows, other.rows), np.concatenate([self.figures, other.figures], axis=1)
        return Exact(rows, figures, compared).at(np.argsort(rows))

    @property
    def size(self) -> int:
        """Bytes."""
        products = sum(one.products.nbytes for one in self.compared.values())
        daily = sum(column.nbytes for column in self.latest.daily.values())
        return self.rows.nbytes + self.figures.nbytes + products + self.latest.places.nbytes + daily


class Sized(Protocol):
    """Something that takes room."""

    @property
    def size(self) -> int:
        """Bytes."""
        ...


Thing = TypeVar("Thing", bound=Sized)
Owner: TypeAlias = TasteProfile | Titles
"""What a thing follows from: a profile, or its titles alone, which stay when moods of other domains change."""


class Kept(Generic[Thing]):
    """Things by owner and circumstances, those asked for last first; gone with the owner. For any thread."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._taken = room, 0
        self._known: OrderedDict[tuple[int, Hashable], tuple[ReferenceType[Owner], Thing]] = OrderedDict()
        self._gone: deque[tuple[int, Hashable]] = deque()
        """Of owners that are no more. Python may tell of that at any moment, so nothing is locked for it."""
        self._lock = Lock()

    def get(self, owner: Owner, circumstances: Hashable) -> Thing | None:
        """What was put for this very owner."""
        key = (id(owner), circumstances)
        with self._lock:
            known = self._known.get(key)
            if known is None or known[0]() is not owner:
                return None
            self._known.move_to_end(key)
            return known[1]

    def put(self, owner: Owner, circumstances: Hashable, thing: Thing) -> None:
        """Keep it; what was not asked for longest makes room."""
        key = (id(owner), circumstances)
        with self._lock:
            self._drop(key)
            self._known[key] = (ref(owner, lambda _: self._gone.append(key)), thing)
            self._taken += thing.size
            while self._gone:
                stale = self._gone.popleft()
                if stale in self._known and self._known[stale][0]() is None:
                    self._drop(stale)
            while self._taken > self._room and len(self._known) > 1:
                self._drop(next(iter(self._known)))

    def _drop(self, key: tuple[int, Hashable]) -> None:
        known = self._known.pop(key, None)
        if known is not None:
            self._taken -= known[1].size
