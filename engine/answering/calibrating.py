"""Labels for the match: how each liked or disliked title would have scored, had it not been known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from engine.answering.situation import Situation
from engine.match import Calibration, fit
from engine.ranking import rank
from engine.scoring.context import Context
from engine.taste.learning import without

MOST_PER_DOMAIN = 60
"""Labels per viewer and domain, drawn evenly over the history."""
MOST_ASKED = 60
"""Viewers whose titles are labelled; with more of them the figures hardly move, and the fit takes seconds."""
_Any = TypeVar("_Any")


def evenly(everything: Sequence[_Any], most: int) -> Sequence[_Any]:
    """At most ``most`` of them, spread over the whole."""
    if len(everything) <= most:
        return everything
    step = len(everything) / most
    return [everything[int(place * step)] for place in range(most)]


def labelled(situation: Situation) -> list[tuple[float, bool]]:
    """(score, liked) for the viewer's liked and disliked titles, each scored by a profile that does not know it."""
    found: list[tuple[float, bool]] = []
    for context in situation.contexts():
        titles = context.profile.titles
        places = np.flatnonzero((titles.liked | titles.disliked) & (titles.rows >= 0))
        if len(places) > MOST_PER_DOMAIN:
            places = places[np.linspace(0, len(places) - 1, MOST_PER_DOMAIN).astype(np.int64)]
        found.extend((_unknowing(situation, context, int(place)), bool(titles.liked[place])) for place in places)
    return found


def calibrate(scores: Sequence[float], liked: Sequence[bool]) -> Calibration:
    """The calibration these labels give."""
    return fit(scores, liked)


def _unknowing(situation: Situation, context: Context, place: int) -> float:
    titles = context.profile.titles
    quiet = without(context.profile, (titles.ids[place],), context.catalogue, situation.viewer)
    alone = np.zeros(len(context.catalogue), np.bool_)
    alone[titles.rows[place]] = True
    return float(rank(replace(context, profile=quiet), alone, situation.weighted(), finalists=1).scores[0])
