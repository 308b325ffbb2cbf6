"""What there is on the fake server. Titles are made when they are asked for, so that there may be very many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)
SEASONS, EPISODES = 2, 5
"""Of every series, and of every season."""


@dataclass(frozen=True)
class Title:
    """Where a film, series or episode stands; everything else follows from that."""

    kind: str
    shelf: int
    number: int
    part: int = -1
    """Of an episode, from 0."""

    @property
    def id(self) -> str:
        letter = {"Movie": "a", "Series": "b", "Episode": "c"}[self.kind]
        return f"{letter}{self.shelf:03x}{self.number:020x}{self.part + 1:08x}"

    @property
    def series(self) -> Title:
        return Title("Series", self.shelf, self.number)

    @property
    def season(self) -> int:
        return self.part // EPISODES + 1

    @property
    def episode(self) -> int:
        return self.part % EPISODES + 1

    @property
    def created(self) -> datetime:
        return FIRST_DAY + timedelta(minutes=self.number, seconds=self.part + 1)


def title_of(told: str) -> Title | None:
    kind = {"a": "Movie", "b": "Series", "c": "Episode"}.get(told[:1])
    if kind is None or len(told) != 32:
        return None
    return Title(kind, int(told[1:4], 16), int(told[4:24], 16), int(told[24:], 16) - 1)


@dataclass
class Shelf:
    """A library with ``count`` titles."""

    number: int
    name: str
    kind: str | None
    count: int
    language: str = "en"
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Fields that are otherwise, by the title's id."""
    saved: dict[str, datetime] = field(default_factory=dict)
    """When a title was written last, where that was not when it came."""
    gone: set[int] = field(default_factory=set)

    @property
    def id(self) -> str:
        return f"f{self.number:031x}"

    @property
    def path(self) -> str:
        return f"/media/{self.name.lower()}"

    def titles(self, kind: str) -> Iterator[Title]:
        """In the order in which they came."""
        of_shelf = "Series" if self.kind == "tvshows" else "Movie"
        numbers = (number for number in range(self.count) if number not in self.gone)
        if kind == of_shelf:
            yield from (Title(kind, self.number, number) for number in numbers)
        elif kind == "Episode" and of_shelf == "Series":
            for number in numbers:
                yield from (Title(kind, self.number, number, part) for part in range(SEASONS * EPISODES))


@dataclass
class State:
    """Where an account stands with a title."""

    played: bool = False
    count: int = 0
    position: int = 0
    """Ticks."""
    at: datetime | None = None
    rating: float | None = None
    favorite: bool = False


@dataclass
class Person:
    """An account."""

    id: str
    name: str
    admin: bool = False
    disabled: bool = False
    shelves: set[str] | None = None
    """None: all of them."""
    most: int | None = None
    """The highest age rating."""
    states: dict[str, State] = field(default_factory=dict)
    share: float = 0.0
    """Of all films and episodes, seen without a state of their own."""

    def state(self, title: Title) -> State:
        if told := self.states.get(title.id):
            return told
        luck = (title.number * 2_654_435_761 + (title.part + 2) * 40_503 + int(self.id[-4:], 16) * 97) % 10_000
        if title.kind == "Series" or luck >= self.share * 10_000:
            return State()
        return State(played=True, count=1, at=title.created + timedelta(days=365, seconds=luck))


@dataclass
class Linking:
    """A Quick Connect that somebody began."""

    secret: str
    code: str
    person: Person | None = None


@dataclass
class World:
    """The whole server."""

    name: str = "Den"
    api_key: str = "0123456789abcdef0123456789abcdef"
    id: str = "9" * 32
    shelves: list[Shelf] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    """Account by token."""
    sessions: list[dict[str, Any]] = field(default_factory=list)
    lists: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Playlists and collections: Type, Name, Ids, Owner, Shares, Overview."""
    linkings: list[Linking] = field(default_factory=list)
    quick_connect: bool = True
    ignores_accounts: bool = False
    """As 10.8 to 10.10 do where the API key asks for an account."""
    forbids_deletion: bool = False
    told: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """What players were told: session, command, query."""
    ratings: dict[str, int] = field(default_factory=dict)
    """Age rating by id of a title."""

    def shelf(self, name: str, kind: str | None, count: int, **told: Any) -> Shelf:
        self.shelves.append(made := Shelf(len(self.shelves), name, kind, count, **told))
        return made

    def person(self, name: str, **told: Any) -> Person:
        made = Person(f"d{len(self.people):031x}", name, **told)
        self.people[made.id] = made
        return made

    def token(self, person: Person) -> str:
        token = f"{len(self.tokens) + 1:032x}"
        self.tokens[token] = person.id
        return token

    def sees(self, person: Person | None, title: Title) -> bool:
        if person is None:
            return True
        shelf = self.shelves[title.shelf]
        if person.shelves is not None and shelf.id not in person.shelves:
            return False
        rated = self.ratings.get(title.series.id if title.kind == "Episode" else title.id, 0)
        return person.most is None or rated <= person.most
