"""Profiles as their owner may look at them: only what they did themselves, only titles they may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType
from engine.domain.taste_view import GenreTaste, HistoryEntry, Mood, PersonTaste, TasteView
from engine.domain.viewers import Viewer
from engine.taste.mood_words import mood_words
from engine.taste.profile import MoodCluster, TasteProfile
from engine.taste.tally import Figure, starts
from engine.taste.weights import MEANINGFUL

MOST_PEOPLE = 40
MOST_OF_A_MOOD = 12


def taste_view(
    viewer: Viewer, domain: MediaType | None, profiles: Sequence[TasteProfile], catalogue: Catalogue
) -> TasteView:
    """One view of one or several domains; ``profiles`` belong to ``catalogue``."""
    interactions = sum(profile.interactions for profile in profiles)
    times = [
        start
        for profile in profiles
        for item_id in _visible(profile, viewer, catalogue)
        for start in starts(profile.facts.by_title[item_id], profile.facts.zone)
    ]
    return TasteView(
        viewer_id=viewer.id,
        domain=domain,
        interactions=interactions,
        meaningful=interactions >= MEANINGFUL,
        genres=_genres(profiles, catalogue),
        people=_people(profiles, viewer, catalogue),
        moods=_moods(profiles, viewer, catalogue),
        disliked=_disliked(profiles),
        history=_history(profiles, viewer, catalogue),
        hours=_counts((hour for _, hour in times), 24),
        weekdays=_counts((weekday for weekday, _ in times), 7),
    )


def _visible(profile: TasteProfile, viewer: Viewer, catalogue: Catalogue) -> list[str]:
    titles = profile.titles
    visible = catalogue.visible_rows(viewer.library_ids, titles.rows)
    return [item_id for item_id, shown in zip(titles.ids, visible, strict=True) if shown]


def _genres(profiles: Sequence[TasteProfile], catalogue: Catalogue) -> tuple[GenreTaste, ...]:
    """Loved first; over several domains the affinity is the mean by titles started."""
    started = np.sum([profile.genre_started for profile in profiles], axis=0)
    finished = np.sum([profile.genre_finished for profile in profiles], axis=0)
    weights = np.array([profile.genre_started + 1 for profile in profiles])
    affinity = np.sum([profile.genre_affinity for profile in profiles] * weights, axis=0) / weights.sum(axis=0)
    told = [
        GenreTaste(name, round(float(affinity[column]), 4), int(started[column]), int(finished[column]))
        for column, name in enumerate(catalogue.genres.names)
        if started[column] or affinity[column]
    ]
    return tuple(sorted(told, key=lambda genre: (-genre.affinity, genre.genre)))


def _people(profiles: Sequence[TasteProfile], viewer: Viewer, catalogue: Catalogue) -> tuple[PersonTaste, ...]:
    """Those with liked titles behind them, best first, with those titles."""
    visible = catalogue.visible_to(viewer.library_ids)
    affinity: defaultdict[int, float] = defaultdict(float)
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for profile in profiles:
        best = np.argsort(-profile.people_affinity, kind="stable")[: 4 * MOST_PEOPLE]
        for place in best[profile.people_affinity[best] > 0].tolist():
            column = int(profile.people_columns[place])
            if column in profile.people_titles:
                affinity[column] = max(affinity[column], float(profile.people_affinity[place]))
                rows[column] += profile.people_titles[column].tolist()
    chosen = sorted(affinity, key=lambda column: (-affinity[column], catalogue.people.names[column]))[:MOST_PEOPLE]
    return tuple(
        PersonTaste(
            name=catalogue.people.names[column],
            role=catalogue.role_of(column, visible),
            affinity=round(affinity[column], 4),
            item_ids=tuple(catalogue.ids[row] for row in rows[column]),
        )
        for column in chosen
    )


def _moods(profiles: Sequence[TasteProfile], viewer: Viewer, catalogue: Catalogue) -> tuple[Mood, ...]:
    own = [cluster for profile in profiles for cluster in profile.clusters if cluster.domain is profile.domain]
    mass = sum(cluster.mass for cluster in own)
    moods: list[Mood] = []
    visible = catalogue.visible_to(viewer.library_ids)
    for cluster in sorted(own, key=lambda cluster: -cluster.mass):
        typical: list[int] = _typical(cluster, catalogue)[:MOST_OF_A_MOOD].tolist()
        genres = mood_words(catalogue.genres, cluster.members, cluster.weights, 3, visible)
        keywords = mood_words(catalogue.keywords, cluster.members, cluster.weights, 6, visible)
        moods.append(Mood(tuple(catalogue.ids[row] for row in typical), genres, keywords, cluster.mass / mass))
    return tuple(moods)


def _typical(cluster: MoodCluster, catalogue: Catalogue) -> NDArray[np.int64]:
    """Members, the nearest to the cluster first."""
    if catalogue.vectors is None:
        return cluster.members
    near = cluster.similarity(catalogue.vectors.exact(cluster.members))
    return cluster.members[np.lexsort((cluster.members, -near))]


def _disliked(profiles: Sequence[TasteProfile]) -> tuple[str, ...]:
    found = [
        (float(profile.titles.last[place]), profile.titles.ids[place])
        for profile in profiles
        for place in np.flatnonzero(profile.titles.disliked).tolist()
    ]
    return tuple(item_id for _, item_id in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def _history(profiles: Sequence[TasteProfile], viewer: Viewer, catalogue: Catalogue) -> tuple[HistoryEntry, ...]:
    entries = [
        HistoryEntry(
            item_id, fact.at, fact.kind, fact.completion, fact.rating,
            int(profile.titles.table[profile.titles.places[item_id], Figure.FINISHES]),
        )
        for profile in profiles
        for item_id in _visible(profile, viewer, catalogue)
        for fact in profile.facts.by_title[item_id]
        if fact.kind is not InteractionKind.SKIP
    ]  # fmt: skip
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.item_id), reverse=True))


def _counts(places: Iterable[int], size: int) -> tuple[int, ...]:
    counts: list[int] = np.bincount(np.fromiter(places, np.int64), minlength=size).tolist()
    return tuple(counts)
