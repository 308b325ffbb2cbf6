"""What people do in a household while its servers change their mind; none of them is told what is closed to them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from bot.asking.completing import Completer
from bot.native.playlists import keep_up
from bot.vocabulary import Account, Answer, Invocation, Press, Room
from engine.domain.acquisition import RequestState
from engine.domain.media import ExternalIds
from engine.domain.media_records import MediaRequest, Want
from engine.testing.clock import START
from tests.properties.lockstep import PLAIN, leaked, tokens
from tests.properties.served_house import Served

ASKED = "What they asked for"
"""Title of a request, as the person typed it."""
BEFORE = (
    "/tonight",
    "/tonight 3",
    "/shuffle",
    "like 1",
    "save 1",
    "hide 2",
    "/watchlist",
    "/similar the harbour",
    "/taste",
)
AFTER = (
    *PLAIN, "/more", "/unmatched", "/unmatched 1", "/status", "/users", "/accounts", "/play 1", "/want 1", "/requests",
    "/request the harbour", "/devices", "/playing", "/grab", "/search harbour", "/search zq", "/search winter",
    "/similar the harbour", "/mood like harbour", "/tonight person:anna", "/tonight library:shelf", "/tonight tag:zq",
    "/experiments", "/notify", "/push", "/want", "/queue 1",
)  # fmt: skip
NIGHT = ("/group", "/group on", "/group vote 1", "/group decide", "/group veto 1")


@dataclass(slots=True)
class Lives:
    """What people do in one household, and whether they were told what they must not know."""

    served: Served
    rng: np.random.Generator
    buttons: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    nights: list[str] = field(default_factory=list[str])
    number: int = 0

    async def before(self) -> None:
        """Everybody is shown cards and buttons; those in one room begin an evening."""
        for place in range(len(self.served.viewers)):
            self.buttons[place] = []
            for line in ("/tonight", *self._some(BEFORE, 1)):
                self.buttons[place] += tokens(await self.say(line, place))
        if self.rng.integers(3) == 0:
            await self._gather()
        if self.rng.integers(3) == 0:
            await wish(self.served, self.rng)
        if self.rng.integers(6) == 0:
            await self.served.sign_in(0)
            await self.served.sign_in(1)

    async def after(self) -> None:
        """Everybody goes on, with old buttons too; nothing that is closed to them now reaches them."""
        everything = [one for found in self.buttons.values() for one in found]
        for place in range(len(self.served.viewers)):
            own = self.buttons[place]
            for token in [*self._some(own, 2), *self._some(everything, int(self.rng.integers(2)))]:
                await self.check(place, await self.press(token, place), token)
            for line in self._some(AFTER, 2):
                await self.check(place, await self.say(line, place), line)
        if self.nights:
            await self._night()
        await playlists_hold_what_is_open(self.served)

    async def check(self, place: int, answer: Answer, typed: str) -> None:
        found = leaked(self.served.secrets(place), typed, repr(answer))
        assert not found, f"{self.served.viewers[place]}, {typed}: {found} in {answer}"
        self.buttons[place] += tokens(answer)
        if typed.startswith("/") and self.rng.integers(3) == 0:
            house = self.served.house
            completer = Completer(house.services, house.gateway.registry, Account("chat", self.served.viewers[place]))
            offers = [one.text for one in await completer.complete(typed)]
            assert not leaked(self.served.secrets(place), typed, "\n".join(offers)), (place, typed, offers)

    async def say(self, line: str, place: int, *, room: str = "") -> Answer:
        self.number += 1
        command, _, rest = line.removeprefix("/").partition(" ") if line.startswith("/") else ("mood", "", line)
        account = Account("chat", self.served.viewers[place])
        where = Room(room, private=False) if room else Room(f"r{place}")
        said = Invocation(f"s{self.number}", account, where, command, rest, START)
        return await self.served.house.gateway.invoke(said)

    async def press(self, token: str, place: int, *, room: str = "") -> Answer:
        self.number += 1
        where = Room(room, private=False) if room else Room(f"r{place}")
        account = Account("chat", self.served.viewers[place])
        return await self.served.house.gateway.press(Press(f"s{self.number}", account, where, token, START))

    async def _gather(self) -> None:
        opened = await self.say("/group", 0, room="all")
        self.nights = tokens(opened)
        for place in range(1, len(self.served.viewers)):
            await self.press(next(one for one in self.nights if one.endswith(":in")), place, room="all")
        if self.rng.integers(2):
            showing = next(one for one in self.nights if one.endswith(":show"))
            self.nights += tokens(await self.press(showing, 0, room="all"))

    async def _night(self) -> None:
        """What is said to the room is heard by everybody in it."""
        everybody = range(len(self.served.viewers))
        nobodys = set[str]().union(*(self.served.secrets(place) for place in everybody))
        pressable = [one for one in self.nights if not one.endswith((":out", ":new"))]
        for token in self._some(pressable, 4):
            place = int(self.rng.integers(len(self.served.viewers)))
            self._heard(place, nobodys, token, await self.press(token, place, room="all"))
        for line in self._some(NIGHT, 2):
            self._heard(0, nobodys, line, await self.say(line, 0, room="all"))

    def _heard(self, place: int, nobodys: set[str], typed: str, answer: Answer) -> None:
        secrets = self.served.secrets(place) if answer.private else nobodys
        assert not leaked(secrets, typed, repr(answer)), f"{place}, {typed}: {answer}"

    def _some(self, known: list[str] | tuple[str, ...], most: int) -> list[str]:
        count = min(most, len(known))
        return [known[int(place)] for place in self.rng.choice(len(known), count, replace=False)] if count else []


async def wish(served: Served, rng: np.random.Generator) -> None:
    """Everybody asked for something and waits for something else, wherever it may stand by now."""
    async with served.house.storage.unit() as unit:
        numbered = [one async for page in unit.items.stream() for one in page if one.tmdb_id]
        for place, viewer in enumerate(served.viewers if numbered else ()):
            asked, waited = (numbered[int(rng.integers(len(numbered)))] for _ in range(2))
            ids = ExternalIds(tmdb=asked.tmdb_id)
            request = MediaRequest(
                f"{viewer}-1", viewer, asked.id, ASKED, asked.year, ids, RequestState.APPROVED, START
            )
            await unit.media_requests.put(request)
            await unit.wants.put(Want(viewer, waited.id, START))
            served.asked[place] = {asked.id, waited.id}
    served.known.clear()


async def playlists_hold_what_is_open(served: Served) -> None:
    """What is put on the servers themselves follows what may be opened there."""
    if not served.signed_in:
        return
    await keep_up(served.house.services)
    for place in served.signed_in:
        accounts = dict(served.household.people[place])
        for server in served.household.servers:
            put = server.playlists.get(f"key-{place}", frozenset())
            shown = {
                key for key, title in server.titles.items() if server.shows(accounts.get(server.vendor, ""), title)
            }
            closed = put & server.titles.keys() - shown
            assert not (server.in_use and closed), (place, closed)
