"""How long after the end of a playback the next answer differs: reported over HTTP, as Tautulli does it."""

from __future__ import annotations

import asyncio
import json
from time import perf_counter

from bot.bench._bench import Figures, percentiles, say
from bot.media.opening import Media
from bot.services import Services
from bot.web.server import start_server
from engine.domain.query import Query

EVENTS = 40
PATIENCE = 30.0
"""Seconds after which an answer is taken for unchanged."""


async def events_told(media: Media, secret: str) -> Figures:
    """People watch their first pick to its end; milliseconds from sending that report to an answer without it.

    Asking again and again takes a part of the time: it is the whole answer, of which one in passing is thrown away.
    """
    import aiohttp  # noqa: PLC0415 - only who asks for it pays for it

    services = media.services
    server = await start_server(services, "127.0.0.1", 0, [media.door.add_routes])
    waits, unchanged = list[float](), 0
    try:
        async with aiohttp.ClientSession(headers={"X-Recommendarr-Secret": secret}) as session:
            for number, (viewer_id, account_id) in enumerate(await _watchers(services)):
                if (playback := await _playback(services, viewer_id, account_id, number)) is None:
                    continue
                item_id, body = playback
                began = perf_counter()
                async with session.post(f"{server.url}/hooks/tautulli", data=body) as answer:
                    answer.raise_for_status()
                if await _gone(services, viewer_id, item_id, began):
                    waits.append(perf_counter() - began)
                else:
                    unchanged += 1
    finally:
        await server.close()
    figures = percentiles(waits or [0.0])
    return {"events": len(waits), "events_unchanged": unchanged} | {f"event_{name}": ms for name, ms in figures.items()}


async def _watchers(services: Services) -> list[tuple[str, str]]:
    """Viewer and account of everybody, in turns, so many times as there are events."""
    say("ends of playbacks …")
    async with services.storage.unit() as unit:
        known = [
            (viewer.id, one.account.id)
            for viewer in await unit.viewers.all()
            for one in await unit.server_accounts.of_viewer(viewer.id)
        ]
    for viewer_id, _ in known:
        await services.recommender.recommend(Query(viewer_id))  # the first answer after a start reads the history
    return known * (EVENTS // max(len(known), 1))


async def _playback(services: Services, viewer_id: str, account_id: str, number: int) -> tuple[str, bytes] | None:
    """The first film among somebody's picks, and the report that it was seen; None where there is none."""
    slate = await services.recommender.recommend(Query(viewer_id))
    async with services.storage.unit() as unit:
        copies = await unit.server_items.of_items([pick.item_id for pick in slate.picks])
    keys = ((pick.item_id, one.key) for pick in slate.picks for one in copies.get(pick.item_id, ()))
    item_id, key = next(keys, ("", ""))
    if not item_id:
        return None
    stopped = int(services.clock.now().timestamp()) - number
    told = {
        "event": "stop", "media_type": "movie", "user_id": account_id, "machine_id": "bench", "rating_key": key,
        "started": str(stopped - 5_400), "stopped": str(stopped), "progress_percent": "97", "player": "Bench",
    }  # fmt: skip
    return item_id, json.dumps(told).encode()


async def _gone(services: Services, viewer_id: str, item_id: str, began: float) -> bool:
    while perf_counter() - began < PATIENCE:
        slate = await services.recommender.recommend(Query(viewer_id))
        if all(pick.item_id != item_id for pick in slate.picks):
            return True
        await asyncio.sleep(0)
    return False
