"""Scores every candidate of one domain: roughly for all, exactly for the best few thousand. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask, Rows, at, numbers
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, raw_figures, summed
from engine.scoring.finalists import Finalists, exact_figures, figures_anew, nobody
from engine.scoring.kept import Lasting
from engine.scoring.scorer import Batch
from engine.scoring.shortlist import Shortlist, keep, shortlist, shortlisted
from engine.scoring.standing import Veto, lasting_at, lasting_of, total_on_day
from engine.scoring.topmost import topmost

SPARE = 4
"""One more in so many finalists is worked out along with others that have to be."""
SPARSE = 4
"""Candidates fewer than one in so many are gathered; else the whole domain is scored in place."""


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """Candidates that are no finalists."""

    count: int
    scores: Callable[[], Floats]
    """Works out their rough scores."""


NOBODY = Others(0, lambda: np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Finalists of one domain, best first; ``f`` of them, scored by ``s`` scorers."""

    context: Context
    scorers: tuple[Weighted, ...]
    rows: NDArray[np.int64]
    """[f]"""
    scores: Floats
    """[f] sums of the contributions."""
    others: Others
    _figures: Floats
    """[s, g] raws of these and of what was left out by them."""
    _order: NDArray[np.int64]
    """[f] where these stand there."""

    @property
    def raws(self) -> Floats:
        """[s, f]"""
        return self._figures.take(self._order, axis=1)

    @property
    def values(self) -> Floats:
        """[s, f] contributions: factors times raws."""
        return self.raws * _factors(self.scorers)[:, None]

    def at(self, place: int) -> tuple[Floats, Floats]:
        """Raws and contributions at ``place``, [s] each."""
        raws = self._figures[:, self._order[place]]
        return raws, raws * _factors(self.scorers)

    @property
    def candidates(self) -> int:
        """Titles that were scored and not left out."""
        return len(self.rows) + self.others.count

    @property
    def rest(self) -> Floats:
        """Rough scores of the candidates that are no finalists, in no order; -inf for what is no candidate."""
        return self.others.scores()


def rank(
    context: Context, candidates: Mask, scorers: Sequence[Weighted], *, finalists: int, veto: Veto | None = None
) -> Ranking:
    """Rank the rows of the domain for which ``candidates`` [n] is true."""
    scope = context.rows
    allowed = candidates[scope]
    count = int(np.count_nonzero(allowed))
    first = [(scorer, weight) for scorer, weight in scorers if not scorer.last]
    others = NOBODY
    if count <= finalists:
        rows = numbers(scope)[allowed]
        raws = figures_anew(context, rows, first)
    else:
        chosen, others = _finalists(context, allowed, first, finalists, veto)
        rows, raws = chosen.rows, _exactly(context, chosen, first)
    return _final(context, rows, raws, scorers, veto, others)


def _finalists(
    context: Context, allowed: Mask, scorers: list[Weighted], finalists: int, veto: Veto | None
) -> tuple[Finalists, Others]:
    """The rows that are best by rough scores, and what is left."""
    scope = context.rows
    gathered = np.count_nonzero(allowed) * SPARSE < len(allowed)
    asked = [pair for pair in scorers if pair[0].asked]
    if not gathered and not asked:
        return _of_shortlist(context, allowed, scorers, finalists, veto)
    if gathered:
        rows: Rows = numbers(scope)[allowed]
        total = total_on_day(context, rows, scorers, lasting_at(context, rows, allowed, scorers, veto))
    else:
        rows, total = scope, _rough(context, allowed, scorers, lasting_of(context, scorers, veto))
    if asked:
        total += summed(raw_figures(context, rows, asked, exact=False), asked, len(total))
    best, left = _topmost(total, finalists)
    total[best] = -np.inf
    return Finalists(at(rows, best)), Others(left, lambda: total)


def _of_shortlist(
    context: Context, allowed: Mask, scorers: list[Weighted], finalists: int, veto: Veto | None
) -> tuple[Finalists, Others]:
    """The same where only profile, shelves and day decide: mostly, the best of them are known already."""

    def without(places: NDArray[np.int64]) -> Floats:
        total = _rough(context, allowed, scorers, lasting_of(context, scorers, veto))
        total[places] = -np.inf
        return total

    anew = bool(context.asked.filters.exclude_influence)  # of a profile that is made for this question alone
    known = None if anew else shortlisted(context, scorers, veto, allowed)
    found = None if known is None else known.best_of(allowed, finalists)
    if found is None:
        lasting = lasting_of(context, scorers, veto)
        total = _rough(context, allowed, scorers, lasting)
        known = shortlist(total, allowed, lasting.vetoed)
        if not anew:
            keep(context, scorers, veto, known, lasting)
        found = known.best_of(allowed, finalists) or _topmost(total, finalists)
    best, left = found
    return Finalists(at(context.rows, best), _next(context, known, allowed, finalists)), Others(
        left, lambda: without(best)
    )


def _next(context: Context, known: Shortlist | None, allowed: Mask, finalists: int) -> Callable[[], NDArray[np.int64]]:
    """What comes after the finalists, and these."""

    def look() -> NDArray[np.int64]:
        found = None if known is None else known.best_of(allowed, finalists + finalists // SPARE)
        return nobody() if found is None else at(context.rows, found[0])

    return look


def _topmost(total: Floats, count: int) -> tuple[NDArray[np.int64], int]:
    """Places, ascending, of the ``count`` largest, as far as there are as many, and how many are left."""
    best = np.sort(topmost(total, count))
    best = best[np.isfinite(total[best])]
    return best, int(np.count_nonzero(total > -np.inf)) - len(best)


def _rough(context: Context, allowed: Mask, scorers: list[Weighted], lasting: Lasting) -> Floats:
    """Rough sums of the whole domain, -inf for what is not ``allowed`` or left out; to be written to."""
    total = total_on_day(context, context.rows, scorers, lasting)
    np.copyto(total, -np.inf, where=~allowed)
    return total


def _exactly(context: Context, chosen: Finalists, scorers: Sequence[Weighted]) -> Floats:
    """Exact figures [scorers, finalists], kept where the question does not change them."""
    if context.asked.filters.exclude_influence or any(scorer.asked for scorer, _ in scorers):
        return figures_anew(context, chosen.rows, scorers)
    return exact_figures(context, chosen, scorers)


def _final(
    context: Context,
    rows: NDArray[np.int64],
    raws: Floats,
    scorers: Sequence[Weighted],
    veto: Veto | None,
    others: Others,
) -> Ranking:
    """``raws`` of all scorers but those that come last."""
    if any(scorer.last for scorer, _ in scorers):
        raws = _with_last(context, rows, raws, scorers)
    scores = (raws * _factors(scorers)[:, None]).sum(axis=0, dtype=np.float32)
    order = np.argsort(-scores, kind="stable")  # the rows are ascending
    if veto is not None:
        out = veto({scorer.name: line for (scorer, _), line in zip(scorers, raws, strict=True)})
        order = order if out is None else order[~out[order]]
    return Ranking(context, tuple(scorers), rows[order], scores[order], others, raws, order)


def _with_last(context: Context, rows: NDArray[np.int64], raws: Floats, scorers: Sequence[Weighted]) -> Floats:
    """With those that read the sum of all others."""
    first = [pair for pair in scorers if not pair[0].last]
    figures = {scorer.name: line for (scorer, _), line in zip(first, raws, strict=True)}
    subtotal = summed(figures, first, len(rows))
    batch = Batch(context, rows, len(rows), np.zeros((0, len(rows)), np.float32), subtotal)
    return np.stack([scorer.raw(batch) if scorer.last else figures[scorer.name] for scorer, _ in scorers])


def _factors(scorers: Sequence[Weighted]) -> Floats:
    return np.array([weight for _, weight in scorers], np.float32)
