"""A request while it is being read: wishes in the order of the text, the later overruling the earlier."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from engine.domain.items import MediaType
from engine.domain.query import Filters
from engine.mood.request import MoodRequest, Relative
from engine.mood.tones import TONES

Key = TypeVar("Key")
Value = TypeVar("Value")

_SHORT_AT_MOST, _LONG_AT_LEAST = 95, 140
_OLD_YEARS, _NEW_YEARS = 30, 6
_TOO_HARSH_FOR_CHILDREN = frozenset({"Horror"})


class Stand(Enum):
    """How a genre is meant."""

    ONLY = "only"
    UP = "up"
    DOWN = "down"
    NONE = "none"


class Draft:
    """Collects wishes. Whoever speaks last about a thing is heard."""

    def __init__(self, this_year: int) -> None:
        self._this_year = this_year
        self._references: dict[str, bool] = {}
        self._unknown: dict[str, None] = {}
        self._tones: dict[str, bool] = {}
        self._genres: dict[str, Stand] = {}
        self._types: dict[MediaType, bool] = {}
        self._places: dict[str, bool] = {}
        self._people: dict[str, bool] = {}
        self._keywords: dict[str, bool] = {}
        self._typed: dict[str, str] = {}
        self.said = ""
        """As typed, what the next wishes are read from."""
        self._family = False
        self._relative: dict[Relative, None] = {}
        self._runtime: tuple[int | None, int | None] = (None, None)
        self._years: tuple[int | None, int | None] = (None, None)

    def like(self, item_id: str, *, wanted: bool) -> None:
        _put(self._references, item_id, wanted)

    def unknown(self, typed: str) -> None:
        self._unknown[typed] = None

    def tone(self, name: str, *, wanted: bool) -> None:
        if self._tones.get(name) is not wanted:
            self._typed[name] = self.said
        _put(self._tones, name, wanted)

    def genre(self, name: str, stand: Stand) -> None:
        _put(self._genres, name, stand)
        self._typed[name] = self.said

    def media_type(self, media_type: MediaType, *, wanted: bool) -> None:
        _put(self._types, media_type, wanted)

    def place(self, code: str, *, wanted: bool) -> None:
        """A language (lower case) or a country (upper case)."""
        _put(self._places, code, wanted)

    def person(self, name: str, *, wanted: bool) -> None:
        _put(self._people, name, wanted)

    def keyword(self, keyword: str, *, wanted: bool) -> None:
        _put(self._keywords, keyword, wanted)
        self._typed[keyword] = self.said

    def family(self, *, wanted: bool) -> None:
        self._family = wanted
        self.genre("Family", Stand.UP if wanted else Stand.DOWN)

    def runtime(self, low: int | None, high: int | None) -> None:
        """Minutes; a bound that contradicts an earlier one replaces it."""
        self._runtime = _bounded(self._runtime, low, high)

    def years(self, low: int | None, high: int | None) -> None:
        """Years, both included; a bound that contradicts an earlier one replaces it."""
        self._years = _bounded(self._years, low, high)

    def relative(self, relative: Relative) -> None:
        """Measured by the references; what contradicts it goes."""
        self._relative.pop(_OPPOSITE[relative], None)
        self._relative[relative] = None

    def finish(self, *, residual: str, understood: tuple[str, ...], has_meaning: bool) -> MoodRequest:
        """The request. Relative wishes without a reference become bounds of their own."""
        wanted = tuple(i for i, liked in self._references.items() if liked)
        if not wanted:
            self._settle_relative()
        return MoodRequest(
            references=wanted,
            unlike=tuple(i for i, liked in self._references.items() if not liked),
            unknown_references=tuple(self._unknown),
            filters=self._filters(),
            exclude_languages=frozenset(code for code in _which(self._places, wanted=False) if code.islower()),
            exclude_countries=frozenset(code for code in _which(self._places, wanted=False) if code.isupper()),
            exclude_people=frozenset(_which(self._people, wanted=False)),
            wanted=tuple(TONES[name] for name in _which(self._tones, wanted=True)),
            unwanted=tuple(TONES[name] for name in self._unwanted_tones()),
            genres_up=self._genres_that(Stand.ONLY, Stand.UP),
            genres_down=self._genres_that(Stand.DOWN),
            keywords=_which(self._keywords, wanted=True),
            keywords_down=_which(self._keywords, wanted=False),
            family=self._family,
            relative=tuple(self._relative) if wanted else (),
            residual=residual,
            typed={name: said for name, said in self._typed.items() if said},
            understood=understood,
            has_meaning=has_meaning,
        )

    def _filters(self) -> Filters:
        places = _which(self._places, wanted=True)
        excluded = frozenset(self._genres_that(Stand.NONE))
        genres = frozenset(self._genres_that(Stand.ONLY))
        if self._family:
            excluded, genres = excluded | (_TOO_HARSH_FOR_CHILDREN - genres), frozenset({"Family"})
        return Filters(
            media_types=self._media_types(),
            genres=genres,
            exclude_genres=excluded,
            countries=frozenset(code for code in places if code.isupper()),
            languages=frozenset(code for code in places if code.islower()),
            people=frozenset(_which(self._people, wanted=True)),
            year_from=self._years[0],
            year_to=self._years[1],
            runtime_from=self._runtime[0],
            runtime_to=self._runtime[1],
        )

    def _media_types(self) -> frozenset[MediaType]:
        chosen = frozenset(_which(self._types, wanted=True))
        refused = frozenset(_which(self._types, wanted=False))
        return chosen or (frozenset(MediaType) - refused if refused else frozenset())

    def _unwanted_tones(self) -> tuple[str, ...]:
        harsh = ("violent", "scary", "bleak") if self._family else ()
        spared = [name for name in harsh if self._tones.get(name) is None]
        return (*_which(self._tones, wanted=False), *spared)

    def _genres_that(self, *stands: Stand) -> tuple[str, ...]:
        return tuple(genre for genre, stand in self._genres.items() if stand in stands)

    def _settle_relative(self) -> None:
        if Relative.SHORTER in self._relative:
            self.short(wanted=True)
        if Relative.LONGER in self._relative:
            self.long(wanted=True)
        if Relative.OLDER in self._relative:
            self.old(wanted=True)
        if Relative.NEWER in self._relative:
            self.new(wanted=True)

    def short(self, *, wanted: bool) -> None:
        self.runtime(*((None, _SHORT_AT_MOST) if wanted else (_SHORT_AT_MOST, None)))

    def long(self, *, wanted: bool) -> None:
        """“Not too long” leaves room for an ordinary film."""
        self.runtime(*((_LONG_AT_LEAST, None) if wanted else (None, 120)))

    def old(self, *, wanted: bool) -> None:
        bound = self._this_year - _OLD_YEARS
        self.years(*((None, bound) if wanted else (bound, None)))

    def new(self, *, wanted: bool) -> None:
        bound = self._this_year - _NEW_YEARS
        self.years(*((bound, None) if wanted else (None, bound)))


_OPPOSITE: Mapping[Relative, Relative] = {
    Relative.SHORTER: Relative.LONGER,
    Relative.LONGER: Relative.SHORTER,
    Relative.OLDER: Relative.NEWER,
    Relative.NEWER: Relative.OLDER,
}


def _put(wishes: dict[Key, Value], key: Key, value: Value) -> None:
    """Last in, last in order."""
    wishes.pop(key, None)
    wishes[key] = value


def _which(wishes: Mapping[Key, bool], *, wanted: bool) -> tuple[Key, ...]:
    return tuple(key for key, value in wishes.items() if value is wanted)


def _bounded(before: tuple[int | None, int | None], low: int | None, high: int | None) -> tuple[int | None, int | None]:
    if low is not None and high is not None:
        return low, high
    new_low = low if low is not None else before[0]
    new_high = high if high is not None else before[1]
    if new_low is not None and new_high is not None and new_low > new_high:
        return low, high
    return new_low, new_high
