"""The first line of ``ratings.csv``: what parts its cells, and what its columns are."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.evaluating.lines import bad_line

PERSON, TITLE, RATING, TIMESTAMP = "userId", "movieId", "rating", "timestamp"
COLUMNS = {"userid": PERSON, "movieid": TITLE, "rating": RATING, "timestamp": TIMESTAMP}
"""What is read, by its head in small letters without spaces and underscores."""
READ = frozenset(COLUMNS.values())
NEEDED = (PERSON, TITLE)
SEPARATORS = (",", ";", "\t", "|")


def head_of(lines: Iterable[str]) -> list[str]:
    """The first line with anything in it, and those before it."""
    head: list[str] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    return head


def separator(head: str) -> str:
    """What parts the heads so that most of them are known."""
    return max(SEPARATORS, key=lambda sign: len(_known(next(csv.reader([head], delimiter=sign), list[str]()))))


def _known(heads: Iterable[str]) -> set[str]:
    return set(map(_column, heads)) & READ


def _column(head: str) -> str:
    return COLUMNS.get("".join(head.casefold().replace("_", " ").split()), head)


def named(path: Path, heads: Sequence[str]) -> list[str]:
    """The columns' own names. Raises InvalidQuery: evaluate-bad-line."""
    columns = list(map(_column, heads))
    missing = [name for name in NEEDED if name not in columns]
    if not missing and RATING not in columns and set(columns) - READ:
        missing = [RATING]  # where there are others, one of them may be meant
    if missing:
        there = f"the first line is to name the columns, and says {', '.join(heads)}"[:120] if heads else "it is empty"
        raise bad_line(path, 1, f"no column {', '.join(missing)}; {there}")
    if twice := sorted(name for name in READ if columns.count(name) > 1):
        raise bad_line(path, 1, f"more than one column {', '.join(twice)}")
    return columns
