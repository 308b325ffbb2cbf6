"""All lexicons as one table of phrases, and the marks it leaves on a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from engine.discovery import discover
from engine.mood.kinds import TERMS, Kind
from engine.mood.lexicon._form import Lexicon
from engine.mood.words import Word, folded_words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase; ``clashes``: only where the text is in ``language``."""

    kind: Kind
    value: str
    language: str
    clashes: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase found: words ``start`` to ``end`` (exclusive) and its value per kind."""

    start: int
    end: int
    senses: Mapping[Kind, str]

    def __contains__(self, kind: Kind) -> bool:
        return kind in self.senses

    def term(self) -> bool:
        """Whether it is a wish by itself."""
        return not TERMS.isdisjoint(self.senses)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases of all languages by their first word, longest first; and the words that say nothing."""

    phrases: Mapping[str, Sequence[tuple[Phrase, tuple[Sense, ...]]]]
    stop: Mapping[str, frozenset[str]]
    """Per language."""
    ordinary: frozenset[str]
    """Everyday words: a title made of them alone must be written as a title to be taken for one."""

    def languages(self, words: Sequence[Word]) -> frozenset[str]:
        """The languages a text may be in: those most of its small words belong to."""
        counts = {language: sum(word.folded in stop for word in words) for language, stop in self.stop.items()}
        most = max(counts.values())
        return frozenset(language for language, count in counts.items() if count == most)

    def marks(self, words: Sequence[Word], languages: frozenset[str]) -> list[Mark]:
        """The longest phrases from left to right, none overlapping."""
        found: list[Mark] = []
        position = 0
        while position < len(words):
            mark = self._at(words, position, languages)
            if mark is not None:
                found.append(mark)
            position = mark.end if mark is not None else position + 1
        return found

    def says_nothing(self, word: str, languages: frozenset[str]) -> bool:
        """Whether it is a small word of one of ``languages``."""
        return any(word in self.stop[language] for language in languages)

    def _at(self, words: Sequence[Word], start: int, languages: frozenset[str]) -> Mark | None:
        for phrase, senses in self.phrases.get(words[start].folded, ()):
            end = start + len(phrase)
            if all(a.folded == b for a, b in zip(words[start:end], phrase, strict=False)) and end <= len(words):
                heard = {s.kind: s.value for s in senses if not s.clashes or s.language in languages}
                if heard:
                    return Mark(start, end, heard)
        return None


def merged(lexicons: Sequence[Lexicon]) -> Vocabulary:
    """One vocabulary of several languages."""
    senses: defaultdict[Phrase, list[Sense]] = defaultdict(list)
    for lexicon in lexicons:
        clashes = {phrase for text in lexicon.clashes.split(",") for phrase in _forms(text, lexicon)}
        for kind, value, phrase in _listed(lexicon):
            senses[phrase].append(Sense(kind, value, lexicon.language, phrase in clashes))
    by_first: defaultdict[str, list[tuple[Phrase, tuple[Sense, ...]]]] = defaultdict(list)
    for phrase in sorted(senses, key=len, reverse=True):
        by_first[phrase[0]].append((phrase, tuple(senses[phrase])))
    stop = {lexicon.language: frozenset(folded_words(lexicon.stop)) for lexicon in lexicons}
    ordinary = {word for lexicon in lexicons for word in folded_words(lexicon.ordinary)}
    single = {word for phrase in senses for word in phrase}
    return Vocabulary(
        MappingProxyType(dict(by_first)), MappingProxyType(stop), frozenset(ordinary | single).union(*stop.values())
    )


def _listed(lexicon: Lexicon) -> Iterator[tuple[Kind, str, Phrase]]:
    for kind, by_value in lexicon.phrases.items():
        for value, texts in by_value.items():
            for text in texts.split(","):
                for phrase in _forms(text, lexicon):
                    yield kind, value, phrase


def _forms(text: str, lexicon: Lexicon) -> Iterator[Phrase]:
    text = text.strip()
    texts = [text.replace("~", ending) for ending in lexicon.endings] if "~" in text else [text]
    for form in texts:
        plain = form
        for letter, typed in lexicon.spellings:
            plain = plain.replace(letter, typed)
        for spelling in {form, plain}:
            if words := folded_words(spelling):
                yield words


VOCABULARY = merged(
    tuple(discover("engine.mood.lexicon", "LEXICON", Lexicon, key=lambda lexicon: lexicon.language).values())
)
"""Every language there is a file for."""
