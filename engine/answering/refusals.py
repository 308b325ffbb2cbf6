"""Why not: the same arithmetic, read for a title that was not picked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.answering.answer import rank_all, wanted
from engine.answering.exclusions import hidden_until, part_before, too_close_to_disliked, watched_on
from engine.answering.picking import likelihoods
from engine.answering.situation import Situation
from engine.catalogue import MEDIA_TYPES
from engine.domain.slate import Exclusion, ExclusionKind, WhyNot
from engine.ranking import rank
from engine.reasons import contributions, evidence
from engine.rerankers import choose
from engine.scoring.context import Context
from engine.scoring.influence import Dossier


def why_not(situation: Situation, row: int) -> WhyNot:
    """What speaks for and against the title at ``row``, and what keeps it out of this mode's slate."""
    catalogue = situation.baselines.catalogue
    context = situation.context(MEDIA_TYPES[int(catalogue.media_type[row])])
    alone = np.zeros(len(catalogue), np.bool_)
    alone[row] = True
    own = rank(context, alone, situation.weighted(), finalists=1)
    score = float(own.scores[0])
    ranked = rank_all(situation)
    others = ranked.scores[ranked.field.rows != row]
    better = int(np.count_nonzero(others > score))
    better += sum(int(np.count_nonzero(ranking.rest > score)) for ranking in ranked.rankings)
    choices = choose(situation.baselines, ranked.field, wanted(situation), np.zeros(0, np.int64))
    shown = [float(ranked.scores[choice.place]) for choice in choices]
    inside = len(others) < len(ranked.scores)
    return WhyNot(
        item_id=catalogue.ids[row],
        score=score,
        match=likelihoods(situation, context, np.array([row]), [score])[0][0],
        rank=better + 1,
        of=ranked.filtered_to + (not inside),
        needed=min(shown, default=0.0),
        contributions=contributions(own.scorers, *own.at(0)),
        evidence=evidence(Dossier(context, row), own.scorers, own.raws[:, 0]),
        exclusions=exclusions(situation, context, row),
    )


def exclusions(situation: Situation, context: Context, row: int) -> tuple[Exclusion, ...]:
    """Everything that keeps the title out, however good its score."""
    catalogue, met, kinds = context.catalogue, situation.met, situation.mode.exclusions
    item_id, profile = catalogue.ids[row], situation.profiles[context.domain]
    found: list[Exclusion] = []
    if not context.open_rows[row]:
        found.append(Exclusion(ExclusionKind.ON_NO_SHELF))
    on = {
        ExclusionKind.WATCHED: watched_on(profile, item_id),
        ExclusionKind.HIDDEN: hidden_until(situation.hidings, item_id),
    }
    plain = (ExclusionKind.WATCHED, ExclusionKind.IN_PROGRESS, ExclusionKind.HIDDEN, ExclusionKind.SKIPPED)
    found.extend(Exclusion(kind, on=on.get(kind)) for kind in plain if kind in kinds and row in met.of(kind))
    if ExclusionKind.ANTI_PROFILE in kinds:
        found.extend(_unloved(situation, context, row))
    before = part_before(context.baselines, context.open_rows, met.watched, row)
    if ExclusionKind.SEQUEL in kinds and before is not None:
        found.append(Exclusion(ExclusionKind.SEQUEL, item_id=catalogue.ids[before]))
    return tuple(found)


def _unloved(situation: Situation, context: Context, row: int) -> list[Exclusion]:
    """The viewer's own verdict on the title, where there is one; else that it is too close to others."""
    if row in situation.met.watched and ExclusionKind.WATCHED in situation.mode.exclusions:
        return []
    item_id = context.catalogue.ids[row]
    titles = situation.profiles[context.domain].titles
    if item_id not in titles or not (row in situation.met.rejected or titles.disliked[titles.places[item_id]]):
        return _near_disliked(situation, context, row)
    known = titles[item_id]
    if known.completion is not None and not known.times and known.signals.get("rating", 0.0) >= 0:
        return [Exclusion(ExclusionKind.GIVEN_UP, on=watched_on(context.profile, item_id))]
    return [Exclusion(ExclusionKind.DISLIKED, on=known.last_at.date())]


def _near_disliked(situation: Situation, context: Context, row: int) -> list[Exclusion]:
    alone = np.zeros(len(context.catalogue), np.bool_)
    alone[row] = True
    pair = [pair for pair in situation.weighted() if pair[0].name in ("content", "anti-profile")]
    figures = rank(context, alone, pair, finalists=1)
    raws = dict(zip((scorer.name for scorer, _ in pair), figures.raws, strict=True))
    out = too_close_to_disliked(raws)
    if out is None or not out.any():
        return []
    pull = Dossier(context, row).disliked
    if pull is None:
        return []
    named = np.flatnonzero(context.visible[pull.members])
    closest = named[np.argsort(-pull.closeness[named], kind="stable")[:1]]
    item_id = context.catalogue.ids[int(pull.members[closest[0]])] if len(closest) else None
    return [Exclusion(ExclusionKind.ANTI_PROFILE, item_id=item_id)]


def matches(situation: Situation, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """How likely the viewer likes each of ``rows`` once they watch it, 0–1, whatever keeps them out of a slate."""
    catalogue = situation.baselines.catalogue
    found = np.zeros(len(rows))
    for domain in np.unique(catalogue.media_type[rows]):
        context = situation.context(MEDIA_TYPES[int(domain)])
        own = np.flatnonzero(catalogue.media_type[rows] == domain)
        alone = np.zeros(len(catalogue), np.bool_)
        alone[rows[own]] = True
        ranked = rank(context, alone, situation.weighted(), finalists=len(own))
        score_of = dict(zip(ranked.rows.tolist(), ranked.scores.tolist(), strict=True))
        scores = [score_of.get(row, 0.0) for row in rows[own].tolist()]
        found[own] = [match for match, _ in likelihoods(situation, context, rows[own], scores)]
    return found
