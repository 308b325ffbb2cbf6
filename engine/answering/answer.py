"""From a situation to picks: rank each domain, join them, choose, and say why. Pure arithmetic, no waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answering.exclusions import too_close_to_disliked
from engine.answering.picking import pick_of, told_of
from engine.answering.ranked import Ranked
from engine.answering.situation import Situation, count_in
from engine.catalogue import MEDIA_TYPES
from engine.domain.slate import ExclusionKind, Note, NoteKind, Pick
from engine.exploring import Table, explored
from engine.finds import novelty_of
from engine.ranking import Ranking, rank
from engine.rerankers import (
    BESIDE_A_CROWD,
    STARTER,
    WHOLE_CROWD,
    Choice,
    Field,
    Wanted,
    choose,
    in_sequence,
    least_shares,
    parts_in,
)
from engine.scoring.baselines import Floats
from engine.scoring.dealt import unseen_parts
from engine.scoring.lot import draw, seed_of

FINALISTS = 800
"""Titles scored exactly, over all domains."""
FEWEST_FINALISTS = 150
"""Of them, at the least, per domain."""
POOL_SHARE, POOL_LEAST, POOL_MOST = 0.05, 50, 400
"""The good pool of a lottery: the best twentieth, but 50 to 400 titles."""
OUTSIDE_SHELVES = "world"
"""The source of candidates that are on no shelf, so that empty shelves are no reason to have none."""
NO_ROWS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into a slate."""

    picks: tuple[Pick, ...]
    considered: int
    filtered_to: int
    notes: tuple[Note, ...]


def answer(situation: Situation, barred: NDArray[np.int64] = NO_ROWS) -> Answer:
    """Answer the query; ``barred`` rows were shown on earlier pages."""
    ranked = rank_all(situation)
    choices = choose(situation.baselines, ranked.field, wanted(situation), barred)
    if situation.mode.explores:
        seed = seed_of(situation.asked) + situation.asked.query.attempt
        table = Table(situation.baselines, ranked.field, barred, seed)
        choices = explored(situation.rules.policy, situation.interactions, table, choices)
    picks = _picks(situation, ranked, choices)
    return Answer(picks, ranked.considered, ranked.filtered_to, _notes(situation, ranked, len(picks)))


def rank_all(situation: Situation) -> Ranked:
    """Rank every domain that is asked for."""
    contexts = situation.contexts()
    scorers, admitted = situation.weighted(), situation.admitted()
    query = situation.asked.query
    enough = FINALISTS + 3 * query.limit * (min(query.attempt, 10_000) + 1)
    veto = too_close_to_disliked if ExclusionKind.ANTI_PROFILE in situation.mode.exclusions else None
    considered, rankings = 0, list[Ranking]()
    before, together = None, admitted
    sizes = [max(profile.interactions, 1) for profile in (context.profile for context in contexts)]
    for context, size in zip(contexts, sizes, strict=True):
        sourced = situation.candidates(context)
        considered += count_in(context, sourced)
        finalists = max(FEWEST_FINALISTS, enough * size // sum(sizes), 3 * query.limit * (query.attempt + 1))
        if sourced is not before:  # mostly one mask for all domains
            before, together = sourced, sourced & admitted
        candidates = situation.within(context, together)
        rankings.append(rank(context, candidates, scorers, finalists=finalists, veto=veto))
    return _join(situation, rankings, considered)


def parts_in_order(situation: Situation, ranked: Ranked) -> NDArray[np.int64]:
    """Rows of the best scores, best first, but no later part before those it goes on with, nor too many of one series.

    What a slate would be if nothing else were wanted of it.
    """
    asked = wanted(situation)
    plain = Wanted(asked.limit, unseen=asked.unseen, watched=asked.watched, variety=0.0)
    chosen = choose(situation.baselines, ranked.field, plain, NO_ROWS)
    rows = ranked.field.rows[np.array([choice.place for choice in chosen], np.int64)]
    return rows[in_sequence(situation.baselines.strand[rows], situation.baselines.sequence[rows])]


def wanted(situation: Situation) -> Wanted:
    """What the slate should be like."""
    query, mode, crowd = situation.asked.query, situation.mode, situation.crowd
    mixes = mode.mixes_domains and not situation.asked.filters.media_types
    share = 0.0 if crowd is None else situation.settled * min(crowd.taught_by / WHOLE_CROWD, 1.0)
    lived = {domain: profile.interactions for domain, profile in situation.profiles.items()}
    return Wanted(
        limit=query.limit,
        attempt=query.attempt,
        shares=least_shares(lived, query.limit, MEDIA_TYPES) if mixes else {},
        begun=np.sort(np.concatenate([NO_ROWS, *(one.series for one in situation.dealt.values())])),
        unseen=_unseen_parts(situation) if parts_in(query.limit) > 1 else None,
        watched=situation.met.watched,
        mix=None if situation.thin else _genre_mix(situation),
        spread_genres=mode.starts_thin and situation.thin,
        variety=1.0 if crowd is None else BESIDE_A_CROWD * share,
        surprise=None if crowd is None else crowd.surprise,
        novelty=0.0 if crowd is None else novelty_of(crowd.offered) * share,
    )


def _genre_mix(situation: Situation) -> Floats | None:
    """Genres of what the viewer finished, over the domains asked for, each title by how much it still counts."""
    mix = np.zeros(situation.baselines.genre_sets.shape[1])
    for domain in situation.domains():
        mix += situation.dealt[domain].mix
    total = float(mix.sum())
    return (mix / total).astype(np.float32) if total > 0 else None


def _unseen_parts(situation: Situation) -> NDArray[np.int64] | None:
    """Open parts of franchises that the viewer has not seen; None where the mode does not care for the order."""
    if ExclusionKind.SEQUEL not in situation.mode.exclusions:
        return None
    baselines = situation.baselines
    return unseen_parts(baselines, baselines.open_to(situation.viewer.library_ids), situation.met.watched)


def _join(situation: Situation, rankings: Sequence[Ranking], considered: int) -> Ranked:
    rows = np.concatenate([ranking.rows for ranking in rankings]) if rankings else NO_ROWS
    scores = np.concatenate([ranking.scores for ranking in rankings]) if rankings else np.zeros(0, np.float32)
    sizes = [len(ranking.rows) for ranking in rankings]
    origin = np.stack([np.repeat(np.arange(len(sizes)), sizes), np.concatenate([*map(np.arange, sizes), NO_ROWS])], 1)
    filtered_to = sum(ranking.candidates for ranking in rankings)
    keys = _lots(situation, rows, scores, filtered_to) if situation.mode.by_lot else scores
    order = np.lexsort((rows, -keys))
    types = situation.baselines.catalogue.media_type[rows]
    return Ranked(
        rankings=tuple(rankings),
        field=Field(rows[order], keys[order], types[order]),
        scores=scores[order],
        origin=origin[order].astype(np.int64),
        considered=considered,
        filtered_to=filtered_to,
    )


def _lots(situation: Situation, rows: NDArray[np.int64], scores: Floats, candidates: int) -> Floats:
    """Keys of a weighted draw without putting back: score plus Gumbel noise within the good pool, its rest behind."""
    size = int(np.clip(POOL_SHARE * candidates, POOL_LEAST, POOL_MOST))
    pool = np.lexsort((rows, -scores))[:size]
    if not len(pool):
        return scores
    scale = max(float(scores[pool].std()), 1e-6)
    keys = scores / scale - 1e6
    luck = -np.log(-np.log(draw(seed_of(situation.asked), situation.baselines.lots[rows[pool]])))
    keys[pool] = scores[pool] / scale + luck
    return keys.astype(np.float32)


def _picks(situation: Situation, ranked: Ranked, choices: Sequence[Choice]) -> tuple[Pick, ...]:
    final = {choice.place: float(ranked.scores[choice.place]) + STARTER * choice.fresh for choice in choices}
    # a trial keeps the last place, where its propensity was worked out
    ordered = sorted(choices, key=lambda choice: (choice.trial, -final[choice.place], choice.place))
    baselines = situation.baselines
    rows = ranked.field.rows[np.array([choice.place for choice in ordered], np.int64)]
    ordered = [ordered[place] for place in in_sequence(baselines.strand[rows], baselines.sequence[rows])]
    scores = {choice.place: final[choice.place] for choice in ordered}
    told = told_of(situation, ranked, scores)
    return tuple(
        pick_of(situation, ranked, choice, number, told[choice.place]) for number, choice in enumerate(ordered, start=1)
    )


def _notes(situation: Situation, ranked: Ranked, shown: int) -> tuple[Note, ...]:
    notes = list(situation.asked.notes)
    shelves = situation.baselines.open_to(situation.viewer.library_ids)
    empty = situation.mode.source != OUTSIDE_SHELVES and not shelves.any()
    if situation.thin and not empty:
        notes.append(Note(NoteKind.THIN_HISTORY, count=situation.interactions))
    if empty:
        notes.append(Note(NoteKind.EMPTY_LIBRARY))
    elif shown < situation.asked.query.limit:
        notes.append(Note(NoteKind.NOTHING_LEFT, count=ranked.filtered_to))
    return tuple(notes)
