"""Figures of ranked lists, with binary gain. The definitions are the usual ones; each says which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from math import log2

FEWEST = 0.5
"""Stands in for the number of people who met a title that nobody met."""


@dataclass(frozen=True, slots=True)
class ListFigures:
    """Of one list against the titles that were to be found, each 0–1."""

    ndcg: float
    """Σ 1/log₂(rank + 1) over the hits, divided by what the best possible list of that length would have."""
    recall: float
    """Hits over all that was to be found."""
    precision: float
    """Hits over the length that was asked for, also where the list is shorter."""
    hit: float
    """1 with at least one hit."""
    mrr: float
    """1 / rank of the first hit, 0 without."""


def list_figures(shown: Sequence[str], truth: AbstractSet[str], length: int) -> ListFigures:
    """The figures of the first ``length`` of ``shown``. ``truth`` must not be empty."""
    ranks = [rank for rank, item_id in enumerate(shown[:length], start=1) if item_id in truth]
    gained = sum(1 / log2(rank + 1) for rank in ranks)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(length, len(truth)) + 1))
    return ListFigures(
        ndcg=gained / best,
        recall=len(ranks) / len(truth),
        precision=len(ranks) / length,
        hit=float(bool(ranks)),
        mrr=1 / ranks[0] if ranks else 0.0,
    )


def coverage(lists: Sequence[Sequence[str]], titles: int) -> float:
    """Share of all titles that appear in somebody's list, 0–1."""
    return len({item_id for shown in lists for item_id in shown}) / titles if titles else 0.0


def novelty(shown: Sequence[str], met_by: Mapping[str, int], people: int) -> float:
    """Mean −log₂ of the share of ``people`` who met a title: bits of surprise, 0 for what everybody knows."""
    if not shown or not people:
        return 0.0
    return sum(-log2(max(met_by.get(item_id, 0), FEWEST) / people) for item_id in shown) / len(shown)


def diversity(shown: Sequence[str], genres: Mapping[str, frozenset[str]]) -> float:
    """Mean over all pairs of 1 − cosine of their genres, 0–1; two titles without genres are alike."""
    pairs = list(combinations(shown, 2))
    if not pairs:
        return 0.0
    return sum(1 - _cosine(genres[one], genres[other]) for one, other in pairs) / len(pairs)


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return float(one == other)
    return len(one & other) / (len(one) * len(other)) ** 0.5
