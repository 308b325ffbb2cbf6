"""Something unwatched for tonight, from the shelves the viewer may open."""

from __future__ import annotations

from engine.modes import Mode, scorers

MODE = Mode("tonight", scorers(present=1.0), starts_thin=True, explores=True)
