"""One training without storage or clock: learn, measure against the present model, learn anew from everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.training.measuring import Examination, Found, Scores, Verdict, compare
from engine.catalogue import Catalogue
from engine.learning.packing import Contents, made_of, seal
from engine.ports.models import ModelRejected

if TYPE_CHECKING:
    from engine.learning.crowd import Crowd
    from engine.learning.ground import Laid
    from engine.learning.history import History
    from engine.learning.log import Log
    from engine.ports.models import Manifest

Progress = Callable[[str, float], None]
"""Told the name of the step, a message key after ``training-step-``, and what share of all is done, 0–1."""
Parts = tuple[Mapping[str, NDArray[np.generic]], Mapping[str, object]]
"""A model's arrays and facts."""
LISTS, TRIAL, MEASURING, LEARNING = "lists", "trial", "measuring", "learning"
MEASURED_FROM, LEARNED_FROM = 0.45, 0.5
"""What share of all is done when those steps begin, roughly."""

LARGE = 200_000
"""Meetings from which the trial's weights serve for the model proper: four fifths of so many teach them as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What is to be learned. Models are in parts, so that they can be sent to another process."""

    log: Log
    catalogue: Catalogue
    seed: int
    public: Parts | None = None
    """Helps to learn."""
    listed: Log | None = None
    """What a public catalogue lists, one row for each list, to be learned from first; takes the place of ``public``."""
    present: Parts | None = None
    """What answers now, without what people here met last; None: popularity is the measure."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What was learned, in parts."""

    crowd: Parts
    trial: Parts
    verdict: Verdict
    first: bool
    """There was no model to compare with: popularity was the measure."""
    listed: Parts | None = None
    """What the lists taught."""
    unheard: int = 0
    """Meetings that taught nothing, see ``engine.learning.heard``."""


def learn_and_measure(order: Order, progress: Progress) -> Outcome:
    """Learn without everybody's last titles, see whether it finds them better than the present model, learn from all.

    Raises InvalidQuery("training-nothing") where nobody met anything.
    """
    from engine.learning.ground import Laid  # noqa: PLC0415 - not before something is learned

    progress(TRIAL, 0.0)
    laid = Laid.of(order.catalogue)
    listed = _of_lists(order, laid, progress)
    order = order if listed is None else replace(order, public=listed)
    with ThreadPoolExecutor(1, "learning") as beside:
        trial: Future[Crowd] = Future()
        whole = beside.submit(_whole, order, laid, trial)
        try:
            crowd, verdict, first = _tried(order, laid, progress, trial)
        except BaseException as error:
            if not trial.done():
                trial.set_exception(error)
            raise
        progress(LEARNING, LEARNED_FROM)
        learned = whole.result()
        return Outcome(parts(learned), parts(crowd), verdict, first, listed, learned.unheard)


def _whole(order: Order, laid: Laid, trial: Future[Crowd]) -> Crowd:
    """Learned from everything, meanwhile."""
    from engine.learning.crowd import learn  # noqa: PLC0415

    public = made(order.public) if order.public else None
    lessons = trial.result if len(order.log) >= LARGE else None
    return learn(order.log, laid, _rng(order.seed), public=public, lessons=lessons)


def _tried(order: Order, laid: Laid, progress: Progress, trial: Future[Crowd]) -> tuple[Crowd, Verdict, bool]:
    """The model without everybody's last titles, which ``trial`` is told, and how well it finds them."""
    from engine.learning.crowd import learn_to_measure  # noqa: PLC0415

    examination = Examination.of(order.log, order.catalogue, np.random.default_rng([order.seed, 0]))
    public = made(order.public) if order.public else None
    known, tell = order.log.only(examination.keep), _within(progress, TRIAL, 0.0, MEASURED_FROM)
    crowd = learn_to_measure(known, laid, _rng(order.seed), public=public, progress=tell)
    trial.set_result(crowd)
    progress(MEASURING, MEASURED_FROM)
    new = _asked(examination, crowd, laid)
    present = _readable(order.present)
    old = _asked(examination, present, laid) if present is not None else examination.popularity()
    return crowd, compare(new, old, np.random.default_rng([order.seed, 1])), present is None


def _of_lists(order: Order, laid: Laid, progress: Progress) -> Parts | None:
    from engine.learning.sharing import without_people  # noqa: PLC0415 - not before something is learned

    if order.listed is None:
        return None
    progress(LISTS, 0.0)
    return parts(without_people(learned_from(order.listed, laid, order.seed, no_progress), fewest=1))


def learned_from(log: Log, catalogue: Catalogue | Laid, seed: int, progress: Progress) -> Crowd:
    """A model of one log, without measuring."""
    from engine.learning.crowd import learn  # noqa: PLC0415

    return learn(log, catalogue, _rng(seed), progress=_within(progress, LEARNING, 0.0, 1.0))


def packed(outcome: Outcome, about: Manifest) -> bytes:
    """The file of what was learned."""
    return seal(Contents(about, *outcome.crowd, (), outcome.trial))


def no_progress(step: str, done: float) -> None:
    """For whom nobody waits."""
    del step, done


def parts(crowd: Crowd) -> Parts:
    """To be sent or sealed."""
    return crowd.arrays(), crowd.facts()


def made(told: Parts) -> Crowd:
    """The model of its parts. Raises ModelRejected."""
    from engine.learning.crowd import Crowd  # noqa: PLC0415 - not before something is learned

    return made_of(Crowd, *told)


def _readable(told: Parts | None) -> Crowd | None:
    """The present model; None where there is none, or one that an earlier version left behind."""
    try:
        return made(told) if told is not None else None
    except ModelRejected:
        return None


def _rng(seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, 2])


def _asked(examination: Examination, crowd: Crowd, laid: Laid) -> Found:
    """What a model finds. Somebody it was trained with is known to it, so that they are not their own neighbour."""
    aligned = crowd.aligned(laid)
    every = np.arange(len(examination.catalogue))

    def scores_of(person: int) -> Scores:
        own = aligned.person(examination.log.people[person])

        @cache
        def told(history: History) -> NDArray[np.float32]:
            return aligned.fold_in(replace(history, person=own)).over(every).sum(axis=0)

        return lambda history, rows: told(history)[rows]

    return examination.ask(scores_of)


def _within(progress: Progress, step: str, start: float, end: float) -> Progress:
    """Progress of one step, whatever its own steps are called, as progress of all."""
    progress(step, start)
    return lambda _, done: progress(step, start + (end - start) * min(max(done, 0.0), 1.0))
