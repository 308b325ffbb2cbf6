"""Talk as it runs: what happens there goes to the gateway, answers go back. All that is said the gateway decides."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace

from adapters.chat.nextcloud_talk.activities import Activity, Entered, Noted, Reacted, Said
from adapters.chat.nextcloud_talk.client import Client, Closed, Message
from adapters.chat.nextcloud_talk.inbound import Reader, Reference, account_of, read_reference
from adapters.chat.nextcloud_talk.letters import Letters
from adapters.chat.nextcloud_talk.limits import ASKED_AGAIN, ASKED_SOON
from adapters.chat.nextcloud_talk.meaning import hear
from adapters.chat.nextcloud_talk.memory import Memory
from adapters.chat.nextcloud_talk.post import Post
from adapters.chat.nextcloud_talk.settings import Place, TalkSettings, place_of
from adapters.chat.nextcloud_talk.versions import tells_who_reacted, version_in
from bot.gateway import Delivered, Gateway, Outgoing, State
from bot.registry import load_registry
from bot.services import Services
from bot.vocabulary import Account, Progress, Room
from engine.errors import RecommendarrError, SourceUnavailable, Undeliverable, Unreached

_log = logging.getLogger(__name__)
OWN = frozenset({"private", "privat", "privé", "prive"})
"""With a slash or exclamation mark: this room is mine alone."""
_OPENING = frozenset({"guests_allowed", "listable_all", "listable_users", "moderator_promoted"})
"""Events by which others may come in; besides all that end in ``_added``."""


class Talk:
    """All servers of one installation."""

    def __init__(self, gateway: Gateway, services: Services, settings: TalkSettings) -> None:
        self.secrets: Mapping[str, str] = settings.by_backend()
        self._gateway, self._services, self._settings = gateway, services, settings
        self._client = Client(verify_tls=settings.verify_tls)
        self._memory = Memory(services.storage)
        self._letters = Letters(services, self._memory)
        self._post = Post(self._client, self.secrets)
        self._reader = Reader(self._memory, load_registry(services.translations).words)
        self._names: dict[str, str] = {}
        self._versions: dict[str, str] = {}
        self._running = False
        self._replying: set[asyncio.Task[None]] = set()

    @property
    def state(self) -> State:
        """Failing where no server can be reached, or none takes what we send."""
        if not self._running:
            return State.CONNECTING
        return State.FAILING if set(self._post.troubles) >= set(self.secrets) else State.RUNNING

    @property
    def trouble(self) -> str:
        """Of the first server that has one."""
        return next(iter(self._post.troubles.values()), "")

    async def run(self) -> None:
        """What people write comes by the side door; here it is only looked how the servers are."""
        for backend in self.secrets:
            self._names[backend] = await self._memory.bot_name(backend)
        self._running = True
        try:
            async with asyncio.TaskGroup() as watching:
                for backend in self.secrets:
                    watching.create_task(self._watch(backend))
        finally:
            self._running = False

    async def close(self) -> None:
        """Lets the connections go."""
        for task in self._replying:
            task.cancel()
        await self._client.close()

    async def happened(self, backend: str, random: str, activity: Activity | None) -> None:
        """Takes in what a server says. Durable when it returns; raises SourceUnavailable where it cannot be kept."""
        if activity is None:
            return
        place = Place(backend, activity.token)
        match activity:
            case Entered():
                await self._entered(place, activity)
            case Noted():
                if activity.event.endswith("_added") or activity.event in _OPENING:
                    await self._memory.make_shared(place.room_id)
            case Said() if activity.actor.is_person:
                self._post.reopen(place)
                await self._said(place, activity)
            case Reacted(removed=False) if activity.actor.is_person and self._believes_reactions(backend):
                press = await self._reader.reacted(place, activity, random, self._services.clock.now())
                if press:
                    await self._gateway.accept(press)
            case _:
                return

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """Writes an answer. Talk tells no ids, so none are given, and there is nothing to edit."""
        if outgoing.or_nothing:
            return Delivered()
        # what is said unasked may name no room: then it goes to the person's own
        named, home = place_of(outgoing.room.id), place_of(await self._memory.home(outgoing.account.id))
        if named is None and home is None and not outgoing.reference:
            raise Unreached("talk-no-own-room")
        place = named or home
        if place is None or place.backend not in self.secrets:
            raise Undeliverable("talk-backend-gone")
        reference = read_reference(outgoing.reference)
        own = await self._memory.owner(place.room_id) == outgoing.account.id
        if own or outgoing.answer.neutral or not outgoing.answer.private:
            unquoted = replace(reference, message_id="") if own else reference
            await self._send_home(outgoing, place, await self._letters.open(outgoing, place.room_id, unquoted))
        elif not await self._delivered_at_home(outgoing, place, reference):
            await self._send(outgoing, place, await self._letters.shared(outgoing, place.room_id, reference))
        return Delivered()

    async def _delivered_at_home(self, outgoing: Outgoing, place: Place, reference: Reference) -> bool:
        """A private answer goes to the person's own room, where they have one that still takes it."""
        home = place_of(await self._memory.home(outgoing.account.id))
        if home is None or home.backend not in self.secrets:
            return False
        there = await self._letters.open(outgoing, home.room_id, Reference(about=reference.about))
        try:
            await self._send(outgoing, home, there)
        except Closed:
            await self._memory.make_shared(home.room_id)
            return False
        if not _is_progress(outgoing) and len(outgoing.written) <= len(there):
            await self._post.send(place, self._letters.elsewhere(outgoing, reference))
            self._gateway.wrote(outgoing.id, "elsewhere")
        return True

    async def _send_home(self, outgoing: Outgoing, place: Place, messages: list[Message]) -> None:
        """Their own room may be closed since; what is said unasked waits for another."""
        try:
            await self._send(outgoing, place, messages)
        except Closed:
            if outgoing.reference or not outgoing.answer.private or place_of(outgoing.room.id) is not None:
                raise
            await self._memory.make_shared(place.room_id)
            raise Unreached("talk-no-own-room") from None

    async def _send(self, outgoing: Outgoing, place: Place, messages: list[Message]) -> None:
        for message in messages[len(outgoing.written) :]:
            await self._post.send(place, message)
            self._gateway.wrote(outgoing.id, message.reference_id)

    async def _entered(self, place: Place, entered: Entered) -> None:
        if entered.left:
            self._post.shut(place)
            return
        self._post.reopen(place)
        name = entered.actor.name.strip()
        if name and name != self._names.get(place.backend):
            self._names[place.backend] = name
            await self._memory.put_bot_name(place.backend, name)

    async def _said(self, place: Place, said: Said) -> None:
        names = [name for name in {self._settings.bot_name, self._names.get(place.backend, "")} if name]
        if self._claims_room(said, names):
            await self._make_own(place, said)
            return
        update = await self._reader.said(place, said, names, self._services.clock.now())
        if update:
            await self._gateway.accept(update)

    def _claims_room(self, said: Said, names: list[str]) -> bool:
        heard = hear(said.text, names)
        return heard.addressed and heard.line.casefold() in OWN and said.actor.id.startswith("users/")

    async def _make_own(self, place: Place, said: Said) -> None:
        """The person says that nobody else is in the room. It is told what that means."""
        account = account_of(place, said.actor)
        if not await self._memory.make_own(place.room_id, account.id, said.message_id):
            return
        async with self._services.storage.unit() as unit:
            viewer = await unit.viewers.by_identity(account.platform, account.id)
        speak = self._services.translations.to(viewer.locale if viewer else self._services.settings.locale)
        task = asyncio.ensure_future(self._move_in(place, account, Message(speak.text("talk-own"))))
        self._replying.add(task)
        task.add_done_callback(self._replying.discard)

    async def _move_in(self, place: Place, account: Account, message: Message) -> None:
        await self._reply(place, message)
        await self._gateway.reachable(account, Room(place.room_id))

    async def _reply(self, place: Place, message: Message) -> None:
        try:
            await self._post.send(place, message)
        except RecommendarrError as error:
            _log.warning("a word to a room in Nextcloud Talk was not taken: %s", error)

    def _believes_reactions(self, backend: str) -> bool:
        if self._settings.reactions != "auto":
            return self._settings.reactions == "on"
        return tells_who_reacted(self._versions.get(backend, ""))

    async def _watch(self, backend: str) -> None:
        """Keeps an eye on a server: is it there, and of which version."""
        while True:
            try:
                self._versions[backend] = version_in(await self._client.capabilities(backend))
            except SourceUnavailable as error:
                self._post.failed(backend, error.key)
                await asyncio.sleep(ASKED_SOON)
            else:
                self._post.reached(backend)
                await asyncio.sleep(ASKED_AGAIN)


def _is_progress(outgoing: Outgoing) -> bool:
    return all(isinstance(part, Progress) for part in outgoing.answer.parts)


async def open_talk(gateway: Gateway, services: Services) -> Talk:
    """Raises Misconfigured where the settings cannot be right."""
    return Talk(gateway, services, TalkSettings())
