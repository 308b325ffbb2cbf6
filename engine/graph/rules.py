"""What follows from a title's words and its place in a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue

BROADER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "slasher": ("horror",), "zombie": ("horror",), "vampire": ("horror",), "body horror": ("horror",),
        "folk horror": ("horror",), "found footage": ("horror",), "haunted house": ("supernatural",),
        "supernatural": ("fantasy",), "space opera": ("science fiction", "adventure"),
        "cyberpunk": ("science fiction",), "dystopia": ("science fiction",), "time travel": ("science fiction",),
        "post-apocalyptic": ("dystopia",), "steampunk": ("science fiction", "fantasy"), "mecha": ("science fiction",),
        "sword and sorcery": ("fantasy", "adventure"), "fairy tale": ("fantasy",),
        "heist": ("crime",), "gangster": ("crime",), "mafia": ("gangster",), "yakuza": ("gangster",),
        "neo-noir": ("film noir",), "film noir": ("crime",), "whodunit": ("mystery",), "detective": ("mystery",),
        "serial killer": ("thriller", "crime"), "psychological thriller": ("thriller",), "spy": ("thriller",),
        "martial arts": ("action",), "kung fu": ("martial arts",), "wuxia": ("martial arts", "history"),
        "samurai": ("martial arts", "history"), "superhero": ("action",), "swashbuckler": ("adventure",),
        "romantic comedy": ("romance", "comedy"), "screwball comedy": ("romantic comedy",), "parody": ("comedy",),
        "black comedy": ("comedy",), "mockumentary": ("comedy",), "stop motion": ("animation",),
        "biography": ("history",), "period drama": ("drama", "history"), "coming of age": ("drama",),
        "spaghetti western": ("western",), "musical": ("music",), "world war ii": ("war",), "vietnam war": ("war",),
    }
)  # fmt: skip
"""Subgenre or theme to what it is a kind of, folded."""


def broader(words: Iterable[str]) -> frozenset[str]:
    """Everything that genres and keywords imply: a slasher is horror, a yakuza film is crime. Folded."""
    own = {word.casefold() for word in words}
    found: set[str] = set()
    waiting = list(own)
    while waiting:
        for wider in BROADER.get(waiting.pop(), ()):
            if wider not in found:
                found.add(wider)
                waiting.append(wider)
    return frozenset(found - own)


def implied_genres(catalogue: Catalogue, row: int) -> tuple[str, ...]:
    """Genres of the catalogue that a title is not listed under but that its words imply, sorted."""
    own = catalogue.genres.names_of(row)
    wider = broader((*own, *catalogue.keywords.names_of(row)))
    return tuple(sorted(name for name in catalogue.genres.names if name.casefold() in wider and name not in own))


def series(catalogue: Catalogue, row: int, visible: NDArray[np.bool_]) -> tuple[int, ...]:
    """Visible titles of the same series and kind in order: as given, by year where an order is missing."""
    number = int(catalogue.collection[row])
    if number < 0 or not visible[row]:
        return ()
    same = (catalogue.collection == number) & (catalogue.media_type == catalogue.media_type[row]) & visible
    rows = np.flatnonzero(same)
    order = catalogue.collection_order[rows].astype(np.int64)
    if (order <= 0).any():
        order = np.where(catalogue.year[rows] > 0, catalogue.year[rows], 32_767)
    return tuple(int(one) for one in rows[np.lexsort((rows, order))])


def before(catalogue: Catalogue, row: int, visible: NDArray[np.bool_]) -> tuple[int, ...]:
    """What of its series comes before a title."""
    found = series(catalogue, row, visible)
    return found[: found.index(row)] if row in found else ()


def after(catalogue: Catalogue, row: int, visible: NDArray[np.bool_]) -> tuple[int, ...]:
    """What of its series comes after a title."""
    found = series(catalogue, row, visible)
    return found[found.index(row) + 1 :] if row in found else ()
