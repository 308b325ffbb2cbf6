"""What a walk over the graph needs to know of it: its edges and what they weigh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.graph.blocks import Block

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Edges:
    """Between ``n`` titles and ``v`` vertices that connect them, numbered as in ``blocks``.

    A title i and what connects it, f, are held together by ``value(i, f) · weight(f)``: the walk leaves i along its
    edges in that proportion, and comes from f to its titles in the proportion of their values, so that what few titles
    share carries more to each of them. Closed titles are not there at all: no walk crosses them, no weight feels them.
    """

    shown: Mask
    """Titles that are there, [n]."""
    blocks: tuple[Block, ...]
    weight: Floats
    """[v]; 0 where too few open titles share it."""
    held: Floats
    """Sum of the edges of each vertex, [v]."""
    strength: Floats
    """Sum of the edges of each title, [n]; 0 for closed ones."""
