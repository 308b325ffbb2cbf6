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
_SEVERAL = (Kind.TONE, Kind.GENRE, Kind.SUBJECT)
"""Of these a phrase may mean several: a dark comedy is dark and satirical."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase; ``clashes``: only where the text is in ``language``."""

    kind: Kind
    value: str
    language: str
    clashes: bool
    accented: bool
    """Written with accents; “älter” and “alter” are told apart by them where both are words."""


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
        """The languages a text may be in: those most of its small words belong to; of a single word, any."""
        if len(words) == 1:
            return frozenset(self.stop)
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

    def is_small(self, word: str) -> bool:
        """Whether it is a small word of any language."""
        return any(word in stop for stop in self.stop.values())

    def _at(self, words: Sequence[Word], start: int, languages: frozenset[str]) -> Mark | None:
        for phrase, senses in self.phrases.get(words[start].folded, ()):
            end = start + len(phrase)
            if all(a.folded == b for a, b in zip(words[start:end], phrase, strict=False)) and end <= len(words):
                spoken = [sense for sense in senses if sense.language in languages]
                heard = spoken or [sense for sense in senses if not sense.clashes]
                if heard:
                    accented = not all(word.text.isascii() for word in words[start:end])
                    return Mark(start, end, _by_kind(heard, accented=accented))
        return None


def _by_kind(senses: Sequence[Sense], *, accented: bool) -> dict[Kind, str]:
    """Values per kind, several joined by ``+``."""
    as_typed = [sense for sense in senses if sense.accented is accented] or senses
    values: defaultdict[Kind, dict[str, None]] = defaultdict(dict)
    for sense in as_typed:
        values[sense.kind][sense.value] = None
    joined = {kind: "+".join(found) for kind, found in values.items() if kind in _SEVERAL}
    return {kind: next(iter(found)) for kind, found in values.items()} | joined


def merged(lexicons: Sequence[Lexicon]) -> Vocabulary:
    """One vocabulary of several languages."""
    senses: defaultdict[Phrase, list[Sense]] = defaultdict(list)
    for lexicon in lexicons:
        clashes = {phrase for text in lexicon.clashes.split(",") for phrase in _forms(text, lexicon)}
        for kind, value, phrase, accented in _listed(lexicon):
            senses[phrase].append(Sense(kind, value, lexicon.language, phrase in clashes, accented))
    by_first: defaultdict[str, list[tuple[Phrase, tuple[Sense, ...]]]] = defaultdict(list)
    for phrase in sorted(senses, key=len, reverse=True):
        by_first[phrase[0]].append((phrase, tuple(senses[phrase])))
    stop = {lexicon.language: _stop(lexicon) for lexicon in lexicons}
    ordinary = {word for lexicon in lexicons for word in folded_words(lexicon.ordinary)}
    single = {word for phrase in senses for word in phrase}
    return Vocabulary(
        MappingProxyType(dict(by_first)), MappingProxyType(stop), frozenset(ordinary | single).union(*stop.values())
    )


def _stop(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for text in lexicon.stop.split() for phrase in _forms(text, lexicon) for word in phrase)


def _listed(lexicon: Lexicon) -> Iterator[tuple[Kind, str, Phrase, bool]]:
    for kind, by_value in lexicon.phrases.items():
        for value, texts in by_value.items():
            for text in texts.split(","):
                for phrase in _forms(text, lexicon):
                    accented = not text.isascii()
                    yield kind, value, phrase, accented
                    if kind in TERMS and kind is not Kind.TYPE:
                        yield from ((Kind.TYPE, named, phrase, accented) for named in _types_named(phrase, lexicon))


def _types_named(phrase: Phrase, lexicon: Lexicon) -> set[str]:
    return {named for ending, named in lexicon.compounds.items() if any(word.endswith(ending) for word in phrase)}


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
