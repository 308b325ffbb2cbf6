"""Numbers written as words in English, German and French, up to some hundreds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from engine.mood.words import folded_words

_HIGHEST = 400
_EN_ONES = folded_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = folded_words("x ten twenty thirty forty fifty sixty seventy eighty ninety")
_DE_ONES = folded_words(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_DE_TENS = folded_words("x zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_FR_ONES = folded_words("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR_TENS = folded_words("x dix vingt trente quarante cinquante soixante")
_ONE = folded_words("a an eine einer eins une")
_MOST_DIGITS = 4


class Folded(Protocol):
    """Anything with a folded text."""

    @property
    def folded(self) -> str: ...


def read_number(words: Sequence[Folded], start: int) -> tuple[float, int] | None:
    """The number that begins at ``start``, in digits or words, and where it ends; None where there is none."""
    if start >= len(words):
        return None
    first = words[start].folded
    if first.isascii() and first.isdigit() and len(first) <= _MOST_DIGITS:
        return float(first), start + 1
    for length in _LENGTHS.get(first, ()):
        value = _NUMBERS.get(tuple(word.folded for word in words[start : start + length]))
        if value is not None:
            return float(value), min(len(words), start + length)
    return None


def _english(value: int) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    tens = _EN_TENS[rest // 10] + (f" {_EN_ONES[rest % 10]}" if rest % 10 else "")
    small = _EN_ONES[rest] if rest < 20 else tens
    if not hundreds:
        yield small
        return
    for head in (f"{_EN_ONES[hundreds]} hundred", *(("a hundred", "hundred") if hundreds == 1 else ())):
        if not rest:
            yield head
        else:
            yield from (f"{head} {small}", f"{head} and {small}")
    if rest >= 10:
        yield f"{_EN_ONES[hundreds]} {small}"


def _german(value: int) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    tens = (f"{_DE_ONES[rest % 10]}und" if rest % 10 else "") + _DE_TENS[rest // 10]
    small = _DE_ONES[rest] if rest < 20 else tens
    if not hundreds:
        yield small
        return
    for head in (f"{_DE_ONES[hundreds]}hundert", *(("hundert",) if hundreds == 1 else ())):
        yield from ({head} if not rest else {head + small, f"{head}und{small}"})


def _french(value: int) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    small = _french_below_hundred(rest)
    if not hundreds:
        yield small
        return
    head = "cent" if hundreds == 1 else f"{_FR_ONES[hundreds]} cent"
    if rest:
        yield f"{head} {small}"
    else:
        yield from (head, f"{head}s")


def _french_below_hundred(value: int) -> str:
    if value < 17:
        return _FR_ONES[value]
    tens, ones = divmod(value, 10)
    if tens in (1, 7, 9):
        before = {1: "dix", 7: "soixante", 9: "quatre vingt"}[tens]
        if tens == 1:
            return f"dix {_FR_ONES[ones]}"
        return f"{before} {'et ' if value == 71 else ''}{_french_below_hundred(value % 20)}"
    if tens == 8:
        return "quatre vingts" if not ones else f"quatre vingt {_FR_ONES[ones]}"
    joint = " et " if ones == 1 else " "
    return _FR_TENS[tens] + (joint + _FR_ONES[ones] if ones else "")


def _table() -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {(word,): 1 for word in _ONE}
    for value in range(1, _HIGHEST + 1):
        for text in (*_english(value), *_german(value), *_french(value)):
            found.setdefault(tuple(text.split()), value)
            if text.endswith("quatre vingts"):
                found.setdefault(tuple(text[:-1].split()), value)
    return found


def _lengths() -> dict[str, tuple[int, ...]]:
    """Lengths of the numbers that begin with a word, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in _NUMBERS:
        found[phrase[0]].add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


_NUMBERS = _table()
_LENGTHS = _lengths()
