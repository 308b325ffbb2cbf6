"""Titles and synopses in several languages, out of one answer. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from adapters.metadata.tmdb.candidates import LONGEST_SYNOPSIS, language
from adapters.values import Record, record, records, text

_HOME = {"en": "US", "pt": "PT", "zh": "CN", "es": "ES", "fr": "FR", "de": "DE"}
"""Which country's words are meant by a language alone, where TMDB has several."""


def wanted_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """The tags to be read, English among them, each once."""
    return tuple(dict.fromkeys(["en", *(tag for tag in languages if tag)]))


def titles_in(answer: Record, languages: Sequence[str]) -> dict[str, str]:
    """Title by language tag; the original one where the language is that of the original."""
    found = {tag: _first(answer, tag, ("title", "name")) for tag in wanted_languages(languages)}
    original = text(answer.get("original_title")) or text(answer.get("original_name"))
    origin = language(answer.get("original_language"))
    english = text(answer.get("title")) or text(answer.get("name"))
    for tag, title in found.items():
        if not title:
            found[tag] = original if _tongue(tag) == origin else english if tag == "en" else ""
    return {tag: title for tag, title in found.items() if title}


def synopses_in(answer: Record, languages: Sequence[str]) -> dict[str, str]:
    """Synopsis by language tag."""
    found = {tag: _first(answer, tag, ("overview",)) for tag in wanted_languages(languages)}
    found["en"] = found["en"] or text(answer.get("overview"), LONGEST_SYNOPSIS)
    return {tag: synopsis for tag, synopsis in found.items() if synopsis}


def _first(answer: Record, tag: str, fields: tuple[str, ...]) -> str:
    return next((told for data in _translations(answer, tag) for name in fields if (told := _text(data, name))), "")


def _text(data: Mapping[str, object], name: str) -> str:
    return text(data.get(name), LONGEST_SYNOPSIS if name == "overview" else 500)


def _translations(answer: Record, tag: str) -> Iterator[Record]:
    """Those of the language, the right country's first."""
    tongue, _, country = tag.partition("-")
    country = country.upper() or _HOME.get(tongue, tongue.upper())
    entries = records(record(answer.get("translations")).get("translations"))
    mine = [entry for entry in entries if language(entry.get("iso_639_1")) == tongue.casefold()]
    for entry in sorted(mine, key=lambda entry: text(entry.get("iso_3166_1")) != country):
        yield record(entry.get("data"))


def _tongue(tag: str) -> str:
    return tag.partition("-")[0].casefold()
