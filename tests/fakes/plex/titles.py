"""Titles as a server tells them, each made from its number when it is asked for."""

from __future__ import annotations

from typing import Any

EPOCH = 1_600_000_000
SHOWS = 1_000_000
EPISODES = 2_000_000
PER_SHOW = 20
"""Episodes of each series."""
RATINGS = ("G", "PG", "PG-13", "R", "")
"""Of films; those without are told with an empty one."""
SHOW_RATINGS = ("TV-Y", "TV-PG", "TV-MA")
MINUTE = 60_000
_GENRES = ("Drama", "Comedy", "Science Fiction", "Action", "Documentary", "Horror")


def movie(number: int) -> dict[str, Any]:
    """The ``number``-th film, from 1."""
    key = str(number)
    high = number % 5 == 0
    return {
        "ratingKey": key,
        "key": f"/library/metadata/{key}",
        "guid": f"plex://movie/{number:024x}",
        "type": "movie",
        "title": f"Film {number}",
        "originalTitle": f"Le film {number}",
        "summary": f"What happens in film {number}.",
        "year": 1950 + number % 75,
        "originallyAvailableAt": f"{1950 + number % 75}-01-01",
        "studio": f"Studio {number % 50}",
        "contentRating": RATINGS[number % 5],
        "duration": (80 + number % 80) * MINUTE,
        "addedAt": EPOCH + number * 60,
        "updatedAt": EPOCH + number * 60 + 5,
        "librarySectionID": 1,
        "Guid": [{"id": f"tmdb://{number + 100}"}, {"id": f"imdb://tt{number + 100:07d}"}],
        "Genre": [{"tag": _GENRES[number % 6]}, {"tag": _GENRES[(number + 1) % 6]}],
        "Director": [{"tag": f"Director {number % 300}"}],
        "Writer": [{"tag": f"Writer {number % 400}"}],
        "Role": [{"tag": f"Actor {(number + at) % 900}", "role": "Somebody"} for at in range(3)],
        "Label": [{"tag": "kids"}] if number % 10 == 0 else [],
        "Media": [media(number, high=high)],
    }


def media(number: int, *, high: bool) -> dict[str, Any]:
    """Every fifth is 4K with Dolby Vision and Atmos."""
    video: dict[str, Any] = {
        "id": number * 10 + 1,
        "key": f"/library/streams/{number * 10 + 1}",
        "streamType": 1,
        "codec": "hevc" if high else "h264",
        "displayTitle": "4K DoVi/HDR10 (HEVC Main 10)" if high else "1080p (H.264)",
        "default": True,
    }
    if high:
        video |= {"DOVIPresent": True, "DOVIProfile": 8, "DOVIBLCompatID": 1, "colorTrc": "smpte2084"}
    audio = {
        "id": number * 10 + 2,
        "key": f"/library/streams/{number * 10 + 2}",
        "streamType": 2,
        "codec": "truehd" if high else "ac3",
        "channels": 8 if high else 6,
        "displayTitle": "English (TRUEHD 7.1)" if high else "English (AC3 5.1)",
        "extendedDisplayTitle": "Surround 7.1 (English TRUEHD Atmos)" if high else "English (AC3 5.1)",
        "selected": True,
    }
    part = {
        "id": number * 10 + 3,
        "key": f"/library/parts/{number}/1/file.mkv",
        "size": 40_000_000_000 if high else 6_000_000_000,
        "container": "mkv",
        "Stream": [video, audio],
    }
    return {
        "id": number * 10,
        "videoResolution": "4k" if high else "1080",
        "width": 3840 if high else 1920,
        "height": 2160 if high else 1080,
        "videoCodec": "hevc" if high else "h264",
        "audioCodec": "truehd" if high else "ac3",
        "audioChannels": 8 if high else 6,
        "container": "mkv",
        "bitrate": 60_000 if high else 8_000,
        "Part": [part],
    }


def show(number: int) -> dict[str, Any]:
    """The ``number``-th series, from 1."""
    key = str(SHOWS + number)
    return {
        "ratingKey": key,
        "key": f"/library/metadata/{key}/children",
        "guid": f"plex://show/{number:024x}",
        "type": "show",
        "title": f"Series {number}",
        "summary": f"What happens in series {number}.",
        "year": 1990 + number % 35,
        "studio": f"Channel {number % 20}",
        "contentRating": SHOW_RATINGS[number % 3],
        "duration": 45 * MINUTE,
        "childCount": 2,
        "leafCount": PER_SHOW,
        "addedAt": EPOCH + number * 60,
        "updatedAt": EPOCH + number * 60 + 5,
        "librarySectionID": 2,
        "Guid": [{"id": f"tmdb://{number + 50}"}, {"id": f"tvdb://{number + 70_000}"}],
        "Genre": [{"tag": _GENRES[number % 6]}],
        "Role": [{"tag": f"Actor {number % 900}"}],
    }


def episode(number: int) -> dict[str, Any]:
    """By its place among all episodes of all series, from 0."""
    series, place = number // PER_SHOW + 1, number % PER_SHOW
    key, top = str(EPISODES + number), str(SHOWS + series)
    return {
        "ratingKey": key,
        "key": f"/library/metadata/{key}",
        "guid": f"plex://episode/{number:024x}",
        "type": "episode",
        "title": f"Part {place + 1}",
        "grandparentTitle": f"Series {series}",
        "grandparentRatingKey": top,
        "grandparentKey": f"/library/metadata/{top}",
        "grandparentGuid": f"plex://show/{series:024x}",
        "parentIndex": place // 10 + 1,
        "index": place % 10 + 1,
        "duration": 45 * MINUTE,
        "addedAt": EPOCH + number * 60,
        "updatedAt": EPOCH + number * 60,
        "librarySectionID": 2,
        "Guid": [{"id": f"tmdb://{number + 900_000}"}],
        "Media": [media(EPISODES + number, high=False)],
    }


def made(key: int) -> dict[str, Any]:
    """Whatever has this key."""
    if key >= EPISODES:
        return episode(key - EPISODES)
    return show(key - SHOWS) if key > SHOWS else movie(key)
