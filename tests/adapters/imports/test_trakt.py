"""Trakt: the export's files and what the API answers."""

from __future__ import annotations

import json
from typing import Any

from engine.domain.interactions import InteractionKind as Kind
from engine.domain.items import MediaType
from tests.adapters.imports.conftest import Reader, facts, problems

FILM = {
    "title": "Night Train",
    "year": 1999,
    "ids": {"trakt": 1, "slug": "night-train-1999", "imdb": "tt1", "tmdb": 42},
}
SHOW = {"title": "The Kitchen", "year": 2008, "ids": {"trakt": 7, "slug": "the-kitchen", "tvdb": 5, "tmdb": None}}


def dumped(*entries: Any) -> str:
    return json.dumps(list(entries), indent=2)


def viewing(at: str, **about: Any) -> dict[str, Any]:
    return {"id": 1, "watched_at": at, "action": "scrobble", "type": next(iter(about)), **about}


def episode(at: str, season: int, number: int) -> dict[str, Any]:
    return viewing(at, episode={"season": season, "number": number, "title": "x", "ids": {}}, show=SHOW)


def test_every_viewing_of_a_film_counts_and_keeps_its_hour(read: Reader) -> None:
    rows = facts(
        read(
            watched_history_1_json=dumped(viewing("2024-05-01T21:30:00.000Z", movie=FILM)),
            watched_history_2_json=dumped(viewing("2025-05-01T20:00:00.000Z", movie=FILM)),
        )
    )
    assert [(row.kind, row.completion, row.at and row.at.isoformat()) for row in rows] == [
        (Kind.WATCH, 1.0, "2024-05-01T21:30:00+00:00"),
        (Kind.WATCH, 1.0, "2025-05-01T20:00:00+00:00"),
    ]
    assert rows[0].ids == {"imdb": "tt1", "tmdb": "42", "trakt": "1"}
    assert rows[0].media_types[0] is MediaType.MOVIE


def test_episodes_become_one_fact_about_the_series(read: Reader) -> None:
    (row,) = facts(
        read(
            history_json=dumped(
                episode("2024-05-01T20:00:00.000Z", 1, 1),
                episode("2024-05-03T20:00:00.000Z", 1, 2),
                episode("2024-05-02T20:00:00.000Z", 1, 1),
                episode("2024-05-04T20:00:00.000Z", 0, 1),
            )
        )
    )
    assert (row.title, row.kind, row.episodes, row.times, row.completion) == ("The Kitchen", Kind.WATCH, 2, 1, None)
    assert row.at is not None
    assert row.at.isoformat() == "2024-05-04T20:00:00+00:00"


def test_a_series_watched_through_twice_counts_twice(read: Reader) -> None:
    plays = [episode(f"2024-05-0{n}T20:00:00.000Z", 1, number) for n in (1, 5) for number in (1, 2)]
    (row,) = facts(read(history_json=dumped(*plays)))
    assert (row.episodes, row.times) == (2, 2)


def test_summaries_count_only_where_there_are_no_viewings(read: Reader) -> None:
    other = {"title": "Other", "year": 2001, "ids": {"trakt": 2}}
    seasons = [
        {
            "number": 1,
            "episodes": [{"number": n, "plays": 1, "last_watched_at": "2024-01-01T00:00:00Z"} for n in (1, 2)],
        }
    ]
    rows = facts(
        read(
            watched_movies_json=dumped(
                {"plays": 3, "last_watched_at": "2024-02-02T10:00:00.000Z", "movie": FILM},
                {"plays": 2, "last_watched_at": "2024-02-02T10:00:00.000Z", "movie": other},
            ),
            watched_shows_json=dumped(
                {"plays": 2, "last_watched_at": "2024-02-02T10:00:00.000Z", "show": SHOW, "seasons": seasons}
            ),
            history_json=dumped(viewing("2024-05-01T21:30:00.000Z", movie=FILM)),
        )
    )
    assert [(row.title, row.times, row.episodes) for row in rows] == [
        ("Night Train", 1, None),
        ("Other", 2, None),
        ("The Kitchen", 1, 2),
    ]


def test_ratings_lists_and_favourites_are_told_apart(read: Reader) -> None:
    listed = {"id": 1, "rank": 1, "listed_at": "2024-01-01T00:00:00.000Z", "type": "movie", "movie": FILM}
    rows = read(
        ratings_movies_json=dumped(
            {"rated_at": "2024-01-01T00:00:00.000Z", "rating": 8, "type": "movie", "movie": FILM},
            {"rated_at": "2024-01-01T00:00:00.000Z", "rating": 8, "type": "episode", "episode": {}, "show": SHOW},
            {"rated_at": "2024-01-01T00:00:00.000Z", "rating": 0, "type": "movie", "movie": FILM},
            {"rated_at": "2024-01-01T00:00:00.000Z", "rating": 5, "type": "movie", "movie": None},
        ),
        lists_watchlist_json=dumped(listed, listed | {"type": "person"}, listed | {"movie": 5}),
        lists_favorites_json=dumped(listed),
        **{"lists-list-7-worst_json": dumped(listed)},
    )
    assert [(row.kind, row.rating) for row in facts(rows)] == [
        (Kind.LIKE, None),
        (Kind.SAVE, None),
        (Kind.RATING, 8.0),
    ]
    assert sorted(reason for reason, _ in problems(rows)) == [
        "bad-rating", "no-title", "no-title", "other-kind", "other-kind",
    ]  # fmt: skip


def test_a_collection_tells_how_long_a_title_waited(read: Reader) -> None:
    (row,) = facts(
        read(
            collection_movies_json=dumped({"collected_at": "2024-04-01T00:00:00.000Z", "movie": FILM}),
            history_json=dumped(viewing("2024-05-01T21:30:00.000Z", movie=FILM)),
        )
    )
    assert row.available_at is not None
    assert row.available_at.isoformat() == "2024-04-01T00:00:00+00:00"


def test_a_date_nobody_knows_is_no_date(read: Reader) -> None:
    (row,) = facts(read(history_json=dumped(viewing("1970-01-01T00:00:00.000Z", movie=FILM))))
    assert row.at is None


def test_a_file_that_breaks_off_gives_what_came_before(read: Reader) -> None:
    whole = dumped(*(viewing(f"2024-05-0{n}T21:30:00.000Z", movie=FILM) for n in range(1, 6)))
    rows = read(history_json=whole[: len(whole) // 2])
    assert len(facts(rows)) == 2
    ((reason, line),) = problems(rows)
    assert reason == "broken-json"
    assert line > 20


def test_entries_of_no_use_are_named(read: Reader) -> None:
    rows = read(history_json=dumped(viewing("2024-05-01T21:30:00.000Z", movie=FILM), {"x": 1}, {"show": SHOW}, 7))
    assert [reason for reason, _ in problems(rows)] == ["no-title", "unknown-entry", "no-object"]


def test_fields_of_the_wrong_type_do_no_harm(read: Reader) -> None:
    odd = {"title": 5, "year": "soon", "ids": [1]}
    show = {"title": "S", "ids": {"trakt": None}}
    rows = read(
        history_json=dumped(
            viewing("2024-05-01T21:30:00.000Z", movie=FILM),
            viewing("yesterday", movie=odd),
            viewing("2024-05-01T21:30:00.000Z", show=show, episode=5),
            {"plays": "many", "last_watched_at": 4, "show": show, "seasons": [1, {"episodes": 5}]},
            {"collected_at": 4, "movie": FILM},
        )
    )
    assert [row.title for row in facts(rows)] == ["Night Train", "S"]
