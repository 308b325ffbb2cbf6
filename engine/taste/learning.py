"""Learning and unlearning: every fact counts at once, and taking it back leaves no trace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.domain.interactions import Interaction
from engine.domain.items import MediaType
from engine.domain.viewers import Viewer
from engine.taste.appraisal import Scene
from engine.taste.assembly import Carried, assemble, clustered
from engine.taste.facts import Facts, gather
from engine.taste.moods import lighten
from engine.taste.profile import MoodCluster, TasteProfile
from engine.taste.shelf import Shelf, shelf_of
from engine.taste.weights import SHIPPED, Tuning

GROWTH, GROWTH_LEAST = 0.3, 2
"""Clusters are due anew when the titles in them changed by this share, and by more than so many."""


def build(
    viewer: Viewer,
    domain: MediaType,
    interactions: Iterable[Interaction],
    catalogue: Catalogue,
    tuning: Tuning = SHIPPED,
) -> TasteProfile:
    """The profile from nothing; facts of other domains are left out."""
    own = [fact for fact in interactions if domain_of(fact.item_id, catalogue) is domain]
    return assemble(gather(own, viewer.time_zone), domain, _scene(catalogue, viewer, domain, tuning), Carried())


def learn(
    profile: TasteProfile,
    interactions: Sequence[Interaction],
    catalogue: Catalogue,
    viewer: Viewer,
    tuning: Tuning = SHIPPED,
) -> TasteProfile:
    """The profile with more facts; those it knows already, or of other domains, change nothing.

    Equals ``build`` with all facts, but that titles keep their place in the clusters (see ``restless``).
    """
    own = [fact for fact in interactions if domain_of(fact.item_id, catalogue) is profile.domain]
    return _again(profile, profile.facts.adding(own), catalogue, viewer, tuning)


def forget(
    profile: TasteProfile,
    interaction_ids: Iterable[str],
    catalogue: Catalogue,
    viewer: Viewer,
    tuning: Tuning = SHIPPED,
) -> TasteProfile:
    """The profile as if these facts had never been; unknown ids change nothing."""
    return _again(profile, profile.facts.removing(interaction_ids), catalogue, viewer, tuning)


def without(
    profile: TasteProfile,
    item_ids: Iterable[str],
    catalogue: Catalogue,
    viewer: Viewer,
    tuning: Tuning = SHIPPED,
) -> TasteProfile:
    """The profile with these titles teaching nothing, though still known to have been watched."""
    muted = frozenset(item_ids)
    scene = Scene(catalogue, viewer, _shelf(profile), tuning, muted)
    gone = catalogue.rows_of(sorted(muted))
    borrowed = tuple(
        left for cluster in borrowed_by(profile) if (left := lighten(cluster, gone, catalogue.vectors)) is not None
    )
    return assemble(profile.facts, profile.domain, scene, Carried(profile.settled, borrowed))


def settle(profile: TasteProfile, catalogue: Catalogue, viewer: Viewer, tuning: Tuning = SHIPPED) -> TasteProfile:
    """The profile with its clusters grouped anew: what ``build`` would give."""
    scene = Scene(catalogue, viewer, _shelf(profile), tuning)
    return assemble(profile.facts, profile.domain, scene, Carried(-1, borrowed_by(profile)))


def restless(profile: TasteProfile) -> bool:
    """Whether so much was learned since the clusters were grouped that they are due anew."""
    return abs(clustered(profile.titles) - profile.settled) > max(GROWTH * profile.settled, GROWTH_LEAST)


def blend(profile: TasteProfile, others: Iterable[TasteProfile]) -> TasteProfile:
    """The profile with the moods of other domains beside its own; nothing else of theirs."""
    borrowed = [cluster for other in others for cluster in other.clusters if cluster.domain is other.domain]
    own = tuple(cluster for cluster in profile.clusters if cluster.domain is profile.domain)
    return replace(profile, clusters=(*own, *borrowed))


def borrowed_by(profile: TasteProfile) -> tuple[MoodCluster, ...]:
    """The moods that came from other domains."""
    return tuple(cluster for cluster in profile.clusters if cluster.domain is not profile.domain)


def domain_of(item_id: str, catalogue: Catalogue) -> MediaType | None:
    """The domain of a title, from the catalogue or, before it is known there, from its id."""
    if (row := catalogue.index.get(item_id)) is not None:
        return MEDIA_TYPES[int(catalogue.media_type[row])]
    prefix = item_id.partition(":")[0]
    return MediaType(prefix) if prefix in MEDIA_TYPES else None


def _again(profile: TasteProfile, facts: Facts, catalogue: Catalogue, viewer: Viewer, tuning: Tuning) -> TasteProfile:
    if facts is profile.facts:
        return profile
    grew = profile.catalogue_version == catalogue.version and len(facts.places) >= len(profile.titles)
    scene = Scene(catalogue, viewer, _shelf(profile), tuning, rows=profile.titles.rows if grew else None)
    return assemble(facts, profile.domain, scene, Carried(profile.settled, borrowed_by(profile)))


def _scene(catalogue: Catalogue, viewer: Viewer, domain: MediaType, tuning: Tuning) -> Scene:
    return Scene(catalogue, viewer, shelf_of(catalogue, viewer, domain), tuning)


def _shelf(profile: TasteProfile) -> Shelf:
    return Shelf(profile.available, profile.genre_available)
