"""How long it may be: “under 100 minutes”, “unter zwei Stunden”, “moins de 1h40”."""

from __future__ import annotations

import re
from functools import partial

from engine.mood.draft import Draft
from engine.mood.kinds import Kind
from engine.mood.numbers import read_number
from engine.mood.reading import Reading

_HOURS = re.compile(r"(\d{1,2})(?:h|hrs?|std|hours?|stunden?|heures?)(\d{1,2})?(?:m|mn|min)?")
_MINUTES = re.compile(r"(\d{1,3})(?:m|mn|mins?|minutes?|minuten?)")
_ABOUT = 15
_LONGEST = 1_000
_BARE_LEAST, _BARE_MOST = 45, 300


def read_durations(reading: Reading) -> None:
    """Understand every length."""
    position = 0
    while position < len(reading.words):
        position = _read_at(reading, position) or position + 1


def _read_at(reading: Reading, start: int) -> int | None:
    found = _range(reading, start) or _single(reading, start)
    if found is None or not reading.free(start, found[2]):
        return None
    low, high, end, begin = found
    reading.take(begin, end, partial(_wish, low=low, high=high))
    return end


def _wish(draft: Draft, *, low: int | None, high: int | None) -> None:
    draft.runtime(low, high)


def _range(reading: Reading, start: int) -> tuple[int | None, int | None, int, int] | None:
    """“90 to 120 minutes”, “between one and two hours”."""
    first = _minutes(reading, start) or _bare(reading, start)
    if first is None or not (_to(reading, first[1])):
        return None
    second_at = first[1] if reading.words[first[1]].joined else first[1] + 1
    second = _minutes(reading, second_at)
    if second is None:
        return None
    low = first[0] if first[2] else first[0] * second[2]
    if not 0 < low <= second[0]:
        return None
    before = reading.mark_before(start)
    begin = before.start if before is not None and Kind.BETWEEN in before else start
    return round(low), round(second[0]), second[1], begin


def _to(reading: Reading, position: int) -> bool:
    return position < len(reading.words) and (reading.words[position].joined or reading.is_kind(position, Kind.TO))


def _single(reading: Reading, start: int) -> tuple[int | None, int | None, int, int] | None:
    found = _minutes(reading, start)
    if found is None:
        return _bare_bound(reading, start)
    minutes, end = round(found[0]), found[1]
    if not 0 < minutes <= _LONGEST:
        return None
    if reading.is_kind(end, Kind.LONG):
        end += 1
    bound, begin = _bound_before(reading, start)
    after = reading.mark(end)
    if after is not None and not reading.words[end].after_break and bound in (None, Kind.ABOUT, Kind.HAVE):
        for kind, meant in ((Kind.AT_MOST_AFTER, Kind.AT_MOST), (Kind.AT_LEAST_AFTER, Kind.AT_LEAST)):
            if kind in after:
                bound, end = meant, after.end
                break
    return (*_bounds(bound, minutes), end, begin)


def _bound_before(reading: Reading, start: int) -> tuple[Kind | None, int]:
    """The bound that stands before the length, and where it begins."""
    before = reading.mark_before(start)
    if before is None and start and reading.says_nothing(start - 1):
        before = reading.mark_before(start - 1)
    for kind in (Kind.AT_MOST, Kind.AT_LEAST, Kind.ABOUT, Kind.HAVE):
        if before is not None and kind in before:
            return kind, before.start
    return None, start


def _bounds(bound: Kind | None, minutes: int) -> tuple[int | None, int | None]:
    if bound in (Kind.AT_MOST, Kind.HAVE):
        return None, minutes
    if bound is Kind.AT_LEAST:
        return minutes, None
    return max(1, minutes - _ABOUT), minutes + _ABOUT


def _bare_bound(reading: Reading, start: int) -> tuple[int | None, int | None, int, int] | None:
    """“Under 100”, with nothing after it that it could count."""
    found = _bare(reading, start)
    bound, begin = _bound_before(reading, start)
    if found is None or bound not in (Kind.AT_MOST, Kind.AT_LEAST) or begin == start:
        return None
    number, end, _ = found
    counts_nothing = reading.breaks_at(end) or (reading.says_nothing(end) and not reading.is_kind(end, Kind.YEARS))
    if not (_BARE_LEAST <= number <= _BARE_MOST and counts_nothing):
        return None
    return (*_bounds(bound, round(number)), end, begin)


def _bare(reading: Reading, start: int) -> tuple[float, int, int] | None:
    found = read_number(reading.words, start)
    return (found[0], found[1], 0) if found else None


def _minutes(reading: Reading, start: int) -> tuple[float, int, int] | None:
    """Minutes, where the length ends, and the minutes its unit has (60 for hours, 1)."""
    if start >= len(reading.words):
        return None
    mark = reading.mark(start)
    if mark is not None and Kind.SPAN in mark:
        return float(mark.senses[Kind.SPAN]), mark.end, 1
    return _compact(reading, start) or _spelled(reading, start)


def _compact(reading: Reading, start: int) -> tuple[float, int, int] | None:
    """“1h40”, “90min”, “2h 10 min”."""
    word = reading.words[start].folded
    if found := _MINUTES.fullmatch(word):
        return float(found.group(1)), start + 1, 1
    found = _HOURS.fullmatch(word)
    if found is None:
        return None
    minutes = 60.0 * int(found.group(1)) + int(found.group(2) or 0)
    return (minutes, start + 1, 60) if found.group(2) else _with_rest(reading, minutes, start + 1)


def _spelled(reading: Reading, start: int) -> tuple[float, int, int] | None:
    found = _decimal(reading, start) or read_number(reading.words, start)
    if found is None:
        return None
    number, unit = found
    half = reading.mark(unit)
    if half is not None and Kind.HALF in half:
        number, unit = number + 0.5, half.end
    mark = reading.mark(unit)
    if mark is None:
        return None
    if Kind.MINUTES in mark:
        return number, mark.end, 1
    if Kind.HOURS not in mark:
        return None
    return _with_rest(reading, number * 60, mark.end)


def _decimal(reading: Reading, start: int) -> tuple[float, int] | None:
    """“1.5” and “1,5” hours."""
    words = reading.words
    if start + 1 >= len(words) or not (words[start].folded.isdigit() and words[start + 1].folded.isdigit()):
        return None
    if reading.text[words[start].end : words[start + 1].start] not in {".", ","} or len(words[start + 1].folded) > 2:
        return None
    if not (words[start].folded.isascii() and words[start + 1].folded.isascii() and len(words[start].folded) < 3):
        return None
    return float(f"{words[start].folded}.{words[start + 1].folded}"), start + 2


def _with_rest(reading: Reading, minutes: float, end: int) -> tuple[float, int, int]:
    """The half hour or the minutes after full hours."""
    half = reading.mark(end)
    if half is not None and Kind.HALF in half:
        return minutes + 30, half.end, 60
    rest_at = end + 1 if reading.is_kind(end, Kind.AND) else end
    rest = read_number(reading.words, rest_at) if not reading.breaks_at(end) else None
    if rest is None or not 1 < rest[0] < 60:
        return minutes, end, 60
    if reading.is_kind(rest[1], Kind.MINUTES):
        return minutes + rest[0], rest[1] + 1, 60
    bare = rest_at == end and (reading.breaks_at(rest[1]) or not reading.is_kind(rest[1], Kind.HOURS, Kind.YEARS))
    return (minutes + rest[0], rest[1], 60) if bare else (minutes, end, 60)
