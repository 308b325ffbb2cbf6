"""What peers share: they learn from matrices and give every title a figure; the best of the candidates are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.corpus import Person
from engine.evaluation.known import Known
from engine.evaluation.matrices import Places
from engine.evaluation.models import Model, Task, Taught

Scores = Callable[[int], NDArray[np.floating]]
"""A person's row to a figure per title, [n]."""
Fit = Callable[[Known, np.random.Generator], Scores]


def peer(name: str, summary: str, fit: Fit, needs: str = "") -> Model:
    """A model that ranks by the figures of ``fit``; equal figures are ranked by lot."""

    async def teach(task: Task) -> Taught:
        scores = fit(task.known, task.rng)

        async def answer(person: Person) -> Sequence[str]:
            row = task.known.rows[person.viewer.id]
            candidates = task.known.candidates(row)
            places = best(np.asarray(scores(row), np.float64)[candidates], task.length, task.rng)
            return [task.job.corpus.items[int(column)].id for column in candidates[places]]

        return Taught(answer)

    return Model(name, summary, teach, needs)


def best(figures: NDArray[np.float64], length: int, rng: np.random.Generator) -> Places:
    """Places of the ``length`` highest figures, best first; ties by lot."""
    if len(figures) > length:
        least = np.partition(figures, -length)[-length]
        places = np.flatnonzero(figures >= least)
    else:
        places = np.arange(len(figures))
    return places[np.lexsort((rng.random(len(places)), -figures[places]))][:length]
