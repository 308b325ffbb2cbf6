"""A weighted draw from the good pool."""

from __future__ import annotations

from engine.modes import Mode, scorers

MODE = Mode("shuffle", scorers(chance=0.01), by_lot=True)
