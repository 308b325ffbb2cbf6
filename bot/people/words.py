"""Words that are typed after a command, in any of the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.filters.words import fold

if TYPE_CHECKING:
    from bot.call import Call


def words_of(call: Call, key: str) -> frozenset[str]:
    """The comma-separated words of the text ``key`` in all languages, folded."""
    translations = call.services.translations
    listed = [translations.to(locale).text(key) for locale in translations.locales]
    return frozenset(fold(word) for words in listed for word in words.split(",") if word.strip())


def is_yes(call: Call, typed: str) -> bool:
    return fold(typed) in words_of(call, "people-words-yes")


def is_no(call: Call, typed: str) -> bool:
    return fold(typed) in words_of(call, "people-words-no")


def without_yes(call: Call, typed: str) -> tuple[str, bool]:
    """What was typed before a last “yes”, and whether there was one."""
    before, _, last = typed.rpartition(" ")
    return (before.strip(), True) if is_yes(call, last) else (typed.strip(), False)
