"""Rows of a history made up from their numbers, in the shape of Tautulli's answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

FIRST = datetime(2020, 1, 1, tzinfo=UTC)
STEP = 173
"""Seconds between the beginnings of two playbacks."""
LENGTH = 5_400
EPISODES = 24
OWNER = 90_000_001
Row = dict[str, Any]


def begun(number: int) -> int:
    """When the ``number``-th playback began, from 0."""
    return int(FIRST.timestamp()) + number * STEP


def row(number: int, people: int, titles: int) -> Row:
    """The ``number``-th playback: by one of ``people``, of one of ``titles``; every third title is a series."""
    title = number * 7_919 % titles
    per_cent = (97, 100, 40, 93, 12)[number % 5]
    started, person = begun(number), number * 31 % people
    whose = {
        "user_id": OWNER + person, "user": f"user{person}", "friendly_name": f"Person {person}",
        "user_thumb": "", "platform": "Android", "product": "Plex for Android (TV)", "player": "Living Room",
        "ip_address": "192.0.2.7", "live": 0, "machine_id": f"machine-{person}", "location": "lan", "secure": 1,
        "relayed": 0,
    }  # fmt: skip
    when = {
        "reference_id": number + 1, "row_id": number + 1, "id": number + 1, "date": started, "started": started,
        "stopped": started + LENGTH * per_cent // 100, "duration": LENGTH * per_cent // 100,
        "play_duration": LENGTH * per_cent // 100, "paused_counter": 0, "percent_complete": per_cent,
        "watched_status": 1 if per_cent > 85 else 0.25, "transcode_decision": "direct play", "group_count": 1,
        "group_ids": str(number + 1), "state": None, "session_key": None,
    }  # fmt: skip
    return when | whose | (_episode(title, number) if title % 3 == 0 else _film(title))


def _film(title: int) -> Row:
    name = f"Film {title}"
    return {
        "media_type": "movie", "rating_key": 1_000 + title, "parent_rating_key": None, "grandparent_rating_key": None,
        "full_title": name, "title": name, "parent_title": "", "grandparent_title": "", "original_title": "",
        "year": 1950 + title % 75, "media_index": None, "parent_media_index": None, "thumb": "",
        "originally_available_at": "", "guid": f"plex://movie/{title:024x}",
    }  # fmt: skip


def _episode(title: int, number: int) -> Row:
    at = number % EPISODES
    show = f"Series {title}"
    return {
        "media_type": "episode", "rating_key": 500_000 + title * 100 + at, "parent_rating_key": 300_000 + title,
        "grandparent_rating_key": 1_000 + title, "full_title": f"{show} - Episode {at % 8 + 1}",
        "title": f"Episode {at % 8 + 1}", "parent_title": f"Season {at // 8 + 1}", "grandparent_title": show,
        "original_title": "", "year": 2001, "media_index": at % 8 + 1, "parent_media_index": at // 8 + 1, "thumb": "",
        "originally_available_at": "", "guid": f"plex://episode/{title:012x}{at:012x}",
    }  # fmt: skip
