"""What came of titles that were held back, for learning how likely titles are to be liked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.learning import trials
from engine.learning.blend import Blend
from engine.learning.by_title import ByTitle
from engine.learning.components import COMPONENTS
from engine.learning.desk import Desk
from engine.learning.history import History
from engine.learning.liking import FEATURES, Doubles, Labels, Liking, Severity, fitted, severity, with_fit
from engine.learning.log import LIKED, Log
from engine.learning.sparse import Floats, Rows
from engine.learning.weighed import LOGIT

MOST_PEOPLE = 600
"""People whose latest titles count, or those that are hidden at a time, or those cut to each of ``trials.NEW``."""
MOST_EACH = 80
"""Held-back titles of one person that count.

300 people's latest 40 left the calibration error to their draw: 0.013 to 0.023 on val, 0.012 with 600 people's 80;
randomval 0.015 to 0.019 and 0.006, val once more inside val 0.030 to 0.037 and 0.022, newuserval@5 0.010 to 0.013 and
0.014, newuserval@10 0.010 and 0.012. 40, 60 and 120 of 600 people lay between."""
USUAL_NOISE = 0.05
"""Variance of a liking, where there is none to look at."""
EVERY = np.arange(len(COMPONENTS))
COLD = np.array([place for place, component in enumerate(COMPONENTS) if component.cold is not None])
_Held: TypeAlias = "tuple[int, slice[int, int, None], NDArray[np.bool_]]"
"""Person, their meetings, and which of them are known."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """Titles held back from one person, before there are weights that say how well each fits."""

    features: Doubles
    """[k, ``FEATURES``] with a fit of nothing."""
    figures: Floats
    """[k, components]"""
    known: Floats
    """[k] how much is known of each title, 0–1."""
    titles: int
    """Length of the history."""
    traits: Doubles
    """[``TRAITS``] of the history."""
    liked: NDArray[np.bool_]
    """[k]"""
    person: int
    held: int
    """Titles of the person that were held back, of which these are some."""

    def fit(self, blend: Blend) -> Doubles:
        """How well each title fits, as ``Signals.sums`` tell it, [k]."""
        warm, cold, offset = blend.weights(blend.gates(float(self.titles), self.traits[None])[0])
        fit = self.known * (self.figures @ warm) + (1 - self.known) * (self.figures @ cold + np.float32(offset))
        return LOGIT * fit.astype(np.float64)

    def labels(self, blend: Blend) -> Labels:
        """With the fit by ``blend``."""
        features = with_fit(self.features, self.fit(blend))
        count = len(self.liked)
        return Labels(features, self.liked, np.full(count, self.person, np.int64), np.full(count, self.held / count))


@dataclass(frozen=True, slots=True, eq=False)
class Drafts:
    """Of everything that was held back."""

    met: list[Draft] = field(default_factory=list[Draft])
    unmet: list[Draft] = field(default_factory=list[Draft])
    """Titles that were hidden from everybody."""


def unmet_drafts(desk: Desk, field: ByTitle, known: Log, hidden: NDArray[np.bool_]) -> list[Draft]:
    """What people met of the ``hidden`` columns, which the field does not know to be met."""
    held = [
        (person, span, first)
        for person, span in trials.spans(desk.log)
        if (first := ~hidden[desk.log.item[span]]).any() and not first.all()
    ]
    drawn = _drawn(np.random.default_rng(0), held, MOST_PEOPLE // 2)
    # hidden from everybody, so that the others say nothing of them
    return list(_drafts(desk, field, known, drawn, _spread, COLD))


def latest_drafts(desk: Desk, past: ByTitle, known: Log, strangers: NDArray[np.bool_]) -> list[Draft]:
    """What people met last, the nearest in time, foretold from what was ``known`` before."""
    before = trials.earlier(desk.log)
    held = [
        (person, span, before[span])
        for person, span in trials.spans(desk.log)
        if not strangers[person] and not before[span].all()
    ]
    return list(_drafts(desk, past, known, _drawn(desk.rng, held, MOST_PEOPLE), _nearest))


def new_drafts(desk: Desk, field: ByTitle, known: Log, some: NDArray[np.bool_], folds: int) -> list[Draft]:
    """What ``some`` people, whom the field does not know, met after their first few titles, now or much later."""
    found: list[Draft] = []
    for size in trials.NEW:
        held = [
            (person, span, np.arange(span.stop - span.start) < size)
            for person, span in trials.spans(desk.log)
            if some[person] and span.stop - span.start > size
        ]
        found += _drafts(desk, field, known, _drawn(desk.rng, held, MOST_PEOPLE // folds), _spread)
    return found


def liking_of(log: Log, trust: Floats, blend: Blend, drafts: Drafts) -> Liking:
    """Fitted on what was held back of the log."""
    noise = float(np.var(log.liking)) if len(log) else USUAL_NOISE
    met, unmet = (_joined([draft.labels(blend) for draft in some]) for some in (drafts.met, drafts.unmet))
    return fitted(met, unmet, severity_of(log, trust), noise)


def severity_of(log: Log, trust: Floats) -> Severity:
    """How its titles are usually liked; ``trust`` [people]."""
    return severity(log.item, log.liking, trust[log.person], len(log.items))


def _drafts(
    desk: Desk, field: ByTitle, known: Log, held: Iterable[_Held], some: Callable[[Rows], Rows], places: Rows = EVERY
) -> Iterator[Draft]:
    then, whole = severity_of(known, desk.trust), field.field
    for person, span, first in held:
        item, liking = desk.log.item[span].astype(np.int64), desk.log.liking[span]
        history = History(desk.rows[item[first]], liking[first], desk.log.at[span][first], person)
        later = some(np.flatnonzero(~first))
        rows, columns = desk.rows[item[later]], item[later]
        features = then.features(history, item[first], columns, np.zeros(len(later), np.float32))
        figures = np.zeros((len(rows), len(COMPONENTS)), np.float32)
        figures[:, places] = field.at(whole.terms(history), places, rows)
        # titles that are hidden are known to others, and to the parts that all lessons share
        sure = np.where(then.counts[columns] > 0, whole.known[rows], np.float32(0))
        held_back = int(np.count_nonzero(~first))
        traits = whole.manner(history).traits()
        yield Draft(features, figures, sure, len(history), traits, liking[later] >= LIKED, person, held_back)


def _drawn(rng: np.random.Generator, held: Sequence[_Held], most: int) -> Iterator[_Held]:
    for place in np.sort(rng.permutation(len(held))[:most]).tolist():
        yield held[place]


def _nearest(places: Rows) -> Rows:
    """At most ``MOST_EACH`` of them, the first."""
    return places[:MOST_EACH]


def _spread(places: Rows) -> Rows:
    """At most ``MOST_EACH`` of them, from first to last."""
    most = min(len(places), MOST_EACH)
    return places[np.linspace(0, len(places) - 1, most).round().astype(np.int64)]


def _joined(parts: list[Labels]) -> Labels:
    if not parts:
        return Labels(np.zeros((0, FEATURES)), np.zeros(0, np.bool_), np.zeros(0, np.int64), np.zeros(0))
    return Labels(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.liked for part in parts]),
        np.concatenate([part.person for part in parts]),
        np.concatenate([part.stands_for for part in parts]),
    )
