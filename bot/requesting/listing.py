"""What one asked for and how far it is; for whoever looks after the place, what waits for a yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.fitting import trim
from bot.naming import LONGEST_LABEL
from bot.requesting.asking import OPEN
from bot.requesting.following import changed
from bot.requesting.sought import twins
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Part, Style, Text
from engine.domain.acquisition import Download, Requested, RequestState
from engine.domain.items import MediaType
from engine.domain.media_records import MediaRequest
from engine.domain.viewers import Role
from engine.errors import InvalidQuery, RecommendarrError

if TYPE_CHECKING:
    from bot.call import Call
    from engine.ports.acquisition import Requests

SHOWN = 15
PENDING_SHOWN = 10


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
    parts: list[Part] = [Text("\n".join((heading, *lines)))]
    if told.silent:
        parts.append(Text(call.speak.text("requests-silent", names=call.speak.list(told.silent))))
    if call.viewer.role is Role.ADMIN:
        parts += await _pending(call)
    return Answer(tuple(parts))


async def decide(call: Call, instance: str, request_id: str, *, approve: bool) -> Answer:
    """Approve or decline. Raises InvalidQuery("request-admins") for anybody but an admin."""
    if call.viewer.role is not Role.ADMIN:
        raise InvalidQuery("request-admins")
    requests = _instance(call, instance)
    if requests is None or not requests.decides:
        raise InvalidQuery("button-unknown")
    made = await requests.decide(request_id, approve=approve)
    async with call.services.storage.unit() as unit:
        request = await unit.media_requests.by_service(instance, request_id)
    if request is not None:
        await changed(call.services, request, made.state)
    title = request.title if request else made.title
    key = {RequestState.DECLINED: "request-declined", RequestState.GONE: "request-gone"}.get(made.state)
    return Answer((Text(call.speak.text(key or "request-approved", title=_short(title))),), replaces=True)


async def _line(call: Call, one: MediaRequest, told: _Told) -> str:
    title = (
        _short(one.title) if one.year is None else call.speak.text("title-year", title=_short(one.title), year=one.year)
    )
    if one.seasons:
        seasons = call.speak.list([str(number) for number in one.seasons])
        title = call.speak.text("requests-seasons", title=title, seasons=seasons)
    state = await _state(call, one, told)
    return call.speak.text("requests-line", title=title, state=state, when=call.speak.date(one.at.date()))


async def _state(call: Call, one: MediaRequest, told: _Told) -> str:
    shelved = await call.services.recommender.permitted_items(call.viewer.id, twins(one.item_id))
    if any(item.library_ids & call.viewer.library_ids for item in shelved.values()):
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
    film = one.item_id.startswith((f"{MediaType.MOVIE}:", f"{MediaType.ANIME}:film:"))
    if film is not (download.media_type is MediaType.MOVIE):
        return False
    pairs = ((one.ids.tmdb, download.ids.tmdb), (one.ids.tvdb, download.ids.tvdb), (one.ids.imdb, download.ids.imdb))
    return any(first is not None and first == second for first, second in pairs)


async def _downloads(call: Call, own: Sequence[MediaRequest]) -> _Told:
    """Of the services that get films and series, where something of the asker's is on its way."""
    requesting = call.services.requesting
    if requesting is None or not any(one.state in OPEN for one in own):
        return _Told((), ())
    found, silent = list[Download](), list[str]()
    for name, requests in requesting.stack.requesters():
        try:
            found += await requests.downloads()
        except RecommendarrError:
            silent.append(name)
    return _Told(tuple(found), tuple(silent))


async def _pending(call: Call) -> list[Part]:
    requesting = call.services.requesting
    parts: list[Part] = []
    for name, requests in requesting.stack.requesters() if requesting is not None else ():
        if not requests.decides:
            continue
        try:
            waiting = await requests.pending()
        except RecommendarrError as error:
            parts.append(Text(call.speak.error(error)))
            continue
        parts += [await _question(call, name, one) for one in waiting[:PENDING_SHOWN]]
        if len(waiting) > PENDING_SHOWN:
            parts.append(Text(call.speak.text("requests-more", count=len(waiting) - PENDING_SHOWN)))
    return parts


async def _question(call: Call, name: str, one: Requested) -> Choice:
    speak = call.speak
    person = await _person(call, one.account_id)
    title = _short(one.title) or f"TMDB {one.ids.tmdb}"
    if one.seasons:
        title = speak.text("requests-seasons", title=title, seasons=speak.list([str(part) for part in one.seasons]))
    actions = [
        Action(speak.text(f"press-{verb}"), token, style)
        for verb, style in (("approve", Style.PRIMARY), ("decline", Style.PLAIN))
        if (token := word_token(verb, name, one.request_id))
    ]
    key = "requests-pending-by" if person else "requests-pending"
    return Choice(speak.text(key, title=title, person=person), tuple(actions))


async def _person(call: Call, account_id: str) -> str:
    """By their name here, where they are known; empty where nobody says who it was."""
    if not account_id:
        return ""
    async with call.services.storage.unit() as unit:
        for platform in ("plex", "jellyfin"):
            if viewer := await unit.viewers.by_identity(platform, account_id):
                return viewer.name
    return ""


def _instance(call: Call, name: str) -> Requests | None:
    opened = call.services.stack.opened.get(name) if call.services.stack else None
    return opened.requests if opened is not None else None


def _short(title: str) -> str:
    return trim(title, LONGEST_LABEL)
