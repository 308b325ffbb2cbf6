"""Values that use every field, with the texts that break things."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.domain.query import Filters, Query
from engine.domain.slate import Confidence, Contribution, Influence, Note, NoteKind, Pick, Slate
from engine.domain.viewers import HistoryDepth, Role, Viewer

NOON = datetime(2026, 3, 14, 12, 0, 0, 123456, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOSTILE = "'; DROP TABLE item; -- <b>_*&\\ 기생충 🎬 \u202eaddaps"

PARASITE = Item(
    id="movie:496243",
    media_type=MediaType.MOVIE,
    title="Parasite",
    year=2019,
    original_title="기생충",
    titles=MappingProxyType({"de": "Parasite", "ja": "パラサイト 半地下の家族"}),
    synopses=MappingProxyType({"en": HOSTILE * 50, "de": "Zwei Familien."}),
    runtime=132,
    genres=("Comedy", "Thriller", "Drama"),
    keywords=("seoul", "basement"),
    countries=("KR",),
    language="ko",
    credits=(Credit("Bong Joon-ho", CreditRole.DIRECTOR), Credit("Song Kang-ho", CreditRole.ACTOR, 3)),
    collection=Collection(HOSTILE, 2),
    seasons=1,
    episodes=2,
    volumes=3,
    tmdb_id=496243,
    imdb_id="tt6751668",
    external_ids={"movielens": "202439"},
    vote_average=8.499999999999998,
    vote_count=4_000_000_000,
    popularity=0.1,
    library_ids=frozenset({"films", "foreign"}),
    tags=frozenset({"4k", "hdr"}),
    added_at=NOON,
    poster_url="https://image.example/p.jpg?a=1&b=2",
)
BARE = Item(id="manga:anilist:30002", media_type=MediaType.MANGA, title=HOSTILE)

ANNA = Viewer(
    id="anna",
    name="Anna Größe",
    locale="de-AT",
    role=Role.ADMIN,
    library_ids=frozenset({"films", "not-known-yet"}),
    history_depth=HistoryDepth.ALL,
    blends=frozenset({frozenset({MediaType.MOVIE, MediaType.TV}), frozenset({MediaType.ANIME, MediaType.MANGA})}),
    time_zone="Europe/Vienna",
)
BEN = Viewer(id="ben", name=HOSTILE)


def watch(number: int, *, viewer: Viewer = ANNA, item_id: str = "movie:1", completion: float = 1.0) -> Interaction:
    """The watch of hour ``number``, using every field."""
    return Interaction(
        id=f"watch-{number:04d}",
        viewer_id=viewer.id,
        item_id=item_id,
        kind=InteractionKind.WATCH,
        at=NOON + number * HOUR,
        completion=completion,
        rating=7.3,
        ended_at=NOON + (number + 2) * HOUR,
        available_at=NOON - HOUR,
        device=HOSTILE,
        source="import:letterboxd",
    )


def slate(slate_id: str, *, viewer: Viewer = ANNA, at: datetime = NOON, place: str = "console:console") -> Slate:
    """A slate that uses every field of everything in it, with evidence and notes of every kind."""
    evidence = tuple(
        Evidence(
            kind=kind,
            contribution="content",
            value=0.1 + 0.2,
            items=("movie:1", "movie:2"),
            people=(HOSTILE,),
            role=CreditRole.WRITER,
            genres=("Drama",),
            keywords=("seoul",),
            count=3,
            total=4,
            figure=1 / 3,
            on=date(2024, 2, 29),
        )
        for kind in EvidenceKind
    )
    pick = Pick(
        item_id=PARASITE.id,
        rank=1,
        score=0.1 + 0.7,
        match=1e-17,
        confidence=Confidence.MEDIUM,
        contributions=(Contribution("content", 1 / 7, 0.4, -5e-324), Contribution("quality", -0.0, 0.2, 1e300)),
        evidence=evidence,
        influenced_by=(Influence("movie:1", 2 / 3),),
        source="tmdb",
    )
    return Slate(
        id=slate_id,
        query=_query(viewer, place),
        picks=(pick, replace(pick, rank=2, item_id="movie:2", evidence=(), contributions=(), influenced_by=())),
        generated_at=at,
        profile_at=at - HOUR,
        candidates=4321,
        filtered_to=123,
        notes=tuple(Note(kind, count=7, subject=HOSTILE) for kind in NoteKind),
        catalogue_version="17-3",
        arms=(("weights", "classic"), (HOSTILE, "bold")),
    )


def _query(viewer: Viewer, place: str) -> Query:
    filters = Filters(
        media_types=frozenset({MediaType.MOVIE, MediaType.TV}),
        library_ids=frozenset({"films"}),
        genres=frozenset({"Drama"}),
        exclude_genres=frozenset({"Horror"}),
        tags=frozenset({"4k"}),
        collections=frozenset({HOSTILE}),
        countries=frozenset({"KR"}),
        languages=frozenset({"ko"}),
        people=frozenset({"Song Kang-ho"}),
        year_from=1990,
        year_to=1999,
        runtime_from=60,
        runtime_to=100,
        minimum_confidence=0.75,
        influenced_by=frozenset({"movie:1"}),
        exclude_influence=frozenset({"movie:2"}),
    )
    return Query(
        viewer_id=viewer.id,
        mode="mood",
        filters=filters,
        text=HOSTILE,
        seed_item_id="movie:9",
        limit=3,
        attempt=2,
        on=date(2026, 3, 14),
        seed=2**53,
        place=place,
    )
