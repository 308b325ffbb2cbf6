"""What a language's file declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.mood.kinds import Kind

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language. Phrases are comma-separated; accents, case, hyphens and apostrophes do not matter."""

    language: str
    phrases: Mapping[Kind, Mapping[str, str]]
    """Phrases per kind and value (the value is empty where the kind has none)."""
    stop: str
    """Words that say nothing by themselves."""
    endings: tuple[str, ...] = ("",)
    """What a ``~`` at the end of a word stands for."""
    ordinary: str = ""
    """Further everyday words that are also titles; lower-case they are not taken for one."""
    clashes: str = ""
    """Phrases that mean something else in another of the languages: heard only where the text is in this one."""
    compounds: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Ends of words that name a media type besides (“Kriegsfilm” is a film)."""
    spellings: tuple[tuple[str, str], ...] = ()
    """How accented letters are typed without the accent, where that is not just the letter."""
