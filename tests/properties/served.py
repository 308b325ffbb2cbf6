"""Small households whose media servers say who may open what; every title, person and shelf carries its own word."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from hypothesis import strategies as st

from engine.domain.items import Credit, CreditRole, MediaType
from engine.domain.media import (
    ExternalIds,
    Hdr,
    MediaFile,
    NowPlaying,
    Part,
    Playback,
    Player,
    Section,
    ServerAccount,
    ServerIdentity,
    ShelfItem,
    WatchedState,
)
from engine.ports.library import Control
from engine.testing.clock import START

GENRES = ("Drama", "Comedy", "Thriller", "Science Fiction", "Horror", "Crime")
ROLES = (CreditRole.DIRECTOR, CreditRole.ACTOR, CreditRole.WRITER)
LETTERS = "bcdfghjklmnpqrstvwxz"
KINDS = 8
PERSON, THEME, CYCLE, SHELF = 10_000, 20_000, 30_000, 40_000
TITLE, ORIGINAL, TOLD, LABEL, KEY, GERMAN = range(6)
FILES = (
    MediaFile(width=3840, height=2160, hdr=(Hdr.DOLBY_VISION,), video_codec="hevc", atmos=True, size=60 * 10**9),
    MediaFile(width=1920, height=1080, video_codec="h264", size=8 * 10**9),
)


@cache
def word(of: int, kind: int = 0) -> str:
    """Occurs nowhere else."""
    left = ((of * KINDS + kind) * 1_299_709 + 4_567_891) % 20**6
    signs: list[str] = []
    for _ in range(6):
        left, sign = divmod(left, 20)
        signs.append(LETTERS[sign])
    return "Zq" + "".join(signs)


@dataclass(slots=True)
class Told:
    """A media server as the household meets it; what it says is changed by the test. Fulfils ``MediaServer``."""

    id: str
    vendor: str
    shelves: dict[str, Section]
    titles: dict[str, ShelfItem] = field(default_factory=dict[str, ShelfItem])
    people: dict[str, ServerAccount] = field(default_factory=dict[str, ServerAccount])
    seen: dict[str, list[WatchedState]] = field(default_factory=dict[str, list[WatchedState]])
    barred: dict[str, frozenset[str]] = field(default_factory=dict[str, "frozenset[str]"])
    """Keys of titles that are kept from an account within the sections it may open parts of."""
    playlists: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Keys of titles by the token they were put there with."""
    in_use: bool = True

    async def identity(self) -> ServerIdentity:
        return ServerIdentity(self.id, self.vendor)

    async def sections(self) -> list[Section]:
        return [replace(one, count=self._count(one.key)) for one in self.shelves.values()]

    async def accounts(self) -> list[ServerAccount]:
        return list(self.people.values())

    async def items(self, section: str, *, start: int = 0) -> AsyncIterator[Sequence[ShelfItem]]:
        if found := [one for one in self.titles.values() if one.section == section][start:]:
            yield found

    async def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        del since
        async for page in self.items(section):
            yield page

    async def visible(
        self, account_id: str, part: Part, keys: Sequence[str] | None = None
    ) -> AsyncIterator[Sequence[str]]:
        own = [one.key for one in self.titles.values() if one.section == part.section]
        if found := [key for key in own if keys is None or key in keys]:
            yield [key for key in found if key not in self.barred[account_id]]

    async def item(self, key: str) -> ShelfItem | None:
        return self.titles.get(key)

    async def watched(self, account_id: str, token: str) -> AsyncIterator[Sequence[WatchedState]]:
        del token
        if found := self.seen.get(account_id):
            yield found

    async def history(self, since: datetime | None = None) -> AsyncIterator[Sequence[Playback]]:
        del since
        for page in list[list[Playback]]():
            yield page

    async def players(self, token: str = "") -> list[Player]:
        del token
        return [Player("tv", "Living room")]

    async def play(self, player_id: str, keys: Sequence[str], *, token: str = "", queue: bool = False) -> None:
        del player_id, keys, token, queue

    async def control(self, player_id: str, control: Control, *, token: str = "") -> None:
        del player_id, control, token

    async def now_playing(self) -> list[NowPlaying]:
        """Everybody began something while they could, and it goes on."""
        return [
            NowPlaying(f"on{place}", account, states[0].item_key, f"Playing {states[0].item_key}", "tv", "Living room")
            for place, (account, states) in enumerate(self.seen.items())
            if states
        ]

    def deep_link(self, key: str) -> str:
        return f"http://{self.id}.example/{key}"

    async def put_playlist(self, token: str, name: str, keys: Sequence[str], summary: str) -> None:
        del name, summary
        self.playlists[token] = frozenset(keys)

    async def put_collection(self, section: str, name: str, keys: Sequence[str], summary: str) -> None:
        del section, name, keys, summary

    async def save(self, token: str, media_type: str, ids: ExternalIds) -> bool:
        del token, media_type, ids
        return False

    async def close(self) -> None:
        """Nothing to close."""

    def opens(self, account_id: str) -> frozenset[str]:
        """Keys of the sections that the account may open, by what is said now."""
        account = self.people.get(account_id)
        if account is None or not account.active or not self.in_use:
            return frozenset()
        return frozenset(self.shelves) if account.sections is None else account.sections & frozenset(self.shelves)

    def shows(self, account_id: str, title: ShelfItem) -> bool:
        """Whether the account may open that copy, by what is said now."""
        if title.section in self.opens(account_id):
            return True
        partly = title.section in self.opens_partly(account_id)
        return partly and title.key not in self.barred[account_id]

    def opens_partly(self, account_id: str) -> frozenset[str]:
        """Keys of the sections of which the account may open a part."""
        account = self.people.get(account_id)
        if account is None or not account.active or not self.in_use:
            return frozenset()
        return frozenset(one.section for one in account.parts) & frozenset(self.shelves) - self.opens(account_id)

    def limit(self, account_id: str, section: str, code: int) -> None:
        """Keep some titles of the section from the account from now on; whether a title, is in the bits of ``code``."""
        account = self.people[account_id]
        opened = frozenset(self.shelves) if account.sections is None else account.sections
        kept = frozenset(one for one in account.parts if one.section != section)
        part = Part(section, f"{account_id}v{code % 2**16:x}")
        self.people[account_id] = replace(account, sections=opened - {section}, parts=kept | {part})
        own = [key for key, one in self.titles.items() if one.section == section]
        barred = {key for place, key in enumerate(own) if code >> place & 1}
        self.barred[account_id] = self.barred.get(account_id, frozenset()) - frozenset(own) | barred

    def _count(self, section: str) -> int:
        return sum(one.section == section for one in self.titles.values())


class Digits:
    """Takes choices out of one drawn number, so that it shrinks as a whole."""

    def __init__(self, number: int) -> None:
        self._left = number

    def below(self, end: int) -> int:
        self._left, digit = divmod(self._left, end)
        return digit


@dataclass(frozen=True, slots=True)
class Change:
    """Something that a server says from now on; ``where``, ``who`` and ``what`` are counted round."""

    kind: str
    where: int
    who: int
    what: int


CHANGES = (
    "unshared", "unshared", "unshared", "all unshared", "vanished", "locked out", "partly", "partly", "rerated",
    "rerated", "section gone", "moved",
    "taken off", "server gone", "new library", "new title", "shared",
)  # fmt: skip


@dataclass(slots=True, repr=False)
class Household:
    """What the servers say, and what is done."""

    servers: list[Told]
    people: list[list[tuple[str, str]]]
    """Everybody's accounts: vendor and id. The owner of all servers comes first."""
    changes: list[list[Change]]
    """In turns; after each, people go on."""
    stale: bool
    """Whether the catalogue is still the one from before the changes when people go on."""
    appointed: bool
    """Whether the second person is an administrator without owning a server."""
    seed: int
    """Of what people say and press."""

    def __repr__(self) -> str:
        """Whole, it would be longer than Hypothesis likes to write; it is the same again in the next run."""
        return f"Household(seed={self.seed}, servers={len(self.servers)}, people={len(self.people)})"


@st.composite
def households(draw: st.DrawFn) -> Household:
    """3–12 titles on 2–4 shelves of one or two servers, 2–4 people, one to four changes."""
    shape = Digits(draw(st.integers(0, 2**24 - 1)))
    servers = [_server("plex", 0, 2 + shape.below(2))]
    if shape.below(3) == 0:
        servers.append(_server("jellyfin", 10, 1 + shape.below(2)))
    count = draw(st.integers(3, 12))
    for number, code in enumerate(draw(st.lists(st.integers(0, 2**40), min_size=count, max_size=count))):
        _put_title(servers, number, Digits(code))
    people = _people(servers, draw(st.lists(st.integers(0, 2**32), min_size=1, max_size=3)))
    change = st.builds(Change, st.sampled_from(CHANGES), st.integers(0, 1), st.integers(0, 3), st.integers(0, 11))
    changes = draw(st.lists(st.lists(change, min_size=1, max_size=2), min_size=1, max_size=2))
    stale, appointed = shape.below(4) == 0, shape.below(4) == 0
    return Household(servers, people, changes, stale, appointed, draw(st.integers(0, 2**32)))


def _server(vendor: str, first: int, count: int) -> Told:
    kinds = (MediaType.MOVIE, MediaType.MOVIE, MediaType.TV)
    shelves = {str(n): Section(str(n), f"Shelf {word(SHELF + first + n)}", kinds[n % 3]) for n in range(count)}
    return Told(f"srv{first}", vendor, shelves)


def _put_title(servers: list[Told], number: int, code: Digits) -> None:
    server = servers[code.below(len(servers))]
    section = list(server.shelves.values())[code.below(len(server.shelves))]
    title = shelf_item(number, section, code)
    server.titles[title.key] = title
    if code.below(4) == 0:  # a second copy, which may lie where others may open it
        other = servers[code.below(len(servers))]
        alike = [one for one in other.shelves.values() if one.media_type is section.media_type]
        if alike:
            key = f"{6_000_001 + number * 1_009}"
            other.titles[key] = replace(title, key=key, section=alike[code.below(len(alike))].key, files=FILES[:1])


def shelf_item(number: int, section: Section, code: Digits) -> ShelfItem:
    """The title of that number as a server tells it."""
    known = code.below(3) > 0
    people = [f"Anna {word(PERSON + code.below(5))}", f"Bong {word(PERSON + code.below(5))}"]
    cast = tuple(dict.fromkeys(people))
    return ShelfItem(
        key=f"{7_000_001 + number * 1_009}",
        section=section.key,
        media_type=section.media_type or MediaType.MOVIE,
        title=word(number, TITLE) if code.below(2) else f"The Harbour of {word(number, TITLE)}",
        year=1960 + code.below(66) if code.below(8) else None,
        original_title=word(number, ORIGINAL) if code.below(2) else None,
        ids=ExternalIds(tmdb=tmdb_number(number)) if known else ExternalIds(),
        runtime=70 + code.below(90),
        genres=tuple(dict.fromkeys((GENRES[code.below(6)], GENRES[code.below(6)]))),
        credits=tuple(Credit(name, ROLES[code.below(3)], place) for place, name in enumerate(cast)),
        synopsis=f"A winter and a heist meet {word(number, TOLD)} in a quiet life.",
        language="en",
        labels=frozenset({word(number, LABEL).casefold()}),
        added_at=START - timedelta(days=1 + code.below(900)),
        files=FILES[code.below(2) :],
    )


def tmdb_number(number: int) -> int:
    return 9_400_003 + number * 1_301


def _people(servers: list[Told], codes: list[int]) -> list[list[tuple[str, str]]]:
    people = [[(one.vendor, "owner") for one in servers]]
    for server in servers:
        server.people["owner"] = ServerAccount("owner", "Olga", owner=True, sections=None)
    _watch(servers, people[0], Digits(codes[0] // 7))
    for number, number_code in enumerate(codes):
        code, own = Digits(number_code), list[tuple[str, str]]()
        for server in servers if code.below(2) else servers[:1]:
            # everybody but the owner may open what chance says, mostly nearly all of it
            opened = frozenset(key for key in server.shelves if code.below(4))
            name = f"acc{number}"
            server.people[name] = ServerAccount(name, f"Person{number}", sections=opened)
            if opened and code.below(3) == 0:
                server.limit(name, min(opened), code.below(4_093))
            own.append((server.vendor, name))
        people.append(own)
        _watch(servers, own, code)
    return people


def _watch(servers: list[Told], own: list[tuple[str, str]], code: Digits) -> None:
    """What they have seen and rated of what they may open at first."""
    accounts = dict(own)
    for server in servers:
        if (account := accounts.get(server.vendor)) is not None:
            reach = [one for one in server.titles.values() if server.shows(account, one)]
            server.seen[account] = [
                WatchedState(
                    account,
                    title.key,
                    title.media_type,
                    plays=1,
                    completion=1.0,
                    at=START - timedelta(days=3 + place),
                    rating=(None, 9.0, 2.0)[code.below(3)],
                )
                for place, title in enumerate(reach)
                if code.below(3) == 0
            ]
