"""The device a person plays on unless they say otherwise."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from bot.services import Services
    from engine.ports.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Chosen:
    """As it was when it was chosen."""

    code: str
    name: str
    formats: frozenset[str] = frozenset()


async def chosen(unit: UnitOfWork, viewer_id: str) -> Chosen | None:
    """None where the person has chosen none."""
    kept = await unit.values.get(_name(viewer_id)) if viewer_id else None
    if not kept:
        return None
    told = cast("dict[str, object]", json.loads(kept))
    formats = told.get("formats")
    listed = cast("list[object]", formats) if isinstance(formats, list) else []
    return Chosen(str(told.get("code", "")), str(told.get("name", "")), frozenset(map(str, listed)))


async def choose(services: Services, viewer_id: str, device: Chosen | None) -> None:
    """None: none any more."""
    told = (
        ""
        if device is None
        else json.dumps({"code": device.code, "name": device.name, "formats": sorted(device.formats)})
    )
    async with services.storage.unit() as unit:
        await unit.values.put(_name(viewer_id), told)


def _name(viewer_id: str) -> str:
    return f"device.{viewer_id}"
