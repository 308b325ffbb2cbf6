"""“Recommended For You”: a person's own playlist on the servers where they have signed in.

It holds what the engine would recommend to them at that moment, of what they may open there, and nobody else sees it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.native.keeping import Kept, Put, playlist_of, recall, remember
from bot.native.turns import in_turn
from bot.playing.copies import is_open, open_copies
from bot.playing.keys import own_key
from bot.playing.servers import Serving, servers
from bot.syncing.shelves import prefix
from engine.domain.people import Standing
from engine.domain.query import Filters, Query
from engine.errors import RecommendarrError, SourceRejected

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.viewers import Viewer

_log = logging.getLogger(__name__)
NAME = "Recommended For You"
LENGTH = 20
EVERY = timedelta(hours=24)
PLACE = "native:playlist"
"""Where the engine is asked from: numbers typed in a chat never mean these picks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the playlist on one server."""

    name: str
    count: int = 0
    trouble: RecommendarrError | None = None


async def want(services: Services, viewer: Viewer, *, wanted: bool) -> list[Outcome]:
    """Switch it on or off; at once on every server."""
    async with in_turn(viewer.id):
        async with services.storage.unit() as unit:
            kept = await recall(unit, playlist_of(viewer.id))
            await remember(unit, playlist_of(viewer.id), replace(kept, wanted=wanted))
        return await _fit(services, viewer, force=True)


async def push(services: Services, viewer: Viewer) -> list[Outcome]:
    """Make it anew where it is switched on."""
    async with in_turn(viewer.id):
        return await _fit(services, viewer, force=True)


async def keep_up(services: Services) -> None:
    """Everybody's: those that are a day old, and those whose person may open other libraries than then."""
    async with services.storage.unit() as unit:
        everybody = await unit.viewers.all()
    for viewer in everybody:
        async with in_turn(viewer.id):
            for outcome in await _fit(services, viewer, force=False):
                if outcome.trouble is not None:
                    _log.info("a playlist on %s stays as it is: %s", outcome.name, outcome.trouble.key)


async def withdraw(services: Services, viewer_id: str, server_id: str, key: str) -> None:
    """Take it away with a key that is about to be forgotten."""
    async with in_turn(viewer_id):
        async with services.storage.unit() as unit:
            kept = await recall(unit, playlist_of(viewer_id))
            serving = (await servers(services, unit)).get(server_id)
        if server_id not in kept.put:
            return
        try:
            if serving is not None:
                await serving.server.put_playlist(key, NAME, [], "")
        except RecommendarrError as error:
            _log.warning("a playlist could not be taken away: %s", error.key)
        await _note(services, viewer_id, server_id, None)


async def _fit(services: Services, viewer: Viewer, *, force: bool) -> list[Outcome]:
    async with services.storage.unit() as unit:
        kept = await recall(unit, playlist_of(viewer.id))
        if not kept.wanted and not kept.put:
            return []
        here = await servers(services, unit)
        welcome = await unit.people.standing(viewer.id) is Standing.ACTIVE
        keys = {server_id: await own_key(services, unit, viewer.id, server_id) for server_id in here}
    outcomes = list[Outcome]()
    for server_id, serving in here.items():
        wanted = kept.wanted and welcome and bool(keys[server_id])
        if not wanted and server_id not in kept.put:
            continue
        if wanted and not force and not await _is_due(services, viewer, serving, kept):
            continue
        outcomes.append(await _on(services, viewer, serving, keys[server_id], wanted=wanted))
    return outcomes


async def _is_due(services: Services, viewer: Viewer, serving: Serving, kept: Kept) -> bool:
    before, libraries = kept.put.get(serving.id), _libraries(viewer, serving)
    if before is None or services.clock.now() - before.at >= EVERY or before.libraries != libraries:
        return True
    async with services.storage.unit() as unit:
        there = await unit.server_items.get(serving.id, before.keys)
    # a title may have been moved to another library
    return any(key not in there or not is_open(there[key], libraries) for key in before.keys)


async def _on(services: Services, viewer: Viewer, serving: Serving, key: str, *, wanted: bool) -> Outcome:
    try:
        chosen, open_now = await _titles(services, viewer.id, serving) if wanted else ([], frozenset[str]())
        if key:
            speak = services.translations.to(viewer.locale)
            await serving.server.put_playlist(key, NAME, chosen, speak.text("push-playlist-summary"))
    except RecommendarrError as error:
        if isinstance(error, SourceRejected) and not wanted:
            await _note(services, viewer.id, serving.id, None)  # nobody has a key to it any more
        return Outcome(serving.name, trouble=error)
    # An empty list is remembered, so that it is not made anew every time it is looked at.
    put = Put(services.clock.now(), len(chosen), open_now, tuple(chosen)) if wanted else None
    await _note(services, viewer.id, serving.id, put)
    return Outcome(serving.name, len(chosen))


async def _titles(services: Services, viewer_id: str, serving: Serving) -> tuple[list[str], frozenset[str]]:
    """Keys of what is recommended of this server, and the libraries that were open; both as of now."""
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(viewer_id)
    libraries = _libraries(viewer, serving) if viewer is not None else frozenset[str]()
    if not libraries:
        return [], libraries
    query = Query(viewer_id, "tonight", Filters(library_ids=libraries), limit=LENGTH, place=PLACE)
    picks = [pick.item_id for pick in (await services.recommender.recommend(query)).picks]
    permitted = await services.recommender.permitted(viewer_id, picks)
    async with services.storage.unit() as unit:
        copies = await open_copies(services, unit, libraries, permitted)
    keys = [copy.key for item_id in picks for copy in copies.of(item_id)[:1]]
    return list(dict.fromkeys(keys)), libraries


def _libraries(viewer: Viewer, serving: Serving) -> frozenset[str]:
    of_server = prefix(serving.vendor, serving.id)
    return frozenset(library for library in viewer.library_ids if library.startswith(of_server))


async def _note(services: Services, viewer_id: str, server_id: str, put: Put | None) -> None:
    async with services.storage.unit() as unit:
        kept = await recall(unit, playlist_of(viewer_id))
        others: Mapping[str, Put] = {key: one for key, one in kept.put.items() if key != server_id}
        now = {**others, server_id: put} if put is not None else others
        await remember(unit, playlist_of(viewer_id), replace(kept, put=now))
