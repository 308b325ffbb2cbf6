"""Follows requests: by what services report, and by asking them again and again."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.requesting.petitioning import settle
from bot.requesting.petitions import petition_ids
from bot.requesting.sought import twins
from bot.requesting.telling import edit_cards, tell
from bot.syncing.recognising import title_id
from engine.domain.acquisition import RequestState
from engine.domain.items import MediaType
from engine.domain.media_events import AcquisitionMoment, AcquisitionTold
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.media import ExternalIds
    from engine.domain.media_records import MediaRequest

FOLLOWED = (RequestState.PENDING, RequestState.APPROVED, RequestState.FAILED)
"""What may still change."""
GIVEN_UP = timedelta(days=30)
"""What failed so long ago is not asked after any more."""
MOST = 300
"""Requests that are asked after in one round."""
STILL_NEWS = timedelta(days=3)
"""For so long it is tried to tell somebody of a trouble."""
LONGEST_REASON = 300
_STATES = {
    AcquisitionMoment.REQUESTED: RequestState.PENDING,
    AcquisitionMoment.APPROVED: RequestState.APPROVED,
    AcquisitionMoment.GRABBED: RequestState.APPROVED,
    AcquisitionMoment.DECLINED: RequestState.DECLINED,
    AcquisitionMoment.FAILED: RequestState.FAILED,
    AcquisitionMoment.AVAILABLE: RequestState.AVAILABLE,
    AcquisitionMoment.DOWNLOADED: RequestState.AVAILABLE,
}
_TOLD = {
    RequestState.DECLINED: "request-told-declined",
    RequestState.FAILED: "request-told-failed",
    RequestState.APPROVED: "request-told-approved",
}
_RETOLD = frozenset({RequestState.DECLINED, RequestState.FAILED})
"""What is told later where it could not be told at once."""
_UNDECIDED = frozenset({RequestState.PENDING, RequestState.DECLINED})
_AFTER_PENDING = frozenset({RequestState.APPROVED, RequestState.DECLINED, RequestState.FAILED})
_OF_ONE = frozenset({AcquisitionMoment.REQUESTED, AcquisitionMoment.APPROVED, AcquisitionMoment.DECLINED})
"""What is said of one request, and of no other for the same title."""
_log = logging.getLogger(__name__)


def keys_of(told: AcquisitionTold) -> tuple[str, ...]:
    """Ids that the title may have here; none where the report does not say its number in TMDB."""
    if told.ids.tmdb is None:
        return ()
    listed = MediaType.MOVIE if told.media_type is MediaType.MOVIE else MediaType.TV
    return twins(title_id(listed, listed, told.ids.tmdb))


async def acquired(services: Services, instance: str, told: AcquisitionTold) -> None:
    """Work in what an instance reports; done again it changes nothing."""
    state = _STATES.get(told.moment)
    if state is None:
        return
    for request in await _meant(services, instance, told):
        series = told.media_type is not MediaType.MOVIE
        if told.moment is AcquisitionMoment.DOWNLOADED and series:
            continue  # it was one episode: the service knows whether that was all
        if _waits_here(request) and state is not RequestState.AVAILABLE:
            continue  # it is about somebody else's: this one waits for a yes
        await changed(services, request, await _standing(services, instance, request, state), told.message)


async def poll(services: Services) -> None:
    """Ask after everything that is open. A service that does not answer is asked in the next round."""
    now = services.clock.now()
    async with services.storage.unit() as unit:
        open_ones = await unit.media_requests.in_state(*FOLLOWED, limit=MOST)
        ended = await unit.media_requests.in_state(RequestState.DECLINED)
    fresh = [one for one in ended if now - (one.updated_at or one.at) < STILL_NEWS]
    by_instance: dict[str, list[MediaRequest]] = defaultdict(list)
    for one in [*open_ones, *fresh]:  # what was declined may be approved after all
        lately = one.state is not RequestState.FAILED or now - (one.updated_at or one.at) < GIVEN_UP
        if lately and one.request_id:
            by_instance[one.instance].append(one)
    for one in [*fresh, *open_ones]:
        if one.state in _RETOLD and now - (one.updated_at or one.at) < STILL_NEWS:
            await _tell(services, one)
    for instance, requests in by_instance.items():
        try:
            await _poll_one(services, instance, requests)
        except RecommendarrError as error:
            _log.info("%s could not be asked after requests: %s", instance, error.key)


async def changed(services: Services, request: MediaRequest, state: RequestState, message: str = "") -> None:
    """Keep the new state, show it on the cards, and tell the person what they would not see otherwise."""
    if state in {request.state, RequestState.PENDING} or request.state is RequestState.CANCELLED:
        return
    told = tuple(one for one in request.told if one != state.value or state is RequestState.FAILED)
    after = replace(request, state=state, told=told, updated_at=services.clock.now())
    async with services.storage.unit() as unit:
        await unit.media_requests.put(after)
    for key in petition_ids(after):
        await settle(services, key, state)
    await edit_cards(services, after.viewer_id, after.item_id)
    if state is not RequestState.APPROVED or request.state in _UNDECIDED:
        await _tell(services, after, message)


async def _tell(services: Services, request: MediaRequest, message: str = "") -> None:
    """Say what became of it, once; it is tried again by ``poll`` where nothing can be said now."""
    state = request.state
    if state not in _TOLD or state.value in request.told:
        return
    title = request.title if request.year is None else f"{request.title} ({request.year})"
    facts = {"title": title, "name": request.instance, "reason": " ".join(message.split())[:LONGEST_REASON]}
    key = f"{_TOLD[state]}-reason" if state is RequestState.FAILED and facts["reason"] else _TOLD[state]
    if await tell(services, request.viewer_id, request.asked, key, **facts):
        async with services.storage.unit() as unit:
            await unit.media_requests.put(replace(request, told=(*request.told, state.value)))


async def _poll_one(services: Services, instance: str, requests: Iterable[MediaRequest]) -> None:
    opened = services.stack.opened.get(instance) if services.stack is not None else None
    if opened is None or opened.requests is None:
        return
    for request in requests:
        told = await opened.requests.state(request.request_id)
        await changed(services, request, told.state)


def _waits_here(request: MediaRequest) -> bool:
    return request.state is RequestState.PENDING and not request.request_id


async def _standing(services: Services, instance: str, request: MediaRequest, told: RequestState) -> RequestState:
    """How it stands at this moment, where the service knows requests: reports may be late, repeated or out of order.

    One that the service has not noted itself yet, or cannot be asked about, is believed.
    """
    opened = services.stack.opened.get(instance) if services.stack is not None else None
    if opened is None or opened.requests is None or not opened.requests.decides:
        return told
    try:
        now = (await opened.requests.state(request.request_id)).state
    except RecommendarrError as error:
        _log.info("%s could not be asked whether a report still holds: %s", instance, error.key)
        return told
    return told if now is RequestState.PENDING and told in _AFTER_PENDING else now


async def _meant(services: Services, instance: str, told: AcquisitionTold) -> list[MediaRequest]:
    """By the request's own id where it is told, else by the title's ids."""
    async with services.storage.unit() as unit:
        if told.request_id:
            one = await unit.media_requests.by_service(instance, told.request_id)
            if one is not None or told.moment is not AcquisitionMoment.AVAILABLE:
                return [one] if one is not None else []
        if told.moment in _OF_ONE:
            return []
        open_ones = await unit.media_requests.in_state(*FOLLOWED)
    return [one for one in open_ones if _is(one, told) and not _is_of_another(services, instance, one)]


def _is_of_another(services: Services, instance: str, request: MediaRequest) -> bool:
    """Whether a service of the same kind was asked: what this one gets of the title is not what was asked for."""
    stack, asked = services.stack, request.instance
    if stack is None or asked == instance or asked not in stack.opened or instance not in stack.opened:
        return False
    return stack.vendor(asked) == stack.vendor(instance)


def _is(request: MediaRequest, told: AcquisitionTold) -> bool:
    if request.item_id in keys_of(told):
        return True
    film = request.ids and request.item_id.startswith((f"{MediaType.MOVIE}:", f"{MediaType.ANIME}:film:"))
    return bool(film) is (told.media_type is MediaType.MOVIE) and _share(request.ids, told.ids)


def _share(one: ExternalIds, other: ExternalIds) -> bool:
    pairs = ((one.tmdb, other.tmdb), (one.imdb, other.imdb), (one.tvdb, other.tvdb))
    return any(first is not None and first == second for first, second in pairs)
