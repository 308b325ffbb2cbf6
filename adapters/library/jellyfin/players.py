"""Devices, what is on them, and what they are told to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from adapters.library.jellyfin.client import JellyfinClient, Query, segment
from adapters.library.jellyfin.fields import Json, key, rows, share, table, text
from adapters.library.jellyfin.parsers import EPISODE
from engine.domain.media import NowPlaying, Player
from engine.errors import InvalidQuery
from engine.ports.library import Control

COMMANDS: Mapping[Control, str] = MappingProxyType(
    {
        Control.PAUSE: "Pause",
        Control.RESUME: "Unpause",
        Control.STOP: "Stop",
        Control.NEXT: "NextTrack",
        Control.PREVIOUS: "PreviousTrack",
    }
)
MOST_TITLES = 50
"""Played at once; more would not fit into an address."""


async def players(client: JellyfinClient, token: str) -> list[Player]:
    """Those that can be told what to play; with a token, those that its account may."""
    query: Query = {}
    if token:
        query = {"controllableByUserId": await client.account_of(token)}
    sessions = await client.ask_list("/Sessions", query, token=token)
    return [player for session in sessions if (player := parse_player(session))]


async def now_playing(client: JellyfinClient) -> list[NowPlaying]:
    return [playing for session in await client.ask_list("/Sessions") if (playing := parse_playing(session))]


async def play(client: JellyfinClient, player_id: str, keys: Sequence[str], *, token: str, queue: bool) -> None:
    """Raises InvalidQuery where the device is gone or there is nothing to play."""
    if not keys:
        raise InvalidQuery("jellyfin-nothing-to-play")
    query = {"playCommand": "PlayNext" if queue else "PlayNow", "itemIds": ",".join(keys[:MOST_TITLES])}
    await _tell(client, f"{_path(player_id)}/Playing", query, token)


async def control(client: JellyfinClient, player_id: str, told: Control, *, token: str) -> None:
    """Raises InvalidQuery where the device is gone."""
    await _tell(client, f"{_path(player_id)}/Playing/{COMMANDS[told]}", {}, token)


def parse_player(session: Json) -> Player | None:
    """None for what cannot be controlled."""
    told = text(session.get("Id"))
    if not told or session.get("SupportsRemoteControl") is not True:
        return None
    profile = table(table(session.get("Capabilities")).get("DeviceProfile"))
    return Player(
        id=told,
        name=text(session.get("DeviceName")) or text(session.get("Client")),
        product=text(session.get("Client")),
        online=session.get("IsActive") is not False,
        formats=frozenset(_video_codecs(rows(profile.get("DirectPlayProfiles")))),
    )


def parse_playing(session: Json) -> NowPlaying | None:
    """None where nothing is on, or nobody's."""
    item, state = table(session.get("NowPlayingItem")), table(session.get("PlayState"))
    told, account = text(session.get("Id")), key(session.get("UserId"))
    of_series = item.get("Type") == EPISODE
    item_key = (key(item.get("SeriesId")) if of_series else "") or key(item.get("Id"))
    if not told or not account or not item_key:
        return None
    return NowPlaying(
        session=told,
        account_id=account,
        item_key=item_key,
        title=(text(item.get("SeriesName")) if of_series else "") or text(item.get("Name")),
        player_id=told,
        player=text(session.get("DeviceName")) or text(session.get("Client")),
        position=share(state.get("PositionTicks"), item.get("RunTimeTicks")) or 0.0,
        paused=state.get("IsPaused") is True,
        transcoding=state.get("PlayMethod") == "Transcode",
    )


async def _tell(client: JellyfinClient, path: str, query: Query, token: str) -> None:
    reply = await client.say("POST", path, query, token=token)
    if reply.status in {400, 404}:
        raise InvalidQuery("jellyfin-player-gone")
    if not reply.status < 300:
        raise client.refused(reply)


def _video_codecs(profiles: Iterable[Json]) -> Iterable[str]:
    for profile in profiles:
        if profile.get("Type") == "Video":
            yield from (part.strip().lower() for part in text(profile.get("VideoCodec")).split(",") if part.strip())


def _path(player_id: str) -> str:
    return f"/Sessions/{segment(player_id)}"
