"""Inner divisions of a log, on which the weights of the blend are learned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from engine.learning.aligned import Field
from engine.learning.blend import Lists
from engine.learning.by_title import ByTitle
from engine.learning.compiled import highest
from engine.learning.components import COMPONENTS
from engine.learning.history import History
from engine.learning.log import LIKED, Log
from engine.learning.manner import TRAITS
from engine.learning.sources import Term
from engine.learning.sparse import Floats, Rows

HELD_BACK = 0.2
"""Share of everybody's latest meetings that is to be found."""
SHORTEST = 2
"""Meetings from which a person's latest are held back: where nobody has more, they must teach all there is."""
NEW = (5, 10)
"""Titles that people are cut to who stand in for new ones."""
AT_ONCE = 1_200_000
"""Titles times histories that are worked out together."""
SCOUTED = 40
"""Best titles of each scout that are ranked."""
SCOUTS = np.array([place for place, component in enumerate(COMPONENTS) if component.scouts])


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """One person, what is known of them, and what they came to like."""

    history: History
    liked: Rows
    """Rows of the catalogue."""
    candidates: Rows | None = None
    """Rows to be ranked; None: all not in the history."""


def spans(log: Log) -> Iterator[tuple[int, slice[int, int, None]]]:
    """Each person's row and their meetings."""
    starts = log.starts.tolist()
    for person in range(len(log.people)):
        if starts[person + 1] > starts[person]:
            yield person, slice(starts[person], starts[person + 1])


def earlier(log: Log) -> NDArray[np.bool_]:
    """Everybody's meetings but the last fifth, [m]."""
    counts = np.bincount(log.person, minlength=len(log.people))
    later = np.where(counts >= SHORTEST, np.maximum(1, np.floor(counts * HELD_BACK)), 0).astype(np.int64)
    place = np.arange(len(log)) - log.starts[log.person]
    return place < (counts - later)[log.person]


def temporal(log: Log, rows: Rows, before: NDArray[np.bool_], people: NDArray[np.bool_]) -> Iterator[Trial]:
    """What ``people`` liked lately is to be found from what was ``before``; ``rows`` are the columns' rows."""
    for person, span in spans(log):
        if people[person]:
            own = before[span]
            if (trial := _trial(log, rows, span, own, person)) is not None:
                yield trial


def new_people(log: Log, rows: Rows, people: NDArray[np.bool_], size: int) -> Iterator[Trial]:
    """All that ``people`` (unknown to the model) liked after their first ``size`` is to be found from those."""
    for person, span in spans(log):
        first = np.arange(span.stop - span.start) < size
        if people[person] and not first.all() and (trial := _trial(log, rows, span, first, -1)) is not None:
            yield trial


def unmet(log: Log, rows: Rows, hidden: NDArray[np.bool_], people: NDArray[np.bool_]) -> Iterator[Trial]:
    """What ``people`` liked of the ``hidden`` columns is to be found among those, from all the rest."""
    candidates = rows[np.flatnonzero(hidden)]
    for person, span in spans(log):
        if people[person]:
            own = ~hidden[log.item[span]]
            if (trial := _trial(log, rows, span, own, person)) is not None:
                yield Trial(trial.history, trial.liked, candidates)


def _trial(log: Log, rows: Rows, span: slice[int, int, None], known: NDArray[np.bool_], person: int) -> Trial | None:
    item, liking = log.item[span], log.liking[span]
    liked = rows[item[~known & (liking >= LIKED)]]
    if not len(liked) or not known.any():
        return None
    return Trial(History(rows[item[known]], liking[known], log.at[span][known], person), liked)


def ranked(some: ByTitle, trials: Iterable[Trial], weight: float, places: Rows) -> Lists:
    """Figures of the components ``places`` for the titles of each trial, the whole weighing ``weight``."""
    field = some.field
    figures: list[Floats] = [np.zeros((0, len(places)), np.float32)]
    liked: list[NDArray[np.bool_]] = [np.zeros(0, np.bool_)]
    chosen: list[Rows] = [np.zeros(0, np.int64)]
    titles: list[int] = []
    traits: list[NDArray[np.float64]] = []
    for batch in _batches(trials, max(1, AT_ONCE // len(field.columns))):
        for trial, terms, rows in _to_be_ranked(field, batch):
            hits = np.isin(rows, trial.liked)
            if hits.any():
                figures.append(some.at(terms, places, rows))
                liked.append(hits)
                chosen.append(rows)
                titles.append(len(trial.history))
                traits.append(field.manner(trial.history).traits())
    starts = np.cumsum([0, *(len(rows) for rows in chosen[1:])])
    every = np.full(len(titles), weight / max(len(titles), 1))
    known = field.known[np.concatenate(chosen)]
    return Lists(
        np.concatenate(figures), known, np.concatenate(liked), starts, np.array(titles, np.float64),
        np.reshape(traits, (-1, len(TRAITS))), every,
    )  # fmt: skip


def _to_be_ranked(field: Field, trials: list[Trial]) -> Iterator[tuple[Trial, Mapping[str, Term], Rows]]:
    """Each trial with what its history says and the rows to be ranked."""
    terms = [field.terms(trial.history) for trial in trials]
    open_to = [place for place, trial in enumerate(trials) if trial.candidates is None]
    told = field.figures([terms[place] for place in open_to], SCOUTS) if open_to else np.zeros((0, 0, 0), np.float32)
    found = dict(zip(open_to, told, strict=True))
    for place, trial in enumerate(trials):
        rows = _scouted(found[place], trial.history.rows) if trial.candidates is None else trial.candidates
        yield trial, terms[place], rows


def _batches(trials: Iterable[Trial], size: int) -> Iterator[list[Trial]]:
    waiting = iter(trials)
    while some := list(islice(waiting, size)):
        yield some


def _scouted(told: Floats, known: Rows) -> Rows:
    """The titles that any scout puts among its best; ``told`` [scouts, n] is overwritten."""
    told[:, known] = -np.inf
    found = np.zeros(told.shape[1], np.bool_)
    for figures in told:
        found[highest(figures, SCOUTED)] = True
    found[known] = False
    return np.flatnonzero(found)
