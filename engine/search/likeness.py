"""How well a typed text fits a known one."""

from __future__ import annotations

from rapidfuzz import fuzz

from engine.search.fold import with_arabic_numbers

_PREFIX = 0.80
_WITHIN_A_WORD = 0.77
_ALL_WORDS = 0.62
_OTHER_NUMBER = 0.72
_NUMBER_NOT_TYPED = 0.79
_LAST_WORDS, _FIRST_WORDS = 0.92, 0.90


def title_likeness(typed: str, known: str) -> float:
    """0–1; 1 only where both are the same. Both folded, neither empty.

    Another number is another film, however alike the rest: “Rocky 5” must not pass for “Rocky 2”.
    """
    if typed == known:
        return 1.0
    best = _without_numbers(typed, known)
    if best <= _OTHER_NUMBER:
        return best
    wanted, numbers = _numbers(typed), _numbers(known)
    if wanted - numbers:
        return _OTHER_NUMBER
    return min(best, _NUMBER_NOT_TYPED) if numbers - wanted else best


def name_likeness(typed: str, known: str) -> float:
    """0–1 for a person: whole name, last names or (family name first) first names, each nearly or exactly."""
    if typed == known:
        return 1.0
    typed_words, words = typed.count(" ") + 1, known.split(" ")
    if typed_words >= len(words):
        reordered = 0.95 * fuzz.token_sort_ratio(typed, known) / 100
        return min(0.96, max(fuzz.ratio(typed, known) / 100, reordered))
    last = fuzz.ratio(typed, " ".join(words[-typed_words:])) / 100 * _LAST_WORDS
    first = fuzz.ratio(typed, " ".join(words[:typed_words])) / 100 * _FIRST_WORDS
    return max(last, first, 0.9 * fuzz.ratio(typed, known) / 100)


def _without_numbers(typed: str, known: str) -> float:
    share = min(1.0, len(typed) / len(known))
    best = fuzz.ratio(typed, known) / 100
    if known.startswith(typed):
        whole_words = known[len(typed)] == " "
        best = max(best, (_PREFIX if whole_words else _WITHIN_A_WORD) + 0.15 * share)
    elif len(typed) >= 5 and len(known) > len(typed) + 2:
        best = max(best, _spoiled_beginning(typed, known, share))
    if " " in known:
        best = max(best, _by_words(typed, known, share))
    return min(best, 0.96)


def _spoiled_beginning(typed: str, known: str, share: float) -> float:
    close = fuzz.ratio(typed, known[: len(typed)]) / 100
    return close * (_WITHIN_A_WORD + 0.15 * share) if close >= 0.8 else 0.0


def _by_words(typed: str, known: str, share: float) -> float:
    words = typed.split()
    contained = set(words) <= set(known.split())
    reordered = 0.95 * fuzz.token_sort_ratio(typed, known) / 100 if len(words) > 1 else 0.0
    return max(reordered, _ALL_WORDS + 0.25 * share if contained else 0.0)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in with_arabic_numbers(text).split() if word.isdigit())
