"""Gathers what a query is answered from: who asks, what is known of them, and one catalogue for all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from engine.answering.answer import OUTSIDE_SHELVES
from engine.answering.situation import Rules, Situation
from engine.catalogue import Catalogue
from engine.crowds import Crowds
from engine.domain.interactions import Hiding
from engine.domain.items import MediaType
from engine.domain.query import Query
from engine.domain.slate import Slate
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery, SourceUnavailable
from engine.experiments.experiments import Experiments
from engine.experiments.presets import OUTSIDE, Standing
from engine.modes import Mode, Surroundings
from engine.ports.language import Embedder
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.scoring.baselines import Baselines, baselines_of
from engine.snapshots import Snapshots
from engine.taste.facts import zone_of
from engine.taste.profile import TasteProfile
from engine.world import World, WorldColumns

MOST_PICKS = 200
"""Per slate; a query that asks for more gets so many."""
MOST_ATTEMPTS = 100_000
TRIES = 5
"""Times that profiles are asked for again when the catalogue was swapped in between."""
EPOCH = date(1970, 1, 1)
EXPERIMENTAL = "tonight"
"""The mode that experiments are about."""


@dataclass(frozen=True, slots=True, eq=False)
class Asker:
    """What storage knows of who asks."""

    viewer: Viewer
    hidings: Mapping[str, Hiding]
    latest: Slate | None
    standing: Standing = OUTSIDE


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Where it is gathered from."""

    storage: Storage
    snapshots: Snapshots
    profiles: Profiles
    embedder: Embedder
    experiments: Experiments
    crowds: Crowds | None = None


class Situations:
    """Gathers them; works out the baselines of each catalogue once."""

    def __init__(self, sources: Sources, rules: Rules) -> None:
        self._sources = sources
        self.rules = rules
        """Those of answers to come; put others in their place when they change."""
        self.world = World()
        """What is known of titles on no shelf, likewise."""
        self._baselines: Baselines | None = None
        self._swapping = asyncio.Lock()
        self._columns: tuple[Catalogue, World, WorldColumns] | None = None

    async def asker(self, query: Query, now: datetime) -> Asker:
        """Who asks. Raises InvalidQuery: unknown-viewer."""
        async with self._sources.storage.unit() as unit:
            viewer = await unit.viewers.get(query.viewer_id)
            if viewer is None:
                raise InvalidQuery("unknown-viewer", viewer=query.viewer_id)
            hidings = await unit.hidings.of_viewer(query.viewer_id, now)
            latest = await unit.slates.latest(query.viewer_id, query.place) if query.attempt else None
            tried = query.mode == EXPERIMENTAL
            standing = await self._sources.experiments.standing(unit, viewer.id) if tried else OUTSIDE
        return Asker(viewer, {hiding.item_id: hiding for hiding in hidings}, latest, standing)

    async def of(self, query: Query, mode: Mode, asker: Asker, shelves: Iterable[frozenset[str]] = ()) -> Situation:
        """What a ``bounded`` query is answered from; titles open by each of ``shelves`` alone are understood by name.

        Raises InvalidQuery, as the mode does, and SourceUnavailable: catalogue-changing.
        """
        viewer = asker.viewer
        baselines, profiles = await self._learned(viewer)
        on = query.on or EPOCH
        visible = baselines.open_to(viewer.library_ids) | baselines.no_shelf
        for library_ids in shelves:
            visible = visible & (baselines.open_to(library_ids) | baselines.no_shelf)
        around = Surroundings(
            catalogue=baselines.catalogue,
            titles=self._sources.snapshots.titles,
            visible=visible,
            embedder=self._sources.embedder,
            embedded_share=self._sources.snapshots.embedded_share,
            today=(on - EPOCH).days,
            date=on,
            world=self._on(baselines.catalogue) if mode.source == OUTSIDE_SHELVES else None,
        )
        asked = await mode.understand(query, around)
        crowd = self._sources.crowds.of(baselines.catalogue) if self._sources.crowds is not None else None
        rules = asker.standing.rules(self.rules)
        return Situation(viewer, mode, asked, baselines, profiles, rules, asker.hidings, crowd)

    async def together(
        self, askers: Sequence[Asker], query: Query, mode: Mode, shelves: Sequence[frozenset[str]] = ()
    ) -> tuple[Situation, ...]:
        """The same for several people, all of one catalogue; ``query`` is ``bounded``, whoever's it is."""
        for _ in range(TRIES):
            found = [await self.of(query, mode, askers[0], shelves)]
            first = found[0]
            for asker in askers[1:]:
                baselines, profiles = await self._learned(asker.viewer)
                asked = replace(first.asked, query=replace(first.asked.query, viewer_id=asker.viewer.id))
                found.append(
                    replace(
                        first,
                        viewer=asker.viewer,
                        asked=asked,
                        baselines=baselines,
                        profiles=profiles,
                        hidings=asker.hidings,
                    )
                )
            if len({one.baselines.catalogue.version for one in found}) == 1:
                return tuple(found)
        raise SourceUnavailable("catalogue-changing", retry_after=5)

    async def _learned(self, viewer: Viewer) -> tuple[Baselines, Mapping[MediaType, TasteProfile]]:
        """Baselines, as far as they may be felt by ``viewer``, and profiles of one and the same catalogue."""
        for _ in range(TRIES):
            baselines = await self._current()
            version = baselines.catalogue.version
            profiles = await self._sources.profiles.across(viewer, baselines.domain_rows)
            if all(profile.catalogue_version == version for profile in profiles.values()):
                seen = baselines.known_with(viewer.library_ids)
                return seen or await asyncio.to_thread(baselines.seen_with, viewer.library_ids), profiles
        raise SourceUnavailable("catalogue-changing", retry_after=5)

    async def _current(self) -> Baselines:
        catalogue, known = self._sources.snapshots.current, self._baselines
        if known is not None and known.catalogue is catalogue:
            return known
        async with self._swapping:
            known = self._baselines
            if known is None or known.catalogue is not catalogue:
                known = self._baselines = await asyncio.to_thread(baselines_of, catalogue)
        return known

    def _on(self, catalogue: Catalogue) -> WorldColumns:
        """Worked out once per catalogue and world."""
        known = self._columns
        if known is None or known[0] is not catalogue or known[1] is not self.world:
            known = self._columns = catalogue, self.world, self.world.on(catalogue)
        return known[2]


def bounded(query: Query, viewer: Viewer, now: datetime) -> Query:
    """The query within its limits, with its date by the viewer's clock."""
    return replace(
        query,
        on=query.on or now.astimezone(zone_of(viewer.time_zone)).date(),
        limit=min(query.limit, MOST_PICKS),
        attempt=min(query.attempt, MOST_ATTEMPTS),
    )
