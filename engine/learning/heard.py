"""Which meetings teach, so that many profiles of one kind cannot push a title.

Copies share one voice (``engine/learning/trust.py``); profiles that differ as people do are told apart by nothing but
what they have in common beside the title: they are short, were written in one go, or like everything. Therefore a title
counts among people of a kind hardly oftener than among those who are less of it. Of real people that is so anyway: of
100,836 meetings of MovieLens *latest-small* all are heard, of 100,004 of 671 other people all but one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.learning.log import Log
from engine.learning.sparse import Rows

Doubles = NDArray[np.float64]

HALVINGS = 6
"""Groups, of all meetings half, a quarter, an eighth …: among many false people some are left to compare with."""
SOME = 10.0
"""Meetings of a title that are heard beyond its due; with 5, 26 and 30 of real people were not heard."""
TOGETHER = 20
"""As far as so many titles go beyond their due, each may: whoever names many titles that others do not, as children do
with histories of their own, has another taste and pushes none."""
SEEN_BY = 0.1
"""Share of the people compared with who count as there, however new the title."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to tell people apart."""

    of: Callable[[Log], Doubles]
    """[people], the less, the easier to make up in numbers."""
    times: float
    """How often a person of it may meet what others meet once; where this is just about not reached by real people."""
    by_length: bool = False
    """Whether who met fewer titles is expected to have met each of them more seldom, and never more often."""


def lengths(log: Log) -> Doubles:
    """Titles met by each."""
    return np.bincount(log.person, minlength=len(log.people)).astype(np.float64)


def spans(log: Log) -> Doubles:
    """Seconds from the first to the last."""
    return np.maximum(_latest(log) + _latest(log, backwards=True), 0)


def severities(log: Log) -> Doubles:
    """Usual dislike, −1–0."""
    return -np.bincount(log.person, log.liking, len(log.people)) / np.maximum(lengths(log), 1)


KINDS = (Kind(lengths, 6.0, by_length=True), Kind(spans, 2.0), Kind(severities, 2.0))
"""With 5 for lengths, 3 meetings that *random* of *latest-small* is trained on were not heard, and 16 of *randomval*;
with 6 it is 1 and 11; with 3, of the whole, 98, of which 27 are of the title that most people met."""


def heard_of(log: Log) -> NDArray[np.bool_]:
    """[m] false for meetings of a title beyond what people of that kind are believed; the earliest are heard."""
    heard = np.ones(len(log), np.bool_)
    if not len(log):
        return heard
    first = np.full(len(log.items), np.inf)
    np.minimum.at(first, log.item, log.at)
    for kind in KINDS:
        group = _groups(kind.of(log), lengths(log))
        if group.max():
            heard &= _earliest(log, group, _believed(log, group, kind, first))
    return heard


def _groups(trait: Doubles, weight: Doubles) -> Rows:
    """[people] from 0, the lower half of ``weight`` by ``trait``, upwards."""
    order = np.argsort(trait, kind="stable")
    share = np.cumsum(weight[order]) / weight.sum()
    places = np.searchsorted(share, 1 - 0.5 ** np.arange(1, HALVINGS + 1))
    return np.searchsorted(np.unique(trait[order[np.minimum(places, len(order) - 1)]]), trait)


def _believed(log: Log, group: Rows, kind: Kind, first: Doubles) -> Doubles:
    """How many meetings of each title are heard from each group, [groups, titles], from the last group down.

    ``first`` [titles] is when anybody met it; who met nothing since is not among those who might have.
    """
    titles, groups = len(log.items), int(group.max()) + 1
    people = np.bincount(group, minlength=groups)
    length = np.bincount(group, lengths(log), groups) / np.maximum(people, 1)
    met = np.bincount(group[log.person] * titles + log.item, minlength=groups * titles).reshape(groups, titles)
    there = _there(_latest(log), group, first)
    believed = met.astype(np.float64)
    left = np.full(titles, SOME)
    for place in range(groups - 2, -1, -1):
        others = people[place + 1 :]
        might = np.maximum(there[place + 1 :].sum(axis=0), SEEN_BY * others.sum())
        share = (believed[place + 1 :].sum(axis=0) + 1) / (might + 1)
        usual = length[place + 1 :] @ others / max(others.sum(), 1)
        if kind.by_length:  # who meets so many, by chance
            share = np.minimum(kind.times * (1 - (1 - share) ** (length[place] / max(usual, 1))), share)
        else:
            share = kind.times * share
        due = share * there[place]
        believed[place] = np.minimum(met[place], due + np.maximum(left, _together(met[place] - due)))
        left = np.maximum(left - np.maximum(believed[place] - due, 0), 0)
    return believed


def _together(beyond: Doubles) -> float:
    """How far ``TOGETHER`` titles go beyond their due at least."""
    return float(np.partition(beyond, -TOGETHER)[-TOGETHER]) if len(beyond) >= TOGETHER else 0.0


def _there(latest: Doubles, group: Rows, first: Doubles) -> Doubles:
    """[groups, titles] people who met anything since the title was first met."""
    sorted_by = [np.sort(latest[group == place]) for place in range(int(group.max()) + 1)]
    return np.stack([len(own) - np.searchsorted(own, first) for own in sorted_by]).astype(np.float64)


def _earliest(log: Log, group: Rows, believed: Doubles) -> NDArray[np.bool_]:
    """[m] whether among the first ``believed`` [groups, titles] of their group and title."""
    cell = group[log.person] * len(log.items) + log.item
    met = np.bincount(cell, minlength=believed.size)
    heard = np.ones(len(log), np.bool_)
    some = np.flatnonzero((met > np.ceil(believed.ravel()))[cell])
    some = some[np.lexsort((log.at[some], cell[some]))]
    begins = np.flatnonzero(np.diff(cell[some], prepend=-1))
    rank = np.arange(len(some)) - np.repeat(begins, np.diff(np.append(begins, len(some))))
    heard[some] = rank < np.ceil(believed.ravel()[cell[some]])
    return heard


def _latest(log: Log, *, backwards: bool = False) -> Doubles:
    """When each last met something; ``backwards``, when first, below zero."""
    found = np.full(len(log.people), -np.inf)
    np.maximum.at(found, log.person, -log.at if backwards else log.at)
    return found
