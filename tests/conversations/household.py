"""A household with three languages, closed shelves and a few hostile titles, behind the console."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from adapters.chat.console.adapter import Console
from adapters.chat.console.settings import Terminal
from bot.dispatcher import Dispatcher
from bot.gateway import Gateway
from bot.i18n import Translations
from bot.services import Services
from bot.settings import Settings
from bot.vocabulary import Account, Answer, Card, Choice, Invocation, Press, Room, Text
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, Library, MediaType
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from engine.intake import Intake
from engine.ports.clock import Clock, Ids
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import START, CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder

LOCALES = Path(__file__).parents[2] / "locales"
TRANSLATIONS = Translations(LOCALES, strict=True)
FILMS, SERIES, ATTIC = Library("films", "Films"), Library("series", "Series"), Library("attic", "Attic")
SECRET = "movie:666"
SECRET_TITLE = "The Locked Attic Tapes"
HOSTILE = {
    "movie:701": "\x1b[2J\x1b]0;owned\x07Clear Screen\r\nFalse Line",
    "movie:702": "\u202egnorts si eltit siht",
    "movie:703": "ואלס עם באשיר",
    "movie:704": "👩‍👩‍👧‍👦 The *Family* <b>_Film_</b> & Co.",
    "movie:705": "万引き家族" * 30,
    "movie:706": "An Unending Title " * 17,
    "movie:707": "{ $title } -not:horror [x] /quit",
}
_GENRES = ("Drama", "Comedy", "Thriller", "Science Fiction", "Horror", "Romance", "Crime")
_WORDS = ("harbour", "winter", "sisters", "heist", "robots", "letters", "mountain", "train")
_NAMED = (
    ("movie:496243", "Parasite", 2019, ("Thriller", "Comedy", "Drama"), "ko", "KR", "Bong Joon Ho", 132),
    ("movie:11423", "Memories of Murder", 2003, ("Crime", "Drama", "Thriller"), "ko", "KR", "Bong Joon Ho", 132),
    ("movie:1255", "The Host", 2006, ("Horror", "Drama", "Science Fiction"), "ko", "KR", "Bong Joon Ho", 120),
    ("movie:841", "Dune", 1984, ("Science Fiction", "Adventure"), "en", "US", "David Lynch", 137),
    ("movie:438631", "Dune", 2021, ("Science Fiction", "Adventure"), "en", "US", "Denis Villeneuve", 155),
    ("movie:105", "Back to the Future", 1985, ("Comedy", "Adventure"), "en", "US", "Robert Zemeckis", 116),
    ("movie:568", "Apollo 13", 1995, ("Drama", "History"), "en", "US", "Ron Howard", 140),
)


def titles() -> list[Item]:
    """Some sixty titles."""
    named = [_named(*facts) for facts in _NAMED]
    films = [_film(number) for number in range(1, 46)]
    hostile = [_film(int(key.partition(":")[2]), title=title) for key, title in HOSTILE.items()]
    secret = _film(666, title=SECRET_TITLE, library="attic", director="Bong Joon Ho")
    return [*named, *films, *hostile, secret]


def _named(
    key: str, title: str, year: int, genres: tuple[str, ...], language: str, country: str, director: str, runtime: int
) -> Item:
    return Item(
        id=key,
        media_type=MediaType.MOVIE,
        title=title,
        year=year,
        runtime=runtime,
        genres=genres,
        language=language,
        countries=(country,),
        credits=(Credit(director, CreditRole.DIRECTOR),),
        synopses={"en": f"{title}: a film of {year}.", "de": f"{title}: ein Film von {year}."},
        vote_average=8.1,
        vote_count=9_000,
        library_ids=frozenset({"films"}),
        added_at=START - timedelta(days=200),
    )


def _film(number: int, *, title: str = "", library: str = "films", director: str = "") -> Item:
    genres = tuple(dict.fromkeys((_GENRES[number % 7], _GENRES[(number * 3 + 1) % 7])))
    word, other = _WORDS[number % 8], _WORDS[(number // 8) % 8]
    return Item(
        id=f"movie:{number}",
        media_type=MediaType.MOVIE,
        title=title or f"The {word.title()} of {number}",
        titles={} if title else {"de": f"{word.title()} Nummer {number}"},
        year=1960 + number % 60,
        runtime=80 + number % 60,
        genres=genres,
        keywords=(word, other),
        countries=("KR",) if number % 5 == 0 else ("GB",),
        language="ko" if number % 5 == 0 else "en",
        synopses={"en": f"A {word} and a {other} change a quiet life."},
        credits=(Credit(director or f"Director {number % 9}", CreditRole.DIRECTOR),),
        collection=Collection("Harbour Cycle", number // 8 + 1) if number % 8 == 0 and number < 30 else None,
        vote_average=5.5 + number % 40 / 10,
        vote_count=100 * number + 50,
        library_ids=frozenset({library}),
        added_at=START - timedelta(days=number % 300),
    )


def history(viewer_id: str) -> list[Interaction]:
    """Sixteen finished, three given up."""
    seen = [(f"movie:{number}", 1.0) for number in range(2, 44, 3)] + [("movie:11423", 1.0), ("movie:1255", 0.95)]
    dropped = [(f"movie:{number}", 0.05) for number in (4, 7, 10)]
    return [
        Interaction(
            id=f"{viewer_id}-{item_id}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.WATCH,
            at=START - timedelta(days=9 * place + 3, hours=place % 7),
            completion=share,
        )
        for place, (item_id, share) in enumerate((*seen, *dropped))
    ]


PEOPLE = (
    Viewer("v-anna", "Anna", "en", Role.MEMBER, frozenset({"films", "series"})),
    Viewer("v-ben", "Ben", "de", Role.MEMBER, frozenset({"films"})),
    Viewer("v-chloe", "Chloé", "fr", Role.MEMBER, frozenset({"films"})),
    Viewer("v-owner", "Olga", "en", Role.ADMIN, frozenset({"films", "series", "attic"})),
    Viewer("v-none", "Nemo", "en", Role.MEMBER, frozenset()),
)


@dataclass(slots=True)
class House:
    """Services over one store, and ways to talk to them."""

    services: Services
    storage: Storage
    clock: SteppedClock
    ids: CountedIds
    gateway: Gateway
    updates: int = 0
    shown: list[Answer] = field(default_factory=list[Answer])

    async def say(self, line: str, who: str = "v-anna", *, command: str = "mood", room: str = "r") -> Answer:
        """One message of ``who``, as a chat platform would hand it on."""
        self.updates += 1
        account = Account("chat", who)
        said = Invocation(f"u{self.updates}", account, Room(room), command, line, self.clock.now())
        self.shown.append(await self.gateway.invoke(said))
        return self.shown[-1]

    async def press(self, token: str, who: str = "v-anna", *, update: str | None = None, room: str = "r") -> Answer:
        """One pressed button."""
        self.updates += 1
        press = Press(update or f"u{self.updates}", Account("chat", who), Room(room), token, self.clock.now())
        self.shown.append(await self.gateway.press(press))
        return self.shown[-1]

    async def restart(self) -> None:
        """A new process over the same store."""
        self.services = await services_over(self.storage, self.clock, self.ids, demo=self.services.demo)
        self.gateway = Dispatcher(self.services)

    async def transcript(self, *lines: str, who: str = "v-anna") -> str:
        """The lines typed at a console of ``who``'s, and all that was printed."""
        terminal = Terminal(interactive=False, styled=False, account=Account("chat", who))
        out = io.StringIO()
        console = Console(self.gateway, self.services, terminal, _Typed(lines), out=out)
        await console.run()
        return out.getvalue()

    async def facts(self, who: str = "v-anna", item_id: str = "movie:496243") -> list[Interaction]:
        """What is stored of one person and title."""
        async with self.storage.unit() as unit:
            return [fact for fact in await unit.interactions.of_viewer(who) if fact.item_id == item_id]


class _Typed:
    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    async def next(self) -> str | None:
        return next(self._lines, None)


async def open_house(*, demo: bool = False, empty: bool = False) -> House:
    """The household; ``empty``: a fresh installation with titles and nobody."""
    storage, clock, ids = MemoryStorage(), SteppedClock(), CountedIds()
    await furnish(storage, () if empty else PEOPLE)
    services = await services_over(storage, clock, ids, demo=demo)
    return House(services, storage, clock, ids, Dispatcher(services))


async def furnish(storage: Storage, people: Iterable[Viewer] = PEOPLE) -> None:
    """Titles, shelves and people, with accounts on the platform ``chat``."""
    async with storage.unit() as unit:
        await unit.libraries.upsert([FILMS, SERIES, ATTIC])
        await unit.items.upsert(titles())
        for viewer in people:
            await unit.viewers.add(viewer)
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
            await unit.viewers.link(Identity("chat", viewer.id, viewer.id))
            if viewer.id != "v-none":
                await unit.interactions.add(history(viewer.id))


async def services_over(storage: Storage, clock: Clock, ids: Ids, *, demo: bool) -> Services:
    """The engine over a store, with titles embedded."""
    embedder = WordEmbedder()
    snapshots = Snapshots(storage=storage, vectors=MemoryVectors(), embedder=embedder)
    await snapshots.refresh()
    await snapshots.embed_missing()
    profiles = Profiles(storage=storage, snapshots=snapshots)
    return Services(
        settings=Settings(),
        storage=storage,
        snapshots=snapshots,
        profiles=profiles,
        recommender=Recommender(
            storage=storage, snapshots=snapshots, profiles=profiles, embedder=embedder, clock=clock, ids=ids
        ),
        intake=Intake(storage=storage, profiles=profiles, snapshots=snapshots, clock=clock, ids=ids),
        embedder=embedder,
        translations=TRANSLATIONS,
        clock=clock,
        ids=ids,
        page_url="http://127.0.0.1:8420",
        demo=demo,
    )


def said(answer: Answer) -> str:
    """All texts of an answer."""
    words = [part.text for part in answer.parts if isinstance(part, Text)]
    words += [part.prompt for part in answer.parts if isinstance(part, Choice)]
    return "\n".join([answer.toast, *words]).strip()


def cards(answer: Answer) -> list[Card]:
    return [part for part in answer.parts if isinstance(part, Card)]


def name(card: Card) -> str:
    """As much of a card's title as is told in a sentence."""
    return card.title[:60]


def choices(answer: Answer) -> dict[str, str]:
    """Label to token."""
    found = [action for part in answer.parts if isinstance(part, Choice) for action in part.actions]
    return {action.label: action.token for action in found}


def token(answer: Answer, verb: str, number: int = 1) -> str:
    """The token of a card's button."""
    card = next(card for card in cards(answer) if card.number == number)
    return next(action.token for action in card.actions if action.token.startswith((f"{verb}:", f"choose:{verb}:")))
