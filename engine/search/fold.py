"""Bringing titles and names of any script into one comparable form."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 300
"""Characters of a title or query that are looked at; no title is longer."""

_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h",
    "&": " and ", "+": " and ",
})  # fmt: skip
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "＇": "'", "½": " 1/2", "⅓": " 1/3", "¼": " 1/4"}
)
_ACRONYM = re.compile(r"(?<!\w)(?:[^\W\d_][.*/·]){1,12}[^\W\d_]?(?!\w)")
_ACRONYM_MARKS = re.compile(r"[.*/·]")
_ASCII_GAPS = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset((
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una",
    "il", "lo", "gli", "i", "uno",
))  # fmt: skip
_ELISIONS = ("l'", "un'", "gl'")
_MOVED_ARTICLE = re.compile(
    r"^(.{1,280}\S),\s?(the|an?|der|die|das|eine?|les?|la|l'|une?|el|los|las|il|lo|gli|i)$", re.IGNORECASE
)
_YEAR_AT_END = re.compile(r"^(.*?)[\s,]*[(\[]?\b(18[89]\d|19\d\d|20\d\d)\b[)\]]?$", re.DOTALL)
_BRACKETED_YEAR = re.compile(r"\s*[(\[](18[89]\d|19\d\d|20\d\d)[)\]]$")
_PARTS = frozenset((
    "part", "chapter", "vol", "volume", "teil", "kapitel", "partie", "chapitre", "episode", "folge", "parte",
    "capitulo", "tome", "band",
))  # fmt: skip
_NUMBER_WORDS: dict[str, str] = dict(zip((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
), map(str, range(1, 14)), strict=True))  # fmt: skip
_ROMAN: dict[str, str] = dict(zip((
    "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
), map(str, range(2, 16)), strict=True))  # fmt: skip
_NUMBER_SIGNS = _PARTS | _NUMBER_WORDS.keys() | _ROMAN.keys()


def fold(text: str) -> str:
    """Lower-case letters and digits with single spaces: no accents, punctuation, controls or direction marks.

    A text that is nothing but signs (``$``, ``…``, an emoji) keeps them, so that it can still be told apart.
    """
    lowered = _lowered(text[:MAX_LENGTH])
    if lowered.isascii():
        return _ASCII_GAPS.sub(" ", lowered.replace("'", "")).strip() or _signs(lowered)
    kept = "".join([_kept(character) for character in lowered])
    return " ".join(kept.split()) or _signs(lowered)


def without_article(text: str) -> str:
    """``text`` as typed, a leading or moved article gone (“The Matrix”, “Matrix, The”, “L'Avventura”), else itself."""
    text = with_article_in_front(text.strip()[:MAX_LENGTH]).translate(_QUOTES)
    lowered = text.casefold()
    for elision in _ELISIONS:
        if lowered.startswith(elision) and len(text) > len(elision):
            return text[len(elision) :]
    first, _, rest = text.partition(" ")
    return rest.strip() if first.casefold() in _ARTICLES and rest.strip() else text


def with_article_in_front(text: str) -> str:
    """“Matrix, The” as “The Matrix”; anything else unchanged."""
    found = _MOVED_ARTICLE.match(text.strip()) if "," in text else None
    if found is None:
        return text
    title, article = found.groups()
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{title}"


def with_arabic_numbers(folded: str) -> str:
    """Roman numerals and small number words as digits, part markers before them dropped (“part two” is “2”)."""
    words = folded.split()
    if _NUMBER_SIGNS.isdisjoint(words):
        return folded
    out: list[str] = []
    for position, word in enumerate(words):
        number = word if word.isdigit() else _NUMBER_WORDS.get(word) or (_ROMAN.get(word) if position else None)
        if number is not None and len(out) > 1 and out[-1] in _PARTS:
            out.pop()
        out.append(number or word)
    return " ".join(out)


def split_year(text: str) -> tuple[str, int | None]:
    """A text and the year at its end: “Dune (2021)” and “dune 2021” are (“Dune”, 2021)."""
    found = _YEAR_AT_END.match(text.strip()[-MAX_LENGTH:])
    if found is None or not found.group(1).strip():
        return text, None
    return found.group(1).strip(), int(found.group(2))


def without_bracketed_year(title: str) -> str:
    """Some sources write the year into the title."""
    return (_BRACKETED_YEAR.sub("", title) or title) if title.endswith((")", "]")) else title


def _lowered(text: str) -> str:
    if text.isascii():
        lowered = text.lower()
        if "&" in lowered or "+" in lowered:
            lowered = lowered.translate(_LETTERS)
    else:
        lowered = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
        lowered = unicodedata.normalize("NFKD", lowered).translate(_LETTERS)
    if "." in lowered or "*" in lowered or "/" in lowered or "·" in lowered:
        return _ACRONYM.sub(lambda found: _ACRONYM_MARKS.sub("", found.group()), lowered)
    return lowered


def _kept(character: str) -> str:
    if character.isalnum():
        return character
    if unicodedata.combining(character) or character == "'":
        return ""
    category = unicodedata.category(character)
    if category[0] == "M":
        return character
    return "" if category == "Cf" else " "


def _signs(lowered: str) -> str:
    shown = [c for c in lowered if unicodedata.category(c)[0] not in "CZM"]
    return "".join(shown)
