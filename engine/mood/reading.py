"""A text under the reader's eye: its words, the phrases found in it, and what has been understood so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.mood.draft import Draft
from engine.mood.kinds import Kind
from engine.mood.vocabulary import VOCABULARY, Mark
from engine.mood.words import words_of
from engine.search.titles import Allowed, TitleIndex

Wish = Callable[[Draft], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something understood: where it began, how it was typed, and what it asks for."""

    start: int
    typed: str
    wish: Wish


class Reading:
    """One request. Each word is understood at most once."""

    def __init__(self, text: str, titles: TitleIndex, allowed: Allowed | None, this_year: int) -> None:
        self.text = text
        self.titles = titles
        self.allowed = allowed
        self.this_year = this_year
        self.words = words_of(text)
        self.findings: list[Finding] = []
        self._taken = bytearray(len(self.words))
        self._by_start: list[Mark | None] = [None] * len(self.words)
        self._by_end: list[Mark | None] = [None] * (len(self.words) + 1)
        self._languages = VOCABULARY.languages(self.words)
        for mark in VOCABULARY.marks(self.words, self._languages):
            self._by_start[mark.start] = mark
            self._by_end[mark.end] = mark

    def mark(self, start: int) -> Mark | None:
        """The phrase that begins at ``start``, unless a word of it is understood already."""
        found = self._by_start[start] if start < len(self.words) else None
        return found if found is not None and self.free(found.start, found.end) else None

    def mark_before(self, end: int) -> Mark | None:
        """The phrase that ends right before word ``end``, likewise."""
        found = self._by_end[end] if 0 < end <= len(self.words) else None
        return found if found is not None and self.free(found.start, found.end) else None

    def is_kind(self, start: int, *kinds: Kind) -> bool:
        found = self.mark(start)
        return found is not None and any(kind in found for kind in kinds)

    def marks(self) -> Iterator[Mark]:
        """Those still free, left to right."""
        for start in range(len(self.words)):
            if found := self.mark(start):
                yield found

    def free(self, start: int, end: int) -> bool:
        return not any(self._taken[start:end])

    def breaks_at(self, position: int) -> bool:
        """Whether the text pauses before the word at ``position``, or ends there."""
        return position >= len(self.words) or self.words[position].after_break

    def typed(self, start: int, end: int) -> str:
        return self.text[self.words[start].start : self.words[end - 1].end] if start < end else ""

    def says_nothing(self, position: int) -> bool:
        """Whether the word is one of the small ones of the text's language."""
        known = position < len(self.words)
        return known and VOCABULARY.says_nothing(self.words[position].folded, self._languages)

    def ordinary(self, start: int, end: int) -> bool:
        """Whether only everyday words stand there."""
        return all(word.folded in VOCABULARY.ordinary for word in self.words[start:end])

    def take(self, start: int, end: int, wish: Wish, *, typed: str | None = None) -> None:
        """Understand the words from ``start`` to ``end`` (exclusive)."""
        self._taken[start:end] = b"\1" * (end - start)
        self.findings.append(Finding(start, self.typed(start, end) if typed is None else typed, wish))

    def pass_over(self, start: int, end: int) -> None:
        """These words did their work for others; they are neither understood by themselves nor left over."""
        self._taken[start:end] = b"\1" * (end - start)

    def residual(self) -> str:
        """What is left, as typed; small words at its ends and alone between understood ones dropped."""
        runs: list[str] = []
        start: int | None = None
        for position in range(len(self.words) + 1):
            left = position < len(self.words) and not self._taken[position]
            if left and start is None:
                start = position
            elif not left and start is not None:
                runs.append(self._trimmed(start, position))
                start = None
        return " ".join(run for run in runs if run)

    def _trimmed(self, start: int, end: int) -> str:
        while start < end and VOCABULARY.is_small(self.words[start].folded):
            start += 1
        while start < end and VOCABULARY.is_small(self.words[end - 1].folded):
            end -= 1
        return self.typed(start, end)
