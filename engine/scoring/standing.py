"""Figures that no question changes: what outlasts the day is kept with the profile, what the day adds is worked out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask, Rows, among
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, amount, figures_of, probes_of, products_of, summed
from engine.scoring.kept import Compared, Exact, Lasting, Latest

MOST_EXACT = 2
"""Times as many titles as are asked for whose exact figures are kept: from day to day few finalists change."""
Veto = Callable[[Mapping[str, Floats]], Mask | None]
"""Rows to leave out by their raw figures, of which none depends on the day; None for none."""


def surroundings(context: Context) -> tuple[Hashable, ...]:
    """What figures and reasons depend on beside profile, catalogue and day: the shelves, and what was learned."""
    crowd = None if context.crowd is None else ref(context.crowd)
    return context.viewer.library_ids, context.thin, crowd


def parted(scorers: Sequence[Weighted]) -> tuple[list[Weighted], list[Weighted]]:
    """Those whose figures outlast the day, and those that depend on it; of what depends on the question, neither."""
    standing = [pair for pair in scorers if not pair[0].asked]
    return [pair for pair in standing if not pair[0].daily], [pair for pair in standing if pair[0].daily]


def lasting_of(context: Context, scorers: Sequence[Weighted], veto: Veto | None) -> Lasting:
    """Of the whole domain; worked out once per profile and shelf."""
    if context.asked.filters.exclude_influence:
        return _lasting(context, context.rows, scorers, veto)  # of a profile that is made for this question alone
    kept, circumstances = context.baselines.kept, circumstances_of(context, scorers, veto)
    known = kept.get(context.profile, circumstances)
    if known is None:
        known = _lasting(context, context.rows, scorers, veto)
        kept.put(context.profile, circumstances, known)
    return known


def lasting_at(context: Context, rows: Rows, allowed: Mask, scorers: Sequence[Weighted], veto: Veto | None) -> Lasting:
    """The same for a few ``rows`` of the domain, those ``allowed``: taken from what is kept, should it be."""
    known = context.baselines.kept.get(context.profile, circumstances_of(context, scorers, veto))
    if known is None:
        return _lasting(context, rows, scorers, veto)
    compared = {name: Compared(one.probes, one.products[:, allowed]) for name, one in known.compared.items()}
    return Lasting(known.total[allowed], None if known.vetoed is None else known.vetoed[allowed], compared)


def total_on_day(context: Context, rows: Rows, scorers: Sequence[Weighted], lasting: Lasting) -> Floats:
    """[m] rough sums of what stands on the day that is asked for, -inf where left out; to be written to."""
    _, daily = parted(scorers)
    figures, anew = _on_day(context, rows, daily, lasting.compared, exact=False)
    lasting.compared.update(anew)
    total = summed(figures, daily, amount(rows))
    total += lasting.total
    if lasting.vetoed is not None:
        np.copyto(total, -np.inf, where=lasting.vetoed)
    return total


def exact_figures(context: Context, rows: NDArray[np.int64], scorers: Sequence[Weighted]) -> dict[str, Floats]:
    """Exact figures [f] of finalists, by scorer that does not depend on the question; ``rows`` ascend."""
    lasting, daily = parted(scorers)
    kept, circumstances = context.baselines.exact, (*surroundings(context), tuple(one.name for one, _ in scorers))
    before = kept.get(context.profile, circumstances)
    if before is not None and before.latest.of(context.asked.today, rows):
        return dict(before.latest.figures)
    if before is None:
        known = _exact(context, rows, lasting, probes_of(context, daily))
    else:
        known = _with(before, context, rows, lasting)
    figures, anew = _on_day(context, known.rows, daily, known.compared, exact=True)
    if anew:
        known = replace(known, compared={**known.compared, **anew})
    figures.update(known.figures)
    if len(known.rows) > len(rows):
        places = np.searchsorted(known.rows, rows)
        figures = {name: figure[places] for name, figure in figures.items()}
    kept.put(context.profile, circumstances, replace(known, latest=Latest(context.asked.today, rows, figures)))
    return dict(figures)


def _lasting(context: Context, rows: Rows, scorers: Sequence[Weighted], veto: Veto | None) -> Lasting:
    lasting, daily = parted(scorers)
    probes = probes_of(context, daily)
    products = products_of(context, rows, {**probes_of(context, lasting), **probes}, exact=False)
    figures = figures_of(context, rows, lasting, products)
    # a copy, as the rest of what they were made with would be kept as well
    compared = {name: Compared(own, products[name].copy()) for name, own in probes.items()}
    vetoed = veto(figures) if veto is not None else None
    return Lasting(summed(figures, lasting, amount(rows)), vetoed, compared)


def _on_day(
    context: Context, rows: Rows, daily: Sequence[Weighted], compared: Mapping[str, Compared], *, exact: bool
) -> tuple[dict[str, Floats], dict[str, Compared]]:
    """Figures of the scorers that depend on the day, and what had to be compared anew for them."""
    probes, products = probes_of(context, daily), dict[str, Floats]()
    for name, own in probes.items():
        found = compared[name].on(own) if name in compared else None
        if found is not None:
            products[name] = found
    again = {name: own for name, own in probes.items() if name not in products}
    found = products_of(context, rows, again, exact=exact) if again else {}
    products.update(found)
    anew = {name: Compared(again[name], own) for name, own in found.items()}
    return figures_of(context, rows, daily, products), anew


def _exact(
    context: Context, rows: NDArray[np.int64], lasting: Sequence[Weighted], probes: Mapping[str, Floats]
) -> Exact:
    """``probes`` of the scorers that depend on the day, as of any."""
    products = products_of(context, rows, {**probes_of(context, lasting), **probes}, exact=True)
    compared = {name: Compared(own, products[name].copy()) for name, own in probes.items()}
    return Exact(rows, figures_of(context, rows, lasting, products), compared)


def _with(known: Exact, context: Context, rows: NDArray[np.int64], lasting: Sequence[Weighted]) -> Exact:
    """With those of ``rows`` that are not known yet; when that makes too many, these alone."""
    missing = rows[~among(rows, known.rows)]
    if len(missing):
        probes = {name: one.probes for name, one in known.compared.items()}
        known = known.joined(_exact(context, missing, lasting, probes))
    return known if len(known.rows) <= MOST_EXACT * len(rows) else known.at(np.searchsorted(known.rows, rows))


def circumstances_of(context: Context, scorers: Sequence[Weighted], veto: object) -> tuple[Hashable, ...]:
    """What rough sums depend on beside profile and day."""
    weights = tuple((scorer.name, weight) for scorer, weight in scorers if not scorer.asked)
    return (*surroundings(context), weights, bool(veto))
