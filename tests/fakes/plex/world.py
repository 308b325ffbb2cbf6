"""What a Plex server and plex.tv know: who may open what, what is there, who watched what."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.plex import titles

MACHINE = "85a28b6ea2b35c1a10cbdd967b74117a45e8694f"
OWNER = 12_345
OWNER_TOKEN = "owner-token-Sw0rdfish"
HISTORY_BEGINS = 1_500_000_000
HISTORY_STEP = 60
SECTIONS = {
    "1": {"title": "Movies", "type": "movie", "cloud": 118_181_361},
    "2": {"title": "TV Shows", "type": "show", "cloud": 118_251_661},
    "3": {"title": "Music", "type": "artist", "cloud": 118_251_663},
}

_LITTLE = ("G", "TV-Y", "TV-G")
PROFILES = {"little_kid": _LITTLE, "older_kid": (*_LITTLE, "PG", "TV-PG", "TV-Y7")}


@dataclass
class Person:
    """An account on plex.tv; managed ones have neither user name nor address."""

    id: int
    username: str = ""
    title: str = ""
    email: str = ""
    home: bool = False
    restricted: bool = False
    sections: set[str] = field(default_factory=set)
    all_libraries: bool = False
    accepted: bool = True
    shared: bool = True
    """False: knows the owner, but not the server."""
    filters: dict[str, str] = field(default_factory=dict)
    """filterAll, filterMovies, filterTelevision, as plex.tv writes them."""
    profile: str = ""
    """restrictionProfile of somebody managed."""
    state: dict[int, dict[str, Any]] = field(default_factory=dict)
    """viewCount, viewOffset, lastViewedAt, userRating by title."""


@dataclass
class PlexWorld:
    """``movies`` films, ``shows`` series and ``history`` rows are made when they are asked for."""

    movies: int = 40
    shows: int = 10
    history: int = 100
    people: dict[int, Person] = field(default_factory=dict)
    tokens: dict[str, int] = field(default_factory=lambda: {OWNER_TOKEN: OWNER})
    """Of plex.tv."""
    players: list[dict[str, str]] = field(default_factory=list)
    devices: list[dict[str, Any]] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By title: what differs from what its number makes."""
    rows: list[dict[str, Any]] = field(default_factory=list)
    """Rows of the history after those that are made."""
    keys: dict[str, list[int]] = field(default_factory=dict)
    """Titles by section, in order of when they were added."""
    watchlists: dict[int, set[str]] = field(default_factory=dict)
    pins: dict[int, dict[str, Any]] = field(default_factory=dict)
    streams_in_lists: bool = True
    labels_in_lists: bool = True
    only_named_elements: bool = False
    """Whether naming elements leaves out all others."""

    def __post_init__(self) -> None:
        self.people.setdefault(OWNER, Person(OWNER, "owner", "The Owner", "owner@example.invalid", home=True))
        self.keys.setdefault("1", list(range(1, self.movies + 1)))
        self.keys.setdefault("2", [titles.SHOWS + number for number in range(1, self.shows + 1)])
        self.keys.setdefault("3", [])

    def add(self, person: Person, token: str = "") -> Person:
        """Somebody on plex.tv, signed in with ``token`` where it is given."""
        self.people[person.id] = person
        if token:
            self.tokens[token] = person.id
        return person

    def account(self, token: str) -> Person | None:
        """Whose token of plex.tv it is."""
        number = self.tokens.get(token)
        return self.people.get(number) if number is not None else None

    def opens(self, token: str) -> Person | None:
        """Whose key to the server it is: the owner's token, or what plex.tv gives out for this server."""
        if token == OWNER_TOKEN:
            return self.people[OWNER]
        number = token.removeprefix(f"server-{MACHINE[:6]}-")
        person = self.people.get(int(number)) if number.isdecimal() and number != token else None
        return person if person and self.has_access(person) else None

    def server_token(self, person: Person) -> str:
        return f"server-{MACHINE[:6]}-{person.id}"

    def has_access(self, person: Person) -> bool:
        return person.id == OWNER or (person.shared and person.accepted)

    def may_open(self, person: Person, section: str) -> bool:
        return person.id == OWNER or person.all_libraries or section in person.sections

    def sees(self, person: Person, key: int) -> bool:
        """Whether the person's filters let them see it; a part of a series as its series."""
        if key >= titles.EPISODES:
            key = titles.SHOWS + (key - titles.EPISODES) // titles.PER_SHOW + 1
        told = titles.made(key) | self.changes.get(key, {})
        labels = [entry["tag"] for entry in told.get("Label", [])]
        own = person.filters.get("filterTelevision" if told["type"] == "show" else "filterMovies", "")
        written = [own, person.filters.get("filterAll", "")]
        if person.profile:
            written.append("contentRating=" + "%2C".join(PROFILES[person.profile]))
        return all(_lets(one, told.get("contentRating", ""), labels) for one in written if one)

    def title(self, key: int, person: Person) -> dict[str, Any]:
        """With what this person did with it, never with what another did."""
        told = titles.made(key) | self.changes.get(key, {})
        state = dict(person.state.get(key, {}))
        if told["type"] == "show":
            state.setdefault("viewedLeafCount", 0)
        return told | state

    def there(self, key: int) -> str:
        """The section a title lies in; empty where there is no such title."""
        if key >= titles.EPISODES:
            key = titles.SHOWS + (key - titles.EPISODES) // titles.PER_SHOW + 1
        return next((section for section, keys in self.keys.items() if _holds(keys, key)), "")

    def history_size(self) -> int:
        return self.history + len(self.rows)

    def history_row(self, number: int) -> dict[str, Any]:
        """In order of time, from 0."""
        if number >= self.history:
            return self.rows[number - self.history]
        people = sorted(self.people)
        account = people[number % len(people)]
        film = number % 3 != 2
        title = titles.movie(number % max(1, self.movies) + 1) if film else titles.episode(number % (self.shows * 20))
        row = {name: title[name] for name in ("key", "ratingKey", "title", "type")}
        if not film:
            row |= {name: title[name] for name in ("grandparentKey", "grandparentTitle", "index", "parentIndex")}
        return row | {
            "historyKey": f"/status/sessions/history/{number + 1}",
            "librarySectionID": str(title["librarySectionID"]),
            "viewedAt": HISTORY_BEGINS + number * HISTORY_STEP,
            "accountID": 1 if account == OWNER else account,
            "deviceID": 7,
        }

    def first_after(self, moment: int) -> int:
        """Number of the first row of the history that is not before ``moment``."""
        return bisect_left(range(self.history_size()), moment, key=lambda number: self.history_row(number)["viewedAt"])


def _lets(written: str, rating: str, labels: list[str]) -> bool:
    """As Plex has it: something that is allowed, by rating or by label, and nothing that is excluded."""
    allowed, excluded = list[bool](), list[bool]()
    for condition in written.split("|"):
        name, _, values = condition.partition("=")
        listed = values.replace("%20", " ").split("%2C")
        met = any(label in listed for label in labels) if name.startswith("label") else rating in listed
        (excluded if name.endswith("!") else allowed).append(met)
    return (not allowed or any(allowed)) and not any(excluded)


def _holds(keys: list[int], key: int) -> bool:
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at] == key
