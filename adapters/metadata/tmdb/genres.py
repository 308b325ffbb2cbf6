"""TMDB's genres by number, in its own words. They have been the same for years; unknown ones are left out."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from adapters.values import positive
from engine.domain.genres import canonical_genres

NAMES = MappingProxyType(
    {
        12: "Adventure", 14: "Fantasy", 16: "Animation", 18: "Drama", 27: "Horror", 28: "Action", 35: "Comedy",
        36: "History", 37: "Western", 53: "Thriller", 80: "Crime", 99: "Documentary", 878: "Science Fiction",
        9648: "Mystery", 10402: "Music", 10749: "Romance", 10751: "Family", 10752: "War", 10759: "Action & Adventure",
        10762: "Kids", 10763: "News", 10764: "Reality", 10765: "Sci-Fi & Fantasy", 10766: "Soap", 10767: "Talk",
        10768: "War & Politics", 10770: "TV Movie",
    }
)  # fmt: skip


def genres_of(numbers: Iterable[object]) -> tuple[str, ...]:
    """Canonical names of genres told by number."""
    return canonical_genres([NAMES[known] for number in numbers if (known := positive(number) or 0) in NAMES])
