"""Tells the terminal how far an evaluation has come."""

from __future__ import annotations

import sys

from engine.evaluation.measuring import Stage

STEPS = 20
"""Of one stage, at most so many are shown."""
WIDTH = 79


def tell_reading() -> None:
    """That the files are read, to whoever is watching; the next line takes its place."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{'reading the ratings and titles …':<{WIDTH}}")
        sys.stderr.flush()


def tell(stage: Stage) -> None:
    """One line per slice and model, rewritten while it goes on; where nobody is watching, only its end."""
    ended = stage.done == stage.total
    watched = sys.stderr.isatty()
    step = max(stage.total // STEPS, 1)
    if not ended and not (watched and stage.done % step == 0):
        return
    if ended and stage.what == "titles" and not watched:
        return
    line = f"{stage.slice:<16} {stage.model:<16} {stage.what} {stage.done}/{stage.total}"
    sys.stderr.write(f"\r{line:<{WIDTH}}" if watched else line)
    if ended:
        sys.stderr.write("\n")
    sys.stderr.flush()
