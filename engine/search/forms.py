"""The forms under which a title is found, and the readings of what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from engine.domain.items import Item
from engine.search.fold import (
    fold,
    split_year,
    with_arabic_numbers,
    with_article_in_front,
    without_article,
    without_bracketed_year,
)

_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+")
_LEAST_SUBTITLE = 5


class Form(IntEnum):
    """How a key was made from an item."""

    FULL = 0
    NUMBERS = 1
    """Numerals and number words as digits."""
    BARE = 2
    """Without its leading article."""
    SUBTITLE = 3
    COLLECTION = 4


COST = (0.0, 0.01, 0.02, 0.09, 0.14)
"""What a match through each form loses."""
WHOLE_TITLE = (Form.FULL, Form.NUMBERS, Form.BARE)


def forms_of(item: Item) -> dict[str, Form]:
    """Every key of an item, with the best form it has there."""
    found: dict[str, Form] = {}
    for title in dict.fromkeys(title for title in (item.title, item.original_title, *item.titles.values()) if title):
        for key, form in title_forms(without_bracketed_year(title)):
            if key and form < found.get(key, len(COST)):
                found[key] = form
    if item.collection is not None and (key := fold(without_article(item.collection.name))):
        found.setdefault(key, Form.COLLECTION)
    return found


def title_forms(title: str) -> Iterator[tuple[str, Form]]:
    """Folded forms of one title."""
    title = with_article_in_front(title)
    full = fold(title)
    yield full, Form.FULL
    bare_title = without_article(title)
    bare = full if bare_title == title else fold(bare_title)
    if bare != full:
        yield bare, Form.BARE
    numbers = with_arabic_numbers(bare)
    if numbers != bare:
        yield numbers, Form.NUMBERS
    if ":" in title or " - " in title or "–" in title or "—" in title:
        subtitle = fold(_SUBTITLE.split(title)[-1])
        if len(subtitle) >= _LEAST_SUBTITLE and subtitle != full:
            yield subtitle, Form.SUBTITLE


def readings(typed: str) -> list[tuple[dict[str, float], int | None]]:
    """Ways to understand what was typed: folded texts with what each costs, and the year that was meant, if any."""
    found: list[tuple[dict[str, float], int | None]] = [(_texts(typed), None)] if fold(typed) else []
    without_year, year = split_year(typed)
    if year is not None and fold(without_year):
        return [*found, (_texts(without_year), year)]
    return found


def _texts(typed: str) -> dict[str, float]:
    costs: dict[str, float] = {}
    for text, form in title_forms(typed):
        if form in WHOLE_TITLE and text:
            costs.setdefault(text, COST[form])
    return costs
