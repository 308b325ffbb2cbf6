"""The built-in catalogue: real titles, with synopses of our own."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.importing.catalogue import read_item
from engine.domain.items import Item, Library, MediaType

FOLDER = Path(__file__).parent / "catalogue"
LIBRARIES = (
    Library("films", "Films", MediaType.MOVIE),
    Library("family", "Family films", MediaType.MOVIE),
    Library("series", "Series", MediaType.TV),
    Library("family-series", "Children's series", MediaType.TV),
    Library("anime", "Anime", MediaType.ANIME),
    Library("family-anime", "Family anime", MediaType.ANIME),
    Library("anime-adult", "Anime for adults", MediaType.ANIME),
    Library("manga", "Manga", MediaType.MANGA),
    Library("manga-adult", "Manga for adults", MediaType.MANGA),
)
NEWEST_DAYS = 10
OLDEST_DAYS = 900


def records() -> list[tuple[str, dict[str, Any]]]:
    """Every line of the catalogue with the place it stands at."""
    return [
        (f"{path.name}:{number}", json.loads(line))
        for path in sorted(FOLDER.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def digest() -> str:
    """Changes when the catalogue does, so that a demo made with an older one is brought up to date."""
    whole = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.jsonl")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def items(now: datetime) -> list[Item]:
    """The titles, each put on its shelf some time in the last years (the same time at every call on one day)."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return [replace(item, added_at=midnight - _age(item.id)) for item in (read_item(record) for _, record in records())]


def _age(item_id: str) -> timedelta:
    chance = int.from_bytes(hashlib.sha256(item_id.encode()).digest()[:4]) / 2**32
    return timedelta(days=NEWEST_DAYS + round(chance**0.7 * (OLDEST_DAYS - NEWEST_DAYS)))
