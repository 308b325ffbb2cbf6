"""Genres that are finished, and genres that are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats, among
from engine.scoring.likeness import largest_first
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.taste.tally import Figure

CITED = 2
LEAST = 0.02
"""Affinity from which a genre is worth naming."""


def raw(batch: Batch) -> Floats:
    """Mean affinity for the title's genres, -1…1; 0 where it has none."""
    by_genres = batch.context.learned.by_genres
    return batch.zeros() if by_genres is None else by_genres[batch.take(batch.context.baselines.genre_set)]


def explain(subject: Subject) -> Sequence[Evidence]:
    """Its best liked genres where it gains by them, its most avoided ones where it loses."""
    catalogue, profile = subject.context.catalogue, subject.context.profile
    columns = catalogue.genres.of(subject.row)[0]
    if not len(columns) or subject.value == 0:
        return ()
    sign = 1 if subject.value > 0 else -1
    affinity, told = profile.genre_affinity[columns] * sign, _liked if sign > 0 else _avoided
    found: list[Evidence] = []
    for place in largest_first(catalogue.genres, columns, affinity)[:CITED]:
        column, share = int(columns[place]), subject.weight * sign * float(affinity[place]) / len(columns)
        fact = told(subject, column) if affinity[place] >= LEAST else None
        if fact is not None:
            name = catalogue.genres.names[column]
            found.append(replace(fact, value=share, genres=(name,), domain=profile.domain))
    return found


def _liked(subject: Subject, column: int) -> Evidence | None:
    """How much of a genre was finished, where the figure rests on it."""
    profile, ledger = subject.context.profile, subject.context.ledger
    started, finished = int(profile.genre_started[column]), int(profile.genre_finished[column])
    if not finished or not ledger.clear(subject.raw, ledger.without_genre(subject.row, column)):
        return None
    return Evidence(EvidenceKind.GENRE_LIKED, SCORER.name, 0.0, count=finished, total=started)


def _avoided(subject: Subject, column: int) -> Evidence:
    """How little of a genre was finished, or that nothing ever was started; no figures where neither tells why."""
    catalogue, profile = subject.context.catalogue, subject.context.profile
    fact = Evidence(EvidenceKind.GENRE_AVOIDED, SCORER.name, 0.0)
    started, finished = int(profile.genre_started[column]), int(profile.genre_finished[column])
    if started:
        return replace(fact, count=finished, total=started) if 2 * finished < started else fact
    titles = profile.titles
    met = titles.rows[(titles.table[:, Figure.FACTS] > 0) & (titles.rows >= 0)]
    if among(met, catalogue.genres.having(column)).any():
        return fact  # started before what still teaches, or disliked unseen
    return replace(fact, total=int(profile.genre_available[column]))


SCORER = Scorer("genre", raw, explain)
