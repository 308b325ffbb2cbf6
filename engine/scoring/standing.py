"""Figures that no question changes: what outlasts the day is kept with the profile, what the day adds is worked out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from weakref import ref

import numpy as np

from engine.scoring.baselines import Floats, Mask, Rows
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, amount, figures_of, probes_of, products_of, summed
from engine.scoring.kept import Compared, Lasting

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
    probes = probes_of(context, daily)
    figures, anew = figures_on_day(context, rows, daily, probes, lasting.compared, exact=False)
    lasting.compared.update(anew)
    total = summed(figures, daily, amount(rows))
    total += lasting.total
    if lasting.vetoed is not None:
        np.copyto(total, -np.inf, where=lasting.vetoed)
    return total


def lasting_for(
    context: Context, rows: Rows, scorers: Sequence[Weighted], veto: Veto | None, probes: Mapping[str, Floats]
) -> Lasting:
    """Of ``rows`` of the domain, compared with ``probes`` for the scorers that depend on the day."""
    lasting, _ = parted(scorers)
    products = products_of(context, rows, {**probes_of(context, lasting), **probes}, exact=False)
    figures = figures_of(context, rows, lasting, products)
    # a copy, as the rest of what they were made with would be kept as well
    compared = {name: Compared(own, products[name].copy()) for name, own in probes.items()}
    vetoed = veto(figures) if veto is not None else None
    return Lasting(summed(figures, lasting, amount(rows)), vetoed, compared)


def _lasting(context: Context, rows: Rows, scorers: Sequence[Weighted], veto: Veto | None) -> Lasting:
    return lasting_for(context, rows, scorers, veto, probes_of(context, parted(scorers)[1]))


def figures_on_day(
    context: Context, rows: Rows, daily: Sequence[Weighted], probes: Mapping[str, Floats],
    compared: Mapping[str, Compared], *, exact: bool,
) -> tuple[dict[str, Floats], dict[str, Compared]]:  # fmt: skip
    """Figures of the scorers that depend on the day, and what had to be compared anew with their ``probes``."""
    products = dict[str, Floats]()
    for name, own in probes.items():
        found = compared[name].on(own) if name in compared else None
        if found is not None:
            products[name] = found
    again = {name: own for name, own in probes.items() if name not in products}
    found = products_of(context, rows, again, exact=exact) if again else {}
    products.update(found)
    anew = {name: Compared(again[name], own) for name, own in found.items()}
    return figures_of(context, rows, daily, products), anew


def circumstances_of(context: Context, scorers: Sequence[Weighted], veto: object) -> tuple[Hashable, ...]:
    """What rough sums depend on beside profile and day."""
    weights = tuple((scorer.name, weight) for scorer, weight in scorers if not scorer.asked)
    return (*surroundings(context), weights, bool(veto))
