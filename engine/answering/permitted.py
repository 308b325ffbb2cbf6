"""What may still be shown of an answer when access has changed while it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.answering.situation import Situation
from engine.domain.evidence import Evidence
from engine.domain.slate import Pick


def still_permitted(situation: Situation, picks: Iterable[Pick], library_ids: frozenset[str]) -> Iterable[Pick]:
    """Picks on shelves that are open now, with what may be named now. Access may have changed since the start."""
    if library_ids >= situation.viewer.library_ids:
        return picks
    baselines = situation.baselines
    open_rows, index = baselines.open_to(library_ids), baselines.catalogue.index

    def named(fact: Evidence) -> bool:
        return all(open_rows[index[item]] or baselines.no_shelf[index[item]] for item in fact.items)

    left = [pick for pick in picks if open_rows[index[pick.item_id]] or baselines.no_shelf[index[pick.item_id]]]
    return [
        replace(
            pick,
            rank=rank,
            evidence=tuple(fact for fact in pick.evidence if named(fact)),
            influenced_by=tuple(
                known
                for known in pick.influenced_by
                if open_rows[index[known.item_id]] or baselines.no_shelf[index[known.item_id]]
            ),
        )
        for rank, pick in enumerate(left, start=1)
    ]
