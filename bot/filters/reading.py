"""Reads filters as they are typed: ``comedy <100min 1990s korean not:horror type:anime like:"Parasite" 5``. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.filters.words import FilterWords, fold
from engine.domain.items import MediaType
from engine.domain.query import Filters
from engine.domain.slate import Confidence
from engine.errors import InvalidQuery

MOST = 10
"""Cards that one answer may have."""
NAMED = frozenset({"library", "collection", "person", "like", "without"})
"""Keys whose values are names that only the catalogue knows."""
_CONFIDENCE = {Confidence.HIGH: 0.75, Confidence.MEDIUM: 0.5, Confidence.LOW: 0.0}
_TOKEN = re.compile(
    r"(?P<minus>[-!](?=\D))?(?:(?P<key>[^\W\d_]+):\s*)?"
    r"(?P<value>[\"“„”«][^\"“”«»]+[\"“”»]|[^\s,\"“”„«»]+(?:,[^\s,]+)*|\S)"
)
_YEAR = r"(?:18[89]\d|19\d\d|20\d\d)"
_LENGTH = r"(?:(?P<{0}h>\d{{1,2}})\s*h(?:\s*(?P<{0}hm>\d{{1,2}})(?:\s*min)?)?|(?P<{0}m>\d{{1,3}})\s*(?:min\w*|['’m])?)"
_DECADE = re.compile(r"(?P<century>18|19|20)?(?P<decade>\d0)(?:s|'s|’s|er|ern)\Z")
_YEARS = re.compile(rf"(?P<first>{_YEAR})(?:(?:-|–|\.\.)(?P<last>{_YEAR})?)?\Z")
_BOUND_YEAR = re.compile(rf"(?P<sign>[<>≤≥]=?)(?P<year>{_YEAR})\Z")
_BOUND_LENGTH = re.compile(r"(?P<sign>[<>≤≥]=?)" + _LENGTH.format("a") + r"\Z")
_LENGTHS = re.compile(_LENGTH.format("a") + r"(?:-|–|\.\.)" + _LENGTH.format("b") + r"\Z")
_NUMBER = re.compile(r"[-+−]?\d+\Z")
_QUOTES = '"“”„«»'
_LONGEST_NAME = 3
"""Words that a genre's, language's or country's name may have."""


@dataclass(frozen=True, slots=True)
class FilterRequest:
    """What was understood, and what was not."""

    filters: Filters
    limit: int | None = None
    named: tuple[tuple[str, str], ...] = ()
    """Key of NAMED and value, as typed."""
    rest: tuple[str, ...] = ()
    """Words that mean no filter, in order."""


@dataclass(slots=True)
class _Found:
    sets: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    bounds: dict[str, int] = field(default_factory=dict[str, int])
    confidence: float | None = None
    limit: int | None = None
    named: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    rest: list[str] = field(default_factory=list[str])

    def add(self, name: str, value: str) -> None:
        self.sets.setdefault(name, set()).add(value)

    def filters(self) -> Filters:
        sets = {name: frozenset(values) for name, values in self.sets.items()}
        types = frozenset(MediaType(kind) for kind in sets.pop("media_types", frozenset()))
        bounds = self.bounds
        return Filters(
            media_types=types,
            genres=sets.get("genres", frozenset()),
            exclude_genres=sets.get("exclude_genres", frozenset()),
            tags=sets.get("tags", frozenset()),
            countries=sets.get("countries", frozenset()),
            languages=sets.get("languages", frozenset()),
            year_from=bounds.get("year_from"),
            year_to=bounds.get("year_to"),
            runtime_from=bounds.get("runtime_from"),
            runtime_to=bounds.get("runtime_to"),
            minimum_confidence=self.confidence,
        )


def read_filters(text: str, words: FilterWords, *, this_year: int) -> FilterRequest:
    """Raises InvalidQuery where a key or its value is not known, naming the word."""
    found = _Found()
    loose: list[str] = []
    for match in _TOKEN.finditer(text):
        key, value = match["key"], match["value"]
        if key is not None:
            _keyed(found, words, key, value.strip(_QUOTES), this_year)
        elif match["minus"]:
            _keyed(found, words, "not", value, this_year)
        else:
            loose.append(value)
    _loose(found, words, loose, this_year)
    return FilterRequest(found.filters(), found.limit, tuple(found.named), tuple(found.rest))


def unknown(word: str, words: FilterWords) -> InvalidQuery:
    """Names the word that means nothing here, and the nearest that does; of a number, how many cards there may be."""
    if _NUMBER.match(word):
        return count_refused(word)
    return _unread(word, words)


def _unread(word: str, words: FilterWords) -> InvalidQuery:
    near = words.nearest(word)
    return (
        InvalidQuery("filter-unknown-near", word=word, nearest=near)
        if near
        else InvalidQuery("filter-unknown", word=word)
    )


def count_refused(typed: str, fewest: int = 1, most: int = MOST) -> InvalidQuery:
    """So many cards there cannot be, and how many there can."""
    return InvalidQuery("filter-count", number=typed, fewest=fewest, most=most)


def _keyed(found: _Found, words: FilterWords, typed_key: str, value: str, this_year: int) -> None:
    key = words.keys.get(fold(typed_key))
    if key is None:
        raise unknown(f"{typed_key}:", words)
    if key in NAMED:
        found.named.append((key, value))
        return
    for one in value.split(","):
        if not _KEYED[key](found, words, one.strip(), this_year):
            raise count_refused(one) if key == "limit" else _unread(one, words)


def _type(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    kind = words.media_types.get(fold(value))
    if kind is not None:
        found.add("media_types", kind)
    return kind is not None


def _genre(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    genre = words.genre(value)
    if genre is not None:
        found.add("genres", genre)
    return genre is not None


def _not(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    genre = words.genre(value)
    if genre is not None:
        found.add("exclude_genres", genre)
    return genre is not None


def _tag(found: _Found, words: FilterWords, value: str, _: int) -> bool:  # noqa: ARG001 - every key is read alike
    found.add("tags", value.casefold())
    return True


def _country(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    code = words.country(value)
    if code is not None:
        found.add("countries", code)
    return code is not None


def _language(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    code = words.language(value)
    if code is not None:
        found.add("languages", code)
    return code is not None


def _confidence(found: _Found, words: FilterWords, value: str, _: int) -> bool:
    level = words.confidence.get(fold(value))
    if level is not None:
        found.confidence = _CONFIDENCE[level]
    return level is not None


def _limit(found: _Found, words: FilterWords, value: str, _: int) -> bool:  # noqa: ARG001
    if not re.fullmatch(r"\d{1,2}", value, re.ASCII) or not 1 <= int(value) <= MOST:
        return False
    found.limit = int(value)
    return True


def _year(found: _Found, words: FilterWords, value: str, this_year: int) -> bool:  # noqa: ARG001
    if match := _DECADE.match(value):
        century = match["century"] or ("20" if int(match["decade"]) <= this_year % 100 else "19")
        first = int(century + match["decade"])
        found.bounds |= {"year_from": first, "year_to": first + 9}
    elif match := _YEARS.match(value):
        found.bounds["year_from"] = int(match["first"])
        if match["last"] or match["first"] == value:
            found.bounds["year_to"] = int(match["last"] or match["first"])
    elif match := _BOUND_YEAR.match(value):
        year, open_end = int(match["year"]), len(match["sign"]) == 1 and match["sign"] in "<>"
        if match["sign"][0] in "<≤":
            found.bounds["year_to"] = year - open_end
        else:
            found.bounds["year_from"] = year + open_end
    else:
        return False
    return True


def _runtime(found: _Found, words: FilterWords, value: str, _: int) -> bool:  # noqa: ARG001
    if match := _BOUND_LENGTH.match(value):
        found.bounds["runtime_to" if match["sign"][0] in "<≤" else "runtime_from"] = _minutes(match, "a")
    elif match := _LENGTHS.match(value):
        found.bounds |= {"runtime_from": _minutes(match, "a"), "runtime_to": _minutes(match, "b")}
    else:
        return False
    return True


def _minutes(match: re.Match[str], part: str) -> int:
    if match[f"{part}m"]:
        return int(match[f"{part}m"])
    return 60 * int(match[f"{part}h"]) + int(match[f"{part}hm"] or 0)


_Reader = Callable[[_Found, FilterWords, str, int], bool]
_KEYED: dict[str, _Reader] = {
    "type": _type, "genre": _genre, "not": _not, "tag": _tag, "country": _country, "language": _language,
    "confidence": _confidence, "limit": _limit, "year": _year, "runtime": _runtime,
}  # fmt: skip
_BARE: tuple[_Reader, ...] = (_limit, _year, _runtime, _genre, _type, _language, _country)


def _loose(found: _Found, words: FilterWords, typed: list[str], this_year: int) -> None:
    place = 0
    while place < len(typed):
        negated = fold(typed[place]) in words.negations and place + 1 < len(typed)
        start = place + negated
        readers: tuple[_Reader, ...] = (_not,) if negated else _BARE
        for name, length in _names(typed, start):
            if any(reader(found, words, name, this_year) for reader in readers):
                place = start + length
                break
        else:
            if fold(typed[place]) not in words.fillers and any(sign.isalnum() for sign in typed[place]):
                found.rest.append(typed[place])
            place += 1


def _names(typed: list[str], start: int) -> Iterator[tuple[str, int]]:
    """The words from ``start`` on as names of three, two and one words."""
    for length in range(min(_LONGEST_NAME, len(typed) - start), 0, -1):
        yield " ".join(typed[start : start + length]).strip(_QUOTES), length
