"""A made-up household with two shelves, for tests of the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from bot.i18n import Translations
from bot.services import Services
from bot.settings import Settings
from bot.web.server import RunningServer, start_server
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, Library, MediaType
from engine.domain.viewers import Role, Viewer
from engine.intake import Intake
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import START, CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder

LOCALES = Path(__file__).parents[3] / "locales"
OPEN, CLOSED = Library("films", "Films", MediaType.MOVIE), Library("attic", "Attic", MediaType.MOVIE)
SERIES = Library("series", "Series", MediaType.TV)
GENRES = ("Drama", "Comedy", "Thriller", "Science Fiction", "Horror", "Romance", "Adventure")
WORDS = ("harbour", "winter", "sisters", "heist", "robot", "letters", "mountain", "train")
SCRIPT = '<script>window.broken = true</script> "it\'s" & <img src=x onerror=alert(1)>'
TURNED = "\u202eesrever \u0627\u0644\u0641\u0644\u0645"
LONG = "An Unending Title " * 16
SECRET = "movie:900"
SECRET_TITLE = "Forbidden Attic Film"


@dataclass(slots=True)
class House:
    """Everything a test of the page needs."""

    services: Services
    server: RunningServer
    clock: SteppedClock

    @property
    def url(self) -> str:
        return self.server.url


@cache
def texts() -> Translations:
    """The languages as shipped; a missing text fails the test."""
    return Translations(LOCALES, strict=True)


@cache
def vectors() -> MemoryVectors:
    """Vectors of these titles, made once for all houses."""
    return MemoryVectors()


def titles() -> list[Item]:
    """Sixty titles open to all, one that is closed, and three with hostile names."""
    films = [_film(number) for number in range(1, 46)]
    shows = [
        replace(_film(number), id=f"tv:{number}", media_type=MediaType.TV, library_ids=frozenset({"series"}), seasons=2)
        for number in range(46, 61)
    ]
    hostile = [replace(_film(70 + place), title=name) for place, name in enumerate((SCRIPT, TURNED, LONG))]
    secret = replace(_film(900), title=SECRET_TITLE, library_ids=frozenset({"attic"}), credits=(_by("Secret Person"),))
    return [*films, *shows, *hostile, secret]


def _film(number: int) -> Item:
    genres = (GENRES[number % 7], GENRES[(number * 3 + 1) % 7])
    word, other = WORDS[number % 8], WORDS[(number // 8) % 8]
    return Item(
        id=f"movie:{number}",
        media_type=MediaType.MOVIE,
        title=f"The {word.title()} of {number}",
        titles={"de": f"Das {word.title()} Nummer {number}"},
        year=1960 + number % 60,
        runtime=80 + number,
        genres=tuple(dict.fromkeys(genres)),
        keywords=(word, other),
        countries=("KR",) if number % 5 == 0 else ("GB",),
        language="ko" if number % 5 == 0 else "en",
        synopses={"en": f"A {word} and a {other} change a quiet life in {1960 + number % 60}."},
        credits=(_by(f"Director {number % 9}"), Credit(f"Actor {number % 6}", CreditRole.ACTOR)),
        collection=Collection("Harbour Cycle", number // 8 + 1) if number % 8 == 0 and number < 30 else None,
        vote_average=5.5 + number % 40 / 10,
        vote_count=100 * number + 50,
        library_ids=frozenset({"films"}),
        added_at=START - timedelta(days=number * 5),
    )


def _by(name: str) -> Credit:
    return Credit(name, CreditRole.DIRECTOR)


def history(viewer_id: str, library: str = "movie") -> list[Interaction]:
    """Sixteen finished titles and three that were given up."""
    seen = [("movie", number, 1.0) for number in range(2, 44, 3)] + [("tv", 47, 0.95), ("tv", 50, 1.0)]
    dropped = [("movie", number, 0.05) for number in (4, 7, 10)]
    return [
        Interaction(
            id=f"{viewer_id}-{kind}-{number}",
            viewer_id=viewer_id,
            item_id=f"{kind}:{number}",
            kind=InteractionKind.WATCH,
            at=START - timedelta(days=9 * place + 3, hours=place % 7),
            completion=share,
        )
        for place, (kind, number, share) in enumerate((*seen, *dropped))
    ]


@asynccontextmanager
async def open_house(*, demo: bool = False, public_url: str | None = None) -> AsyncIterator[House]:
    """The household behind a real server on a free port of this machine."""
    storage, clock, ids = MemoryStorage(), SteppedClock(), CountedIds()
    async with storage.unit() as unit:
        await unit.libraries.upsert([OPEN, CLOSED, SERIES])
        await unit.items.upsert(titles())
        for viewer_id, name, locale, shelves in (
            ("v-maya", "Maya", "en", {"films", "series"}),
            ("v-jonas", "Jonas", "de", {"films"}),
            ("v-new", "New <b>One</b>", "fr", {"films"}),
            ("v-owner", "Owner", "en", {"films", "series", "attic"}),
        ):
            await unit.viewers.add(Viewer(viewer_id, name, locale, Role.MEMBER))
            await unit.viewers.set_access(viewer_id, shelves)
        await unit.interactions.add([*history("v-maya"), *history("v-owner")])
        await unit.values.put("demo-viewer", "v-maya")
    embedder = WordEmbedder()
    snapshots = Snapshots(storage=storage, vectors=vectors(), embedder=embedder)
    await snapshots.embed_missing()
    await snapshots.refresh()
    profiles = Profiles(storage=storage, snapshots=snapshots)
    recommender = Recommender(
        storage=storage, snapshots=snapshots, profiles=profiles, embedder=embedder, clock=clock, ids=ids
    )
    services = Services(
        settings=Settings(_env_file=None, public_url=public_url),
        storage=storage,
        snapshots=snapshots,
        profiles=profiles,
        recommender=recommender,
        intake=Intake(storage=storage, profiles=profiles, snapshots=snapshots, clock=clock, ids=ids),
        embedder=embedder,
        translations=texts(),
        clock=clock,
        ids=ids,
        page_url="http://127.0.0.1",
        demo=demo,
    )
    server = await start_server(services, "127.0.0.1", 0)
    try:
        yield House(replace(services, page_url=server.url), server, clock)
    finally:
        await server.close()
