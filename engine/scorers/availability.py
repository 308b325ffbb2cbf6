"""How likely a title that is on no shelf can be had soon, and how fresh it is: a factor on everything else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import MEDIA_TYPES
from engine.domain.evidence import Evidence
from engine.domain.items import MediaType
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.world import UNKNOWN

NOT_OUT, IN_CINEMAS, OUT = 0.02, 0.25, 0.95
"""Likelihood before the release, while a film is only shown in cinemas, and once it is sold and streamed."""
HOME_FROM, HOME_BY = 30, 90
"""Days after its release between which a film usually comes home."""
SEEN_BY_NOBODY = 0.6
"""Of the likelihood that is left to a title without votes: what nobody has seen is hard to find."""
HALF_THE_VOTES = 50
OLD = 0.6
"""Of the worth that is left to what came out long ago."""
HALF_LIFE_DAYS = 540
UNDATED = 0.3
"""Likelihood where not even the year is known."""
ENOUGH_VOTES = 100
"""With so many votes a title of this year is out, though its day is not known."""
_FILMS = MEDIA_TYPES.index(MediaType.MOVIE)


def raw(batch: Batch) -> Floats:
    """Minus the share of what the title gained so far that its prospects do not bear out; 0 on shelves.

    The sum becomes (taste and quality) × likelihood × freshness; a sum below zero goes further down.
    """
    if batch.context.asked.world is None or batch.subtotal is None:
        return batch.zeros()
    days, known = _days_out(batch)
    prospects = likelihood(days, known, batch.take(batch.context.catalogue.media_type) == _FILMS)
    votes = batch.take(batch.context.catalogue.vote_count).astype(np.float32)
    prospects *= SEEN_BY_NOBODY + (1 - SEEN_BY_NOBODY) * votes / (votes + HALF_THE_VOTES)
    return ((prospects * freshness(days) - 1) * np.abs(batch.subtotal)).astype(np.float32)


def likelihood(days: NDArray[np.int64], known: NDArray[np.bool_], films: NDArray[np.bool_]) -> Floats:
    """That it can be had, 0–1, so many ``days`` after its release; ``known``: whether that is told at all."""
    coming_home = IN_CINEMAS + (OUT - IN_CINEMAS) * np.clip((days - HOME_FROM) / (HOME_BY - HOME_FROM), 0, 1)
    found = np.where(films, coming_home, OUT)
    found = np.where(days < 0, NOT_OUT, found)
    return np.where(known, found, UNDATED).astype(np.float32)


def freshness(days: NDArray[np.int64]) -> Floats:
    """1 for what is new, ``OLD`` for what is old."""
    return (OLD + (1 - OLD) * 0.5 ** (np.maximum(days, 0) / HALF_LIFE_DAYS)).astype(np.float32)


def explain(subject: Subject) -> Sequence[Evidence]:
    """Nothing: it is told as a figure alone."""
    del subject
    return ()


def _days_out(batch: Batch) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Days since the release, below 0 before it, and whether it is known; by the year where there is no day."""
    asked, catalogue = batch.context.asked, batch.context.catalogue
    released = np.full(batch.size, UNKNOWN) if asked.world is None else batch.take(asked.world.released)
    year = batch.take(catalogue.year).astype(np.int64)
    since = (date(1970, 1, 1) + timedelta(days=asked.today)).year - year
    voted = batch.take(catalogue.vote_count) >= ENOUGH_VOTES
    by_year = np.where(since == 0, np.where(voted, HOME_BY, 0), 365 * since)
    days = np.where(released == UNKNOWN, by_year, asked.today - released.astype(np.int64))
    return days, (released != UNKNOWN) | (year > 0)


SCORER = Scorer("availability", raw, explain, last=True, role="mode")
