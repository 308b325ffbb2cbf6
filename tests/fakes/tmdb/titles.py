"""Films and series made up from their numbers, in the shape of TMDB's answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

ADJECTIVES = ("Silent", "Golden", "Last", "Broken", "Distant", "Crimson", "Hidden", "Frozen", "Electric", "Wandering")
NOUNS = ("Harbour", "Garden", "Signal", "Winter", "Horizon", "Orchard", "Machine", "River", "Lantern", "Kingdom")
FILM_GENRES = ((18, "Drama"), (35, "Comedy"), (878, "Science Fiction"), (53, "Thriller"), (16, "Animation"))
SERIES_GENRES = ((18, "Drama"), (10765, "Sci-Fi & Fantasy"), (80, "Crime"), (10759, "Action & Adventure"))
PEOPLE = ("Ada Stern", "Bo Lind", "Cleo Marsh", "Dario Fonte", "Esra Kaya", "Fay Novak", "Gus Ortega", "Hana Sato")
FRANCHISE = 4
"""Films of one franchise follow each other in number."""
FIRST_DAY = date(1960, 1, 1)
Answer = dict[str, Any]


def title_of(number: int) -> str:
    return f"{ADJECTIVES[number % 10]} {NOUNS[number // 10 % 10]} {number}"


def translated(number: int) -> dict[str, str]:
    """Its title by language, where that is another."""
    return {tongue: f"{title_of(number)} ({tongue})" for tongue in ("de", "fr")}


def film(number: int) -> Answer:
    """Details of a film."""
    genres = [FILM_GENRES[number % 5], FILM_GENRES[number // 5 % 5]]
    return _common(number, dict(genres)) | {
        "title": title_of(number),
        "original_title": title_of(number),
        "belongs_to_collection": _franchise(number),
        "budget": 0,
        "imdb_id": imdb_of(number),
        "release_date": day_of(number).isoformat(),
        "revenue": 0,
        "runtime": 80 + number % 70,
        "video": False,
        "status": "Released",
    }


def series(number: int) -> Answer:
    """Details of a series."""
    seasons = 1 + number % 6
    return _common(number, dict([SERIES_GENRES[number % 4], SERIES_GENRES[number // 4 % 4]])) | {
        "name": f"{title_of(number)} Series",
        "original_name": f"{title_of(number)} Series",
        "created_by": [{"id": 1, "credit_id": "c", "name": PEOPLE[number % 8], "gender": 0, "profile_path": None}],
        "episode_run_time": [25 + number % 30],
        "first_air_date": day_of(number).isoformat(),
        "in_production": False,
        "languages": ["en"],
        "last_air_date": day_of(number + 400).isoformat(),
        "networks": [],
        "number_of_episodes": seasons * 8,
        "number_of_seasons": seasons,
        "seasons": [_season(number, season) for season in range(seasons + 1)],
        "status": "Ended",
        "type": "Scripted",
    }


def parts(number: int, *, is_series: bool, count: int) -> dict[str, Answer]:
    """What can be appended."""
    told = _translated(number, is_series=is_series)
    cast = [
        {"id": at, "name": PEOPLE[(number + at) % 8], "order": at, "character": f"Part {at}", "adult": False}
        for at in range(5)
    ]
    crew = [{"id": 9, "name": PEOPLE[number % 7], "job": "Director", "department": "Directing", "adult": False}]
    words = [{"id": at, "name": f"{NOUNS[(number + at) % 10].lower()}"} for at in range(4)]
    near = [other for other in (number + 1, number + 5, number + 10) if other <= count]
    listed = {"page": 1, "results": [row(other, is_series=is_series) for other in near], "total_pages": 1}
    return {
        "credits": {"cast": cast, "crew": crew},
        "aggregate_credits": {"cast": [_aggregate(entry) for entry in cast], "crew": []},
        "keywords": {"results" if is_series else "keywords": words},
        "videos": {"results": [_video(number)]},
        "external_ids": {"imdb_id": imdb_of(number, is_series=is_series), "tvdb_id": number + 70_000}
        if is_series
        else {"imdb_id": imdb_of(number), "wikidata_id": None},
        "similar": listed | {"total_results": len(near)},
        "recommendations": listed | {"total_results": len(near)},
        "translations": {"translations": told},
    }


def row(number: int, *, is_series: bool) -> Answer:
    """A title in a list."""
    whole = series(number) if is_series else film(number)
    names = ("name", "original_name", "first_air_date") if is_series else ("title", "original_title", "release_date")
    shared = ("adult", "backdrop_path", "id", "original_language", "overview", "popularity", "poster_path")
    picked = {name: whole[name] for name in (*shared, "vote_average", "vote_count", *names)}
    return picked | {"genre_ids": [entry["id"] for entry in whole["genres"]]}


def collection(number: int, count: int) -> Answer:
    """A franchise: every ``FRANCHISE``-th number begins one; told newest first, as nobody promised an order."""
    first = number * FRANCHISE
    films = [other for other in range(first, first + FRANCHISE) if 0 < other <= count]
    return {
        "id": number, "name": f"{title_of(first)} Collection", "overview": "", "poster_path": None,
        "backdrop_path": None, "parts": [row(other, is_series=False) for other in reversed(films)],
    }  # fmt: skip


def imdb_of(number: int, *, is_series: bool = False) -> str:
    return f"tt{(8_000_000 if is_series else 1_000_000) + number}"


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(days=number * 37 % 24_000)


def _common(number: int, genres: dict[int, str]) -> Answer:
    return {
        "adult": False, "backdrop_path": None, "homepage": "", "id": number, "origin_country": ["US"],
        "original_language": "ja" if 16 in genres and number % 3 == 0 else "en",
        "genres": [{"id": key, "name": name} for key, name in genres.items()],
        "overview": f"Somebody finds a {NOUNS[number % 10].lower()} and nothing stays as it was.",
        "popularity": round(1000 / (1 + number), 3), "poster_path": f"/poster{number}.jpg",
        "production_companies": [{"id": 1, "logo_path": None, "name": "Northlight", "origin_country": "US"}],
        "production_countries": [{"iso_3166_1": "US", "name": "United States of America"}],
        "spoken_languages": [], "tagline": "", "vote_average": 5 + number % 5, "vote_count": 10 + number % 900,
    }  # fmt: skip


def _franchise(number: int) -> Answer | None:
    if number % 40 >= FRANCHISE or number < FRANCHISE:
        return None
    of = number // FRANCHISE
    return {"id": of, "name": f"{title_of(of * FRANCHISE)} Collection", "poster_path": None, "backdrop_path": None}


def _season(number: int, season: int) -> Answer:
    return {
        "air_date": day_of(number).isoformat(), "episode_count": 8, "id": number * 100 + season,
        "name": f"Season {season}" if season else "Specials", "overview": "", "poster_path": None,
        "season_number": season, "vote_average": 7,
    }  # fmt: skip


def _translated(number: int, *, is_series: bool) -> list[Answer]:
    name = "name" if is_series else "title"
    spoken = (("de", "DE", "Deutsch", "German"), ("fr", "FR", "Français", "French"), ("en", "US", "English", "English"))
    return [
        {
            "iso_639_1": tongue, "iso_3166_1": country, "name": own, "english_name": english,
            "data": {
                name: translated(number).get(tongue, ""),
                "overview": f"[{tongue}] {number}", "homepage": "", "tagline": "",
            },
        }
        for tongue, country, own, english in spoken
    ]  # fmt: skip


def _aggregate(entry: Answer) -> Answer:
    role = {"credit_id": "r", "character": entry["character"], "episode_count": 8}
    return {name: entry[name] for name in ("id", "name", "order", "adult")} | {
        "roles": [role], "total_episode_count": 8,
    }  # fmt: skip


def _video(number: int) -> Answer:
    return {
        "iso_639_1": "en", "iso_3166_1": "US", "name": "Trailer", "key": f"trailer{number:04d}", "site": "YouTube",
        "size": 1080, "type": "Trailer", "official": True, "published_at": "2020-01-01T00:00:00.000Z", "id": "v",
    }  # fmt: skip
