"""The engine's front door: a query in, a slate out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from engine.answering.answer import Answer, answer
from engine.answering.calibrating import MOST_ASKED, calibrate, evenly, labelled
from engine.answering.paging import ShownPicks
from engine.answering.permitted import still_permitted
from engine.answering.refusals import matches, why_not
from engine.answering.situation import Rules, Situation
from engine.candidates import Source
from engine.crowds import Crowds
from engine.discovery import discover
from engine.domain.items import Item
from engine.domain.query import Query
from engine.domain.slate import Slate, WhyNot
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.experiments.experiments import Experiments
from engine.experiments.presets import Standing
from engine.match import PRIOR, Calibration
from engine.modes import Mode
from engine.ports.clock import Clock, Ids
from engine.ports.language import Embedder
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.scoring.scorer import Scorer
from engine.situations import Asker, Situations, Sources, bounded
from engine.snapshots import Snapshots
from engine.weights import Weights
from engine.world import World


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
        self._storage, self._clock, self._ids = storage, clock, ids
        self._modes = discover("engine.modes", "MODE", Mode, key=lambda mode: mode.name)
        rules = Rules(
            scorers=discover("engine.scorers", "SCORER", Scorer, key=lambda scorer: scorer.name),
            sources=discover("engine.candidates", "SOURCE", Source, key=lambda source: source.name),
            weights=weights or Weights.shipped(),
            calibration=calibration or PRIOR,
        )
        experiments = Experiments(storage, clock, ids)
        self._situations = Situations(Sources(storage, snapshots, profiles, embedder, experiments, crowds), rules)
        self._shown = ShownPicks()

    @property
    def modes(self) -> tuple[str, ...]:
        """Names of all modes."""
        return tuple(self._modes)

    @property
    def calibration(self) -> Calibration:
        """What turns scores into matches now."""
        return self._situations.rules.calibration

    @property
    def world(self) -> World:
        """What is known of titles on no shelf; put another in its place when that changes."""
        return self._situations.world

    @world.setter
    def world(self, world: World) -> None:
        self._situations.world = world

    async def recommend(self, query: Query) -> Slate:
        """The slate for ``query``, stored under a new id.

        Raises InvalidQuery: unknown-mode, unknown-viewer, unknown-item, seed-missing, negative-limit.
        """
        now = self._clock.now()
        mode = self._mode(query)
        asker = await self._situations.asker(query, now)
        query = bounded(query, asker.viewer, now)
        situation = await self._situations.of(query, mode, asker)
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
        asker = await self._situations.asker(query, now)
        query = bounded(query, asker.viewer, now)
        situation = await self._situations.of(query, self._modes["tonight"], asker)
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
        asker = await self._situations.asker(query, now)
        query = bounded(query, asker.viewer, now)
        situation = await self._situations.of(query, self._modes["tonight"], asker)
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
            query = bounded(Query(viewer.id), viewer, now)
            situation = await self._situations.of(query, self._modes["tonight"], Asker(viewer, {}, None))
            for score, was_liked in await asyncio.to_thread(labelled, situation):
                scores.append(score)
                liked.append(was_liked)
        calibration = calibrate(scores, liked)
        self._situations.rules = replace(self._situations.rules, calibration=calibration)
        return calibration

    def _mode(self, query: Query) -> Mode:
        mode = self._modes.get(query.mode)
        if mode is None:
            raise InvalidQuery("unknown-mode", mode=query.mode)
        if query.limit < 0 or query.attempt < 0:
            raise InvalidQuery("negative-limit")
        return mode

    async def _store(self, situation: Situation, result: Answer, now: datetime, standing: Standing) -> Slate:
        """Check once more what may be shown, and keep the answer."""
        query = situation.asked.query
        async with self._storage.unit(lasting=False) as unit:
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
            await self._situations.asker(replace(query, viewer_id=one.id), now) if one.id else Asker(one, {}, None)
            for one in viewers
        ]
        return await self._situations.together(askers, bounded(query, askers[0].viewer, now), mode, shelves)
