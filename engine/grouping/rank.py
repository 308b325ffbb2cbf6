"""Ranks for several viewers at once, by least misery: a title is as good as it is for whom it suits least.

O'Connor, Cosley, Konstan and Riedl: PolyLens, a recommender system for groups of users (2001).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answering.exclusions import too_close_to_disliked
from engine.answering.picking import likelihoods
from engine.answering.situation import Situation
from engine.domain.slate import Confidence, ExclusionKind
from engine.ranking import rank
from engine.scorers.genre import LEAST
from engine.scoring.baselines import Floats, Mask
from engine.scoring.context import Context
from engine.scoring.figures import raw_figures
from engine.scoring.topmost import topmost

MEAN_SHARE = 0.15
"""Of a title's score, how much is the mean; the rest is the lowest standing, so that nobody is steamrolled."""
SHORTLIST = 600
"""Titles scored exactly; where there are more, they are the best by rough scores."""

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Share:
    """What may be said aloud of one person about one title: how it suits them, and which of its genres they like."""

    viewer_id: str
    match: float
    """0–1"""
    confidence: Confidence
    genre: str = ""
    """Canonical name; empty where none of its genres is liked."""


@dataclass(frozen=True, slots=True)
class GroupPick:
    """A title for several people."""

    item_id: str
    score: float
    """0–1: mostly the lowest of the attendees' standings, which are shares of the candidates that suit them less."""
    shares: tuple[Share, ...]
    """In the order of the situations; guests have none."""


def rank_group(situations: Sequence[Situation], shelves: Sequence[frozenset[str]], limit: int) -> tuple[GroupPick, ...]:
    """The best titles for everybody, at most ``limit``, one of a franchise.

    ``situations`` are of one catalogue, one per person; ``shelves`` are library ids that somebody present may open:
    a title must be open by each of them, and be a candidate for every person.
    """
    seats = [_Seat(situation, tuple(situation.contexts())) for situation in situations]
    rows = _common(seats, shelves)
    if not len(rows):
        return ()
    rough = None
    if len(rows) > SHORTLIST:
        rough = np.stack([seat.rough(rows) for seat in seats])
        best = topmost(fairness(np.stack([standing(line, line) for line in rough])), SHORTLIST)
        rows, rough = rows[np.sort(best)], np.sort(rough, axis=1)
    exact = np.stack([seat.exact(rows) for seat in seats])
    fitting = np.isfinite(exact).all(axis=0)
    rows, exact = rows[fitting], exact[:, fitting]
    among = exact if rough is None else rough
    scores = fairness(np.stack([standing(line, others) for line, others in zip(exact, among, strict=True)]))
    order = np.lexsort((rows, -exact.mean(axis=0), -scores))
    chosen = _spread(situations[0], rows, order, limit)
    return tuple(
        GroupPick(
            situations[0].baselines.catalogue.ids[int(rows[place])],
            float(scores[place]),
            tuple(
                seat.share(int(rows[place]), float(line[place]))
                for seat, line in zip(seats, exact, strict=True)
                if seat.situation.viewer.id
            ),
        )
        for place in chosen
    )


def standing(scores: Floats, among: Floats) -> Floats:
    """For each score, the share of ``among`` that is lower, those that are equal by half: 0–1."""
    ordered = np.sort(among)
    below = np.searchsorted(ordered, scores, "left") + np.searchsorted(ordered, scores, "right")
    return (below / max(2 * len(ordered), 1)).astype(np.float32)


def fairness(standings: Floats) -> Floats:
    """Scores [m] of standings [people, m]: the lowest, with a small share of the mean."""
    lowest, mean = standings.min(axis=0), standings.mean(axis=0)
    return ((1 - MEAN_SHARE) * lowest + MEAN_SHARE * mean).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class _Seat:
    """One person, and what their own ranking is made from."""

    situation: Situation
    contexts: tuple[Context, ...]

    def candidates(self) -> Mask:
        """What this person alone could be offered, [n]."""
        admitted = self.situation.admitted()
        found = np.zeros(len(admitted), np.bool_)
        for context in self.contexts:
            mask = self.situation.within(context, self.situation.candidates(context) & admitted)
            found[context.rows] |= mask[context.rows]
        return found

    def rough(self, rows: Rows) -> Floats:
        """Rough scores of ``rows``; -inf for what this person must be spared."""
        scorers = [pair for pair in self.situation.weighted() if not pair[0].last]
        found = np.full(len(rows), -np.inf, np.float32)
        for context in self.contexts:
            places = np.flatnonzero(_within(context, rows))
            if not len(places):
                continue
            figures = raw_figures(context, rows[places], scorers, exact=False)
            total = np.zeros(len(places), np.float32)
            for scorer, weight in scorers:
                total += np.float32(weight) * figures[scorer.name]
            if self._spares() and (out := too_close_to_disliked(figures)) is not None:
                total[out] = -np.inf
            found[places] = total
        return found

    def exact(self, rows: Rows) -> Floats:
        """The scores that this person's own slate would show for ``rows``; -inf for what they must be spared."""
        veto = too_close_to_disliked if self._spares() else None
        wanted = np.zeros(len(self.situation.baselines.catalogue), np.bool_)
        wanted[rows] = True
        found = np.full(len(rows), -np.inf, np.float32)
        for context in self.contexts:
            ranking = rank(context, wanted, self.situation.weighted(), finalists=len(rows), veto=veto)
            found[np.searchsorted(rows, ranking.rows)] = ranking.scores
        return found

    def share(self, row: int, score: float) -> Share:
        context = next(one for one in self.contexts if _within(one, np.array([row]))[0])
        ((match, sure),) = likelihoods(self.situation, context, np.array([row]), [score])
        return Share(self.situation.viewer.id, match, sure, _liked_genre(context, row))

    def _spares(self) -> bool:
        return ExclusionKind.ANTI_PROFILE in self.situation.mode.exclusions


def _common(seats: Sequence[_Seat], shelves: Sequence[frozenset[str]]) -> Rows:
    """Rows that are candidates for everybody and open to everybody, ascending."""
    baselines = seats[0].situation.baselines
    found = np.ones(len(baselines.catalogue), np.bool_)
    for library_ids in dict.fromkeys(shelves):
        found &= baselines.open_to(library_ids)
    for seat in seats:
        found &= seat.candidates()
    return np.flatnonzero(found)


def _within(context: Context, rows: Rows) -> Mask:
    """Which of ``rows`` are of the context's domain."""
    scope = context.rows
    if isinstance(scope, slice):
        return np.asarray((rows >= scope.start) & (rows < scope.stop))
    return np.isin(rows, scope)


def _liked_genre(context: Context, row: int) -> str:
    """The title's genre that the person likes best, where they like one."""
    genres = context.catalogue.genres
    columns = genres.of(row)[0]
    affinity = context.profile.genre_affinity[columns]
    if not len(columns) or float(affinity.max()) < LEAST:
        return ""
    return genres.names[int(columns[int(np.argmax(affinity))])]


def _spread(situation: Situation, rows: Rows, order: Rows, limit: int) -> list[int]:
    """The first places of ``order``, passing over further titles of a franchise."""
    franchise, met, chosen = situation.baselines.franchise, set[int](), list[int]()
    for place in order.tolist():
        if len(chosen) >= limit:
            break
        series = int(franchise[rows[place]])
        if series >= 0 and series in met:
            continue
        met.add(series)
        chosen.append(place)
    return chosen
