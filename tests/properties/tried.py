"""How many households a run of the properties tries, and has tried."""

from __future__ import annotations

import os

WORLDS = int(os.environ.get("WORLDS", "2000"))
"""Small ones; ``make leaks WORLDS=50000`` has it otherwise."""
LARGE = max(1, WORLDS // 50)
"""With more titles and longer conversations, which take as long as a dozen small ones."""

_tried = [0]


def one_more() -> None:
    """A household was made."""
    _tried[0] += 1


def since_asked_last() -> int:
    """How many were made since this was asked last."""
    count, _tried[0] = _tried[0], 0
    return count
