"""Puts a profile together: titles, affinities, moods."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.domain.items import MediaType
from engine.taste.affinity import genre_affinity, liked_with, people_affinity
from engine.taste.appraisal import Scene, appraise
from engine.taste.clusters import MOST_ANTI, MOST_MOODS
from engine.taste.facts import Facts
from engine.taste.moods import Pool, clusters_of, place, regroup
from engine.taste.profile import MoodCluster, TasteProfile
from engine.taste.tally import Figure
from engine.taste.titles import Titles
from engine.taste.weights import MEANINGFUL


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """What a new profile takes over from the one before."""

    settled: int = -1
    """Titles in clusters when they were last grouped; -1: group now."""
    borrowed: tuple[MoodCluster, ...] = ()


def assemble(facts: Facts, domain: MediaType, scene: Scene, carried: Carried) -> TasteProfile:
    """The profile that ``facts`` make, read in ``scene``."""
    catalogue, vectors = scene.catalogue, scene.catalogue.vectors
    appraisal = appraise(facts, scene)
    titles = appraisal.titles
    worth = np.abs(titles.weight * titles.strength)
    liked = Pool(titles.rows, np.where(titles.liked, worth, 0).astype(np.float32), facts.mood)
    disliked = Pool(titles.rows, np.where(titles.disliked, worth, 0).astype(np.float32), facts.anti)
    if carried.settled < 0:
        mood, anti = regroup(liked, vectors, MOST_MOODS), regroup(disliked, vectors, MOST_ANTI)
    else:
        mood, anti = place(liked, vectors), place(disliked, vectors)
    genres = genre_affinity(titles, appraisal.genres, scene.shelf, scene.tuning.disinterest)
    met, people = people_affinity(titles, appraisal.people)
    interactions = int(facts.column(Figure.FACTS)[titles.counts_in].sum())
    return TasteProfile(
        viewer_id=scene.viewer.id,
        domain=domain,
        catalogue_version=catalogue.version,
        interactions=interactions,
        newest_at=facts.newest_at,
        meaningful=interactions >= MEANINGFUL,
        titles=titles,
        clusters=(*clusters_of(replace(liked, labels=mood), vectors, domain), *carried.borrowed),
        anti=clusters_of(replace(disliked, labels=anti), vectors, domain),
        genre_affinity=genres.affinity,
        genre_started=genres.started,
        genre_finished=genres.finished,
        genre_available=scene.shelf.genres,
        available=scene.shelf.titles,
        people_columns=met,
        people_affinity=people,
        people_titles=liked_with(titles, appraisal.people),
        hours=facts.hours,
        weekdays=facts.weekdays,
        facts=replace(facts, mood=mood, anti=anti),
        settled=clustered(titles) if carried.settled < 0 else carried.settled,
    )


def clustered(titles: Titles) -> int:
    """Titles that belong in a cluster, liked or disliked."""
    return int(np.count_nonzero(titles.liked) + np.count_nonzero(titles.disliked))
