"""Reads one title from a JSON object: our own fields, and those that public catalogues use.

Every field but the title is optional, and a field of the wrong type is an error that names it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from engine.domain.genres import canonical_genres
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType, item_id

LONGEST_TEXT = 20_000
LONGEST_NAME = 500
MOST_ENTRIES = 500
CREDIT_FIELDS = (
    (CreditRole.DIRECTOR, ("directors", "director")),
    (CreditRole.CREATOR, ("creators", "creator", "authors")),
    (CreditRole.WRITER, ("writers", "writer")),
    (CreditRole.COMPOSER, ("composers", "composer")),
    (CreditRole.ACTOR, ("cast", "actors")),
    (CreditRole.STUDIO, ("studios", "studio")),
)
_IMDB_ID = re.compile(r"tt\d{5,10}")
_ARTICLE_LAST = re.compile(
    r"(?P<name>[^()]+), (?P<article>The|A|An|Der|Die|Das|Le|La|Les|L'|El|Los|Las|Il|Lo|Gli|I|O|Os|De|Het|Den|Det)"
    r"(?P<more> \(.*\))?"
)
_NOT_SLUG = re.compile(r"[^\w]+")


class BadRecord(ValueError):
    """The object is no title; says which field is wrong and why."""


def read_item(record: Mapping[str, object], *, default_library: str = "") -> Item:
    """The title that ``record`` describes. Raises BadRecord."""
    title = article_first(_name(record, "title"))
    if not title:
        raise BadRecord("no title")
    media_type = _media_type(record)
    year = _whole(record, "year", 1850, 2200)
    tmdb_id = _whole(record, "tmdb_id", 1, 2**31, "tmdbId")
    imdb_id = _imdb_id(record)
    library = _name(record, "library") or default_library
    return Item(
        id=_id(record, media_type, tmdb_id, imdb_id, title, year),
        media_type=media_type,
        title=title,
        year=year,
        original_title=_name(record, "original_title") or None,
        titles=_texts(record.get("titles"), LONGEST_NAME),
        synopses=_synopses(record),
        runtime=_whole(record, "runtime", 1, 2_000),
        genres=canonical_genres(_names(record, "genres")),
        keywords=tuple(dict.fromkeys(name.lower() for name in _names(record, "keywords"))),
        countries=tuple(code.upper() for code in _names(record, "countries")),
        language=(_name(record, "language") or "").lower() or None,
        credits=tuple(_credits(record)),
        collection=_collection(record.get("collection")),
        seasons=_whole(record, "seasons", 1, 10_000),
        episodes=_whole(record, "episodes", 1, 100_000),
        volumes=_whole(record, "volumes", 1, 100_000),
        tmdb_id=tmdb_id,
        imdb_id=imdb_id,
        external_ids=_external_ids(record),
        vote_average=_number(record, "vote_average", 0, 10),
        vote_count=_whole(record, "vote_count", 0, 2**31),
        popularity=_number(record, "popularity", 0, 1e9),
        library_ids=frozenset({library} if library else ()),
        tags=frozenset(_names(record, "tags")),
        added_at=_moment(record, "added_at"),
    )


def article_first(title: str) -> str:
    """“Matrix, The” as “The Matrix”: how sorted catalogues write a title is not how people say it."""
    if (match := _ARTICLE_LAST.fullmatch(title)) is None:
        return title
    space = "" if match["article"].endswith("'") else " "
    return f"{match['article']}{space}{match['name']}{match['more'] or ''}"


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, letters of every script kept."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _NOT_SLUG.sub("-", folded).strip("-")[:80]


def _id(
    record: Mapping[str, object], media_type: MediaType, tmdb_id: int | None, imdb_id: str | None, title: str,
    year: int | None,
) -> str:  # fmt: skip
    if tmdb_id is not None:
        return item_id(media_type, tmdb_id=tmdb_id)
    if imdb_id:
        return item_id(media_type, provider="imdb", key=imdb_id)
    if (movielens := _whole(record, "movieId", 1, 2**31)) is not None:
        return item_id(media_type, provider="movielens", key=str(movielens))
    return item_id(media_type, provider="title", key=f"{slug(title) or 'untitled'}-{year or 'undated'}")


def _external_ids(record: Mapping[str, object]) -> Mapping[str, str]:
    """Ids elsewhere; MovieLens has its own field in the files it publishes."""
    given = dict(_texts(record.get("external_ids"), LONGEST_NAME))
    if (movielens := _whole(record, "movieId", 1, 2**31)) is not None:
        given["movielens"] = str(movielens)
    return given


def _media_type(record: Mapping[str, object]) -> MediaType:
    name = (_name(record, "type", "media_type") or "movie").lower()
    known = {"film": "movie", "series": "tv", "show": "tv"}.get(name, name)
    try:
        return MediaType(known)
    except ValueError:
        raise BadRecord(f"type {name[:40]!r} is none of {', '.join(MediaType)}") from None


def _imdb_id(record: Mapping[str, object]) -> str | None:
    text = _name(record, "imdb_id", "imdbId")
    if not text:
        return None
    if not _IMDB_ID.fullmatch(text):
        raise BadRecord(f"imdb_id {text[:40]!r} does not look like tt1234567")
    return text


def _credits(record: Mapping[str, object]) -> Iterator[Credit]:
    for role, fields in CREDIT_FIELDS:
        for order, name in enumerate(_names(record, *fields)):
            yield Credit(name, role, order)


def _collection(value: object) -> Collection | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return Collection(_clean(value, LONGEST_NAME).removesuffix(" Collection"))
    if isinstance(value, Mapping):
        record: Mapping[str, object] = value  # pyright: ignore[reportUnknownVariableType] - checked field by field
        name = _name(record, "name")
        return Collection(name, _whole(record, "order", 1, 10_000)) if name else None
    raise BadRecord("collection must be a name or an object with name and order")


def _synopses(record: Mapping[str, object]) -> Mapping[str, str]:
    given = record.get("synopsis", record.get("overview"))
    if isinstance(given, str):
        text = _clean(given, LONGEST_TEXT)
        return {"en": text} if text else {}
    return _texts(given, LONGEST_TEXT)


def _texts(value: object, longest: int) -> Mapping[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadRecord("titles and synopses are objects from language to text")
    texts: dict[str, str] = {}
    for language, text in value.items():  # pyright: ignore[reportUnknownVariableType] - checked below
        if not isinstance(language, str) or not isinstance(text, str):
            raise BadRecord("titles and synopses are objects from language to text")
        if cleaned := _clean(text, longest):
            texts[language.lower()[:10]] = cleaned
    return texts


def _name(record: Mapping[str, object], *fields: str) -> str:
    value = _first(record, fields)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRecord(f"{fields[0]} must be text")
    return _clean(value, LONGEST_NAME)


def _names(record: Mapping[str, object], *fields: str) -> tuple[str, ...]:
    value = _first(record, fields)
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):  # pyright: ignore[reportUnknownVariableType]
        raise BadRecord(f"{fields[0]} must be a list of texts")
    entries: list[str] = value[:MOST_ENTRIES]  # pyright: ignore[reportUnknownVariableType] - checked above
    return tuple(dict.fromkeys(cleaned for entry in entries if (cleaned := _clean(entry, LONGEST_NAME))))


def _whole(record: Mapping[str, object], field: str, low: int, high: int, *others: str) -> int | None:
    value = _first(record, (field, *others))
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadRecord(f"{field} must be a whole number")
    if not low <= value <= high:
        return None
    return value


def _number(record: Mapping[str, object], field: str, low: float, high: float) -> float | None:
    value = record.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadRecord(f"{field} must be a number")
    return float(value) if low <= value <= high else None


def _moment(record: Mapping[str, object], field: str) -> datetime | None:
    text = _name(record, field)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadRecord(f"{field} must be a date like 2024-05-31T20:00:00+00:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _first(record: Mapping[str, object], fields: tuple[str, ...]) -> object:
    return next((record[field] for field in fields if record.get(field) is not None), None)


def _clean(text: str, longest: int) -> str:
    """Without control characters, white space folded, cut to ``longest``."""
    near = text[: longest * 2]
    printable = near if near.isprintable() else "".join(c if c.isprintable() else " " for c in near)
    return " ".join(printable.split())[:longest]
