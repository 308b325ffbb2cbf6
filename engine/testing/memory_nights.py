"""Evenings of groups in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.ports.nights import KeptNight
from engine.testing.table import Table, Undo


@dataclass(slots=True)
class NightRows:
    nights: Table[tuple[str, str], KeptNight] = field(default_factory=Table[tuple[str, str], KeptNight])
    """By platform and room."""


class MemoryNights:
    def __init__(self, rows: NightRows, undo: Undo) -> None:
        self._rows, self._undo = rows.nights, undo

    async def get(self, platform: str, room_id: str) -> KeptNight | None:
        return self._rows.get((platform, room_id))

    async def put(self, night: KeptNight) -> bool:
        key = (night.platform, night.room_id)
        known = self._rows.get(key)
        if (known.version if known else 0) != night.version:
            return False
        self._rows.put(key, replace(night, version=night.version + 1), self._undo)
        return True
