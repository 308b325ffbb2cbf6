"""Reports of Jellyfin's webhook plugin. Pure.

Two forms are read: the template in ``docs/hooks``, in which every value is a text, and what the plugin sends by itself
with “send all properties”. The plugin's generic destination says text/plain unless told otherwise, so the type of the
content does not matter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import cast

from adapters.library.jellyfin.fields import TICKS, Json, count, first, key, moment, number, share, text, truth, whole
from adapters.library.jellyfin.parsers import EPISODE, MEDIA_TYPES, MOVIE, SEASON, external_ids, year
from adapters.library.jellyfin.watched import BEST_RATING, LIKED, WORST_RATING
from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds, Playback
from engine.domain.media_events import (
    MediaEvent,
    PlaybackMoment,
    PlaybackTold,
    RatingTold,
    ShelfChanged,
    Trial,
    UnreadableEvent,
)

LONGEST_BODY = 1 << 20
_PLAYED = frozenset({MOVIE, EPISODE})
_TRACES = ("traceparent", "request-id")
"""Headers that tell two reports with the same body from one that came twice."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A report's fields by name in lower case, and when it arrived."""

    fields: Json
    arrived: datetime

    def get(self, *names: str) -> object:
        return first(self.fields, names)

    @property
    def kind(self) -> str:
        return text(self.get("item_type", "itemtype"))

    @property
    def item(self) -> str:
        return key(self.get("item_id", "itemid"))

    @property
    def series(self) -> str:
        return key(self.get("series_id", "seriesid"))

    @property
    def account(self) -> str:
        return key(self.get("user_id", "userid"))

    @property
    def at(self) -> datetime:
        """When it happened, never after it arrived."""
        told = moment(self.get("at", "utctimestamp"))
        return min(told, self.arrived) if told else self.arrived

    @property
    def ids(self) -> ExternalIds:
        names = ("tmdb", "imdb", "tvdb")
        return external_ids({"ProviderIds": {name: self.get(name, f"provider_{name}") for name in names}})

    @property
    def title(self) -> str:
        """Of the film or the series."""
        of_part = self.kind in {EPISODE, SEASON}
        return text(self.get("series_name", "seriesname")) if of_part else text(self.get("name"))


def read(headers: Mapping[str, str], body: bytes, arrived: datetime) -> Sequence[MediaEvent]:  # noqa: ARG001
    """What a report tells; nothing where it is of no interest. Raises UnreadableEvent."""
    told = _Told(_fields(body), arrived)
    event = text(told.get("event", "notificationtype"))
    if _says_nothing(told):
        return (Trial(),)
    if not event:
        raise UnreadableEvent("no kind of event")
    reader = _READERS.get(event)
    return reader(told) if reader else ()


def identify(headers: Mapping[str, str], body: bytes) -> str:
    """Of a report with a moment in it the body is key enough; else a trace of its sending goes with it.

    The plugin never sends a report again, but without a moment two playbacks of a title can look the same.
    """
    trace = next((headers[name] for name in _TRACES if headers.get(name)), "")
    return f"{hashlib.sha256(body).hexdigest()}:{trace}" if trace else ""


def _fields(body: bytes) -> Json:
    if len(body) > LONGEST_BODY:
        raise UnreadableEvent("too long")
    if not body.strip():
        return {}
    try:
        told = json.loads(body.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError):
        raise UnreadableEvent("no JSON") from None
    if not isinstance(told, dict):
        raise UnreadableEvent("no object")
    return {name.lower(): value for name, value in cast("dict[str, object]", told).items()}


def _says_nothing(told: _Told) -> bool:
    """What a button to try it sends has no event, or an empty one, and is about nothing and nobody."""
    named = any(told.get(name) not in {None, ""} for name in ("event", "notificationtype"))
    return not (named or told.item or told.series or told.account)


def _started(told: _Told) -> Sequence[MediaEvent]:
    return _playback(told, PlaybackMoment.STARTED, told.at)


def _progressed(told: _Told) -> Sequence[MediaEvent]:
    """Comes every few seconds; only a pause is worth telling."""
    if truth(told.get("paused", "ispaused")) is not True:
        return ()
    return _playback(told, PlaybackMoment.PAUSED, told.at - _position(told), completion=_share(told))


def _stopped(told: _Told) -> Sequence[MediaEvent]:
    through = truth(told.get("played_to_completion", "playedtocompletion")) is True
    done = 1.0 if through else _share(told)
    return _playback(told, PlaybackMoment.ENDED, told.at - _position(told), ended=told.at, completion=done)


def _state_saved(told: _Told) -> Sequence[MediaEvent]:
    """Marked as seen by hand, or rated. What a playback saves is told by the playback's own reports."""
    reason = text(told.get("save_reason", "savereason"))
    if reason == "TogglePlayed" and truth(told.get("played")) is True:
        at = moment(told.get("last_played", "lastplayeddate")) or told.at
        return _playback(told, PlaybackMoment.WATCHED, min(at, told.arrived), completion=1.0)
    if reason == "UpdateUserRating" and told.kind in MEDIA_TYPES:
        return _rated(told)
    return ()


def _rated(told: _Told) -> Sequence[MediaEvent]:
    """Favourites come under this reason, too, and say 0 for “not rated”: that takes no rating back."""
    mark = number(told.get("rating"))
    if not mark or mark < 0:
        mark = LIKED if truth(told.get("likes")) is True else None
    if mark is None:
        return ()
    _require(told)
    rating = min(BEST_RATING, max(WORST_RATING, mark))
    kind = MEDIA_TYPES[told.kind]
    return (RatingTold(told.account, told.item, kind, rating, told.at, told.ids, told.title, year(told.get("year"))),)


def _added(told: _Told) -> Sequence[MediaEvent]:
    if told.kind in MEDIA_TYPES:
        return (ShelfChanged(told.item, title=told.title),)
    if told.kind in {SEASON, EPISODE}:
        return (ShelfChanged(told.series or told.item, title=told.title),)
    return ()


def _deleted(told: _Told) -> Sequence[MediaEvent]:
    """A season or episode that is gone is no series that is gone, and can be asked for no more."""
    if told.kind in MEDIA_TYPES:
        return (ShelfChanged(told.item, gone=bool(told.item), title=told.title),)
    return (ShelfChanged(told.series, title=told.title),) if told.kind in {SEASON, EPISODE} else ()


def _playback(
    told: _Told,
    what: PlaybackMoment,
    started: datetime,
    *,
    ended: datetime | None = None,
    completion: float | None = None,
) -> Sequence[MediaEvent]:
    if told.kind not in _PLAYED:
        return ()
    _require(told)
    of_series = told.kind == EPISODE
    season, part = whole(told.get("season", "seasonnumber")), count(told.get("episode", "episodenumber"))
    playback = Playback(
        id=f"{told.account}:{told.item}:{int(started.timestamp())}",
        account_id=told.account,
        item_key=told.series if of_series else told.item,
        media_type=MediaType.TV if of_series else MediaType.MOVIE,
        started_at=started,
        ended_at=ended,
        completion=completion,
        title=told.title,
        year=year(told.get("year")),
        ids=ExternalIds() if of_series else told.ids,
        episode=Episode(season, part) if of_series and season is not None and season >= 0 and part else None,
        device=text(told.get("device", "devicename")) or None,
        part_key=told.item if of_series else "",
    )
    return (PlaybackTold(what, playback),)


def _require(told: _Told) -> None:
    if not told.account:
        raise UnreadableEvent("no account")
    if not told.item:
        raise UnreadableEvent("no title")


def _position(told: _Told) -> timedelta:
    """How far into the title; a playback that was resumed did not take that long, which the plugin does not tell."""
    longest = number(told.get("runtime_ticks", "runtimeticks")) or 0.0
    ticks = number(told.get("position_ticks", "playbackpositionticks")) or 0.0
    return timedelta(seconds=max(0.0, min(ticks, longest)) / TICKS)


def _share(told: _Told) -> float | None:
    return share(told.get("position_ticks", "playbackpositionticks"), told.get("runtime_ticks", "runtimeticks"))


_READERS: Mapping[str, Callable[[_Told], Sequence[MediaEvent]]] = MappingProxyType(
    {
        "PlaybackStart": _started,
        "PlaybackProgress": _progressed,
        "PlaybackStop": _stopped,
        "UserDataSaved": _state_saved,
        "ItemAdded": _added,
        "ItemDeleted": _deleted,
        "Generic": lambda _: (Trial(),),
        "GenericUpdateNotification": lambda _: (Trial(),),
    }
)
