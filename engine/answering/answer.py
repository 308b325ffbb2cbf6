"""From a situation to picks: rank each domain, join them, choose, and say why. Pure arithmetic, no waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.answering.exclusions import too_close_to_disliked
from engine.answering.situation import Situation, count_in
from engine.catalogue import MEDIA_TYPES
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.slate import Confidence, Contribution, ExclusionKind, Note, NoteKind, Pick
from engine.exploring import Table, explored
from engine.match import by_width, certainty, word
from engine.ranking import Ranking, rank
from engine.reasons import contributions, evidence, influences, ordered
from engine.rerankers import STARTER, Choice, Field, Wanted, choose, least_shares, parts_in
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.influence import Dossier
from engine.scoring.lot import draw, seed_of

if TYPE_CHECKING:
    from engine.learning.shares import Shares

FINALISTS = 800
"""Titles scored exactly, over all domains."""
FEWEST_FINALISTS = 150
"""Of them, at the least, per domain."""
POOL_SHARE, POOL_LEAST, POOL_MOST = 0.05, 50, 400
"""The good pool of a lottery: the best twentieth, but 50 to 400 titles."""
NO_ROWS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into a slate."""

    picks: tuple[Pick, ...]
    considered: int
    filtered_to: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """All domains ranked and joined."""

    rankings: tuple[Ranking, ...]
    field: Field
    scores: Floats
    """Parallel to the field."""
    origin: NDArray[np.int64]
    """[f, 2]: which ranking, and the place in it."""
    considered: int
    filtered_to: int


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
    sizes = [max(profile.interactions, 1) for profile in (context.profile for context in contexts)]
    for context, size in zip(contexts, sizes, strict=True):
        sourced = situation.candidates(context)
        considered += count_in(context, sourced)
        finalists = max(FEWEST_FINALISTS, enough * size // sum(sizes), 3 * query.limit * (query.attempt + 1))
        candidates = situation.within(context, sourced & admitted)
        rankings.append(rank(context, candidates, scorers, finalists=finalists, veto=veto))
    return _join(situation, rankings, considered)


def wanted(situation: Situation) -> Wanted:
    """What the slate should be like."""
    query, mode = situation.asked.query, situation.mode
    mixes = mode.mixes_domains and not situation.asked.filters.media_types
    lived = {domain: profile.interactions for domain, profile in situation.profiles.items()}
    return Wanted(
        limit=query.limit,
        attempt=query.attempt,
        shares=least_shares(lived, query.limit, MEDIA_TYPES) if mixes else {},
        begun=_begun(situation),
        unseen=_unseen_parts(situation) if parts_in(query.limit) > 1 else None,
        mix=None if situation.thin else _genre_mix(situation),
        spread_genres=mode.starts_thin and situation.thin,
    )


def _genre_mix(situation: Situation) -> Floats | None:
    """Genres of what the viewer finished, over the domains asked for, each title by how much it still counts."""
    mix = np.zeros(situation.baselines.genre_sets.shape[1])
    for domain in situation.domains():
        titles = situation.profiles[domain].titles
        told = (titles.times > 0) & (titles.rows >= 0) & (titles.weight > 0)
        sets = situation.baselines.genre_set[titles.rows[told]]
        mix += titles.weight[told].astype(np.float64) @ situation.baselines.genre_sets[sets]
    total = float(mix.sum())
    return (mix / total).astype(np.float32) if total > 0 else None


def _unseen_parts(situation: Situation) -> NDArray[np.int64] | None:
    """Open parts of franchises that the viewer has not seen; None where the mode does not care for the order."""
    if ExclusionKind.SEQUEL not in situation.mode.exclusions:
        return None
    baselines = situation.baselines
    rows = baselines.in_sequence
    seen = np.zeros(len(baselines.catalogue), np.bool_)
    seen[situation.met.watched] = True
    return rows[baselines.open_to(situation.viewer.library_ids)[rows] & ~seen[rows]]


def _begun(situation: Situation) -> NDArray[np.int64]:
    """Franchises of what the viewer watched and may still know of."""
    baselines, watched = situation.baselines, situation.met.watched
    known = baselines.catalogue.visible_rows(situation.viewer.library_ids, watched)
    return np.unique(baselines.franchise[watched[known]])


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
    ordered = _in_sequence(situation, ranked, ordered)
    told = _told(ranked, ordered)
    return tuple(_pick(situation, ranked, choice, number, told) for number, choice in enumerate(ordered, start=1))


def _told(ranked: Ranked, choices: Sequence[Choice]) -> dict[int, Shares]:
    """By place in the field, what each title of the history adds to the choices; together, because that is quicker."""
    found: dict[int, Shares] = {}
    places = np.array([choice.place for choice in choices], np.int64)
    for which, ranking in enumerate(ranked.rankings):
        own = places[ranked.origin[places, 0] == which]
        signals = ranking.context.signals
        if signals is not None and len(own):
            shares = signals.shares(ranked.field.rows[own])
            found.update({place: shares.of(number) for number, place in enumerate(own.tolist())})
    return found


def _in_sequence(situation: Situation, ranked: Ranked, ordered: list[Choice]) -> list[Choice]:
    """Parts of one franchise change places until the earlier stands before the later."""
    baselines = situation.baselines
    rows = ranked.field.rows[[choice.place for choice in ordered]] if ordered else NO_ROWS
    franchise, sequence = baselines.franchise[rows], baselines.sequence[rows]
    turned = list(ordered)
    for series in np.unique(franchise[(franchise >= 0) & (sequence > 0)]):
        places = np.flatnonzero((franchise == series) & (sequence > 0))
        for place, source in zip(places, places[np.argsort(sequence[places], kind="stable")], strict=True):
            turned[int(place)] = ordered[int(source)]
    return turned


def _pick(situation: Situation, ranked: Ranked, choice: Choice, number: int, told: Mapping[int, Shares]) -> Pick:
    which, place = (int(part) for part in ranked.origin[choice.place])
    ranking = ranked.rankings[which]
    context, row = ranking.context, int(ranking.rows[place])
    parts = contributions(ranking.scorers, ranking.raws[:, place], ranking.values[:, place])
    dossier = Dossier(context, row, told.get(choice.place))
    facts = evidence(dossier, ranking.scorers, ranking.raws[:, place])
    if choice.fresh:
        parts, facts = _started(situation, choice, parts, facts)
    score = float(ranking.scores[place]) + STARTER * choice.fresh
    first = frozenset(context.catalogue.rows_of(situation.asked.filters.influenced_by).tolist())
    match, sureness = likelihood(situation, context, row, score)
    return Pick(
        item_id=context.catalogue.ids[row],
        rank=number,
        score=score,
        match=match,
        confidence=sureness,
        contributions=parts,
        evidence=facts,
        influenced_by=influences(dossier, ranking.scorers, first),
        source=situation.mode.label,
        propensity=choice.propensity,
        trial=choice.trial,
    )


def _started(
    situation: Situation, choice: Choice, parts: tuple[Contribution, ...], facts: tuple[Evidence, ...]
) -> tuple[tuple[Contribution, ...], tuple[Evidence, ...]]:
    """With the gain of genres that the list did not have yet."""
    gain = STARTER * choice.fresh
    genres = tuple(sorted(situation.baselines.catalogue.genres.names[column] for column in choice.fresh_genres))
    fact = Evidence(EvidenceKind.STARTER, "starter", gain, genres=genres)
    return (*parts, Contribution("starter", gain, STARTER, choice.fresh)), ordered((*facts, fact))


def likelihood(situation: Situation, context: Context, row: int, score: float) -> tuple[float, Confidence]:
    """How likely the viewer likes a title once they watch it, and in a word how sure that is.

    A crowd's model has learned that from what came of titles that were held back; without one the score must do.
    """
    signals = context.signals
    if signals is None:
        sure = word(float(certainty(context, np.array([row]))[0]))
        return match_of(situation, score), sure
    rows = np.array([row])
    likely, half = signals.likely(rows, signals.figures(row).sum(keepdims=True))
    return float(likely[0]), by_width(float(half[0]))


def match_of(situation: Situation, score: float) -> float:
    """The match that goes with a score in this mode."""
    scaled = np.array([score * situation.mode.match_scale], np.float32)
    return float(situation.rules.calibration.match(scaled)[0])


def _notes(situation: Situation, ranked: Ranked, shown: int) -> tuple[Note, ...]:
    notes = list(situation.asked.notes)
    empty = not situation.baselines.open_to(situation.viewer.library_ids).any()
    if situation.thin and not empty:
        notes.append(Note(NoteKind.THIN_HISTORY, count=situation.interactions))
    if empty:
        notes.append(Note(NoteKind.EMPTY_LIBRARY))
    elif shown < situation.asked.query.limit:
        notes.append(Note(NoteKind.NOTHING_LEFT, count=ranked.filtered_to))
    return tuple(notes)
