"""Takes updates, fetched or brought, and tells Telegram of them only once they are safe."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from adapters.chat.telegram.acknowledging import Acknowledging
from adapters.chat.telegram.client import Client
from adapters.chat.telegram.health import Health
from adapters.chat.telegram.inbound import Idle, Json, Me, Moved, Standing, chat_of, number_of, read
from adapters.chat.telegram.limits import Patience
from adapters.chat.telegram.menus import keep_menus, names
from adapters.chat.telegram.reference import read_place, read_reference
from adapters.chat.telegram.transport import Limited
from adapters.chat.telegram.writing import Writer
from bot.gateway import Gateway, State
from bot.services import Services
from engine.errors import SourceUnavailable


@dataclass(frozen=True, slots=True)
class Inside:
    """What the adapter's parts share."""

    gateway: Gateway
    services: Services
    client: Client
    writer: Writer
    acknowledging: Acknowledging
    health: Health
    patience: Patience


class Receiver:
    """From Telegram to the gateway."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self._known = asyncio.Event()
        self.me = Me(0, "")
        self.unwelcome: set[str] = set()
        """Ids of accounts that blocked the bot."""

    async def run(self, address: str, secret: str) -> None:
        """Until cancelled. Updates are brought to ``address``, or fetched where it is empty."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self._offer())
            await self._receive(address, secret)

    async def take(self, update: Json) -> None:
        """One update; safe when it returns. Raises SourceUnavailable where it could not be stored."""
        if not self.me.id:
            raise SourceUnavailable("telegram-unreachable")
        inside = self._inside
        meaning = read(update, self.me, inside.services.clock.now())
        if meaning is None:
            return
        if isinstance(meaning, Idle):
            inside.acknowledging.idle(meaning.query)
        elif isinstance(meaning, Moved):
            inside.writer.moved(meaning.old, meaning.new)
        elif isinstance(meaning, Standing):
            (self.unwelcome.discard if meaning.welcome else self.unwelcome.add)(str(meaning.account))
        else:
            query = read_reference(meaning.reference).query
            self.unwelcome.discard(meaning.account.id)
            if await inside.gateway.accept(meaning):
                inside.acknowledging.heard(meaning, read_place(meaning.room), query)
            elif query:
                inside.acknowledging.idle(query)

    async def _offer(self) -> None:
        await self._known.wait()
        inside = self._inside
        await keep_menus(inside.client, inside.gateway, inside.services.translations.locales, inside.patience)

    async def _receive(self, address: str, secret: str) -> None:
        failures = 0
        while True:
            try:
                await self._serve(address, secret)
            except (TelegramError, SourceUnavailable) as error:
                failures = 0 if self._inside.health.state is State.RUNNING else failures + 1
                await asyncio.sleep(self._troubled(error, failures))

    async def _serve(self, address: str, secret: str) -> None:
        self.me = replace(await self._inside.client.me(), commands=names(self._inside.gateway))
        self._known.set()
        if address and await self._is_brought(address, secret):
            await self._watch(address)
        else:
            await self._inside.client.fetch()
            await self._poll()

    async def _poll(self) -> None:
        updates = await self._inside.client.updates(0, wait=False)
        offset = 0
        while True:
            self._inside.health.well()
            offset = await self._take_all(updates, offset)
            updates = await self._inside.client.updates(offset, wait=True)

    async def _take_all(self, updates: Sequence[Json], offset: int) -> int:
        """The chats side by side, each in its order. Returns the offset that confirms them all."""
        chats: defaultdict[object, list[Json]] = defaultdict(list)
        for update in updates:
            chats[chat_of(update)].append(update)
        results = await asyncio.gather(*(self._take_each(chat) for chat in chats.values()), return_exceptions=True)
        for failed in results:
            if failed is not None:
                raise failed
        return max([offset, *(number_of(update) + 1 for update in updates)])

    async def _take_each(self, updates: Sequence[Json]) -> None:
        for update in updates:
            await self.take(update)

    async def _is_brought(self, address: str, secret: str) -> bool:
        try:
            await self._inside.client.bring(address, secret)
        except BadRequest:
            self._inside.health.mention("telegram-webhook-refused")
            return False
        return True

    async def _watch(self, address: str) -> None:
        """Returns where somebody else has taken the updates away."""
        inside = self._inside
        inside.health.well()
        while True:
            await asyncio.sleep(inside.patience.watch)
            url, failed = await inside.client.brought()
            if url != address:
                return
            if inside.services.clock.now().timestamp() - failed < inside.patience.watch:
                inside.health.failing("telegram-webhook-failing")
            else:
                inside.health.well()

    def _troubled(self, error: TelegramError | SourceUnavailable, failures: int) -> float:
        """Notes the trouble; returns the seconds to wait."""
        health, patience = self._inside.health, self._inside.patience
        if isinstance(error, Limited):
            return error.seconds
        if isinstance(error, InvalidToken):
            health.failing("telegram-token-refused")
            return patience.refused[min(failures, len(patience.refused) - 1)]
        if isinstance(error, Conflict):
            health.failing("telegram-conflict")
            return patience.retry[-1]
        health.failing(error.key if isinstance(error, SourceUnavailable) else "telegram-unreachable")
        return patience.retry[min(failures, len(patience.retry) - 1)]
