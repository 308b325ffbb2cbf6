"""Talks to the media server through plexapi, whose calls block: they run in threads, each page read there too.

Lists are read by ``PlexServer.query`` and own parsers: an object of plexapi's for each of 40,000 titles takes long.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# plexapi has no types; it is used here and in client_players.py alone.

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError

from plexapi.exceptions import NotFound, PlexApiException
from plexapi.server import PlexServer

from adapters.http import HttpService
from adapters.library.plex.elements import Unreadable
from adapters.library.plex.ourselves import TOKEN
from adapters.library.plex.session import SECONDS, Session
from bot.integration import Health, Instance, Outside
from engine.errors import SourceRejected, SourceUnavailable

T = TypeVar("T")
Parameters = Mapping[str, str | int]
CONNECTIONS = 64
"""So many people's connections are kept; further ones cost a question more each."""
CALLS = 40.0
"""A second, to a machine that is usually at home too."""
PATIENCE = SECONDS + 15.0
ROOT = "MediaContainer"


class Connection(PlexServer):
    """The server as one account sees it, asked under our own name and not under that of this machine."""

    def __init__(self, url: str, token: str, session: Session, introduction: Mapping[str, str]) -> None:
        self.introduction = introduction
        super().__init__(url, token, session=session, timeout=SECONDS)

    def _headers(self, **kwargs: str) -> dict[str, str]:
        return {**self.introduction, "Accept": "application/xml", TOKEN: str(self._token), **kwargs}

    def ask(self, path: str, params: Parameters | None = None, method: str = "get") -> Element:
        """The answer; an empty element where there is none. Raises plexapi's NotFound and BadRequest."""
        answer = self.query(path, method=getattr(self._session, method), params=dict(params or {}))
        if method == "get" and (answer is None or answer.tag != ROOT):
            raise Unreadable("no answer" if answer is None else "no list")  # a sign-in page, say, is not an empty shelf
        return Element(ROOT) if answer is None else answer

    def uri(self, keys: list[str]) -> str:
        """How titles are named in playlists, collections and queues."""
        return f"server://{self.machineIdentifier}/com.plexapp.plugins.library/library/metadata/{','.join(keys)}"


class PlexClient:
    """Calls to one server, as its owner or as whoever's token is given."""

    def __init__(self, instance: Instance, outside: Outside, introduction: Mapping[str, str]) -> None:
        self._instance = instance
        self._introduction = introduction
        self._service = HttpService(instance, outside, calls=CALLS, timeout=PATIENCE)
        self._session = Session(instance.name, outside.clock, verify=instance.verify_tls)
        self._connections: OrderedDict[str, Connection] = OrderedDict()
        self._lock = Lock()

    @property
    def health(self) -> Health:
        return self._service.health

    @property
    def name(self) -> str:
        return self._instance.name

    async def ask(
        self, path: str, read: Callable[[Element], T], params: Parameters | None = None, *, token: str = ""
    ) -> T | None:
        """What ``read`` makes of the answer; None where the server says that there is no such thing."""
        return await self.run(lambda server: read(server.ask(path, params)), token=token, repeatable=True)

    async def run(self, call: Callable[[Connection], T], *, token: str = "", repeatable: bool = False) -> T | None:
        """Let ``call`` talk to the server in a thread; None where it met something that is not there."""
        outcome = await self._service.in_thread(lambda: self._attempt(call, token), repeatable=repeatable)
        if isinstance(outcome, SourceRejected):
            raise outcome
        return outcome

    async def close(self) -> None:
        await self._service.close()
        self._session.close()

    def _attempt(self, call: Callable[[Connection], T], token: str) -> T | SourceRejected | None:
        try:
            return call(self._connection(token or self._instance.secret))
        except NotFound:
            return None
        except (Unreadable, ParseError, UnicodeError) as error:
            reason = str(error) if isinstance(error, Unreadable) else "no XML"
            raise SourceUnavailable("integration-unreadable", name=self.name, reason=reason) from None
        except PlexApiException:
            # Its text quotes the address and the answer.
            return SourceRejected("plex-refused", name=self.name)
        except SourceRejected as error:
            self._forget(token)
            if token:
                return error  # that somebody else's token is refused is no trouble of the server's
            raise

    def _connection(self, token: str) -> Connection:
        with self._lock:
            known = self._connections.get(token)
            if known is not None:
                self._connections.move_to_end(token)
                return known
        made = Connection(self._instance.url, token, self._session, self._introduction)
        with self._lock:
            self._connections[token] = made
            while len(self._connections) > CONNECTIONS:
                self._connections.popitem(last=False)
        return made

    def _forget(self, token: str) -> None:
        with self._lock:
            self._connections.pop(token, None)
