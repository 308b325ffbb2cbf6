"""Makes a model of what was read from a file, with the ids of the titles here."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from engine.learning.packing import Contents, made_of
from engine.learning.recognising import TitlesHere, recognised
from engine.ports.models import ModelKind, ModelRejected

if TYPE_CHECKING:
    from engine.learning.crowd import Crowd
    from engine.ports.storage import Storage


async def fitted(contents: Contents, storage: Storage) -> Crowd:
    """The model; a public one knows its titles by our ids, found by their ids elsewhere, else by name and year.

    Raises ModelRejected: model-unreadable, model-other-catalogue.
    """
    if contents.manifest.kind is ModelKind.HOUSEHOLD:
        return await asyncio.to_thread(_made, contents)
    here = await titles_here(storage)
    return await asyncio.to_thread(_renamed, contents, here)


async def titles_here(storage: Storage) -> TitlesHere:
    """Our titles, to be recognised."""
    here = TitlesHere()
    async with storage.unit() as unit:
        async for batch in unit.items.stream():
            await asyncio.to_thread(here.note, batch)
    return here


def _made(contents: Contents) -> Crowd:
    from engine.learning.crowd import Crowd  # noqa: PLC0415 - what learns is only read where there is a model

    return made_of(Crowd, contents.arrays, contents.facts)


def _renamed(contents: Contents, here: TitlesHere) -> Crowd:
    from engine.learning.sharing import renamed  # noqa: PLC0415

    crowd = _made(contents)
    if tuple(title.item_id for title in contents.titles) != crowd.item_ids:
        raise ModelRejected("model-unreadable", reason="titles")
    return renamed(crowd, recognised(contents.titles, here))
