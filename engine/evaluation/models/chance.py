"""Anything at all: what a figure is worth when nothing is known."""

from __future__ import annotations

from engine.evaluation.models import Model, Shown, Task


async def show(task: Task) -> Shown:
    """Candidates drawn by lot."""
    shown: dict[str, list[str]] = {}
    for person in task.job.judged():
        candidates = task.job.candidates(person)
        count = min(task.length, len(candidates))
        places = task.rng.choice(len(candidates), count, replace=False) if count else ()
        shown[person.viewer.id] = [candidates[int(place)] for place in places]
    return shown


MODEL = Model("random", show)
