"""What is known of titles that stand on no shelf here: which of them are being got already, and when they came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.catalogue import Catalogue

UNKNOWN = -(2**31)
"""Day of a release that is not known."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class WorldColumns:
    """The same in the order of a catalogue's rows."""

    taken: NDArray[np.bool_]
    """[n] not to be offered: asked for, blocked, or here under another id."""
    released: NDArray[np.int32]
    """[n] days since 1970, ``UNKNOWN`` where that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """By item id. Ids that no catalogue knows do no harm."""

    taken: frozenset[str] = frozenset()
    released: Mapping[str, date] = field(default_factory=dict[str, date])

    def on(self, catalogue: Catalogue) -> WorldColumns:
        """As columns over ``catalogue``."""
        taken = np.zeros(len(catalogue), np.bool_)
        taken[catalogue.rows_of(self.taken)] = True
        released = np.full(len(catalogue), UNKNOWN, np.int32)
        for item_id, day in self.released.items():
            if (row := catalogue.index.get(item_id)) is not None:
                released[row] = (day - _EPOCH).days
        return WorldColumns(taken, released)
