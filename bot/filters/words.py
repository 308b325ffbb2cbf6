"""Every word by which a filter may be named, in all languages at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from engine.domain.genres import GENRES, SPELLINGS
from engine.domain.items import MediaType
from engine.domain.slate import Confidence

if TYPE_CHECKING:
    from bot.i18n import Translations, Translator

KEYS = (
    "type", "library", "genre", "not", "tag", "collection", "country", "language", "person", "year", "runtime",
    "confidence", "like", "without", "limit",
)  # fmt: skip
_LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kn ko lt lv mk ml mr ms nb nl no pl pt "
    "ro ru sk sl sq sr sv ta te th tl tr uk ur vi wo yi zh zu"
)
_COUNTRIES = (
    "AE AR AT AU BA BD BE BG BR CA CH CL CN CO CR CU CZ DE DK DZ EE EG ES ET FI FR GB GE GH GR HK HR HU ID IE IL IN IQ "
    "IR IS IT JM JO JP KE KR KZ LB LK LT LU LV MA MK ML MM MN MR MX MY NG NL NO NP NZ PE PH PK PL PS PT RO RS RU SE SG "
    "SI SK SN SY TH TN TR TW UA US UY VE VN ZA"
)
LANGUAGES = tuple(_LANGUAGES.split())
COUNTRIES = tuple(_COUNTRIES.split())
_LIKE_ENOUGH = 70
_ENDINGS = 3
"""Letters that an adjective's ending may have: koreanische, coréenne."""
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Folded words to what they mean."""

    keys: Mapping[str, str]
    genres: Mapping[str, str]
    languages: Mapping[str, str]
    countries: Mapping[str, str]
    media_types: Mapping[str, MediaType]
    confidence: Mapping[str, Confidence]
    negations: frozenset[str]
    fillers: frozenset[str]

    @classmethod
    def load(cls, translations: Translations) -> FilterWords:
        """From the texts of all languages."""
        speakers = [translations.to(locale) for locale in translations.locales]
        return cls(
            keys={word: key for key in KEYS for word in (key, *_words(speakers, f"filter-key-{key}"))},
            genres={fold(spelling): genre for spelling, genre in SPELLINGS.items()} | _genres(speakers),
            languages=_names(speakers, LANGUAGES, lambda speak, code: speak.language(code)),
            countries=_names(speakers, COUNTRIES, lambda speak, code: speak.country(code))
            | {word: code for code in ("US", "GB") for word in _words(speakers, f"filter-country-{code.lower()}")},
            media_types={word: kind for kind in MediaType for word in (kind, *_words(speakers, f"filter-type-{kind}"))},
            confidence={
                word: level for level in Confidence for word in (level, *_words(speakers, f"filter-sure-{level}"))
            },
            negations=frozenset(_words(speakers, "filter-not")),
            fillers=frozenset(_words(speakers, "filter-fillers")),
        )

    def genre(self, text: str) -> str | None:
        """The canonical genre."""
        return self.genres.get(fold(text))

    def language(self, text: str) -> str | None:
        """The ISO 639-1 code of a language, a two-letter code or an inflected adjective too."""
        folded = fold(text)
        return folded if folded in LANGUAGES and len(folded) == 2 else _stemmed(folded, self.languages)

    def country(self, text: str) -> str | None:
        """The ISO 3166 code of a country."""
        code = text.upper()
        return code if code in COUNTRIES else self.countries.get(fold(text))

    def nearest(self, word: str) -> str | None:
        """The known word most like ``word``, for a suggestion."""
        known = {*self.genres, *self.languages, *self.media_types, *(f"{key}:" for key in self.keys)}
        found = process.extractOne(fold(word), sorted(known), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        return None if found is None else found[0]


def fold(text: str) -> str:
    """Without case, accents and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).replace("-", " ").split())


def _words(speakers: list[Translator], key: str) -> Iterator[str]:
    for speak in speakers:
        if speak.has(key):
            yield from (fold(word) for word in speak.text(key).split(",") if word.strip())


def _genres(speakers: list[Translator]) -> dict[str, str]:
    named = {fold(name): genre for genre in GENRES for speak in speakers for name in (genre, speak.genre(genre))}
    for genre in GENRES:
        named |= dict.fromkeys(_words(speakers, f"filter-genre-{genre.casefold().replace(' ', '-')}"), genre)
    return named


def _names(
    speakers: list[Translator], codes: tuple[str, ...], name: Callable[[Translator, str], str]
) -> dict[str, str]:
    return {fold(name(speak, code)): code for speak in speakers for code in reversed(codes)}


def _stemmed(word: str, names: Mapping[str, str]) -> str | None:
    for ending in range(_ENDINGS + 1 if word.isalpha() else 1):
        stem = word[: len(word) - ending]
        if len(stem) < min(_SHORTEST_STEM, len(word)):
            return None
        if stem in names:
            return names[stem]
    return None
