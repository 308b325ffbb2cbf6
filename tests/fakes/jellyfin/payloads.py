"""The fake's titles and accounts as Jellyfin writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.fakes.jellyfin.world import EPISODES, SEASONS, Person, Shelf, Title, World

RUNTIME = 60_000_000_000
"""Ticks: 100 minutes."""
_WORDS = ("Quiet", "Golden", "Last", "Secret", "Northern", "Broken", "Little", "Endless")
_GENRES = ("Drama", "Comedy", "Thriller", "Science Fiction", "Animation")


def moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond:06d}0Z"


def item(world: World, title: Title, fields: set[str], person: Person | None, *, with_state: bool) -> dict[str, Any]:
    """A title with the fields that were asked for."""
    shelf = world.shelves[title.shelf]
    made: dict[str, Any] = {
        "Name": _name(shelf, title.number),
        "ServerId": world.id,
        "Id": title.id,
        "Type": title.kind,
        "ProductionYear": 1950 + title.number % 75,
        "IsFolder": title.kind == "Series",
        "MediaType": "Video" if title.kind != "Series" else "Unknown",
        "RunTimeTicks": RUNTIME,
    }
    if title.kind == "Episode":
        made |= {"Name": f"Part {title.part + 1}", "SeriesName": _name(shelf, title.number)}
        made |= {"SeriesId": title.series.id, "ParentIndexNumber": title.season, "IndexNumber": title.episode}
    made |= {name: make(shelf, title) for name, make in MORE.items() if name in fields}
    if shelf.changes:
        made |= shelf.changes.get(title.id, {})
    if person is not None and with_state:
        made["UserData"] = state(person, title)
    return made


def state(person: Person, title: Title) -> dict[str, Any]:
    told = person.state(title)
    made: dict[str, Any] = {
        "PlaybackPositionTicks": told.position,
        "PlayCount": told.count,
        "IsFavorite": told.favorite,
        "Played": told.played,
        "Key": title.id,
        "ItemId": title.id,
    }
    if told.at:
        made["LastPlayedDate"] = moment(told.at)
    if told.rating is not None:
        made |= {"Rating": told.rating, "Likes": told.rating >= 6.5}
    if told.position:
        made["PlayedPercentage"] = told.position / RUNTIME * 100
    if title.kind == "Series":
        parts = [person.state(Title("Episode", title.shelf, title.number, part)) for part in range(SEASONS * EPISODES)]
        seen = sum(part.played for part in parts)
        made |= {"UnplayedItemCount": len(parts) - seen, "Played": seen == len(parts)}
        made["PlayedPercentage"] = seen / len(parts) * 100
    return made


def user(world: World, person: Person) -> dict[str, Any]:
    return {
        "Name": person.name,
        "ServerId": world.id,
        "Id": person.id,
        "HasPassword": True,
        "Policy": {
            "IsAdministrator": person.admin,
            "IsDisabled": person.disabled,
            "EnableAllFolders": person.shelves is None,
            "EnabledFolders": sorted(person.shelves or ()),
            "MaxParentalRating": person.most,
            "BlockedTags": [],
            "AllowedTags": [],
            "BlockUnratedItems": [],
            "AuthenticationProviderId": "Jellyfin.Server.Implementations.Users.DefaultAuthenticationProvider",
            "PasswordResetProviderId": "Jellyfin.Server.Implementations.Users.DefaultPasswordResetProvider",
        },
    }


def virtual_folder(shelf: Shelf) -> dict[str, Any]:
    made: dict[str, Any] = {
        "Name": shelf.name,
        "Locations": [shelf.path],
        "LibraryOptions": {"Enabled": True, "PreferredMetadataLanguage": shelf.language},
        "ItemId": shelf.id,
        "RefreshStatus": "Idle",
    }
    if shelf.kind:
        made["CollectionType"] = shelf.kind
    return made


def streams(title: Title) -> list[dict[str, Any]]:
    fine = title.number % 3 == 0
    return [
        {
            "Type": "Video",
            "Codec": "hevc" if fine else "h264",
            "Width": 3840 if fine else 1920,
            "Height": 2160 if fine else 1080,
            "VideoRange": "HDR" if fine else "SDR",
            "VideoRangeType": "DOVIWithHDR10" if fine else "SDR",
        },
        {"Type": "Audio", "Codec": "aac", "Channels": 2, "DisplayTitle": "Commentary - AAC - Stereo"},
        {
            "Type": "Audio",
            "Codec": "truehd" if fine else "ac3",
            "Channels": 8 if fine else 6,
            "Profile": "Dolby TrueHD + Dolby Atmos" if fine else None,
        },
    ]


def _source(title: Title) -> dict[str, Any]:
    return {
        "Id": title.id,
        "Container": "mkv",
        "Size": 40_000_000_000,
        "Bitrate": 53_000_000,
        "MediaStreams": streams(title),
    }


def _people(title: Title) -> list[dict[str, Any]]:
    return [
        {"Name": f"Director {title.number % 97}", "Id": "0" * 32, "Type": "Director"},
        {"Name": f"Actor {title.number % 211}", "Id": "0" * 32, "Type": "Actor", "Role": "Somebody"},
    ]


def _name(shelf: Shelf, number: int) -> str:
    return f"{_WORDS[number % 8]} {shelf.name} {number}"


MORE: dict[str, Callable[[Shelf, Title], Any]] = {
    "DateCreated": lambda _, title: moment(title.created),
    "Genres": lambda _, title: [_GENRES[title.number % 5]],
    "OriginalTitle": lambda _, title: f"Original {title.number}",
    "Overview": lambda _, title: f"What happens in number {title.number}.",
    "Path": lambda shelf, title: f"{shelf.path}/{title.number}/{title.part + 1}.mkv",
    "People": lambda _, title: _people(title),
    "ProviderIds": lambda _, title: {"Tmdb": str(1_000 + title.number), "Imdb": f"tt{1_000_000 + title.number}"},
    "Studios": lambda *_: [{"Name": "Studio", "Id": "0" * 32}],
    "Tags": lambda _, title: ["kept"] if title.number % 2 else [],
    "ChildCount": lambda _, title: SEASONS if title.kind == "Series" else None,
    "RecursiveItemCount": lambda _, title: SEASONS * EPISODES if title.kind == "Series" else None,
    "MediaSources": lambda _, title: [] if title.kind == "Series" else [_source(title)],
    "MediaStreams": lambda _, title: [] if title.kind == "Series" else streams(title),
}
"""What has to be asked for, by its name."""
