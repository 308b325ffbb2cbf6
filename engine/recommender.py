"""The engine's front door: a query in, a slate out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from engine.answering.answer import OUTSIDE_SHELVES, Answer, answer
from engine.answering.calibrating import MOST_ASKED, calibrate, evenly, labelled
from engine.answering.paging import ShownPicks
from engine.answering.permitted import still_permitted
from engine.answering.refusals import matches, why_not
from engine.answering.situation import Rules, Situation
from engine.candidates import Source
from engine.catalogue import Catalogue
from engine.crowds import Crowds
from engine.discovery import discover
from engine.domain.interactions import Hiding
from engine.domain.items import Item, MediaType
from engine.domain.query import Query
from engine.domain.slate import Slate, WhyNot
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery, SourceUnavailable
from engine.experiments.experiments import Experiments
from engine.experiments.presets import OUTSIDE, Standing
from engine.match import PRIOR, Calibration
from engine.modes import Mode, Surroundings
from engine.ports.clock import Clock, Ids
from engine.ports.language import Embedder
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.scoring.baselines import Baselines, baselines_of
from engine.scoring.scorer import Scorer
from engine.snapshots import Snapshots
from engine.taste.facts import zone_of
from engine.taste.profile import TasteProfile
from engine.weights import Weights
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
class _Asker:
    """What storage knows of who asks."""

    viewer: Viewer
    hidings: Mapping[str, Hiding]
    latest: Slate | None
    standing: Standing = OUTSIDE


class Recommender:
    """Answers queries from the current snapshot and the viewers' profiles, and stores what it answered."""

    def __init__(  # noqa: PLR0913 - the parts it is put together from
        self,
        *,
        storage: Storage,
        snapshots: Snapshots,
        profiles: Profiles,
        embedder: Embedder,
        clock: Clock,
        ids: Ids,
        weights: Weights | None = None,
        calibration: Calibration | None = None,
        crowds: Crowds | None = None,
    ) -> None:
        self._storage, self._snapshots, self._profiles = storage, snapshots, profiles
        self._embedder, self._clock, self._ids = embedder, clock, ids
        self._crowds = crowds
        self._experiments = Experiments(storage, clock, ids)
        self._modes = discover("engine.modes", "MODE", Mode, key=lambda mode: mode.name)
        self._rules = Rules(
            scorers=discover("engine.scorers", "SCORER", Scorer, key=lambda scorer: scorer.name),
            sources=discover("engine.candidates", "SOURCE", Source, key=lambda source: source.name),
            weights=weights or Weights.shipped(),
            calibration=calibration or PRIOR,
        )
        self._baselines: Baselines | None = None
        self._swapping = asyncio.Lock()
        self._shown = ShownPicks()
        self._world = World()
        self._columns: tuple[Catalogue, World, WorldColumns] | None = None

    @property
    def modes(self) -> tuple[str, ...]:
        """Names of all modes."""
        return tuple(self._modes)

    @property
    def calibration(self) -> Calibration:
        """What turns scores into matches now."""
        return self._rules.calibration

    @property
    def world(self) -> World:
        """What is known of titles on no shelf; put another in its place when that changes."""
        return self._world

    @world.setter
    def world(self, world: World) -> None:
        self._world = world

    async def recommend(self, query: Query) -> Slate:
        """The slate for ``query``, stored under a new id.

        Raises InvalidQuery: unknown-mode, unknown-viewer, unknown-item, seed-missing, negative-limit.
        """
        now = self._clock.now()
        mode = self._mode(query)
        asker = await self._asker(query, now)
        query = self._bounded(query, asker.viewer, now)
        situation = await self._situation(query, mode, asker)
        catalogue = situation.baselines.catalogue
        barred = catalogue.rows_of(sorted(self._shown.before(query, asker.latest)))
        result = await asyncio.to_thread(answer, situation, barred)
        slate = await self._store(situation, result, now, asker.standing)
        self._shown.note(query, (pick.item_id for pick in slate.picks))
        return slate

    async def why_not(self, viewer_id: str, item_id: str, *, on: date | None = None) -> WhyNot:
        """Why the title is not among tonight's picks. One that may not be seen is as unknown as one that is missing."""
        now = self._clock.now()
        query = Query(viewer_id, on=on)
        asker = await self._asker(query, now)
        query = self._bounded(query, asker.viewer, now)
        situation = await self._situation(query, self._modes["tonight"], asker)
        row = situation.baselines.catalogue.index.get(item_id)
        if row is None or not (
            situation.baselines.open_to(asker.viewer.library_ids)[row] or situation.baselines.no_shelf[row]
        ):
            raise InvalidQuery("unknown-item", item=item_id)
        return await asyncio.to_thread(why_not, situation, row)

    async def breakdown(self, viewer_id: str, item_id: str) -> WhyNot:
        """What speaks for and against a title, for its own page."""
        return await self.why_not(viewer_id, item_id)

    async def matches(self, viewer_id: str, item_ids: Sequence[str]) -> dict[str, float]:
        """How likely the viewer likes each title once they watch it, by id; unknown and closed titles are left out."""
        now = self._clock.now()
        query = Query(viewer_id)
        asker = await self._asker(query, now)
        query = self._bounded(query, asker.viewer, now)
        situation = await self._situation(query, self._modes["tonight"], asker)
        catalogue, baselines = situation.baselines.catalogue, situation.baselines
        visible = baselines.open_to(asker.viewer.library_ids) | baselines.no_shelf
        rows = catalogue.rows_of(dict.fromkeys(item_ids))
        rows = rows[visible[rows]]
        found = await asyncio.to_thread(matches, situation, rows)
        return {catalogue.ids[int(row)]: float(match) for row, match in zip(rows, found, strict=True)}

    async def permitted(self, viewer_id: str, item_ids: Iterable[str]) -> frozenset[str]:
        """Which of the titles may be shown to the viewer now, by what storage says at this moment."""
        return frozenset(await self.permitted_items(viewer_id, item_ids))

    async def permitted_items(self, viewer_id: str, item_ids: Iterable[str]) -> dict[str, Item]:
        """The same with the titles themselves, as they are at this moment."""
        wanted = sorted(set(item_ids))
        async with self._storage.unit() as unit:
            viewer = await unit.viewers.get(viewer_id)
            items = await unit.items.get_many(wanted)
        if viewer is None:
            return {}
        mine = viewer.library_ids
        return {item.id: item for item in items.values() if not item.library_ids or item.library_ids & mine}

    async def calibrate(self) -> Calibration:
        """Fit the match on what people here liked and disliked; the prior stays where too little is known."""
        now = self._clock.now()
        async with self._storage.unit() as unit:
            viewers = await unit.viewers.all()
        scores: list[float] = []
        liked: list[bool] = []
        for viewer in evenly(viewers, MOST_ASKED):
            query = self._bounded(Query(viewer.id), viewer, now)
            situation = await self._situation(query, self._modes["tonight"], _Asker(viewer, {}, None))
            for score, was_liked in await asyncio.to_thread(labelled, situation):
                scores.append(score)
                liked.append(was_liked)
        self._rules = replace(self._rules, calibration=calibrate(scores, liked))
        return self._rules.calibration

    def _mode(self, query: Query) -> Mode:
        mode = self._modes.get(query.mode)
        if mode is None:
            raise InvalidQuery("unknown-mode", mode=query.mode)
        if query.limit < 0 or query.attempt < 0:
            raise InvalidQuery("negative-limit")
        return mode

    def _bounded(self, query: Query, viewer: Viewer, now: datetime) -> Query:
        return replace(
            query,
            on=query.on or now.astimezone(zone_of(viewer.time_zone)).date(),
            limit=min(query.limit, MOST_PICKS),
            attempt=min(query.attempt, MOST_ATTEMPTS),
        )

    async def _asker(self, query: Query, now: datetime) -> _Asker:
        async with self._storage.unit() as unit:
            viewer = await unit.viewers.get(query.viewer_id)
            if viewer is None:
                raise InvalidQuery("unknown-viewer", viewer=query.viewer_id)
            hidings = await unit.hidings.of_viewer(query.viewer_id, now)
            latest = await unit.slates.latest(query.viewer_id, query.place) if query.attempt else None
            tried = query.mode == EXPERIMENTAL
            standing = await self._experiments.standing(unit, viewer.id) if tried else OUTSIDE
        return _Asker(viewer, {hiding.item_id: hiding for hiding in hidings}, latest, standing)

    async def _situation(
        self, query: Query, mode: Mode, asker: _Asker, shelves: Iterable[frozenset[str]] = ()
    ) -> Situation:
        viewer = asker.viewer
        baselines, profiles = await self._learned(viewer)
        on = query.on or EPOCH
        visible = baselines.open_to(viewer.library_ids) | baselines.no_shelf
        for library_ids in shelves:
            visible = visible & (baselines.open_to(library_ids) | baselines.no_shelf)
        around = Surroundings(
            catalogue=baselines.catalogue,
            titles=self._snapshots.titles,
            visible=visible,
            embedder=self._embedder,
            embedded_share=self._snapshots.embedded_share,
            today=(on - EPOCH).days,
            date=on,
            world=self._on(baselines.catalogue) if mode.source == OUTSIDE_SHELVES else None,
        )
        asked = await mode.understand(query, around)
        crowd = self._crowds.of(baselines.catalogue) if self._crowds is not None else None
        rules = asker.standing.rules(self._rules)
        return Situation(viewer, mode, asked, baselines, profiles, rules, asker.hidings, crowd)

    def _on(self, catalogue: Catalogue) -> WorldColumns:
        """Worked out once per catalogue and world."""
        known = self._columns
        if known is None or known[0] is not catalogue or known[1] is not self._world:
            known = self._columns = catalogue, self._world, self._world.on(catalogue)
        return known[2]

    async def _learned(self, viewer: Viewer) -> tuple[Baselines, Mapping[MediaType, TasteProfile]]:
        """Baselines, as far as they may be felt by ``viewer``, and profiles of one and the same catalogue."""
        for _ in range(TRIES):
            baselines = await self._current()
            version = baselines.catalogue.version
            profiles = {domain: await self._profiles.of(viewer, domain) for domain in baselines.domain_rows}
            if all(profile.catalogue_version == version for profile in profiles.values()):
                seen = baselines.known_with(viewer.library_ids)
                return seen or await asyncio.to_thread(baselines.seen_with, viewer.library_ids), profiles
        raise SourceUnavailable("catalogue-changing", retry_after=5)

    async def _current(self) -> Baselines:
        catalogue, known = self._snapshots.current, self._baselines
        if known is not None and known.catalogue is catalogue:
            return known
        async with self._swapping:
            known = self._baselines
            if known is None or known.catalogue is not catalogue:
                known = self._baselines = await asyncio.to_thread(baselines_of, catalogue)
        return known

    async def _store(self, situation: Situation, result: Answer, now: datetime, standing: Standing) -> Slate:
        """Check once more what may be shown, and keep the answer."""
        query = situation.asked.query
        async with self._storage.unit() as unit:
            viewer = await unit.viewers.get(query.viewer_id)
            allowed = viewer.library_ids if viewer is not None else frozenset[str]()
            picks = tuple(still_permitted(situation, result.picks, allowed))
            newest = [profile.newest_at for profile in situation.profiles.values() if profile.newest_at is not None]
            slate = Slate(
                id=self._ids.new(),
                query=query,
                picks=picks,
                generated_at=now,
                profile_at=max(newest, default=None),
                candidates=result.considered,
                filtered_to=result.filtered_to,
                notes=result.notes,
                catalogue_version=situation.baselines.catalogue.version,
                arms=standing.arms,
            )
            await unit.slates.add(slate)
        return slate

    async def situations(
        self, viewers: Sequence[Viewer], query: Query, shelves: Sequence[frozenset[str]] = ()
    ) -> tuple[Situation, ...]:
        """What ``query`` is answered from for several people at once, all of one catalogue; a viewer without id is new.

        Only titles that are open by each of ``shelves`` are understood where the query names one.
        """
        now, mode = self._clock.now(), self._mode(query)
        askers = [
            await self._asker(replace(query, viewer_id=one.id), now) if one.id else _Asker(one, {}, None)
            for one in viewers
        ]
        for _ in range(TRIES):
            found = [await self._situation(self._bounded(query, askers[0].viewer, now), mode, askers[0], shelves)]
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
