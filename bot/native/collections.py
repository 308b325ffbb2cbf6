"""“Recommendarr Picks”: a collection in a library, for everybody who may open it.

Nothing personal goes into it: titles are ordered by what the world thinks of them, and by how many people here saw
them to the end, where those are at least three.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from bot.native.keeping import COLLECTIONS, Kept, Put, recall, remember
from bot.native.turns import in_turn
from bot.playing.servers import Serving, servers
from bot.syncing.shelves import prefix
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.services import Services
    from engine.catalogue import Catalogue
    from engine.domain.items import Library

_log = logging.getLogger(__name__)
NAME = "Recommendarr Picks"
LENGTH = 25
EVERY = timedelta(hours=24)
CROWD = 3
"""So few people finishing a title would tell of each of them."""
EACH, MOST = 0.02, 10
"""What one more person who finished it adds to a quality of 0–1, and how many count."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the collection of one library."""

    library: str
    count: int = 0
    trouble: RecommendarrError | None = None
    library_id: str = ""


async def want(services: Services, *, wanted: bool) -> list[Outcome]:
    """Switch them on or off; at once in every library."""
    async with in_turn(COLLECTIONS):
        async with services.storage.unit() as unit:
            await remember(unit, COLLECTIONS, replace(await recall(unit, COLLECTIONS), wanted=wanted))
        return await _fit(services, force=True)


async def push(services: Services) -> list[Outcome]:
    """Make them anew where they are switched on."""
    async with in_turn(COLLECTIONS):
        return await _fit(services, force=True)


async def keep_up(services: Services) -> None:
    """Those that are a day old."""
    async with in_turn(COLLECTIONS):
        for outcome in await _fit(services, force=False):
            if outcome.trouble is not None:
                _log.info("the collection of %s stays as it is: %s", outcome.library, outcome.trouble.key)


def picks(catalogue: Catalogue, library_id: str) -> list[str]:
    """The titles of a library that most people should like, the best first."""
    rows = np.flatnonzero(catalogue.open_to(frozenset({library_id})))
    finished = catalogue.popularity[rows]
    crowd = np.where(finished >= CROWD, np.minimum(finished, MOST), 0)
    score = np.nan_to_num(catalogue.quality[rows].astype(np.float64), nan=0.0) + EACH * crowd
    known = score > 0
    rows, score = rows[known], score[known]
    best = np.lexsort((rows, -score))[:LENGTH]
    return [catalogue.ids[int(row)] for row in rows[best]]


async def _fit(services: Services, *, force: bool) -> list[Outcome]:
    async with services.storage.unit() as unit:
        kept = await recall(unit, COLLECTIONS)
        if not kept.wanted and not kept.put:
            return []
        here = await servers(services, unit)
        libraries = {library.id: library for library in await unit.libraries.all()}
    outcomes = list[Outcome]()
    for library_id, library in sorted(libraries.items()):
        serving = next((one for one in here.values() if library_id.startswith(prefix(one.vendor, one.id))), None)
        if serving is not None and _is_due(services, library_id, kept, force=force):
            outcomes.append(await _in(services, serving, library, kept))
    return outcomes


def _is_due(services: Services, library_id: str, kept: Kept, *, force: bool) -> bool:
    before = kept.put.get(library_id)
    if not kept.wanted:
        return before is not None
    return force or before is None or services.clock.now() - before.at >= EVERY


async def _in(services: Services, serving: Serving, library: Library, kept: Kept) -> Outcome:
    section = library.id.removeprefix(prefix(serving.vendor, serving.id))
    keys = await _keys(services, serving, library.id, section) if kept.wanted else []
    before = kept.put.get(library.id)
    try:
        if keys or (before is not None and before.count):
            speak = services.translations.to(services.settings.locale)
            await serving.server.put_collection(section, NAME, keys, speak.text("push-collection-summary"))
    except RecommendarrError as error:
        return Outcome(library.name, trouble=error, library_id=library.id)
    async with services.storage.unit() as unit:
        now = await recall(unit, COLLECTIONS)
        put = {key: one for key, one in now.put.items() if key != library.id}
        if kept.wanted:
            put[library.id] = Put(services.clock.now(), len(keys))
        await remember(unit, COLLECTIONS, replace(now, put=put))
    return Outcome(library.name, len(keys), library_id=library.id)


async def _keys(services: Services, serving: Serving, library_id: str, section: str) -> list[str]:
    """On the shelf of that very library, as it stands now."""
    wanted = picks(services.snapshots.current, library_id)
    async with services.storage.unit() as unit:
        stored = await unit.server_items.of_items(wanted)
    found = [
        copy.key
        for item_id in wanted
        for copy in stored.get(item_id, ())
        if copy.server == serving.id and copy.section == section
    ]
    return list(dict.fromkeys(found))
