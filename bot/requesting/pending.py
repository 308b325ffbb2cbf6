"""Finds what waits at services that decide, whoever asked for it and wherever, and what was decided there."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.requesting import petitions
from bot.requesting.facts import details_of
from bot.requesting.petitioning import edit, settle
from bot.syncing.recognising import listed_as, title_id
from engine.domain.acquisition import Requested, RequestState
from engine.domain.items import MediaType
from engine.domain.media_events import AcquisitionMoment
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.requesting.petitions import Petition
    from bot.services import Services
    from engine.domain.media_events import AcquisitionTold
    from engine.ports.acquisition import Requests

FOLLOWED_FOR = timedelta(days=3)
"""For so long after a decision, cards that turn up late are told of it."""
_OF_ADMINS = frozenset({AcquisitionMoment.REQUESTED, AcquisitionMoment.APPROVED, AcquisitionMoment.DECLINED})
_log = logging.getLogger(__name__)


async def look(services: Services) -> None:
    """Bring everything up to date, also what nobody reported."""
    for name, requests in deciding(services):
        try:
            waiting = await requests.pending()
        except RecommendarrError as error:
            _log.info("%s could not be asked what waits: %s", name, error.key)
            continue
        for told in waiting:
            await found(services, name, told)
    async with services.storage.unit() as unit:
        known = await petitions.looked_after(unit)
    for one in known:
        await (_ask_after(services, one) if one.waits else edit(services, one))
    since = services.clock.now() - FOLLOWED_FOR
    async with services.storage.unit() as unit:
        await petitions.let_go(unit, [one.id for one in known if one.decided_at and one.decided_at < since])


async def found(
    services: Services, name: str, told: Requested, report: AcquisitionTold | None = None
) -> Petition:  # fmt: skip
    """The petition of a request that waits at a service; ``report``: what was said of it."""
    async with services.storage.unit() as unit:
        known = await petitions.find(unit, petitions.petition_id(name, told.request_id))
        if known is not None:
            return known
        own = await unit.media_requests.by_service(name, told.request_id)
        viewer = await unit.viewers.get(own.viewer_id) if own is not None else None
    if own is not None:
        petition = petitions.of_request(own, viewer.name if viewer else "", decides=True)
    else:
        petition = petitions.of_service(name, told, _item_id(told), await _person(services, told.account_id))
    if report is not None:
        petition = petitions.as_reported(petition, report)
    petition = replace(petition, poster=await _poster(services, petition))
    async with services.storage.unit() as unit:
        return await petitions.add(unit, petition)


async def reported(services: Services, name: str, report: AcquisitionTold) -> None:
    """A service says something of a request, whoever made it: it is kept for the admins, or their cards follow."""
    requests = dict(deciding(services)).get(name)
    if requests is None or report.moment not in _OF_ADMINS:
        return
    told = await requests.state(report.request_id)
    if told.state is not RequestState.PENDING:
        await settle(services, petitions.petition_id(name, report.request_id), told.state)
    elif report.moment is AcquisitionMoment.REQUESTED:
        await found(services, name, told, report)


def deciding(services: Services) -> list[tuple[str, Requests]]:
    """The services that decide by themselves, by name."""
    stack = services.stack
    return [] if stack is None else [(name, one) for name, one in stack.getters if one.decides]


async def _ask_after(services: Services, one: Petition) -> None:
    """What became of one that waited: it may have been decided elsewhere."""
    async with services.storage.unit() as unit:
        own = await unit.media_requests.get(one.own) if one.own else None
    requests = dict(deciding(services)).get(one.instance)
    if own is not None or not one.request_id:
        await settle(services, one.id, own.state if own is not None else RequestState.GONE)
    elif requests is not None:
        try:
            await settle(services, one.id, (await requests.state(one.request_id)).state)
        except RecommendarrError as error:
            _log.info("%s could not be asked after a request: %s", one.instance, error.key)


async def _person(services: Services, account_id: str) -> str:
    """By their name here, where they are known."""
    async with services.storage.unit() as unit:
        for platform in ("plex", "jellyfin") if account_id else ():
            if viewer := await unit.viewers.by_identity(platform, account_id):
                return viewer.name
    return ""


def _item_id(told: Requested) -> str:
    listed = MediaType.MOVIE if told.media_type is MediaType.MOVIE else MediaType.TV
    return title_id(listed, listed, told.ids.tmdb) if told.ids.tmdb is not None else ""


async def _poster(services: Services, petition: Petition) -> str:
    """Of a title that may not be known here at all."""
    listed, number = listed_as(petition.item_id)
    details = await details_of(services, listed, number) if number is not None else None
    return details.item.poster_url or "" if details is not None else ""
