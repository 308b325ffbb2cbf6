"""When it was made: years, decades, “before 1970”, “the last ten years”."""

from __future__ import annotations

import re
from functools import partial

from engine.mood.draft import Draft
from engine.mood.kinds import Kind
from engine.mood.numbers import read_number
from engine.mood.reading import Reading

_YEAR = re.compile(r"18[89]\d|19\d\d|20[0-9]\d")
_DECADE = re.compile(r"(18|19|20)?(\d)0(?:s|er|ern|ers)")
_NEWEST_AHEAD = 2
_LATER_CENTURY = 20
"""“00s” and “10s” are of this century, “20s” and up of the last."""

Span = tuple[int, int]


def read_years(reading: Reading) -> None:
    """Understand every time of making."""
    position = 0
    while position < len(reading.words):
        position = _read_at(reading, position) or position + 1


def _read_at(reading: Reading, start: int) -> int | None:
    back = _years_back(reading, start)
    if back is not None:
        low, high, end = back
        return _take(reading, start, end, (low, high))
    found = _span(reading, start)
    if found is None or not reading.free(start, found[1]):
        return None
    (low, high), end = found
    second = _second(reading, end)
    if second is not None:
        before = reading.mark_before(start)
        begin = before.start if before is not None and Kind.BETWEEN in before else start
        return _take(reading, begin, second[1], (low, max(high, second[0][1])))
    return _bounded(reading, start, end, (low, high))


def _take(reading: Reading, start: int, end: int, span: tuple[int | None, int | None]) -> int:
    reading.take(start, end, partial(_wish, low=span[0], high=span[1]))
    return end


def _wish(draft: Draft, *, low: int | None, high: int | None) -> None:
    draft.years(low, high)


def _span(reading: Reading, start: int) -> tuple[Span, int] | None:
    """A year or a decade that begins at ``start``."""
    if start >= len(reading.words):
        return None
    word = reading.words[start].folded
    if _YEAR.fullmatch(word) and int(word) <= reading.this_year + _NEWEST_AHEAD:
        if reading.is_kind(start + 1, Kind.MINUTES):
            return None
        return (int(word), int(word)), start + 1
    found = _decade(reading, start)
    return _part_of_decade(reading, start, *found) if found is not None else None


def _decade(reading: Reading, start: int) -> tuple[int, int] | None:
    """First year and end."""
    found = _DECADE.fullmatch(reading.words[start].folded)
    mark = reading.mark(start)
    if found is not None:
        first, end = _first_year(found.group(1), int(found.group(2))), start + 1
    elif mark is not None and Kind.DECADE in mark:
        first, end = int(mark.senses[Kind.DECADE]), mark.end
    elif mark is not None and Kind.DECADES in mark:
        return _counted_decade(reading, mark.end)
    else:
        return None
    if start and reading.is_kind(start - 1, Kind.OWN):
        return None
    return first, end + 1 if reading.is_kind(end, Kind.YEARS) else end


def _first_year(century: str | None, tens: int) -> int:
    if century is not None:
        return int(century) * 100 + tens * 10
    return (2000 if tens * 10 < _LATER_CENTURY else 1900) + tens * 10


def _counted_decade(reading: Reading, start: int) -> tuple[int, int] | None:
    """“Années 80”, “années quatre-vingt-dix”, “années 1980”."""
    found = read_number(reading.words, start)
    if found is None or found[0] % 10:
        return None
    number = int(found[0])
    if number < 100:
        return _first_year(None, number // 10), found[1]
    return (number, found[1]) if 1880 <= number <= 2050 else None


def _part_of_decade(reading: Reading, start: int, first: int, end: int) -> tuple[Span, int]:
    before = reading.mark_before(_article_back(reading, start))
    parts = ((Kind.EARLY, 0, 3), (Kind.MIDDLE, 3, 6), (Kind.LATE, 6, 9))
    for kind, low, high in parts:
        if before is not None and kind in before:
            return (first + low, first + high), end
    return (first, first + 9), end


def _article_back(reading: Reading, start: int) -> int:
    """Before the article of a decade (“the”, “den”, “les”), if it has one that is nothing else."""
    if start and reading.says_nothing(start - 1) and reading.mark_before(start) is None:
        return start - 1
    return start


def _second(reading: Reading, end: int) -> tuple[Span, int] | None:
    """The end of “1990 to 1995”, “1990–1995”."""
    if end >= len(reading.words):
        return None
    dash = reading.text[reading.words[end - 1].end : reading.words[end].start].strip() in {"-", "–", "—"}
    if dash:
        return _span(reading, end)
    mark = reading.mark(end)
    if mark is None or Kind.TO not in mark:
        return None
    return _span(reading, mark.end) or _span(reading, mark.end + 1)


def _bounded(reading: Reading, start: int, end: int, span: Span) -> int:
    begin = _article_back(reading, start)
    part = reading.mark_before(begin)
    if part is not None and any(kind in part for kind in (Kind.EARLY, Kind.MIDDLE, Kind.LATE)):
        begin = _article_back(reading, part.start)
    before = reading.mark_before(begin)
    low, high = span
    bounds: dict[Kind, tuple[int | None, int | None]] = {
        Kind.AFTER: (high + 1, None),
        Kind.BEFORE: (None, low - 1),
        Kind.UNTIL: (None, high),
    }
    for kind, bound in bounds.items():
        if before is not None and kind in before:
            return _take(reading, before.start, end, bound)
    if before is not None and Kind.SINCE in before and (Kind.FROM not in before or _goes_on(reading, end)):
        return _take(reading, before.start, _past_goes_on(reading, end), (low, None))
    if before is not None and Kind.FROM in before:
        before = reading.mark_before(before.start)
    refused = before is not None and Kind.NOT in before
    return end if refused else _take(reading, begin if part is not None else start, end, span)


def _goes_on(reading: Reading, end: int) -> bool:
    return end < len(reading.words) and reading.words[end].folded in {"on", "onward", "onwards", "an", "aufwarts"}


def _past_goes_on(reading: Reading, end: int) -> int:
    return end + 1 if _goes_on(reading, end) else end


def _years_back(reading: Reading, start: int) -> tuple[int | None, int | None, int] | None:
    """“The last ten years”, “ces 10 dernières années”, “not older than 5 years”, “this year”."""
    mark = reading.mark(start)
    if mark is not None and Kind.YEARS_BACK in mark:
        years = int(mark.senses[Kind.YEARS_BACK])
        return reading.this_year - years, reading.this_year - 1 if years == 1 else None, mark.end
    not_older_than = mark is not None and Kind.SINCE in mark and mark.end - mark.start > 1
    if mark is not None and (Kind.LAST in mark or not_older_than):
        return _counted_back(reading, mark.end, cued=True)
    number = read_number(reading.words, start)
    last = reading.mark(number[1]) if number is not None else None
    if last is not None and (Kind.LAST in last or last.senses.get(Kind.YEARS_BACK) == "3"):
        return _counted_back(reading, start, cued=False)
    return None


def _counted_back(reading: Reading, start: int, *, cued: bool) -> tuple[int | None, int | None, int] | None:
    number = read_number(reading.words, start)
    if number is None:
        return None
    count, unit_at = number
    unit = reading.mark(unit_at)
    if unit is not None and not cued:
        if Kind.LAST in unit:
            unit = reading.mark(unit.end)
        elif Kind.YEARS_BACK in unit:
            return reading.this_year - int(count), None, unit.end
    if unit is None or Kind.YEARS not in unit or count > 100:
        return None
    return reading.this_year - int(count) * int(unit.senses[Kind.YEARS]), None, unit.end
