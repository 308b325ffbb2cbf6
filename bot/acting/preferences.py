"""How a person wants to be served: language, history, blending, time zone."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from bot.call import Call
from engine.domain.items import MediaType
from engine.domain.records import JournalEntry
from engine.domain.viewers import HistoryDepth, Viewer


async def change_viewer(call: Call, viewer: Viewer) -> Viewer:
    """Keeps the viewer's new preferences; what was learned is read anew by them."""
    async with call.services.storage.unit() as unit:
        await unit.viewers.update(viewer)
    call.services.profiles.drop(viewer.id)
    return viewer


def kept(viewer: Viewer) -> dict[str, object]:
    """The preferences as JSON, to restore them."""
    return {
        "locale": viewer.locale,
        "history_depth": viewer.history_depth.value,
        "blends": sorted(sorted(pair) for pair in viewer.blends),
        "time_zone": viewer.time_zone,
    }


async def undo_preference(call: Call, entry: JournalEntry) -> None:
    """The preferences that the entry kept."""
    viewer, before = call.viewer, entry.undo
    if "locale" in before:
        viewer = replace(viewer, locale=str(before["locale"]))
    if "history_depth" in before:
        viewer = replace(viewer, history_depth=HistoryDepth(str(before["history_depth"])))
    if "time_zone" in before:
        viewer = replace(viewer, time_zone=str(before["time_zone"]))
    if "blends" in before:
        pairs = cast("list[list[str]]", before["blends"])
        viewer = replace(viewer, blends=frozenset(frozenset(MediaType(kind) for kind in pair) for pair in pairs))
    await change_viewer(call, viewer)
