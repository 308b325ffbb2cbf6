"""What was played, is playing and can play, from Plex's words into ours. Pure."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from adapters.library.plex.elements import flag, moment, number, text, whole
from adapters.library.plex.parsers import TYPES, item_key, key_of, year
from engine.domain.items import MediaType
from engine.domain.media import Episode, NowPlaying, Playback, Player, WatchedState

LOCAL_OWNER = "1"
"""What a server calls its owner where everybody else has the id of plex.tv."""
SEEN = 0.9
"""The share after which Plex counts a title as seen, unless its owner set another."""


def account_of(told: str, owner: str) -> str:
    """The id on plex.tv of an account that the server names."""
    return owner if told == LOCAL_OWNER else told


def playback(element: Element, owner: str) -> Playback | None:
    """A row of the history; None for music and for rows without an account or a time.

    Plex tells only when it counted the title as seen: that is the start and the end here, and what was played is at
    least ``SEEN``. The id is the history's own; webhooks of the same playback have others, but begin at the same time.
    Rows name their account, so the owner's connection tells them rightly of everybody; it may not tell all of them.
    """
    account, at = text(element, "accountID"), moment(element, "viewedAt")
    kind = _media_type(element)
    row = text(element, "historyKey") or f"{account}/{item_key(element)}/{text(element, 'viewedAt')}"
    if kind is None or account in {"", "0"} or at is None:
        return None
    series = kind is MediaType.TV
    return Playback(
        id=f"history:{row.rpartition('/history/')[2]}",
        account_id=account_of(account, owner),
        item_key=_top_key(element),
        media_type=kind,
        started_at=at,
        ended_at=at,
        completion=SEEN,
        title=text(element, "grandparentTitle") if series else text(element, "title"),
        year=None if series else year(element),
        episode=_episode(element) if series else None,
    )


def watched(element: Element, account: str) -> WatchedState | None:
    """Where the account stands with a title, from a list read as that account; None where it never met it."""
    kind, key = TYPES.get(text(element, "type")), item_key(element)
    rated, at = rating(number(element, "userRating")), moment(element, "lastViewedAt")
    plays = max(0, whole(element, "viewCount") or 0)
    if kind is None or not key:
        return None
    if kind is MediaType.TV:
        seen = max(0, whole(element, "viewedLeafCount") or 0)
        plays, completion = max(plays, seen), _share(seen, whole(element, "leafCount"))
    else:
        completion = 1.0 if plays else _share(whole(element, "viewOffset") or 0, whole(element, "duration"))
    if not plays and not completion and rated is None:
        return None
    return WatchedState(account, key, kind, plays, completion, at, rated)


def rating(told: float | None) -> float | None:
    """Plex's 0–10, where 0 and less mean that there is none."""
    return min(10.0, max(1.0, told)) if told is not None and told > 0 else None


def now_playing(element: Element, owner: str) -> NowPlaying | None:
    """A film or episode that is on; None for anything else."""
    if _media_type(element) is None:
        return None
    user, player, session = element.find("User"), element.find("Player"), element.find("Session")
    series = text(element, "type") == "episode"
    return NowPlaying(
        session=_of(session, "id") or text(element, "sessionKey"),
        account_id=account_of(_of(user, "id"), owner),
        item_key=_top_key(element),
        title=text(element, "grandparentTitle") if series else text(element, "title"),
        player_id=_of(player, "machineIdentifier"),
        player=_of(player, "title"),
        position=_share(whole(element, "viewOffset") or 0, whole(element, "duration")),
        paused=_of(player, "state") == "paused",
        transcoding=_transcoding(element),
    )


def client(element: Element) -> Player | None:
    """A player that the server itself sees."""
    key = text(element, "machineIdentifier")
    name = text(element, "name") or text(element, "title")
    return Player(key, name or text(element, "product") or key, text(element, "product")) if key else None


def device(element: Element) -> Player | None:
    """A player of an account, as plex.tv knows it; None for other devices."""
    key, provides = text(element, "clientIdentifier"), text(element, "provides").split(",")
    if not key or "player" not in provides:
        return None
    return Player(key, text(element, "name") or key, text(element, "product"), online=flag(element, "presence"))


def _media_type(element: Element) -> MediaType | None:
    kind = text(element, "type")
    return MediaType.TV if kind == "episode" else MediaType.MOVIE if kind == "movie" else None


def _top_key(element: Element) -> str:
    """Of the film, or of the series that an episode belongs to."""
    if text(element, "type") == "episode":
        return text(element, "grandparentRatingKey") or key_of(text(element, "grandparentKey"))
    return item_key(element)


def _episode(element: Element) -> Episode | None:
    season, index = whole(element, "parentIndex"), whole(element, "index")
    return Episode(season, index) if season is not None and index is not None else None


def _transcoding(element: Element) -> bool:
    session = element.find("TranscodeSession")
    return session is not None and text(session, "videoDecision") == "transcode"


def _share(part: float, all_of_it: float | None) -> float:
    return min(1.0, max(0.0, part / all_of_it)) if all_of_it and all_of_it > 0 else 0.0


def _of(element: Element | None, name: str) -> str:
    return text(element, name) if element is not None else ""
