"""Nearness to what was liked through people, themes, names and series, however many steps away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.graph.graph import Graph
from engine.graph.links import Link, links
from engine.graph.nearness import Nearness, nearness
from engine.graph.reach import Reach
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer, Subject

CITED, LOOKED_AT = 2, 6
"""Facts told, and links tried for them."""
CITED_DISLIKED = 2
CLEAR = 0.10
"""Share of the figure by which it must fall without what is cited: liking has an edge, and who stood on one side of it
may stand on the other when something else is no longer there to compare with."""
LEAST = 0.03
"""What it must fall by in any case, for the same reason."""
PEOPLE = frozenset({EvidenceKind.LINKED_MAKER, EvidenceKind.LINKED_PEOPLE})


def raw(batch: Batch) -> Floats:
    """``Nearness.figures``, −1…1: nearness to the liked titles less some of that to the disliked ones; 0 is usual."""
    near = near_of(batch.context)
    return near.figures(batch.rows) if len(near.liked.rows) + len(near.disliked.rows) else batch.zeros()


def explain(subject: Subject) -> Sequence[Evidence]:
    """What connects it with liked titles that may be named; or that little does, or with which disliked ones."""
    near = near_of(subject.context)
    reach = Reach.of(near, subject.row)
    if subject.value < 0:
        return (_against(subject, reach),)
    found: list[Evidence] = []
    told: set[EvidenceKind] = set()
    for link in links(near.graph, subject.row, near.liked.rows, reach.liked, near.liked.shares)[:LOOKED_AT]:
        if link.kind not in told and (fact := _fact(subject, reach, link)) is not None:
            found.append(fact)
            told |= PEOPLE if link.kind in PEOPLE else {link.kind}
        if len(found) == CITED:
            break
    return found


def near_of(context: Context) -> Nearness:
    """What the titles of ``context`` are near to: worked out once, and kept as long as there is room."""
    baselines = context.baselines
    graph = baselines.graph_for(context.viewer.library_ids, Graph.of)
    titles = context.profile.titles
    known = baselines.near.get(titles, "graph")
    if known is None:
        known = nearness(graph, context.profile)
        baselines.near.put(titles, "graph", known)
    return known


def _fact(subject: Subject, reach: Reach, link: Link) -> Evidence | None:
    """A link with the titles that may be named, where the figure rests on them."""
    context = subject.context
    rows = context.may_name(link.rows)
    rows = rows[rows != subject.row]
    if not len(rows):
        return None
    left = reach.without(rows, context.ledger.ageing(rows))
    if not _clear(context, subject.raw, left):
        return None
    people = link.names if link.kind in PEOPLE else ()
    share = min(subject.weight * (subject.raw - left), subject.value)
    return Evidence(
        link.kind, SCORER.name, share, items=subject.ids(rows), people=people, role=link.role,
        keywords=() if people else link.names,
    )  # fmt: skip


def _against(subject: Subject, reach: Reach) -> Evidence:
    """The disliked titles that it shares most with, where the figure rests on them."""
    context, disliked = subject.context, reach.near.disliked
    rows, parts = disliked.rows, reach.disliked.by_place(len(disliked.rows)) * disliked.shares
    best = np.lexsort((rows, -parts))
    cited = context.may_name(rows[best[parts[best] > 0]][:CITED_DISLIKED])
    cited = cited[cited != subject.row]
    if len(cited):
        left = reach.without(cited, context.ledger.ageing(cited))
        if _clear(context, -subject.raw, -left):
            share = max(subject.weight * (subject.raw - left), subject.value)
            return Evidence(EvidenceKind.LIKE_ABANDONED, SCORER.name, share, items=subject.ids(cited))
    return Evidence(EvidenceKind.LOOSELY_LINKED, SCORER.name, subject.value)


def _clear(context: Context, before: float, after: float) -> bool:
    return before - after > LEAST and context.ledger.clear(before, after, CLEAR)


SCORER = Scorer("graph", raw, explain)
