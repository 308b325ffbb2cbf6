"""Reads what Tautulli's webhooks bring, written with our template: every value is a text and may be empty. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from adapters.history.tautulli.guids import ids_of
from adapters.history.tautulli.parsers import LONGEST_KEY, TYPES, episode, key_of, later, playback_id, share
from adapters.values import Record, imdb, moment, positive, text, whole
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds, Playback
from engine.domain.media_events import MediaEvent, PlaybackMoment, PlaybackTold, ShelfChanged, Trial, UnreadableEvent

LARGEST = 64 * 2**10
_MOMENTS = {
    "play": PlaybackMoment.STARTED,
    "pause": PlaybackMoment.PAUSED,
    "resume": PlaybackMoment.RESUMED,
    "watched": PlaybackMoment.WATCHED,
    "stop": PlaybackMoment.ENDED,
}
_OVER = {PlaybackMoment.ENDED}


def read(_: Mapping[str, str], body: bytes, at: datetime) -> Sequence[MediaEvent]:
    """What is reported; nothing for kinds of events that are not ours. Raises UnreadableEvent."""
    told = _told(body)
    event = text(told.get("event"))
    if event in {"test", "{action}"} or (not event and "test" in told):
        return [Trial()]
    if not event:
        raise UnreadableEvent("no event is named: is the body the template?")
    if event == "created":
        return [_arrived(told)]
    if event not in _MOMENTS or text(told.get("media_type")) not in TYPES:
        return []
    return [PlaybackTold(_MOMENTS[event], _playback(told, _MOMENTS[event], at))]


def _told(body: bytes) -> Record:
    if len(body) > LARGEST:
        raise UnreadableEvent("the body is too large")
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableEvent("the body is no JSON") from error
    if not isinstance(value, dict):
        raise UnreadableEvent("the body is no object")
    return cast("Record", value)


def _playback(told: Record, what: PlaybackMoment, at: datetime) -> Playback:
    media_type = TYPES[text(told.get("media_type"))]
    series = media_type is MediaType.TV
    account = whole(told.get("user_id"))
    if account is None:
        raise UnreadableEvent("it is not told whose playback it is")
    key = key_of(told.get("grandparent_rating_key" if series else "rating_key"))
    ids = _ids(told, series=series)
    if not key and not ids:
        raise UnreadableEvent("it is not told what was played")
    started = moment(told.get("started")) or moment(told.get("sent_at")) or at
    return Playback(
        id=playback_id(account, started, text(told.get("machine_id"), LONGEST_KEY)),
        account_id=str(account),
        item_key=key,
        media_type=media_type,
        started_at=started,
        ended_at=later(moment(told.get("stopped")) or at, started) if what in _OVER else None,
        completion=_completion(told),
        title=text(told.get("show_name" if series else "title")),
        year=positive(told.get("show_year" if series else "year")),
        ids=ids,
        episode=episode(told.get("season_num"), told.get("episode_num")) if series else None,
        device=text(told.get("player"), 200) or None,
    )


def _ids(told: Record, *, series: bool) -> ExternalIds:
    """Of the film or the series: Tautulli fills in the series' ids for an episode."""
    found = ExternalIds(
        tmdb=positive(told.get("tmdb_id")), imdb=imdb(told.get("imdb_id")), tvdb=positive(told.get("tvdb_id"))
    )
    return found or ids_of(text(told.get("guid")), series=series)


def _completion(told: Record) -> float | None:
    """By milliseconds where they are told, else by whole per cents."""
    exact = share(whole(told.get("view_offset")), positive(told.get("duration_ms")))
    return exact if exact is not None else share(whole(told.get("progress_percent")), 100)


def _arrived(told: Record) -> ShelfChanged:
    """A new title; of an episode or a season, the series."""
    keys = {"episode": "grandparent_rating_key", "season": "parent_rating_key"}
    name = keys.get(text(told.get("media_type")), "rating_key")
    return ShelfChanged(
        item_key=key_of(told.get(name)),
        section=key_of(told.get("section_id")),
        title=text(told.get("show_name")) or text(told.get("title")),
    )
