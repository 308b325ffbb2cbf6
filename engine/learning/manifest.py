"""The outside of a saved model as JSON, and back; and what it says of its titles."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from engine.domain.items import MediaType
from engine.ports.models import Manifest, ModelKind, ModelRejected

FORMAT = 1
"""Rises when a file can no longer be read by the version before."""
LONGEST_TEXT = 500
MOST_FIGURES = 100
MOST_TITLES = 2_000_000
YEARS = range(2000, 9000)
"""In which a model may have been learned: versions sort as texts."""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
Json = object


@dataclass(frozen=True, slots=True)
class Reference:
    """A title as it can be recognised in another catalogue."""

    item_id: str
    media_type: MediaType
    title: str = ""
    year: int | None = None
    tmdb_id: int | None = None
    imdb_id: str | None = None


def manifest_json(manifest: Manifest) -> bytes:
    """For the file."""
    return json.dumps(
        {
            "format": FORMAT,
            "kind": manifest.kind,
            "created_at": manifest.created_at.isoformat(),
            "product": manifest.product,
            "source": manifest.source,
            "fingerprint": manifest.fingerprint,
            "people": manifest.people,
            "meetings": manifest.meetings,
            "titles": manifest.titles,
            "metrics": dict(manifest.metrics),
            "held_back": manifest.held_back,
        },
        indent=1,
    ).encode()


def read_manifest(text: bytes) -> Manifest:
    """Raises ModelRejected: model-newer, model-unreadable."""
    told = json_of(text)
    if not isinstance(told, dict):
        raise unreadable("manifest")
    facts = cast("Mapping[str, Json]", told)
    found = facts.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise ModelRejected("model-newer", found=found, known=FORMAT)
    try:
        return _manifest(facts)
    except (KeyError, ValueError, TypeError, OverflowError) as problem:
        raise unreadable(f"manifest: {problem}") from problem


def _manifest(facts: Mapping[str, Json]) -> Manifest:
    created_at = datetime.fromisoformat(_text(facts["created_at"]))
    fingerprint = _text(facts["fingerprint"])
    if created_at.tzinfo is None or created_at.year not in YEARS:
        raise ValueError("created_at")
    if not _FINGERPRINT.fullmatch(fingerprint) or facts["format"] != FORMAT:
        raise ValueError("fingerprint or format")
    return Manifest(
        kind=ModelKind(_text(facts["kind"])),
        created_at=created_at,
        product=_text(facts["product"]),
        source=_text(facts["source"]),
        fingerprint=fingerprint,
        people=_count(facts["people"]),
        meetings=_count(facts["meetings"]),
        titles=_count(facts["titles"]),
        metrics=_figures(facts["metrics"]),
        held_back=facts["held_back"] is True,
    )


def references_json(titles: tuple[Reference, ...]) -> bytes:
    """For the file: one row a title."""
    rows = [
        [known.item_id, known.media_type, known.title, known.year, known.tmdb_id, known.imdb_id] for known in titles
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def read_references(text: bytes) -> tuple[Reference, ...]:
    """Raises ModelRejected("model-unreadable")."""
    rows = json_of(text)
    if not isinstance(rows, list) or len(cast("list[Json]", rows)) > MOST_TITLES:
        raise unreadable("titles")
    try:
        return tuple(_reference(cast("list[Json]", row)) for row in cast("list[Json]", rows))
    except (ValueError, TypeError) as problem:
        raise unreadable(f"titles: {problem}") from problem


def _reference(row: list[Json]) -> Reference:
    item_id, media_type, title, year, tmdb_id, imdb_id = row
    return Reference(
        _text(item_id),
        MediaType(_text(media_type)),
        _text(title),
        None if year is None else _count(year),
        None if tmdb_id is None else _count(tmdb_id),
        None if imdb_id is None else _text(imdb_id),
    )


def json_of(text: bytes) -> Json:
    """Raises ModelRejected("model-unreadable")."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise unreadable("JSON") from problem


def unreadable(what: str) -> ModelRejected:
    """A model that is damaged, cut off or no model at all."""
    return ModelRejected("model-unreadable", reason=what[:LONGEST_TEXT])


def _text(value: Json) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise TypeError(f"no text: {str(value)[:40]}")
    return value


def _count(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError(f"no count: {str(value)[:40]}")
    return value


def _figures(value: Json) -> Mapping[str, float]:
    if not isinstance(value, dict) or len(cast("dict[str, Json]", value)) > MOST_FIGURES:
        raise TypeError("no figures")
    figures: dict[str, float] = {}
    for name, figure in cast("dict[str, Json]", value).items():
        if isinstance(figure, bool) or not isinstance(figure, int | float) or not math.isfinite(figure):
            raise TypeError(f"no figure: {str(figure)[:40]}")
        figures[_text(name)] = float(figure)
    return figures
