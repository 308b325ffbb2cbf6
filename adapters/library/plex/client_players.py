"""Makes players play, through plexapi. Everything here blocks: it runs in the client's threads."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false
# plexapi has no types; it is used here and in client.py alone.

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from plexapi.client import PlexClient as PlexPlayer
from plexapi.exceptions import NotFound, Unsupported
from plexapi.playqueue import PlayQueue

from adapters.library.plex.client import Connection
from adapters.library.plex.elements import text
from engine.errors import SourceRejected
from engine.ports.library import Control

CONTROLS: dict[Control, Callable[[PlexPlayer], object]] = {
    Control.PAUSE: PlexPlayer.pause,
    Control.RESUME: PlexPlayer.play,
    Control.STOP: PlexPlayer.stop,
    Control.NEXT: PlexPlayer.skipNext,
    Control.PREVIOUS: PlexPlayer.skipPrevious,
}
ABILITIES = "timeline,playback,playqueues"


class _Direct(PlexPlayer):
    """A player that is spoken to without the server between.

    plexapi would write the account's token into headers that all its clients share, and send it to the player.
    """

    introduction: dict[str, str]

    def _headers(self, **kwargs: str) -> dict[str, str]:
        return {**self.introduction, **kwargs}


def clients(server: Connection) -> list[Element]:
    """The players that the server itself sees, as far as it lets this account know."""
    try:
        return list(server.ask("/clients"))
    except SourceRejected:
        return []


def play(server: Connection, player: str, keys: Sequence[str], addresses: Sequence[str], *, queue: bool) -> None:
    """Play the titles one after another, or after what plays now. Raises NotFound where there is no such player."""
    # Not fetchItems: that goes on asking until it has as many as the server says, however many those are.
    items = server.findItems(server.ask(f"/library/metadata/{','.join(keys)}"))
    if not items:
        raise NotFound("no such titles")
    # The server answers in an order of its own.
    items.sort(key=_place_in(keys))
    target = _player(server, player, addresses)
    if queue and (number := _playing_queue(target)):
        waiting = PlayQueue.get(server, number, own=True)
        for item in items:
            waiting.addItem(item, refresh=False)
        target.refreshPlayQueue(number)
        return
    target.playMedia(PlayQueue.create(server, items if len(items) > 1 else items[0], onDeck=1))


def control(server: Connection, player: str, what: Control, addresses: Sequence[str]) -> None:
    """Raises NotFound where there is no such player."""
    CONTROLS[what](_player(server, player, addresses))


def _place_in(keys: Sequence[str]) -> Callable[[object], int]:
    places = {key: place for place, key in enumerate(keys)}
    return lambda item: places.get(str(getattr(item, "ratingKey", "")), len(places))


def _player(server: Connection, player: str, addresses: Sequence[str]) -> PlexPlayer:
    for element in clients(server):
        if text(element, "machineIdentifier") == player:
            seen = PlexPlayer(server=server, data=element, connect=False)
            seen.proxyThroughServer(value=True, server=server)
            return seen
    if not addresses:
        raise NotFound("no such player")
    return _direct(server, player, addresses[0])


def _direct(server: Connection, player: str, address: str) -> PlexPlayer:
    told = Element("Player", machineIdentifier=player, protocolCapabilities=ABILITIES)
    found = _Direct(server=server, data=told, baseurl=address, connect=False)
    found.introduction = dict(server.introduction)
    return found


def _playing_queue(player: PlexPlayer) -> int | None:
    """The queue that plays there; None where nothing plays, or the player does not tell."""
    try:
        timeline = player.timeline
    except (NotFound, Unsupported):
        return None
    number = str(timeline.playQueueID) if timeline is not None else ""
    return int(number) if number.isascii() and number.isdecimal() else None
