"""One language: Fluent texts from ``locales/<tag>/*.ftl``, numbers, dates and lists from Babel."""

from __future__ import annotations

import itertools
import logging
import numbers
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from typing import cast

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import NumberPattern, format_percent, parse_pattern
from fluent.runtime import FluentBundle

from bot.i18n.phrases import Phrase, phrase_of
from bot.i18n.typography import (
    FIRST_STRONG_ISOLATE,
    POP_ISOLATE,
    harmless,
    has_right_to_left,
    one_line,
    settled,
    shortened,
)
from engine.domain.items import Item, MediaType
from engine.errors import RecommendarrError, SourceUnavailable

_log = logging.getLogger(__name__)
_LONGEST_ARGUMENT = 2_400  # the Fluent runtime refuses more than 2,500 characters in one place
_LONGEST_FACT = 200
_NUMBERS = 4_096
"""Numbers whose text is kept."""
_TOLD = 4_096
"""Texts that are kept as they were told last."""
_KEPT = frozenset({str, int})
_NEVER_GROUPED = frozenset({"year", "port"})


class Translator:
    """One language. ``locale`` is its tag, as its folder is named."""

    def __init__(
        self, locale: str, bundle: FluentBundle, fallback: Translator | None = None, *, strict: bool = False
    ) -> None:
        self.locale = locale
        self._bundle = bundle
        self._fallback = fallback
        self._strict = strict
        self._phrases: dict[str, Phrase] = {}
        self._variants: dict[str, int] = {}
        self._again = lru_cache(_TOLD)(self._told)

    def has(self, key: str) -> bool:
        """Whether this language itself has ``key`` (``message`` or ``message.attribute``)."""
        return self._phrase(key) is not None

    def variants(self, stem: str) -> int:
        """How many phrasings ``stem-1``, ``stem-2`` … there are; KeyError where there is none."""
        if (known := self._variants.get(stem)) is not None:
            return known
        speaker = self if self.has(f"{stem}-1") or self._fallback is None else self._fallback
        count = next(number for number in itertools.count() if not speaker.has(f"{stem}-{number + 1}"))
        if not count:
            raise KeyError(f"{stem}-1")
        self._variants[stem] = count
        return count

    def text(self, key: str, **arguments: object) -> str:
        """The text of ``key``; ``year`` and ``port`` stay plain digits, other numbers are written by locale."""
        phrase = self._phrases.get(key) or self._phrase(key)
        if phrase is None:
            return self._missing(key, arguments)
        if phrase.constant is not None:
            return phrase.constant
        # Nothing else that arguments may be is equal only to what is told by the same words: 1, 1.0 and True are not.
        if _KEPT.issuperset(map(type, arguments.values())):
            return self._again(key, tuple(arguments.items()))
        return self._told(key, tuple(arguments.items()))

    def _told(self, key: str, arguments: tuple[tuple[str, object], ...]) -> str:
        phrase = self._phrases[key]
        names = phrase.names
        filled = {name: self._argument(name, value) for name, value in arguments if name in names}
        joined = phrase.joined(filled)
        text = settled(self._resolved(key, phrase, filled) if joined is None else joined)
        if not names:
            phrase.constant = text
        return text

    def number(self, x: float, decimals: int = 0) -> str:
        """``x`` rounded half to even to ``decimals`` places, with the language's separators and a real minus."""
        return _decimal(self._regional, x, decimals)

    def signed(self, x: float, decimals: int = 1) -> str:
        """As ``number``, with its sign: a plus or a real minus, none for nought."""
        written = self.number(abs(x), decimals)
        if written == self.number(0, decimals):
            return written
        return ("+" if x > 0 else "\N{MINUS SIGN}") + written

    def ordinal(self, n: int) -> str:
        """The form of n’s ordinal for Fluent to select on: one, two, few, other (1st, 2nd, 3rd, 4th)."""
        return self._regional.ordinal_form(n)

    def percent(self, share: float) -> str:
        """``share`` 0–1 as whole percent."""
        return _percent(self._regional, share)

    def date(self, day: date) -> str:
        """The day in full: 15 March 2026."""
        return format_date(day, format="long", locale=self._regional)

    def month(self, day: date) -> str:
        """Month and year: March 2026."""
        return format_skeleton("yMMMM", day, locale=self._regional)

    def list(self, items: Iterable[str], *, either: bool = False) -> str:
        """“a, b and c”, or “a, b or c”; empty for none."""
        words = tuple(items)
        if len(words) <= 1:
            return "".join(words)
        return format_list(words, style="or" if either else "standard", locale=self._regional)

    def minutes(self, n: float) -> str:
        """A length of time: 1 h 52 min."""
        hours, rest = divmod(max(round(n), 0), 60)
        if not hours:
            return self.text("duration-minutes", minutes=rest)
        return self.text("duration-both" if rest else "duration-hours", hours=hours, minutes=rest)

    def genre(self, name: str) -> str:
        """A genre as a heading; one that is not ours stays as it is."""
        return self._named("genre", name, "", name)

    def genre_within(self, name: str) -> str:
        """A genre as it is written within a sentence."""
        return self._named("genre", name, ".within", self.genre(name))

    def tone(self, word: str) -> str:
        """A tone by its name (“funny”); any other word stays as it is."""
        return self._named("tone", word, "", word)

    def language(self, code: str) -> str:
        """A language's name by ISO 639 code."""
        names = cast("Mapping[str, str]", self._regional.languages)
        return names.get(code.casefold(), code)

    def country(self, code: str) -> str:
        """A country's name by ISO 3166 alpha-2 code."""
        names = cast("Mapping[str, str]", self._regional.territories)
        return names.get(code.upper(), code)

    def domain(self, media_type: MediaType) -> str:
        """What one title of that kind is called: Film, Series …"""
        return self.text(f"domain-{media_type}")

    def title(self, item: Item) -> str:
        """The title this reader knows, on one line."""
        return one_line(item.title_in(self.locale))

    def quoted(self, words: str) -> str:
        """``words`` in the language's quotation marks."""
        return self.text("quoted", words=words)

    def isolated(self, words: str) -> str:
        """``words`` so that their writing direction stays their own; unchanged where it is from left to right."""
        line = one_line(words)
        return f"{FIRST_STRONG_ISOLATE}{line}{POP_ISOLATE}" if has_right_to_left(line) else line

    def error(self, error: RecommendarrError) -> str:
        """What happened, what was kept, and what to do next."""
        key = error.key if error.key.startswith("error-") else f"error-{error.key}"
        known = self.has(key) or (self._fallback is not None and self._fallback.has(key))
        brief = {
            name: shortened(fact, _LONGEST_FACT) if isinstance(fact, str) else fact
            for name, fact in error.arguments.items()
        }
        told = self.text(key, **brief) if known else self.text("error-unexpected")
        if isinstance(error, SourceUnavailable) and error.retry_after:
            return f"{told} {self.text('error-retry-after', wait=self.minutes(max(error.retry_after / 60, 1)))}"
        return told

    @cached_property
    def _regional(self) -> Locale:
        return Locale.parse(self.text("regional-format").replace("-", "_"))

    def _named(self, family: str, name: str, attribute: str, otherwise: str) -> str:
        key = f"{family}-{'-'.join(name.casefold().split())}{attribute}"
        return self.text(key) if key.isascii() and self.has(key) else otherwise

    def _missing(self, key: str, arguments: dict[str, object]) -> str:
        if self._strict:
            raise KeyError(f"{key} is not translated into {self.locale}")
        if self._fallback:
            return self._fallback.text(key, **arguments)
        _log.error("no text for %s", key)
        return key

    def _resolved(self, key: str, phrase: Phrase, filled: dict[str, str | int | float]) -> str:
        """As the Fluent runtime reads it."""
        text, problems = self._bundle.format_pattern(phrase.pattern, filled)
        if problems:
            if self._strict:
                raise KeyError(f"{key} ({self.locale}): {problems[0]}")
            _log.warning("text %s in %s: %s", key, self.locale, problems[0])
        return str(text)

    def _phrase(self, key: str) -> Phrase | None:
        """What is known is kept; what is not is looked for again, so that hostile keys are not collected."""
        if (known := self._phrases.get(key)) is not None:
            return known
        message, _, attribute = key.partition(".")
        if not self._bundle.has_message(message):
            return None
        found = self._bundle.get_message(message)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            return None
        self._phrases[key] = phrase = phrase_of(self._bundle, pattern)
        return phrase

    def _argument(self, name: str, value: object) -> str | int | float:
        if type(value) is str:
            return _short(harmless(value))
        if name in _NEVER_GROUPED or isinstance(value, bool):
            return str(value).casefold()
        if isinstance(value, numbers.Integral):
            return int(value)
        if isinstance(value, numbers.Real):
            return float(value)
        if isinstance(value, datetime | date):
            return self.date(value)
        return _short(harmless("" if value is None else str(value)))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_ARGUMENT else words[: _LONGEST_ARGUMENT - 1] + "…"


@lru_cache(_NUMBERS, typed=True)
def _decimal(regional: Locale, x: float, decimals: int) -> str:
    # To the cache, nought is the same with either sign.
    return _decimal_pattern(decimals).apply(x or 0, regional).replace("-", "\N{MINUS SIGN}")


@lru_cache(_NUMBERS, typed=True)
def _percent(regional: Locale, share: float) -> str:
    return format_percent(share or 0, locale=regional)


@cache
def _decimal_pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))
