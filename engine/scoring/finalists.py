"""Exact figures of finalists, kept: mostly the same person asks again, and is told of the same titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, among
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, figures_of, probes_of, products_of, raw_figures
from engine.scoring.kept import Compared, Exact, Latest
from engine.scoring.standing import figures_on_day, parted, surroundings

MOST_EXACT = 2
"""Times as many titles as are asked for whose exact figures are kept: from day to day few finalists change."""


def nobody() -> NDArray[np.int64]:
    """No rows."""
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Finalists:
    """Titles to be looked at exactly."""

    rows: NDArray[np.int64]
    """Ascending."""
    next: Callable[[], NDArray[np.int64]] = nobody
    """Rows, ascending, that may be finalists on another day; worked out with others, they cost next to nothing."""


def figures_anew(context: Context, rows: NDArray[np.int64], scorers: Sequence[Weighted]) -> Floats:
    """Exact figures [scorers, rows]."""
    return _stacked(raw_figures(context, rows, scorers, exact=True), scorers, len(rows))


def exact_figures(context: Context, chosen: Finalists, scorers: Sequence[Weighted]) -> Floats:
    """The same where none of ``scorers`` depends on the question."""
    rows, today = chosen.rows, context.asked.today
    kept, circumstances = context.baselines.exact, (*surroundings(context), tuple(one.name for one, _ in scorers))
    before = kept.get(context.profile, circumstances)
    if before is not None and before.asked(today, rows):
        return _as_asked(before, scorers)
    _, daily = parted(scorers)
    probes = probes_of(context, daily)
    if before is None:
        known = _exact(context, np.union1d(rows, chosen.next()), scorers, probes)
    else:
        known = _with(before, context, chosen, scorers)
    found, anew = figures_on_day(context, known.rows, daily, probes, known.compared, exact=True)
    places = np.searchsorted(known.rows, rows).astype(np.int32)
    latest = Latest(today, places, {name: column[places] for name, column in found.items()})
    known = replace(known, compared={**known.compared, **anew}, latest=latest)
    kept.put(context.profile, circumstances, known)
    return _as_asked(known, scorers)


def _as_asked(known: Exact, scorers: Sequence[Weighted]) -> Floats:
    """What was asked for last."""
    figures = known.figures.take(known.latest.places, axis=1)
    for line, (scorer, _) in zip(figures, scorers, strict=True):
        if scorer.name in known.latest.daily:
            line[:] = known.latest.daily[scorer.name]
    return figures


def _exact(context: Context, rows: NDArray[np.int64], scorers: Sequence[Weighted], probes: dict[str, Floats]) -> Exact:
    """``probes`` of the scorers that depend on the day, as of any."""
    lasting, _ = parted(scorers)
    products = products_of(context, rows, {**probes_of(context, lasting), **probes}, exact=True)
    compared = {name: Compared(own, products[name].copy()) for name, own in probes.items()}
    return Exact(rows, _stacked(figures_of(context, rows, lasting, products), scorers, len(rows)), compared)


def _with(known: Exact, context: Context, chosen: Finalists, scorers: Sequence[Weighted]) -> Exact:
    """With those of the finalists that are not known yet; when that makes too many, without the others."""
    rows = chosen.rows
    missing = rows[~among(rows, known.rows)]
    if len(missing):
        further = chosen.next()
        missing = np.union1d(missing, further[~among(further, known.rows)])
        probes = {name: one.probes for name, one in known.compared.items()}
        known = known.joined(_exact(context, missing, scorers, probes))
        if len(known.rows) > MOST_EXACT * len(rows):
            known = known.at(np.searchsorted(known.rows, np.union1d(rows, further)))
    return known


def _stacked(figures: dict[str, Floats], scorers: Sequence[Weighted], size: int) -> Floats:
    found = np.zeros((len(scorers), size), np.float32)
    for line, (scorer, _) in zip(found, scorers, strict=True):
        if scorer.name in figures:
            line[:] = figures[scorer.name]
    return found
