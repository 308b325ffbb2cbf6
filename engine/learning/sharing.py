"""What of a crowd may leave the house: what titles say about titles, and nothing of who met them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.learning import item_weights
from engine.learning.parts import NARROW, WIDE, Parts
from engine.learning.sparse import kept, scaled, table

if TYPE_CHECKING:
    from engine.columns.sparse import Sparse
    from engine.learning.crowd import Crowd

FEWEST = 3
"""People who must have met a title for anything to be said of what goes with it: of one that a single person met, that
would be the list of what they met."""


def without_people(crowd: Crowd, *, fewest: int = FEWEST) -> Crowd:
    """The crowd without ids and without rows of people.

    Exact item weights are factors by person, out of which histories could be read; here the strongest weights between
    titles take their place, those that ``fewest`` people met. Like-minded people are left out, and the blend goes on
    without them.
    """
    parts, nobody = crowd.parts, np.zeros(0, np.int64)
    known = np.bincount(parts.met.indices, minlength=len(crowd.item_ids)) >= fewest
    narrow, wide = (_among(matrix, known) for matrix in _between_titles(parts))
    none = table(np.zeros(0, np.float32), nobody, nobody, (0, len(crowd.item_ids)))
    kept = replace(
        parts,
        met=none,
        begun=none,
        followed=none,
        begun_by=np.zeros(0, np.int32),
        latest=np.zeros(0),
        trust=np.zeros(0, np.float32),
        narrow=narrow,
        wide=wide,
        pairwise=np.where(known[:, None], parts.pairwise, np.float32(0)),
        after=_among(parts.after, known),
        before=_among(parts.before, known),
    )
    bridge = replace(crowd.bridge, people=crowd.bridge.people[:0])
    return replace(crowd, people=(), parts=kept, bridge=bridge, public=None)


def _between_titles(parts: Parts) -> tuple[Sparse, Sparse]:
    """The strongest narrow and wide weights, which are what parts of many people have anyway."""
    if isinstance(parts.narrow, np.ndarray) or isinstance(parts.wide, np.ndarray):
        voiced = scaled(parts.met, rows=np.sqrt(parts.trust).astype(np.float32))
        narrow, wide = item_weights.strongest(voiced, (NARROW, WIDE))
        return narrow, wide
    return parts.narrow, parts.wide


def _among(matrix: Sparse, titles: NDArray[np.bool_]) -> Sparse:
    """[m, m] with nothing but what is between ``titles``."""
    return kept(matrix, np.repeat(titles, np.diff(matrix.indptr)) & titles[matrix.indices])


def renamed(crowd: Crowd, item_ids: Sequence[str]) -> Crowd:
    """The same crowd, its titles called otherwise. Raises ValueError where the number is another."""
    if len(item_ids) != len(crowd.item_ids):
        raise ValueError("not as many names as titles")
    return replace(crowd, item_ids=tuple(item_ids))
