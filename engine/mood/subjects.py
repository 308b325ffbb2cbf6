"""Words a request left over that the catalogue itself knows as subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.mood.vocabulary import VOCABULARY
from engine.mood.words import folded_words

LONGEST = 3
"""Words in one subject."""
MOST = 6
"""Subjects taken from one text."""
PLAIN = 1 / 3
"""Share of everyday words."""
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


def speaks_plainly(text: str, keywords: Mapping[str, int]) -> bool:
    """Whether ``text`` can be taken at its word: a subject of the catalogue's, or a third of it everyday words of the
    languages that are read. Another language, and what is no word at all, hold neither."""
    words = folded_words(text[:1_200])
    known = [word for word in words if word in VOCABULARY.ordinary]
    telling = any(len(word) > 2 for word in known)  # many languages share the shortest words
    return (telling and len(known) >= PLAIN * len(words)) or bool(subjects_in(text, keywords))


def _forms(name: str) -> Iterator[str]:
    yield name
    yield f"{name}s"
    if name.endswith("ies"):
        yield f"{name[:-3]}y"
    elif name.endswith("s") and len(name) > 3:
        yield name[:-1]
    elif name.endswith("y"):
        yield f"{name[:-1]}ies"
