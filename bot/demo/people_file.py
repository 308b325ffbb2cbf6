"""Reads one person of the demo household: who they are, and what they watched when.

A history line is ``days-ago start how-far title (year)``, with ``*9`` behind it for a rating.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from engine.domain.viewers import Role

FOLDER = Path(__file__).parent / "people"
_LINE = re.compile(
    r"(?P<days>\d{1,4}) (?P<clock>\d{2}:\d{2}) (?P<far>\d{1,3})% "
    r"(?P<title>.+?) \((?P<year>\d{4})\)(?: \*(?P<rating>\d{1,2}))?"
)


class BadPeopleFile(ValueError):
    """A line that cannot be read; says which."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One evening (or afternoon) with one title."""

    days_ago: int
    start: time
    completion: float
    title: str
    year: int
    rating: float | None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    name: str
    locale: str
    role: Role
    libraries: tuple[str, ...]
    sittings: tuple[Sitting, ...]

    @property
    def id(self) -> str:
        """Their viewer id."""
        return f"demo-{self.name.lower()}"


def household() -> tuple[DemoPerson, ...]:
    """Everybody in the demo, the person it opens with first."""
    people = [read_person(path) for path in sorted(FOLDER.glob("*.txt"))]
    return tuple(sorted(people, key=lambda person: (person.role is not Role.ADMIN, person.name)))


def read_person(path: Path) -> DemoPerson:
    """The person described in ``path``. Raises BadPeopleFile."""
    facts: dict[str, str] = {}
    sittings: list[Sitting] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if line[0].isdigit():
            sittings.append(_sitting(line, f"{path.name}:{number}"))
        else:
            name, _, value = line.partition(":")
            facts[name.strip()] = value.strip()
    libraries = tuple(part.strip() for part in facts["libraries"].split(","))
    return DemoPerson(facts["name"], facts["locale"], Role(facts["role"]), libraries, tuple(sittings))


def _sitting(line: str, where: str) -> Sitting:
    match = _LINE.fullmatch(line)
    if match is None:
        raise BadPeopleFile(f"{where}: not 'days start far% title (year)': {line}")
    return Sitting(
        days_ago=int(match["days"]),
        start=time.fromisoformat(match["clock"]),
        completion=int(match["far"]) / 100,
        title=match["title"],
        year=int(match["year"]),
        rating=float(match["rating"]) if match["rating"] else None,
    )
