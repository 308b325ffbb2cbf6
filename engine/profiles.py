"""Profiles in memory: built from storage when first asked for, kept up with every fact and every catalogue."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence, Sized
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from operator import is_not
from weakref import WeakValueDictionary

from engine.catalogue import Catalogue
from engine.domain.interactions import Interaction
from engine.domain.items import MediaType
from engine.domain.taste_view import TasteView
from engine.domain.viewers import Viewer
from engine.ports.storage import Storage, UnitOfWork
from engine.snapshots import Snapshots
from engine.taste.learning import blend, build, forget, learn, restless, settle
from engine.taste.profile import TasteProfile
from engine.taste.views import taste_view
from engine.taste.weights import SHIPPED, Tuning

MOST_TITLES = 400_000
"""Titles in all the profiles kept, about 1 kB each."""
MOST_PROFILES = 6_000
"""One for each domain of each person, some 50 kB: over 1,000 people may ask in turn and none is built anew, which
takes as long as several answers."""
MANY_FACTS, MOST_ALIKE = 50_000, 100
"""Facts from which of each title only the latest so many of a kind are read: no history of a human is that long, and a
machine that plays the same titles on and on must not take half a minute of everybody's time."""
AT_ONCE = 20
"""Facts that are learned one after the other; more are left to the next build."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A profile, unblended, and how its viewer wanted their history read."""

    profile: TasteProfile
    reading: tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Blend:
    """A profile with moods of other domains, and what it was made of."""

    parts: tuple[TasteProfile, ...]
    profile: TasteProfile


class Profiles:
    """Gives the taste of a viewer, always as of the current catalogue."""

    def __init__(
        self, *, storage: Storage, snapshots: Snapshots, capacity: int = MOST_PROFILES, tuning: Tuning = SHIPPED
    ) -> None:
        self._storage, self._snapshots = storage, snapshots
        self._capacity, self._tuning = capacity, tuning
        self._kept: OrderedDict[tuple[str, MediaType], _Kept] = OrderedDict()
        self._blends: dict[tuple[str, MediaType], _Blend] = {}
        self._titles, self._drops = 0, 0
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def of(self, viewer: Viewer, domain: MediaType) -> TasteProfile:
        """The taste in a domain, with the moods of the domains it is blended with.

        On return it belongs to ``snapshots.current``; read that before awaiting anything else.
        """
        return (await self.across(viewer, [domain]))[domain]

    async def across(self, viewer: Viewer, domains: Iterable[MediaType]) -> Mapping[MediaType, TasteProfile]:
        """The taste in several domains. What is not in memory of them is built from one reading of the history."""
        wanted = tuple(domains)
        await self._make(viewer, sorted({each for domain in wanted for each in (domain, *viewer.blended_with(domain))}))
        found = {domain: await self._of(viewer, domain) for domain in wanted}
        self._trim()
        return found

    async def view(self, viewer: Viewer, domain: MediaType | None) -> TasteView:
        """The taste as its owner may look at it; ``None`` for all domains together."""
        wanted = (domain,) if domain is not None else tuple(MediaType)
        while True:
            profiles = list((await self.across(viewer, wanted)).values())
            catalogue = self._snapshots.current
            if all(profile.catalogue_version == catalogue.version for profile in profiles):
                return await asyncio.to_thread(taste_view, viewer, domain, profiles, catalogue)

    async def learned(self, viewer: Viewer, interactions: Sequence[Interaction]) -> None:
        """Take in facts that were just stored. Call it within ``guard``, before anyone else can store more."""
        await self._change(
            viewer, interactions, lambda profile, at: learn(profile, interactions, at, viewer, self._tuning)
        )

    async def forgotten(self, viewer: Viewer, interaction_ids: Iterable[str]) -> None:
        """Let go of facts that were just removed. Call it within ``guard``."""
        gone = frozenset(interaction_ids)
        await self._change(viewer, gone, lambda profile, at: forget(profile, gone, at, viewer, self._tuning))

    def drop(self, viewer_id: str) -> None:
        """Forget what is in memory of a viewer; the next question builds from storage."""
        self._drops += 1
        self._taken(viewer_id)

    @asynccontextmanager
    async def guard(self, viewer_ids: Iterable[str]) -> AsyncGenerator[None]:
        """One at a time per viewer: what is stored within is learned before anything else of theirs happens."""
        async with AsyncExitStack() as stack:
            for viewer_id in sorted(set(viewer_ids)):
                lock = self._locks.setdefault(viewer_id, asyncio.Lock())
                await stack.enter_async_context(lock)
            yield

    async def _change(
        self, viewer: Viewer, changes: Sized, change: Callable[[TasteProfile, Catalogue], TasteProfile]
    ) -> None:
        """Change every profile of the viewer's; many changes, or one for another catalogue, wait for the next build."""
        for key, kept in self._taken(viewer.id):
            if len(changes) <= AT_ONCE and self._current(kept, viewer):
                catalogue = self._snapshots.current
                profile = change(kept.profile, catalogue)
                if restless(profile):
                    profile = await asyncio.to_thread(settle, profile, catalogue, viewer, self._tuning)
                self._put(key, _Kept(profile, kept.reading))

    async def _of(self, viewer: Viewer, domain: MediaType) -> TasteProfile:
        domains = (domain, *sorted(viewer.blended_with(domain)))
        await self._make(viewer, domains)
        own, *others = [kept.profile for each in domains if (kept := self._fresh(viewer, each)) is not None]
        return self._blend((viewer.id, domain), own, others) if others else own

    async def _make(self, viewer: Viewer, domains: Sequence[MediaType]) -> None:
        while any(self._fresh(viewer, each) is None for each in domains):
            async with self.guard([viewer.id]):
                await self._build(viewer, domains)

    async def _build(self, viewer: Viewer, domains: Sequence[MediaType]) -> None:
        """Build what is not fresh, from the facts in memory or else from storage."""
        drops, catalogue = self._drops, self._snapshots.current
        stored: list[Interaction] | None = None
        for domain in domains:
            if self._fresh(viewer, domain) is not None:
                continue
            kept = self._kept.get((viewer.id, domain))
            facts = kept.profile.facts.all() if kept is not None else stored
            if facts is None:
                async with self._storage.unit() as unit:
                    facts = stored = await _history(unit, viewer.id)
            profile = await asyncio.to_thread(build, viewer, domain, facts, catalogue, self._tuning)
            if drops != self._drops:
                return
            self._put((viewer.id, domain), _Kept(profile, _reading(viewer)))

    def _fresh(self, viewer: Viewer, domain: MediaType) -> _Kept | None:
        kept = self._kept.get((viewer.id, domain))
        if kept is None or not self._current(kept, viewer):
            return None
        self._kept.move_to_end((viewer.id, domain))
        return kept

    def _current(self, kept: _Kept, viewer: Viewer) -> bool:
        return kept.profile.catalogue_version == self._snapshots.current.version and kept.reading == _reading(viewer)

    def _blend(self, key: tuple[str, MediaType], own: TasteProfile, others: Sequence[TasteProfile]) -> TasteProfile:
        """The same profile as long as its parts are the same: what follows from it is kept with it."""
        parts = (own, *others)
        known = self._blends.get(key)
        if known is None or len(known.parts) != len(parts) or any(map(is_not, known.parts, parts)):
            known = self._blends[key] = _Blend(parts, blend(own, others))
        return known.profile

    def _put(self, key: tuple[str, MediaType], kept: _Kept) -> None:
        self._pop(key)
        self._kept[key] = kept
        self._titles += len(kept.profile.titles)

    def _pop(self, key: tuple[str, MediaType]) -> _Kept | None:
        for domain in MediaType:  # whatever it is in holds on to it
            self._blends.pop((key[0], domain), None)
        kept = self._kept.pop(key, None)
        self._titles -= len(kept.profile.titles) if kept else 0
        return kept

    def _taken(self, viewer_id: str) -> list[tuple[tuple[str, MediaType], _Kept]]:
        """All of a viewer's profiles, no longer kept: should learning fail, storage has the truth."""
        keys = [(viewer_id, domain) for domain in MediaType]
        return [(key, kept) for key in keys if (kept := self._pop(key)) is not None]

    def _trim(self) -> None:
        while len(self._kept) > 1 and (len(self._kept) > self._capacity or self._titles > MOST_TITLES):
            self._pop(next(iter(self._kept)))


async def _history(unit: UnitOfWork, viewer_id: str) -> list[Interaction]:
    if await unit.interactions.count(viewer_id) > MANY_FACTS:
        return await unit.interactions.latest_alike(viewer_id, MOST_ALIKE)
    return await unit.interactions.of_viewer(viewer_id)


def _reading(viewer: Viewer) -> tuple[object, ...]:
    """What of a viewer decides how facts are read."""
    return (viewer.library_ids, viewer.history_depth, viewer.time_zone)
