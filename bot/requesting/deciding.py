"""An admin says yes or no in the chat; what was decided before stays, and whoever is late is told by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.media.choosing import kind_asked
from bot.requesting import petitions
from bot.requesting.cancelling import cancel_button
from bot.requesting.following import changed
from bot.requesting.pending import found
from bot.requesting.petitioning import settle
from bot.requesting.showing import decision, petition_card, titled
from bot.requesting.sought import twins
from bot.syncing.recognising import listed_as
from bot.vocabulary import Action, Answer
from engine.domain.acquisition import Requested, RequestState, Wish
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.call import Call
    from bot.requesting.petitions import Petition
    from bot.requesting.requesting import Requesting
    from engine.domain.media_records import MediaRequest
    from engine.ports.acquisition import Requests


async def decide(call: Call, first: str, second: str, *, approve: bool) -> Answer:
    """The words of a button: a petition's id, or an instance and its request.

    Raises InvalidQuery("request-admins") for anybody but an admin, and whatever the service has against it: then it
    goes on waiting.
    """
    requesting = call.services.requesting
    if call.viewer.role is not Role.ADMIN:
        raise InvalidQuery("request-admins")
    if requesting is None:
        raise InvalidQuery("button-unknown")
    async with requesting.deciding:
        petition = await _meant(call, requesting, first, second)
        made = await _decided(call, requesting, petition, approve=approve)
    async with call.services.storage.unit() as unit:
        petition = await petitions.find(unit, petition.id) or petition
    if made is None:
        said = call.speak.text("petition-late", title=titled(call.speak, petition), what=decision(call.speak, petition))
    else:
        key = "request-approved" if petition.state is RequestState.APPROVED else "request-declined"
        said = call.speak.text(key, title=titled(call.speak, petition))
    back = await _way_back(call, petition) if made is not None else None
    return Answer((await petition_card(call, petition),), actions=(back,) if back else (), toast=said, replaces=True)


async def _way_back(call: Call, petition: Petition) -> Action | None:
    """For a yes that was not meant."""
    async with call.services.storage.unit() as unit:
        request = await unit.media_requests.get(petition.own) if petition.own else None
    return cancel_button(call, request) if request is not None else None


async def _meant(call: Call, requesting: Requesting, first: str, second: str) -> Petition:
    opened = requesting.stack.opened.get(first)
    requests = opened.requests if opened is not None else None
    async with call.services.storage.unit() as unit:
        key = first if requests is None else petitions.petition_id(first, second)
        known = await petitions.find(unit, key)
    if known is not None:
        return known
    if requests is None or not requests.decides:
        raise InvalidQuery("button-unknown")
    told = await requests.state(second)
    if told.state is RequestState.GONE:
        raise InvalidQuery("request-gone")
    return await found(call.services, first, told)


async def _decided(call: Call, requesting: Requesting, petition: Petition, *, approve: bool) -> Requested | None:
    """What came of it; None where it was decided before."""
    opened = requesting.stack.opened.get(petition.instance)
    if opened is None or opened.requests is None:
        raise InvalidQuery("petition-nobody", name=petition.instance)
    if petition.request_id:
        return await _at_the_service(call, opened.requests, petition, approve=approve)
    return await _here(call, opened.requests, petition, approve=approve)


async def _at_the_service(
    call: Call, requests: Requests, petition: Petition, *, approve: bool
) -> Requested | None:  # fmt: skip
    """It is asked first: some versions let a decision be turned round, which nobody means who presses too late."""
    services = call.services
    wanted = RequestState.APPROVED if approve else RequestState.DECLINED
    now = await requests.state(petition.request_id)
    late = now.state is not RequestState.PENDING
    made = now if late else await requests.decide(petition.request_id, approve=approve)
    mine = not late and (made.state is wanted or (approve and made.state is not RequestState.DECLINED))
    settled = wanted if mine else made.state
    await settle(services, petition.id, settled, call.viewer if mine else None)
    async with services.storage.unit() as unit:
        request = await unit.media_requests.by_service(petition.instance, petition.request_id)
    if request is not None:
        await changed(services, request, made.state)
    return made if mine else None


async def _here(call: Call, requests: Requests, petition: Petition, *, approve: bool) -> Requested | None:
    services = call.services
    async with services.storage.unit() as unit:
        request = await unit.media_requests.get(petition.own)
    if request is None or request.state is not RequestState.PENDING or request.request_id:
        await settle(services, petition.id, RequestState.GONE if request is None else request.state)
        return None
    made = await _asked(requests, request) if approve else Requested("", RequestState.DECLINED)
    for one in await _alike(call, request):
        await settle(services, petitions.petition_id("", "", one.id), made.state, call.viewer)
        await changed(services, replace(one, request_id=made.request_id), made.state)
    return made


async def _asked(requests: Requests, request: MediaRequest) -> Requested:
    """Of whoever gets it; that it is there already is as good."""
    kind = kind_asked(listed_as(request.item_id)[0], request.item_id)
    wish = Wish(kind, request.ids, request.title, request.year, seasons=request.seasons)
    try:
        made = await requests.request(wish)
    except InvalidQuery as error:
        if error.key not in {"request-already", "request-nothing-left"}:
            raise
        return Requested("", RequestState.APPROVED)
    return replace(made, state=RequestState.APPROVED)


async def _alike(call: Call, request: MediaRequest) -> list[MediaRequest]:
    """It, and what others asked for alike while it waited: one yes or no is for all of them."""
    async with call.services.storage.unit() as unit:
        known = [one for key in twins(request.item_id) for one in await unit.media_requests.of_item(key)]
    same = [
        one
        for one in known
        if one.state is RequestState.PENDING
        and not one.request_id
        and (one.instance, one.seasons) == (request.instance, request.seasons)
    ]
    return [request, *(one for one in same if one.id != request.id)]
