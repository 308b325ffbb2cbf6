"""Scores every candidate of one domain: roughly for all, exactly for the best few thousand. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask, Rows, numbers
from engine.scoring.context import Context
from engine.scoring.kept import Standing
from engine.scoring.scorer import Batch, Scorer
from engine.scoring.topmost import topmost

BLOCK = 8_192
"""Rows multiplied at a time: the product stays in the processor's cache, and small enough to be allocated quickly."""
WIDTH = 8
"""Probes are filled up to a multiple of this."""
FEW = 4
"""Probes up to so many are multiplied one by one: that is quicker than together with the ones that fill them up."""
SPARSE = 4
"""Candidates fewer than one in so many are gathered; else the whole domain is scored in place."""

Weighted = tuple[Scorer, float]
Veto = Callable[[Mapping[str, Floats]], Mask | None]
"""Rows to leave out by their raw figures; None for none."""


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
    rest: Floats
    """Rough scores of the candidates that are no finalists, in no order; -inf for what is no candidate."""

    @property
    def candidates(self) -> int:
        """Titles that were scored and not left out."""
        return len(self.rows) + int(np.count_nonzero(self.rest > -np.inf))


def rank(
    context: Context, candidates: Mask, scorers: Sequence[Weighted], *, finalists: int, veto: Veto | None = None
) -> Ranking:
    """Rank the rows of the context's domain for which ``candidates`` [n] is true."""
    scope = context.rows
    allowed = candidates[scope]
    count = int(np.count_nonzero(allowed))
    first = [(scorer, weight) for scorer, weight in scorers if not scorer.last]
    rest = np.zeros(0, np.float32)
    if count <= finalists:
        rows = numbers(scope)[allowed]
        raws = raw_figures(context, rows, first, exact=True)
    else:
        rows, raws, rest = _finalists(context, allowed, first, finalists, veto)
    return _final(context, rows, raws, scorers, veto, rest)


def raw_figures(context: Context, rows: Rows, scorers: Sequence[Weighted], *, exact: bool) -> dict[str, Floats]:
    """Raw figures [m] per scorer; ``exact`` compares full vectors, else the reduced ones."""
    return _figures(context, rows, scorers, probes_of(context, scorers), exact=exact)


def probes_of(context: Context, scorers: Sequence[Weighted]) -> dict[str, Floats]:
    """Vectors [k, d] per scorer that compares any."""
    return {scorer.name: found for scorer, _ in scorers if (found := _probes(scorer, context)) is not None}


def _figures(
    context: Context, rows: Rows, scorers: Sequence[Weighted], probes: Mapping[str, Floats], *, exact: bool
) -> dict[str, Floats]:
    size = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
    products = _products(context, list(probes.values()), rows, size, exact=exact)
    nothing = np.zeros((0, size), np.float32)
    figures: dict[str, Floats] = {}
    place = 0
    for scorer, _ in scorers:
        width = len(probes.get(scorer.name, ()))
        block = products[place : place + width] if width else nothing
        place += width
        figures[scorer.name] = scorer.raw(Batch(context, rows, size, block))
    return figures


def _finalists(
    context: Context, allowed: Mask, scorers: Sequence[Weighted], finalists: int, veto: Veto | None
) -> tuple[NDArray[np.int64], dict[str, Floats], Floats]:
    scope = context.rows
    gathered = np.count_nonzero(allowed) * SPARSE < len(allowed)
    rows: Rows = numbers(scope)[allowed] if gathered else scope
    if gathered:
        standing = _standing(context, rows, scorers, veto)
        total = standing.total
    else:
        standing = _kept(context, scorers, veto)
        total = standing.total.copy()
        np.copyto(total, -np.inf, where=~allowed)
    asked = [pair for pair in scorers if pair[0].asked]
    if asked:
        total += _sum(raw_figures(context, rows, asked, exact=False), asked, len(total))
    if standing.vetoed is not None:
        np.copyto(total, -np.inf, where=standing.vetoed)
    best = np.sort(topmost(total, finalists))
    best = best[np.isfinite(total[best])]
    chosen = numbers(rows)[best]
    figures = raw_figures(context, chosen, scorers, exact=True)
    total[best] = -np.inf
    return chosen, figures, total


def _kept(context: Context, scorers: Sequence[Weighted], veto: Veto | None) -> Standing:
    """Figures of the whole domain that the question does not change; worked out once per profile, shelf and day."""
    asked, viewer = context.asked, context.viewer
    if asked.filters.exclude_influence:
        return _standing(context, context.rows, scorers, veto)  # of a profile that is made for this question alone
    weights = tuple((scorer.name, weight) for scorer, weight in scorers if not scorer.asked)
    circumstances = (viewer.library_ids, asked.today, weights, veto is not None)
    kept = context.baselines.kept
    known = kept.get(context.profile, circumstances)
    if known is None:
        known = _standing(context, context.rows, scorers, veto)
        kept.put(context.profile, circumstances, known)
    return known


def _standing(context: Context, rows: Rows, scorers: Sequence[Weighted], veto: Veto | None) -> Standing:
    standing = [pair for pair in scorers if not pair[0].asked]
    figures = raw_figures(context, rows, standing, exact=False)
    size = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
    return Standing(_sum(figures, standing, size), veto(figures) if veto is not None else None)


def _final(
    context: Context,
    rows: NDArray[np.int64],
    figures: dict[str, Floats],
    scorers: Sequence[Weighted],
    veto: Veto | None,
    rest: Floats,
) -> Ranking:
    subtotal = _sum(figures, [pair for pair in scorers if not pair[0].last], len(rows))
    for scorer, _ in scorers:
        if scorer.last:
            empty = np.zeros((0, len(rows)), np.float32)
            figures[scorer.name] = scorer.raw(Batch(context, rows, len(rows), empty, subtotal))
    raws = np.stack([figures[scorer.name] for scorer, _ in scorers]) if scorers else np.zeros((0, len(rows)))
    weights = np.array([weight for _, weight in scorers], np.float32)
    values = (raws * weights[:, None]).astype(np.float32)
    scores = values.sum(axis=0, dtype=np.float32)
    kept = np.ones(len(rows), np.bool_)
    if veto is not None and (out := veto(figures)) is not None:
        kept = ~out
    order = np.flatnonzero(kept)
    order = order[np.lexsort((rows[order], -scores[order]))]
    return Ranking(
        context, tuple(scorers), rows[order], raws[:, order].astype(np.float32), values[:, order], scores[order], rest
    )


def _probes(scorer: Scorer, context: Context) -> Floats | None:
    if scorer.probes is None or context.catalogue.vectors is None or context.mean is None:
        return None
    found = scorer.probes(context)
    return found if found is not None and len(found) else None


def _products(context: Context, probes: list[Floats], rows: Rows, size: int, *, exact: bool) -> Floats:
    """Inner products of all probes with the rows less the domain's mean, [k, m]: one pass over the vectors."""
    vectors, mean = context.catalogue.vectors, context.mean
    if not probes or vectors is None or mean is None:
        return np.zeros((0, size), np.float32)
    stacked = np.concatenate(probes).astype(np.float32, copy=False)
    offsets = (stacked @ mean)[:, None]
    if exact:
        products = stacked @ vectors.exact(numbers(rows)).T - offsets
    else:
        products = _blockwise(vectors.reduced[rows], vectors.reduce(stacked), offsets)
    if context.baselines.embedded is not None:
        products *= context.baselines.embedded[rows]
    return products.astype(np.float32, copy=False)


def _blockwise(matrix: Floats, probes: Floats, offsets: Floats) -> Floats:
    products = np.empty((len(probes), len(matrix)), np.float32)
    if len(probes) <= FEW:
        for start in range(0, len(matrix), BLOCK):
            block = matrix[start : start + BLOCK]
            for probe, out in zip(probes, products, strict=True):
                np.matmul(block, probe, out=out[start : start + BLOCK])
        products -= offsets
        return products
    # a width that fills the processor's registers is quicker than a narrower one that does not
    turned = np.zeros((probes.shape[1], -(-len(probes) // WIDTH) * WIDTH), np.float32)
    turned[:, : len(probes)] = probes.T
    for start in range(0, len(matrix), BLOCK):
        block = matrix[start : start + BLOCK] @ turned
        np.subtract(block.T[: len(probes)], offsets, out=products[:, start : start + BLOCK])
    return products


def _sum(figures: Mapping[str, Floats], scorers: Sequence[Weighted], size: int) -> Floats:
    total, part = np.zeros(size, np.float32), np.empty(size, np.float32)
    for scorer, weight in scorers:
        if weight:
            np.multiply(figures[scorer.name], np.float32(weight), out=part)
            total += part
    return total
