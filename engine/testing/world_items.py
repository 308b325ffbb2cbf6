"""One batch of the titles of a generated world: drawn as columns, then made into items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from engine.domain.genres import GENRES
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.testing.clock import START
from engine.testing.world_people import LIBRARIES
from engine.testing.world_words import COUNTRIES, LANGUAGES, NOUNS, family_name, keyword, person_name, title

CAST = 6
"""Actors of a title, at most."""
CREWS = 1_000_000
"""Numbers set aside for the people of one group."""
STUDIOS = 400
FRANCHISE = 6
"""Neighbours among which a franchise lies; one in four such places is one."""
RUNTIMES = {MediaType.MOVIE: (106, 22), MediaType.TV: (45, 12), MediaType.ANIME: (24, 6), MediaType.MANGA: (0, 0)}
TAGS = (
    frozenset[str](),
    frozenset({"4k", "hdr"}),
    frozenset({"4k"}),
    frozenset[str](),
    frozenset[str](),
    frozenset[str](),
)
UNKNOWN = 0.03
WITHOUT_VOTES = 0.15
FROM_GROUP = 0.8
"""Share of keywords and people that belong to the title's own group."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """The rows of a batch, of which the world decides."""

    ids: tuple[str, ...]
    media_types: tuple[MediaType, ...]
    groups: NDArray[np.int64]
    group_sizes: NDArray[np.int64]
    """Titles in the group of each row."""
    popularity: NDArray[np.float64]
    genres: tuple[tuple[str, ...], ...]
    """By group."""
    start: int
    """Number of the first row."""


def items_of(drawn: Drawn, rng: np.random.Generator) -> list[Item]:
    """The titles of one batch."""
    count = len(drawn.ids)
    titles = _titles(count, rng)
    years = np.clip(2026 - rng.gamma(1.6, 11, count), 1920, 2026).astype(np.int64).tolist()
    tongues: list[int] = _power_law(rng, np.full(count, len(LANGUAGES)), 3.0).tolist()
    added = rng.gamma(1.2, 400, count).tolist()
    votes = _votes(rng, drawn.popularity)
    averages = np.clip(rng.normal(6.3, 1.0, count), 1, 10).round(1).tolist()
    shelf, second, tag = rng.random((3, count)).tolist()
    genres, keywords, crews, runtimes = (
        _genres(drawn, rng),
        _keywords(drawn, rng),
        _credits(drawn, rng),
        _runtimes(drawn, rng),
    )
    return [
        Item(
            id=drawn.ids[row],
            media_type=drawn.media_types[row],
            title=titles[row][0],
            titles={"de": titles[row][1], "fr": titles[row][2]},
            synopses={"en": _synopsis(titles[row][0], keywords[row], row)},
            year=years[row],
            runtime=runtimes[row],
            genres=genres[row],
            keywords=keywords[row],
            countries=(COUNTRIES[tongues[row]],),
            language=LANGUAGES[tongues[row]],
            credits=crews[row],
            collection=_collection(drawn.start + row, drawn.media_types[row]),
            vote_average=averages[row] if votes[row] else None,
            vote_count=votes[row] or None,
            library_ids=_libraries(drawn.media_types[row], shelf[row], second[row]),
            tags=TAGS[int(tag[row] * len(TAGS))],
            added_at=START - timedelta(days=added[row]),
        )
        for row in range(count)
    ]


def _titles(count: int, rng: np.random.Generator) -> list[tuple[str, str, str]]:
    drawn = rng.integers(0, 1_000_000, (count, 2)).tolist()
    patterns = rng.integers(0, 3, count).tolist()
    return [title(first, second, pattern) for (first, second), pattern in zip(drawn, patterns, strict=True)]


def _synopsis(name: str, keywords: tuple[str, ...], row: int) -> str:
    words = " ".join(NOUNS[(row * 7 + place * 11) % len(NOUNS)][0].lower() for place in range(30))
    return f"{name}: {words}, {' and '.join(keywords[:3])}."


def _votes(rng: np.random.Generator, popularity: NDArray[np.float64]) -> list[int]:
    counts = (popularity * rng.lognormal(4.0, 1.0, len(popularity))).astype(np.int64)
    counts[rng.random(len(counts)) < WITHOUT_VOTES] = 0
    return np.minimum(counts, 40_000).tolist()


def _runtimes(drawn: Drawn, rng: np.random.Generator) -> list[int | None]:
    mean = np.array([RUNTIMES[media_type] for media_type in drawn.media_types], np.float64)
    minutes = np.clip(rng.normal(mean[:, 0], mean[:, 1] + 1e-9), 5, 400).astype(np.int64)
    known = (rng.random(len(minutes)) >= UNKNOWN) & (mean[:, 0] > 0)
    return [value if there else None for value, there in zip(minutes.tolist(), known.tolist(), strict=True)]


def _genres(drawn: Drawn, rng: np.random.Generator) -> list[tuple[str, ...]]:
    """One to three of the group's, sometimes any other."""
    numbers, others = rng.integers(1, 4, len(drawn.ids)), rng.integers(0, len(GENRES) * 4, len(drawn.ids))
    chosen: list[list[int]] = np.stack([drawn.groups, numbers, others], axis=1).tolist()
    return [
        tuple(dict.fromkeys((*drawn.genres[group][:number], *GENRES[other : other + 1])))
        for group, number, other in chosen
    ]


def _keywords(drawn: Drawn, rng: np.random.Generator) -> list[tuple[str, ...]]:
    """Up to twelve, of the group's or of the world's."""
    count = len(drawn.ids)
    own = _power_law(rng, np.repeat(20 + drawn.group_sizes[:, None] // 5, 12, axis=1), 2.0)
    own += (20 + drawn.groups[:, None]) * CREWS // 100
    common = _power_law(rng, np.full((count, 12), 20_000), 6.0)
    numbers = np.where(rng.random((count, 12)) < FROM_GROUP, own, common).tolist()
    lengths = rng.integers(2, 13, count).tolist()
    rows = zip(numbers, lengths, strict=True)
    return [tuple(dict.fromkeys(keyword(number) for number in row[:length])) for row, length in rows]


def _credits(drawn: Drawn, rng: np.random.Generator) -> list[tuple[Credit, ...]]:
    """A director (or creator, or author), a writer, a composer, a studio, and a cast; a few of them make most."""
    count = len(drawn.ids)
    seats = np.array([0.3, 0.4, 0.2, *[1.5] * CAST])
    numbers = _power_law(rng, 3 + (drawn.group_sizes[:, None] * seats).astype(np.int64), 1.8)
    home = np.where(rng.random(numbers.shape) < FROM_GROUP, drawn.groups[:, None], 0)
    numbers += home * CREWS + np.arange(len(seats)).clip(max=3) * (CREWS // 4)
    studios = _power_law(rng, np.full(count, STUDIOS), 3.0).tolist()
    casts = rng.integers(2, CAST + 1, count).tolist()
    rows = zip(drawn.media_types, numbers.tolist(), casts, studios, strict=True)
    return [_crew(media_type, row[: 3 + cast], studio) for media_type, row, cast, studio in rows]


def _crew(media_type: MediaType, numbers: list[int], studio: int) -> tuple[Credit, ...]:
    names = [person_name(number) for number in numbers]
    maker = CreditRole.DIRECTOR if media_type is MediaType.MOVIE else CreditRole.CREATOR
    if media_type is MediaType.MANGA:
        return (Credit(names[0], maker),)
    cast = (Credit(name, CreditRole.ACTOR, order) for order, name in enumerate(names[3:]))
    makers = (Credit(names[0], maker), Credit(names[1], CreditRole.WRITER), Credit(names[2], CreditRole.COMPOSER))
    return (*makers, *cast, Credit(f"{family_name(studio)} Pictures", CreditRole.STUDIO))


def _collection(row: int, media_type: MediaType) -> Collection | None:
    """Every fourth row belongs to a franchise of a few neighbours."""
    franchise, place = divmod(row, FRANCHISE)
    if franchise % 4 or media_type is not MediaType.MOVIE or place > 1 + franchise % 5:
        return None
    return Collection(f"{family_name(franchise)} Saga", place + 1)


def _libraries(media_type: MediaType, shelf: float, second: float) -> frozenset[str]:
    """Most titles stand in one library, some in two, some in none."""
    names = LIBRARIES[media_type]
    if shelf < UNKNOWN:
        return frozenset()
    first = names[int(shelf * len(names))]
    return frozenset((first, names[int(second * len(names))])) if second > 1 - UNKNOWN else frozenset((first,))


def _power_law(rng: np.random.Generator, sizes: NDArray[np.int64], steepness: float) -> NDArray[np.int64]:
    """Numbers below ``sizes``, low ones much likelier."""
    return (sizes * rng.random(sizes.shape) ** steepness).astype(np.int64)
