"""What the feed's address asks for, read forgivingly: what makes no sense is left out, never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from multidict import MultiMapping

from engine.domain.genres import GENRES
from engine.domain.items import MediaType
from engine.domain.query import Filters

LONGEST_TEXT = 300
_ID = re.compile(r"[^\x00-\x1f]{1,200}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_MODE = re.compile(r"[a-z][a-z-]{0,30}\Z")
_SLATE = re.compile(r"[A-Za-z0-9_-]{8,60}\Z")
_SURE = {"medium": 0.5, "high": 0.75}


@dataclass(frozen=True, slots=True)
class Asked:
    """The feed's address, taken apart."""

    mode: str = "tonight"
    text: str = ""
    seed_item_id: str | None = None
    filters: Filters = field(default_factory=Filters)
    sureness: str = ""
    """“medium”, “high” or nothing, as the form knows it."""
    attempt: int = 0
    slate_id: str | None = None
    """A slate shown before, to be shown again."""

    @property
    def filter_count(self) -> int:
        """How many filters bound this feed."""
        filters = self.filters
        spans = (filters.year_from or filters.year_to, filters.runtime_to, filters.minimum_confidence)
        sets = (filters.media_types, filters.genres, filters.languages, filters.library_ids)
        return sum(1 for one in (*spans, *sets) if one)

    def address(self, **changes: object) -> str:
        """The feed's address with ``changes``; what is not said stays."""
        changed = replace(self, **changes)  # pyright: ignore[reportArgumentType] - field names of this class
        pairs = [pair for pair in changed.pairs() if pair[1]]
        return "/?" + urlencode(pairs) if pairs else "/"

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values as the form sends them, empty ones too."""
        filters = self.filters
        several = {
            "type": filters.media_types,
            "genre": filters.genres,
            "language": filters.languages,
            "library": filters.library_ids,
        }
        return [
            ("mode", self.mode),
            ("text", self.text),
            ("from", self.seed_item_id or ""),
            *((name, str(value)) for name, values in several.items() for value in sorted(values)),
            ("year_from", str(filters.year_from or "")),
            ("year_to", str(filters.year_to or "")),
            ("runtime_to", str(filters.runtime_to or "")),
            ("sure", self.sureness),
            ("attempt", str(self.attempt or "")),
            ("slate", self.slate_id or ""),
        ]


def read_asked(params: MultiMapping[str]) -> Asked:
    """The address of a feed. Unknown names, garbage and figures out of range are as good as not there."""
    sureness = params.get("sure", "")
    return Asked(
        mode=_matching(_MODE, params.get("mode")) or "tonight",
        text=" ".join(params.get("text", "")[:LONGEST_TEXT].split()),
        seed_item_id=_matching(_ID, params.get("from")),
        filters=Filters(
            media_types=frozenset(MediaType(one) for one in _many(params, "type") if one in set(MediaType)),
            genres=frozenset(_many(params, "genre")) & frozenset(GENRES),
            languages=frozenset(one for one in _many(params, "language") if _LANGUAGE.match(one)),
            library_ids=frozenset(one for one in _many(params, "library") if _ID.match(one)),
            year_from=_whole(params, "year_from", 1870, 2200),
            year_to=_whole(params, "year_to", 1870, 2200),
            runtime_to=_whole(params, "runtime_to", 1, 1_000),
            minimum_confidence=_SURE.get(sureness),
        ),
        sureness=sureness if sureness in _SURE else "",
        attempt=_whole(params, "attempt", 0, 500) or 0,
        slate_id=_matching(_SLATE, params.get("slate")),
    )


def _many(params: MultiMapping[str], name: str) -> list[str]:
    return params.getall(name, [])[:40]


def _matching(pattern: re.Pattern[str], value: str | None) -> str | None:
    return value if value and pattern.match(value) else None


def _whole(params: MultiMapping[str], name: str, low: int, high: int) -> int | None:
    value = params.get(name, "").strip()
    if not (value.isascii() and value.isdigit() and len(value) <= 5):
        return None
    return int(value) if low <= int(value) <= high else None
