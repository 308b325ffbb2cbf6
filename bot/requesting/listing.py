"""What one asked for and how far it is; for whoever looks after the place, what waits for a yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.requesting import petitions
from bot.requesting.asking import OPEN
from bot.requesting.cancelling import cancel_button
from bot.requesting.pending import deciding, found
from bot.requesting.showing import buttons, titled
from bot.requesting.sought import twins
from bot.requesting.wording import called
from bot.vocabulary import Answer, Choice, Part, Text
from engine.domain.acquisition import Download
from engine.domain.items import MediaType
from engine.domain.media_records import MediaRequest
from engine.domain.viewers import Role
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.call import Call
    from bot.requesting.petitions import Petition

SHOWN = 15
PENDING_SHOWN = 10
CANCELS = 8
"""Buttons under one's own requests."""


@dataclass(frozen=True, slots=True)
class _Told:
    downloads: tuple[Download, ...]
    silent: tuple[str, ...]
    """Instances that do not answer."""


async def requests_answer(call: Call) -> Answer:
    """One's own requests; an admin's also what is pending."""
    async with call.services.storage.unit() as unit:
        own = (await unit.media_requests.of_viewer(call.viewer.id))[:SHOWN]
    told = await _downloads(call, own)
    lines = [await _line(call, one, told) for one in own]
    heading = call.speak.text("requests-heading", count=len(lines)) if lines else call.speak.text("requests-none")
    taken_back = tuple(button for one in own if (button := cancel_button(call, one)))[:CANCELS]
    parts: list[Part] = [Text("\n".join((heading, *lines)))]
    if taken_back:
        parts = [Choice("\n".join((heading, *lines)), taken_back)]
    if told.silent:
        parts.append(Text(call.speak.text("requests-silent", names=call.speak.list(told.silent))))
    if call.viewer.role is Role.ADMIN:
        parts += await _pending(call)
    return Answer(tuple(parts))


async def _line(call: Call, one: MediaRequest, told: _Told) -> str:
    title, state = called(call.speak, one), await _state(call, one, told)
    return call.speak.text("requests-line", title=title, state=state, when=call.speak.date(one.at.date()))


async def _state(call: Call, one: MediaRequest, told: _Told) -> str:
    shelved = await call.services.recommender.permitted_items(call.viewer.id, twins(one.item_id))
    more_to_come = one.state in OPEN and not _is_film(one)
    if not more_to_come and any(item.library_ids & call.viewer.library_ids for item in shelved.values()):
        return call.speak.text("requests-ready")
    mine = [download for download in told.downloads if one.state in OPEN and _same(one, download)]
    if not mine:
        return call.speak.text(f"request-state-{one.state}")
    done = call.speak.percent(sum(download.done for download in mine) / len(mine))
    minutes = [download.minutes_left for download in mine if download.minutes_left is not None]
    if not minutes:
        return call.speak.text("requests-progress", done=done)
    return call.speak.text("requests-progress-left", done=done, left=call.speak.minutes(max(*minutes, 1)))


def _same(one: MediaRequest, download: Download) -> bool:
    if _is_film(one) is not (download.media_type is MediaType.MOVIE):
        return False
    pairs = ((one.ids.tmdb, download.ids.tmdb), (one.ids.tvdb, download.ids.tvdb), (one.ids.imdb, download.ids.imdb))
    return any(first is not None and first == second for first, second in pairs)


def _is_film(one: MediaRequest) -> bool:
    return one.item_id.startswith((f"{MediaType.MOVIE}:", f"{MediaType.ANIME}:film:"))


async def _downloads(call: Call, own: Sequence[MediaRequest]) -> _Told:
    """Of the services that get films and series, where something of the asker's is on its way."""
    requesting = call.services.requesting
    if requesting is None or not any(one.state in OPEN for one in own):
        return _Told((), ())
    found, silent = list[Download](), list[str]()
    for name, requests in requesting.stack.getters:
        try:
            found += await requests.downloads()
        except RecommendarrError:
            silent.append(name)
    return _Told(tuple(found), tuple(silent))


async def _pending(call: Call) -> list[Part]:
    """What waits for a yes or no, as far as the services that decide answer."""
    async with call.services.storage.unit() as unit:
        waiting = [one for one in await petitions.looked_after(unit) if one.waits and not one.request_id]
    parts, more = list[Part](), 0
    for name, requests in deciding(call.services):
        try:
            told = await requests.pending()
            waiting += [await found(call.services, name, one) for one in told[:PENDING_SHOWN]]
        except RecommendarrError as error:
            parts.append(Text(call.speak.error(error)))
        else:
            more += len(told[PENDING_SHOWN:])
    shown = waiting[:PENDING_SHOWN]
    parts += [_question(call, one) for one in shown]
    if more := more + len(waiting) - len(shown):
        parts.append(Text(call.speak.text("requests-more", count=more)))
    return parts


def _question(call: Call, one: Petition) -> Choice:
    key = "requests-pending-by" if one.person else "requests-pending"
    prompt = call.speak.text(key, title=titled(call.speak, one), person=one.person)
    return Choice(prompt, buttons(call.speak, one))
