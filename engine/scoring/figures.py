"""Figures of many titles at once: what every scorer says of them, with one pass over the vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.scoring.baselines import Floats, Rows, numbers
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer

BLOCK = 8_192
"""Rows multiplied at a time: the product stays in the processor's cache, and small enough to be allocated quickly."""
WIDTH = 8
"""Probes are filled up to a multiple of this."""
FEW = 4
"""Probes up to so many are multiplied one by one: that is quicker than together with the ones that fill them up."""

Weighted = tuple[Scorer, float]


def raw_figures(context: Context, rows: Rows, scorers: Sequence[Weighted], *, exact: bool) -> dict[str, Floats]:
    """Raw figures [m] per scorer; ``exact`` compares full vectors, else the reduced ones."""
    products = products_of(context, rows, probes_of(context, scorers), exact=exact)
    return figures_of(context, rows, scorers, products)


def probes_of(context: Context, scorers: Sequence[Weighted]) -> dict[str, Floats]:
    """Vectors [k, d] per scorer that compares any."""
    return {scorer.name: found for scorer, _ in scorers if (found := _probes(scorer, context)) is not None}


def products_of(context: Context, rows: Rows, probes: Mapping[str, Floats], *, exact: bool) -> dict[str, Floats]:
    """Inner products [k, m] of ``probes`` with the rows, by scorer."""
    products = _products(context, list(probes.values()), rows, amount(rows), exact=exact)
    found: dict[str, Floats] = {}
    place = 0
    for name, own in probes.items():
        found[name] = products[place : place + len(own)]
        place += len(own)
    return found


def figures_of(
    context: Context, rows: Rows, scorers: Sequence[Weighted], products: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Raw figures [m] per scorer, whose inner products are known."""
    size = amount(rows)
    nothing = np.zeros((0, size), np.float32)
    return {
        scorer.name: scorer.raw(Batch(context, rows, size, products.get(scorer.name, nothing))) for scorer, _ in scorers
    }


def amount(rows: Rows) -> int:
    """How many rows."""
    return rows.stop - rows.start if isinstance(rows, slice) else len(rows)


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
        products = (vectors.exact(numbers(rows)) @ stacked.T).T - offsets
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


def summed(figures: Mapping[str, Floats], scorers: Sequence[Weighted], size: int) -> Floats:
    """Σ weight · figure, [size]."""
    total, part = np.zeros(size, np.float32), np.empty(size, np.float32)
    for scorer, weight in scorers:
        if weight:
            np.multiply(figures[scorer.name], np.float32(weight), out=part)
            total += part
    return total
