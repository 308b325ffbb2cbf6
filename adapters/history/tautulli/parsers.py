"""Rows of Tautulli's history. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from adapters.history.tautulli.guids import ids_of
from adapters.values import Record, moment, number, positive, record, records, text, whole
from engine.domain.items import MediaType
from engine.domain.media import Episode, Playback

TYPES = {"movie": MediaType.MOVIE, "episode": MediaType.TV}
LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as they came, and how many there are of them in all."""

    rows: list[Record]
    total: int


def read_page(data: object) -> Page | None:
    """A page of the history; None where it is none: a failing database is told as “null” with a total of 0."""
    told = record(data)
    rows, total = told.get("data"), whole(told.get("recordsFiltered"))
    if not isinstance(rows, list) or total is None or total < 0 or told.get("error"):
        return None
    return Page(records(told["data"]), total)


def read_row(row: Record) -> Playback | None:
    """What was played; None for what is still playing, live, music, or tells neither who nor when nor what."""
    media_type = TYPES.get(text(row.get("media_type")))
    account, started = whole(row.get("user_id")), moment(row.get("started")) or moment(row.get("date"))
    if media_type is None or account is None or started is None or row.get("state") or whole(row.get("live")):
        return None
    series = media_type is MediaType.TV
    key = key_of(row.get("grandparent_rating_key" if series else "rating_key"))
    ids = ids_of(text(row.get("guid")), series=series)
    if not key and not ids:
        return None
    machine = text(row.get("machine_id"), LONGEST_KEY)
    return Playback(
        id=playback_id(account, started, machine),
        account_id=str(account),
        item_key=key,
        media_type=media_type,
        started_at=started,
        ended_at=later(moment(row.get("stopped")), started),
        completion=share(number(row.get("percent_complete")), 100),
        title=text(row.get("grandparent_title")) if series else text(row.get("title")) or text(row.get("full_title")),
        year=None if series else positive(row.get("year")),  # of an episode it is the year of that
        ids=ids,
        episode=episode(row.get("parent_media_index"), row.get("media_index")) if series else None,
        device=text(row.get("player"), 200) or None,
    )


def playback_id(account: int, started: datetime, machine: str) -> str:
    """The same in the history and in the webhooks of one playback.

    Keys of titles are not in it: Plex gives new ones when a library is made again. The numbers of rows are not,
    because webhooks do not tell them.
    """
    return f"{account}:{int(started.timestamp())}:{machine}"


def key_of(value: object) -> str:
    """A rating key; Tautulli tells numbers or texts, and nothing where there is none."""
    found = positive(value)
    return str(found) if found else ""


def episode(season: object, at: object) -> Episode | None:
    """Which episode; specials are season 0."""
    found, within = whole(season), whole(at)
    return Episode(found, within) if found is not None and within is not None and min(found, within) >= 0 else None


def share(value: float | None, whole_of: float | None) -> float | None:
    """0–1, of ``whole_of``."""
    if value is None or not whole_of or whole_of <= 0:
        return None
    return min(1.0, max(0.0, value / whole_of))


def later(ended: datetime | None, started: datetime) -> datetime | None:
    """``ended``, unless that was before the beginning."""
    return ended if ended and ended >= started else None
