"""Looks around the world for titles worth having: what is talked of, and what is like what people here loved."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
from babel.core import get_global

from bot.requesting.sought import twins
from bot.syncing.recognising import listed_as, title_id
from engine.domain.acquisition import Candidate
from engine.domain.items import Item, MediaType
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.requesting.elsewhere import Elsewhere
    from bot.services import Services
    from engine.domain.viewers import Viewer
    from engine.ports.metadata import Metadata

DISCOVERED = "world.discovered"
"""Under this name storage keeps when titles were last looked for."""
EVERY = timedelta(hours=12)
SEEDS = 40
"""Loved titles that are followed in one run; the next run goes on with others."""
FOLLOWED = "world.followed"
"""Under this name storage keeps the loved titles that were followed lately, as JSON."""
REMEMBERED = 2_000
NEW_IN_A_RUN = 400
"""Titles that are looked up and taken in, at most."""
MOST = 20_000
"""Titles on no shelf; with so many of them no more are taken in."""
REGIONS = 4
AT_ONCE = 8
PATIENCE = 5
SOON = timedelta(days=14)
"""What comes out later is not worth an offer yet."""
DATED = timedelta(days=400)
"""Of what came out longer ago the year says enough."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Discovering:
    """One run takes a bounded number of questions; what was found before a trouble is kept."""

    services: Services
    metadata: Metadata
    elsewhere: Elsewhere

    async def run(self) -> int:
        """How many titles are new."""
        found = await self._found()
        known = self.services.snapshots.current.index
        await self._freshen([one for one in found if any(key in known for key in _keys(one))])
        room = min(NEW_IN_A_RUN, MOST - int(np.count_nonzero(self.services.snapshots.current.on_no_shelf())))
        fresh = [one for one in found if not any(key in known for key in _keys(one))][: max(room, 0)]
        added = await self._take_in(fresh)
        async with self.services.storage.unit() as unit:
            await unit.values.put(DISCOVERED, self.services.clock.now().isoformat())
        if found:
            await self.services.snapshots.refresh()
            await self.elsewhere.apply()
        if added:
            await self.services.snapshots.embed_missing()
        _log.info("%d titles on no shelf are new", added)
        return added

    async def _found(self) -> list[Candidate]:
        """Each title once, what is talked of first."""
        latest = self.services.clock.now() + SOON
        found = dict[str, Candidate]()
        try:
            for region in await self._regions():
                for kind in (MediaType.MOVIE, MediaType.TV):
                    self._collect(found, await self.metadata.trending(kind, region=region))
                    self._collect(found, await self.metadata.upcoming(kind, region=region))
            for seed in await self._seeds():
                listed, number = listed_as(seed)
                if number is not None:
                    self._collect(found, await self.metadata.recommended(listed, number))
                    self._collect(found, await self.metadata.similar(listed, number))
        except RecommendarrError as error:
            _log.warning("not all of the world could be looked at: %s; that goes on later", error.key)
        return [one for one in found.values() if one.released_at is None or one.released_at <= latest]

    @staticmethod
    def _collect(found: dict[str, Candidate], told: Iterable[Candidate]) -> None:
        for one in told:
            found.setdefault(title_id(one.media_type, one.media_type, one.tmdb_id), one)

    async def _regions(self) -> list[str]:
        """The world, and the countries whose languages people here speak."""
        async with self.services.storage.unit() as unit:
            locales = [viewer.locale for viewer in await unit.viewers.all()]
        return list(dict.fromkeys(("", *(region_of(one) for one in locales))))[: REGIONS + 1]

    async def _seeds(self) -> list[str]:
        """What people here loved most, each person in turn, those first that were not followed lately."""
        async with self.services.storage.unit() as unit:
            viewers = await unit.viewers.all()
            kept = await unit.values.get(FOLLOWED)
        loved = [await self._loved(viewer) for viewer in viewers]
        turns = [titles[place] for place in range(SEEDS) for titles in loved if place < len(titles)]
        lately = [str(one) for one in json.loads(kept or "[]")]
        fresh = [one for one in dict.fromkeys(turns) if one not in set(lately)]
        chosen = fresh[:SEEDS] or list(dict.fromkeys(turns))[:SEEDS]
        left = [] if not fresh else [one for one in lately if one not in set(chosen)]
        async with self.services.storage.unit() as unit:
            await unit.values.put(FOLLOWED, json.dumps([*left, *chosen][-REMEMBERED:]))
        return chosen

    async def _loved(self, viewer: Viewer) -> list[str]:
        found = list[tuple[float, str]]()
        for domain in MediaType:
            profile = await self.services.profiles.of(viewer, domain)
            titles = profile.titles
            found += [
                (float(titles.weight[place]), titles.ids[place]) for place in np.flatnonzero(titles.liked).tolist()
            ]
        return [key for _, key in sorted(found, reverse=True)[: 5 * SEEDS]]

    async def _freshen(self, known: Sequence[Candidate]) -> None:
        """Votes change quickly while a title is new; titles on shelves are not touched."""
        by_key = {key: one for one in known for key in _keys(one)}
        async with self.services.storage.unit() as unit:
            items = await unit.items.get_many(by_key)
            loose = [one for one in items.values() if not one.library_ids]
            changed = [_with_votes(item, by_key[item.id]) for item in loose]
            await unit.items.upsert([new for new, old in zip(changed, loose, strict=True) if new != old])
        await self._date([(one.id, by_key[one.id]) for one in loose])

    async def _take_in(self, fresh: Sequence[Candidate]) -> int:
        places, failures = asyncio.Semaphore(AT_ONCE), list[RecommendarrError]()

        async def one(candidate: Candidate) -> Item | None:
            async with places:
                if len(failures) >= PATIENCE:
                    return None
                try:
                    details = await self.metadata.details(
                        candidate.media_type, candidate.tmdb_id, languages=self.services.translations.locales
                    )
                except RecommendarrError as error:
                    failures.append(error)
                    return None
            return None if details is None else details.item

        answers = await asyncio.gather(*(one(candidate) for candidate in fresh))
        told = [(item, candidate) for item, candidate in zip(answers, fresh, strict=True) if item is not None]
        async with self.services.storage.unit() as unit:
            # what came to a shelf meanwhile stays as it is
            there = await unit.items.get_many([key for item, _ in told for key in twins(item.id)])
            new = [(item, one) for item, one in told if not any(key in there for key in twins(item.id))]
            await unit.items.upsert([item for item, _ in new])
            await unit.facts_read.put([item.id for item, _ in new], self.services.clock.now())
        await self._date([(item.id, one) for item, one in new])
        return len(new)

    async def _date(self, told: Iterable[tuple[str, Candidate]]) -> None:
        since = (self.services.clock.now() - DATED).date()
        days: dict[str, date] = {
            key: one.released_at.date() for key, one in told if one.released_at and one.released_at.date() >= since
        }
        if days:
            await self.elsewhere.put_released(days)


def region_of(locale: str) -> str:
    """The country of a locale, or the one in which most people speak its language; ISO 3166 alpha-2."""
    parts = locale.replace("_", "-").split("-")
    for part in parts[1:]:
        if len(part) == 2 and part.isalpha():
            return part.upper()
    likely = str(get_global("likely_subtags").get(parts[0].lower(), ""))
    return likely.rpartition("_")[2] if "_" in likely else ""


def _keys(candidate: Candidate) -> tuple[str, ...]:
    return twins(title_id(candidate.media_type, candidate.media_type, candidate.tmdb_id))


def _with_votes(item: Item, told: Candidate) -> Item:
    return replace(
        item,
        vote_average=told.vote_average if told.vote_average is not None else item.vote_average,
        vote_count=told.vote_count if told.vote_count is not None else item.vote_count,
        popularity=told.popularity or item.popularity,
    )
