"""From an answer to the messages of one room: its code, its links, and what others may read of it."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from adapters.chat.nextcloud_talk.client import Message
from adapters.chat.nextcloud_talk.inbound import Reference
from adapters.chat.nextcloud_talk.memory import Memory
from adapters.chat.nextcloud_talk.outbound import Setting, impersonal, write
from adapters.chat.nextcloud_talk.shown import deal_of
from bot.gateway import Outgoing
from bot.services import Services
from bot.vocabulary import Account, Answer, Card, Progress, Text
from bot.web.card_links import card_urls
from engine.errors import Misconfigured

HINTED = timedelta(days=1)
_log = logging.getLogger(__name__)


class Letters:
    """Writes answers. The same answer comes out the same, however often it is tried."""

    def __init__(self, services: Services, memory: Memory) -> None:
        self._services, self._memory = services, memory
        self._told_of_links = False
        self._hinted: dict[str, tuple[str, datetime]] = {}
        """The last answer that said that something waits, and when, by account."""

    async def open(self, outgoing: Outgoing, room_id: str, reference: Reference) -> list[Message]:
        """All of the answer, where nobody reads along who should not."""
        return await self._messages(outgoing, outgoing.answer, room_id, reference)

    async def shared(self, outgoing: Outgoing, room_id: str, reference: Reference) -> list[Message]:
        """What others may read of an answer that is for one person alone."""
        speak = self._services.translations.to(outgoing.locale)
        instead = speak.text(_instead(outgoing.answer), url=f"{self._services.page_url}/")
        answer = impersonal(outgoing.answer, instead)
        if self._hints(outgoing):
            answer = replace(answer, parts=(*answer.parts, Text(speak.text("talk-waiting"))))
        return await self._messages(outgoing, answer, room_id, reference)

    def _hints(self, outgoing: Outgoing) -> bool:
        """Whether this answer is to say that something waits, which nobody else may read: one in a day does."""
        post, now = self._services.post, self._services.clock.now()
        if post is None or not outgoing.reference or not post.is_unreached(outgoing.account):
            return False
        last, told = self._hinted.get(outgoing.account.id, ("", now))
        if last and last != outgoing.id and now - told < HINTED:
            return False
        self._hinted[outgoing.account.id] = (outgoing.id, now)
        return True

    def elsewhere(self, outgoing: Outgoing, reference: Reference) -> Message:
        """Says in a room that the answer is in the person's own."""
        text = self._services.translations.to(outgoing.locale).text("talk-elsewhere")
        return Message(text, reference_id(outgoing, 0), _number(reference), silent=True)

    async def _messages(self, outgoing: Outgoing, answer: Answer, room_id: str, reference: Reference) -> list[Message]:
        deal = deal_of(answer, outgoing.id, outgoing.account.id, self._services.clock.now())
        setting = Setting(
            code="" if deal.is_empty else await self._memory.keep(room_id, deal),
            links=await self._links(outgoing.account, answer),
            about=reference.about,
            page=self._services.page_url,
        )
        quiet = all(isinstance(part, Progress) for part in outgoing.answer.parts)
        return [
            Message(
                text, reference_id(outgoing, place), 0 if place else _number(reference), silent=bool(place) or quiet
            )
            for place, text in enumerate(write(answer, setting))
        ]

    async def _links(self, account: Account, answer: Answer) -> dict[str, str]:
        """Public pages of the titles shown, as long as the person may open them."""
        titles = [part.item_id for part in answer.parts if isinstance(part, Card)]
        if not titles:
            return {}
        async with self._services.storage.unit() as unit:
            viewer = await unit.viewers.by_identity(account.platform, account.id)
        try:
            return await card_urls(self._services, viewer, titles) if viewer else {}
        except Misconfigured as error:
            if not self._told_of_links:
                _log.warning("cards in Nextcloud Talk have no public links: %s", error)
            self._told_of_links = True
            return {}


def _instead(answer: Answer) -> str:
    """Key of what is said of an answer that others may not read: at least that something was done."""
    pressed = {action.token for action in answer.actions}
    if any(one.startswith("undo:") for one in pressed):
        return "talk-done"
    return "talk-undone" if "run:undo" in pressed else "talk-yours"


def reference_id(outgoing: Outgoing, place: int) -> str:
    """The id of a message of an answer, by which it is known again."""
    return hashlib.sha256(f"{outgoing.id}:{place}".encode()).hexdigest()


def _number(reference: Reference) -> int:
    """The message that was answered, to be quoted; 0 where there is none."""
    return int(reference.message_id) if reference.message_id.isascii() and reference.message_id.isdigit() else 0
