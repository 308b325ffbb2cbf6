"""Figures of whole catalogues that stay the same from one question to the next: kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeVar
from weakref import ReferenceType, ref

import numpy as np
from numpy.typing import NDArray

from engine.taste.profile import TasteProfile

ROOM = 96 * 2**20
"""Bytes: at 100,000 titles about two hundred viewers who asked lately."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What a profile, a shelf and a day make of every title of a domain, whatever is asked; ``m`` rows."""

    total: NDArray[np.float32]
    """[m] rough sum of the contributions that do not depend on the question. Never write to it."""
    vetoed: NDArray[np.bool_] | None
    """[m] what is left out by its figures alone; None for nothing."""
    leading: NDArray[np.int32]
    """Places of the best that are not left out, best first; none where it is not kept."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.total.nbytes + self.leading.nbytes + (0 if self.vetoed is None else self.vetoed.nbytes)


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Exact figures of the finalists of one question that asks for nothing but what is standing."""

    rows: NDArray[np.int64]
    """[f] ascending"""
    figures: Mapping[str, NDArray[np.float32]]
    """[f] per scorer. Never write to them."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.rows.nbytes + sum(column.nbytes for column in self.figures.values())


class Sized(Protocol):
    """Something that takes room."""

    @property
    def size(self) -> int:
        """Bytes."""
        ...


Thing = TypeVar("Thing", bound=Sized)


class Kept(Generic[Thing]):
    """Things by profile and circumstances, those asked for last first; gone with the profile. For any thread."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._taken = room, 0
        self._known: OrderedDict[tuple[int, Hashable], tuple[ReferenceType[TasteProfile], Thing]] = OrderedDict()
        self._gone: deque[tuple[int, Hashable]] = deque()
        """Of profiles that are no more. Python may tell of that at any moment, so nothing is locked for it."""
        self._lock = Lock()

    def get(self, profile: TasteProfile, circumstances: Hashable) -> Thing | None:
        """What was put for this very profile."""
        key = (id(profile), circumstances)
        with self._lock:
            known = self._known.get(key)
            if known is None or known[0]() is not profile:
                return None
            self._known.move_to_end(key)
            return known[1]

    def put(self, profile: TasteProfile, circumstances: Hashable, thing: Thing) -> None:
        """Keep it; what was not asked for longest makes room."""
        key = (id(profile), circumstances)
        with self._lock:
            self._drop(key)
            self._known[key] = (ref(profile, lambda _: self._gone.append(key)), thing)
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
