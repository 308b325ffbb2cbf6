"""Scores every candidate of one domain: roughly for all, exactly for the best few thousand. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask, Rows, numbers
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, raw_figures, summed
from engine.scoring.kept import Exact, Standing
from engine.scoring.scorer import Batch
from engine.scoring.topmost import topmost

LEADING = 4_096
"""Of what is kept, so many of the best are kept in order: mostly enough, whatever is excluded of them."""
NO_PLACES = np.zeros(0, np.int32)
SPARSE = 4
"""Candidates fewer than one in so many are gathered; else the whole domain is scored in place."""

Veto = Callable[[Mapping[str, Floats]], Mask | None]
"""Rows to leave out by their raw figures; None for none."""


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
    raws: Floats
    """[s, f]"""
    values: Floats
    """[s, f] contributions: factor times raw."""
    scores: Floats
    """[f] sums of the contributions."""
    others: Others

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
        raws = raw_figures(context, rows, first, exact=True)
    else:
        rows, others = _finalists(context, allowed, first, finalists, veto)
        raws = _exactly(context, rows, first)
    return _final(context, rows, raws, scorers, veto, others)


def _finalists(
    context: Context, allowed: Mask, scorers: Sequence[Weighted], finalists: int, veto: Veto | None
) -> tuple[NDArray[np.int64], Others]:
    """The rows that are best by rough scores, ascending, and what is left."""
    scope = context.rows
    gathered = np.count_nonzero(allowed) * SPARSE < len(allowed)
    rows: Rows = numbers(scope)[allowed] if gathered else scope
    standing = _gathered(context, rows, allowed, scorers, veto) if gathered else _kept(context, scorers, veto)
    asked = [pair for pair in scorers if pair[0].asked]
    if not asked and len(best := standing.leading[allowed[standing.leading]][:finalists]) == finalists:
        best = np.sort(best)
        count = np.count_nonzero(allowed) - len(best)
        if standing.vetoed is not None:
            count -= np.count_nonzero(allowed & standing.vetoed)
        return numbers(rows)[best], Others(int(count), lambda: _without(_rough(standing, allowed), best))
    total = _rough(standing, None if gathered else allowed)
    if asked:
        total += summed(raw_figures(context, rows, asked, exact=False), asked, len(total))
    best = np.sort(topmost(total, finalists))
    best = best[np.isfinite(total[best])]
    total[best] = -np.inf
    return numbers(rows)[best], Others(int(np.count_nonzero(total > -np.inf)), lambda: total)


def _rough(standing: Standing, allowed: Mask | None) -> Floats:
    """A copy of its totals, -inf where not ``allowed`` or left out by its figures."""
    total = standing.total.copy()
    if allowed is not None:
        np.copyto(total, -np.inf, where=~allowed)
    if standing.vetoed is not None:
        np.copyto(total, -np.inf, where=standing.vetoed)
    return total


def _without(total: Floats, places: NDArray[np.integer]) -> Floats:
    total[places] = -np.inf
    return total


def _kept(context: Context, scorers: Sequence[Weighted], veto: Veto | None) -> Standing:
    """Figures of the whole domain that the question does not change; worked out once per profile, shelf and day."""
    if context.asked.filters.exclude_influence:
        return _standing(context, context.rows, scorers, veto)  # of a profile that is made for this question alone
    kept, circumstances = context.baselines.kept, _circumstances(context, scorers, veto)
    known = kept.get(context.profile, circumstances)
    if known is None:
        known = _standing(context, context.rows, scorers, veto)
        known = replace(known, leading=_leading(known))
        kept.put(context.profile, circumstances, known)
    return known


def _gathered(context: Context, rows: Rows, allowed: Mask, scorers: Sequence[Weighted], veto: Veto | None) -> Standing:
    """The same for a few rows of the domain, those ``allowed``: taken from what is kept, should it be."""
    known = context.baselines.kept.get(context.profile, _circumstances(context, scorers, veto))
    if known is None:
        return _standing(context, rows, scorers, veto)
    vetoed = None if known.vetoed is None else known.vetoed[allowed]
    return Standing(known.total[allowed], vetoed, NO_PLACES)


def _circumstances(context: Context, scorers: Sequence[Weighted], veto: Veto | None) -> tuple[Hashable, ...]:
    weights = tuple((scorer.name, weight) for scorer, weight in scorers if not scorer.asked)
    return (*surroundings(context), weights, veto is not None)


def surroundings(context: Context) -> tuple[Hashable, ...]:
    """What figures and reasons depend on beside profile and catalogue: the shelves, the day, and what was learned."""
    crowd = None if context.crowd is None else ref(context.crowd)
    return context.viewer.library_ids, context.asked.today, context.thin, crowd


def _exactly(context: Context, rows: NDArray[np.int64], scorers: Sequence[Weighted]) -> dict[str, Floats]:
    """Exact figures of finalists, kept until others are asked for: mostly the same person asks on the same day."""
    if context.asked.filters.exclude_influence or any(scorer.asked for scorer, _ in scorers):
        return raw_figures(context, rows, scorers, exact=True)
    circumstances = (*surroundings(context), tuple(scorer.name for scorer, _ in scorers))
    kept = context.baselines.exact
    known = kept.get(context.profile, circumstances)
    if known is None or not np.array_equal(known.rows, rows):
        known = Exact(rows, raw_figures(context, rows, scorers, exact=True))
        kept.put(context.profile, circumstances, known)
    return dict(known.figures)


def _leading(standing: Standing) -> NDArray[np.int32]:
    total = _rough(standing, None)
    best = topmost(total, min(LEADING, len(total)))
    best = np.sort(best[np.isfinite(total[best])])
    return best[np.argsort(-total[best], kind="stable")].astype(np.int32)


def _standing(context: Context, rows: Rows, scorers: Sequence[Weighted], veto: Veto | None) -> Standing:
    standing = [pair for pair in scorers if not pair[0].asked]
    figures = raw_figures(context, rows, standing, exact=False)
    size = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
    return Standing(summed(figures, standing, size), veto(figures) if veto is not None else None, NO_PLACES)


def _final(
    context: Context,
    rows: NDArray[np.int64],
    figures: dict[str, Floats],
    scorers: Sequence[Weighted],
    veto: Veto | None,
    others: Others,
) -> Ranking:
    late = [pair for pair in scorers if pair[0].last]
    if late:
        subtotal = summed(figures, [pair for pair in scorers if not pair[0].last], len(rows))
        empty = np.zeros((0, len(rows)), np.float32)
        figures.update(
            {scorer.name: scorer.raw(Batch(context, rows, len(rows), empty, subtotal)) for scorer, _ in late}
        )
    raws = np.empty((len(scorers), len(rows)), np.float32)
    for line, (scorer, _) in zip(raws, scorers, strict=True):
        line[:] = figures[scorer.name]
    values = raws * np.array([weight for _, weight in scorers], np.float32)[:, None]
    scores = values.sum(axis=0, dtype=np.float32)
    order = np.argsort(-scores, kind="stable")  # the rows are ascending
    if veto is not None and (out := veto(figures)) is not None:
        order = order[~out[order]]
    return Ranking(context, tuple(scorers), rows[order], raws[:, order], values[:, order], scores[order], others)
