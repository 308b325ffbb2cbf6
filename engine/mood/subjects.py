"""Words a request left over that the catalogue itself knows as subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

LONGEST = 3
"""Words in one subject."""
MOST = 6
"""Subjects taken from one text."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def subjects_in(text: str, keywords: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Words of ``text``, as typed, to the keywords they name: longest first, singular or plural, no word twice."""
    words = [match[0] for match in _WORD.finditer(text[:1_200])]
    found: dict[str, tuple[str, ...]] = {}
    taken = [False] * len(words)
    for length in range(LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            if any(taken[start : start + length]) or len(found) >= MOST:
                continue
            typed = " ".join(words[start : start + length])
            if names := tuple(name for name in _forms(typed.casefold()) if name in keywords):
                found[typed] = names
                taken[start : start + length] = [True] * length
    return found


def _forms(name: str) -> Iterator[str]:
    yield name
    yield f"{name}s"
    if name.endswith("ies"):
        yield f"{name[:-3]}y"
    elif name.endswith("s") and len(name) > 3:
        yield name[:-1]
    elif name.endswith("y"):
        yield f"{name[:-1]}ies"
