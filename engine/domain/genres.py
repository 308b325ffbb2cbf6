"""The canonical genres and the spellings under which other services know them."""

from __future__ import annotations

from types import MappingProxyType

GENRES = (
    "Action", "Adventure", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Family", "Fantasy",
    "Film Noir", "History", "Horror", "Music", "Mystery", "Romance", "Science Fiction", "Thriller", "War", "Western",
)  # fmt: skip

SPELLINGS = MappingProxyType(
    {
        "sci-fi": "Science Fiction",
        "scifi": "Science Fiction",
        "children": "Family",
        "kids": "Family",
        "musical": "Music",
        "film-noir": "Film Noir",
        "biography": "History",
        "suspense": "Thriller",
    }
)
COMPOUND = MappingProxyType(
    {
        "sci-fi & fantasy": ("Science Fiction", "Fantasy"),
        "action & adventure": ("Action", "Adventure"),
        "war & politics": ("War", "Drama"),
    }
)
NOT_GENRES = frozenset({"imax", "(no genres listed)", "tv movie", "short", "adult"})
_BY_FOLDED = {genre.casefold(): genre for genre in GENRES}


def canonical_genres(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """``names`` in our spelling, in order, without repeats; unknown ones stay as they are."""
    found: dict[str, None] = {}
    for name in names:
        folded = name.strip().casefold()
        if not folded or folded in NOT_GENRES:
            continue
        for genre in COMPOUND.get(folded) or (_BY_FOLDED.get(folded) or SPELLINGS.get(folded) or name.strip(),):
            found[genre] = None
    return tuple(found)
