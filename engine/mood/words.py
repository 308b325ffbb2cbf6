"""Cutting a text into words that remember where they stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.search.fold import fold

MAX_LENGTH = 1_200
"""Characters of a request that are read."""
MAX_WORDS = 220
_WORD = re.compile(r"\d+['’]s\b|[^\W_]+")
_BREAKS = frozenset(",;.!?:()[]{}\n—–|")
_JOINS = frozenset("-/&+")


@dataclass(frozen=True, slots=True)
class Word:
    """``folded`` as search folds; ``start`` and ``end`` are character positions."""

    text: str
    folded: str
    start: int
    end: int
    after_break: bool
    """A comma, full stop or the like stands before it."""
    joined: bool
    """Joined to the word before by a hyphen, slash or the like."""
    capital: bool


def words_of(text: str) -> list[Word]:
    """The words of ``text``, at most MAX_WORDS of its first MAX_LENGTH characters.

    Where everything is in capitals, none counts as one.
    """
    text = text[:MAX_LENGTH]
    shouting = text.isupper()
    words: list[Word] = []
    before = 0
    for found in _WORD.finditer(text):
        if len(words) == MAX_WORDS:
            break
        gap = text[before : found.start()]
        typed = found.group()
        words.append(
            Word(
                typed,
                fold(typed) or typed.casefold(),
                found.start(),
                found.end(),
                after_break=not _BREAKS.isdisjoint(gap) or " - " in gap,
                joined=bool(words) and not _JOINS.isdisjoint(gap) and " - " not in gap,
                capital=typed[0].isupper() and not shouting,
            )
        )
        before = found.end()
    return words


def folded_words(phrase: str) -> tuple[str, ...]:
    """The words of a lexicon's phrase as they are compared."""
    return tuple(fold(found.group()) for found in _WORD.finditer(phrase))
