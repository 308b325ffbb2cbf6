"""Which of several services a title is asked of: the one its owner set apart for just such titles goes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.domain.acquisition import Takes
from engine.domain.items import MediaType

if TYPE_CHECKING:
    from engine.domain.items import Item
    from engine.ports.acquisition import Requests

CHILDRENS = "Family"
"""The genre of films for the family and of series for children."""
_NARROWEST_FIRST = tuple(Takes)


@dataclass(frozen=True, slots=True)
class Sort:
    """What tells titles apart that owners get in different places."""

    media_type: MediaType
    """As services are asked for it: an anime film is a MOVIE there, an anime series ANIME."""
    anime: bool = False
    children: bool = False


def kind_asked(listed: MediaType, key: str) -> MediaType:
    """What a service is asked for: an anime film is a film there, an anime series is anime."""
    if listed is MediaType.MOVIE:
        return MediaType.MOVIE
    return MediaType.ANIME if is_anime(key) else MediaType.TV


def sort_of(listed: MediaType, key: str, told: Item | None) -> Sort:
    """Of the title ``key``, by what is known of it."""
    genres = told.genres if told is not None else ()
    return Sort(kind_asked(listed, key), anime=is_anime(key), children=CHILDRENS in genres)


def is_anime(key: str) -> bool:
    """Whether that is the id of an anime."""
    return key.startswith(f"{MediaType.ANIME}:")


def place(requests: Requests, sort: Sort) -> int | None:
    """How far down the line a service stands for such a title, 0 the first; None where it is not asked for it."""
    takes = requests.rules.takes
    fits = {Takes.NOTHING: False, Takes.ANIME: sort.anime, Takes.CHILDREN: sort.children, Takes.USUAL: not sort.anime}
    if sort.media_type not in requests.takes or not fits.get(takes, True):
        return None
    return _NARROWEST_FIRST.index(takes)
