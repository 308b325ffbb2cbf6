"""Keeps what the match was fitted on between starts."""

from __future__ import annotations

import json
from dataclasses import asdict

from engine.match import Calibration
from engine.ports.storage import Storage

_NAME = "match-calibration"


async def stored_calibration(storage: Storage) -> Calibration | None:
    """The last fit; None where there is none, or one that cannot be read (it is made again)."""
    async with storage.unit() as work:
        text = await work.values.get(_NAME)
    if text is None:
        return None
    try:
        return Calibration(**json.loads(text))
    except (ValueError, TypeError):
        return None


async def store_calibration(storage: Storage, calibration: Calibration) -> None:
    """For the next start."""
    async with storage.unit() as work:
        await work.values.put(_NAME, json.dumps(asdict(calibration)))
