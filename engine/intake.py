"""The only way facts enter: checked, stored, then learned, in this order."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.ports.clock import Clock, Ids
from engine.ports.storage import Storage, UnitOfWork
from engine.profiles import Profiles
from engine.snapshots import Snapshots

HIDDEN_MONTHS = 4


class Intake:
    """Takes facts in and back, and hides titles."""

    def __init__(self, *, storage: Storage, profiles: Profiles, snapshots: Snapshots, clock: Clock, ids: Ids) -> None:
        self._storage, self._profiles, self._snapshots = storage, profiles, snapshots
        self._clock, self._ids = clock, ids

    async def record(self, interactions: Sequence[Interaction]) -> int:
        """Store and learn; how many were new. All or none are stored, and the same fact again changes nothing.

        Raises InvalidQuery for an unknown viewer or a figure out of range. Titles may be unknown: they begin to
        teach when they arrive. Times ahead of the clock are taken as now.
        """
        now = self._clock.now()
        facts = [checked(fact, now) for fact in interactions]
        if not facts:
            return 0
        viewer_ids = {fact.viewer_id for fact in facts}
        async with self._profiles.guard(viewer_ids):
            async with self._storage.unit() as unit:
                viewers = [await _viewer(unit, viewer_id) for viewer_id in sorted(viewer_ids)]
                fresh = await unit.interactions.add(facts)
            for viewer in viewers:
                if own := [fact for fact in fresh if fact.viewer_id == viewer.id]:
                    await self._profiles.learned(viewer, own)
        return len(fresh)

    async def tell(
        self, viewer_id: str, item_id: str, kind: InteractionKind, *, rating: float | None = None, source: str = "local"
    ) -> Interaction:
        """Record one fact that happens now, and give it back."""
        now = self._clock.now()
        fact = Interaction(self._ids.new(), viewer_id, item_id, kind, now, rating=rating, source=source)
        await self.record([fact])
        return checked(fact, now)

    async def retract(self, interaction_ids: Iterable[str]) -> None:
        """Remove facts and what was learned of them; unknown ids change nothing."""
        ids = list(dict.fromkeys(interaction_ids))
        async with self._storage.unit() as unit:
            found = [fact for interaction_id in ids if (fact := await unit.interactions.get(interaction_id))]
        of_viewer: defaultdict[str, list[str]] = defaultdict(list)
        for fact in found:
            of_viewer[fact.viewer_id].append(fact.id)
        async with self._profiles.guard(of_viewer):
            async with self._storage.unit() as unit:
                await unit.interactions.remove([fact.id for fact in found])
                viewers = [await unit.viewers.get(viewer_id) for viewer_id in of_viewer]
            for viewer in viewers:
                if viewer is not None:
                    await self._profiles.forgotten(viewer, of_viewer[viewer.id])

    async def rename(self, item_id: str, to: str) -> int:
        """Let what was done with one title be done with another: it turned out to be that; how many facts."""
        async with self._storage.unit() as unit:
            moved = await unit.interactions.move(item_id, to)
            viewers = await unit.viewers.all()
        for viewer in viewers if moved else ():
            self._profiles.drop(viewer.id)
        return moved

    async def hide(self, viewer_id: str, item_id: str) -> Hiding:
        """Keep a title away for four calendar months from now; hiding it again begins anew.

        Raises InvalidQuery, for a title the viewer may not see exactly as for one that does not exist.
        """
        now = self._clock.now()
        async with self._storage.unit() as unit:
            viewer = await _viewer(unit, viewer_id)
            catalogue = self._snapshots.current
            if not catalogue.visible_rows(viewer.library_ids, catalogue.rows_of([item_id])).any():
                raise InvalidQuery("unknown-item", item=item_id)
            hiding = Hiding(viewer_id, item_id, now, months_later(now, HIDDEN_MONTHS))
            await unit.hidings.put(hiding)
        return hiding

    async def unhide(self, viewer_id: str, item_id: str) -> bool:
        """Let a hidden title return; False where it was not hidden (any more)."""
        now = self._clock.now()
        async with self._storage.unit() as unit:
            hiding = await unit.hidings.remove(viewer_id, item_id)
        return hiding is not None and now < hiding.until


def months_later(moment: datetime, months: int) -> datetime:
    """The same day and time ``months`` on, or the last day of a shorter month."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def checked(fact: Interaction, now: datetime) -> Interaction:
    """The fact in UTC and not ahead of ``now``. Raises InvalidQuery where a figure makes no sense."""
    if not fact.id or not fact.item_id or not fact.viewer_id:
        raise InvalidQuery("incomplete-interaction")
    if fact.at.tzinfo is None:
        raise InvalidQuery("time-without-zone")
    if fact.completion is not None and not 0 <= fact.completion <= 1:
        raise InvalidQuery("completion-out-of-range")
    _check_rating(fact)
    at = min(fact.at.astimezone(UTC), now)
    ended = _zoned(fact.ended_at)
    return replace(
        fact,
        at=at,
        ended_at=ended if ended is not None and ended >= at else None,
        available_at=_zoned(fact.available_at),
    )


def _check_rating(fact: Interaction) -> None:
    if fact.kind is InteractionKind.RATING and fact.rating is None:
        raise InvalidQuery("rating-out-of-range")
    if fact.rating is not None and not 1 <= fact.rating <= 10:
        raise InvalidQuery("rating-out-of-range")


def _zoned(moment: datetime | None) -> datetime | None:
    """In UTC; a moment that does not say where it is tells nothing."""
    return None if moment is None or moment.tzinfo is None else moment.astimezone(UTC)


async def _viewer(unit: UnitOfWork, viewer_id: str) -> Viewer:
    viewer = await unit.viewers.get(viewer_id)
    if viewer is None:
        raise InvalidQuery("unknown-viewer", viewer=viewer_id)
    return viewer
