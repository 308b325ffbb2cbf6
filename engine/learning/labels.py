"""What came of titles that were held back, for learning how likely titles are to be liked."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.learning import trials
from engine.learning.aligned import Field
from engine.learning.blend import Blend
from engine.learning.history import History
from engine.learning.lessons import Desk
from engine.learning.liking import Labels, Liking, Severity, fitted, severity
from engine.learning.log import LIKED
from engine.learning.weighed import Weighed

MOST_PEOPLE = 400
MOST_EACH = 40
"""Held-back titles of one person that count, the nearest in time."""
USUAL_NOISE = 0.05
"""Variance of a liking, where there is none to look at."""
CUT = 5
"""Titles that every fourth person is cut to, so that new people are foretold honestly, too."""


def liking_of_desk(desk: Desk, blend: Blend, field: Field) -> Liking:
    """Fitted on everybody's last fifth, with what was known before: ``field`` has seen nothing else."""
    log = desk.log
    before = trials.earlier(log)
    past = log.only(before)
    then = severity(past.item, past.liking, desk.trust[past.person], len(log.items))
    labels = _joined([_of_person(desk, blend, field, then, known) for known in _people(desk, before)])
    now = severity(log.item, log.liking, desk.trust[log.person], len(log.items))
    return fitted(labels, now, float(np.var(log.liking)) if len(log) else USUAL_NOISE)


def _people(desk: Desk, before: NDArray[np.bool_]) -> Iterator[tuple[int, slice[int, int, None], NDArray[np.bool_]]]:
    """Person, their meetings, and which of them are known."""
    spans = [(person, span) for person, span in trials.spans(desk.log) if not before[span].all()]
    chosen = desk.rng.permutation(len(spans))[:MOST_PEOPLE]
    for place in np.sort(chosen).tolist():
        person, span = spans[int(place)]
        known = before[span]
        if place % 4 == 0 and span.stop - span.start > 2 * CUT:
            known = np.arange(span.stop - span.start) < CUT
        yield person, span, known


def _of_person(
    desk: Desk, blend: Blend, field: Field, then: Severity, of: tuple[int, slice[int, int, None], NDArray[np.bool_]]
) -> Labels:
    person, span, known = of
    item, liking = desk.log.item[span].astype(np.int64), desk.log.liking[span]
    history = History(desk.rows[item[known]], liking[known], desk.log.at[span][known], person)
    held = np.flatnonzero(~known)[:MOST_EACH]
    fit = Weighed.of(field, blend, history).all().sum(axis=0)[desk.rows[item[held]]]
    features = then.features(history, item[known], item[held], fit)
    return Labels(features, liking[held] >= LIKED, np.full(len(held), person, np.int64))


def _joined(parts: list[Labels]) -> Labels:
    if not parts:
        return Labels(np.zeros((0, 6)), np.zeros(0, np.bool_), np.zeros(0, np.int64))
    return Labels(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.liked for part in parts]),
        np.concatenate([part.person for part in parts]),
    )
