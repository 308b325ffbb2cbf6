"""Asks for a title: of the service that knows people and quotas where there is one, else of whoever gets it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.requesting import petitions
from bot.requesting.allowance import refuse_one_too_many, waits
from bot.requesting.facts import facts_of
from bot.requesting.sought import Origin, Sought, named, on_open_shelf
from bot.requesting.whom import as_told, fittest, sort_sought, where_it_is
from engine.domain.acquisition import Requested, RequestState, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.domain.media_records import AskedAt, MediaRequest, Want
from engine.errors import InvalidQuery, RecommendarrError

if TYPE_CHECKING:
    from bot.call import Call
    from bot.requesting.requesting import Requesting
    from engine.ports.acquisition import Requests

OPEN = frozenset({RequestState.PENDING, RequestState.APPROVED})
"""A request that may still come true."""
SERVERS = frozenset({"plex", "jellyfin"})
"""Platforms whose accounts are those of media servers, as Seerr knows people."""


def requesting_of(call: Call) -> Requesting:
    """Raises InvalidQuery("request-nobody") where there is nobody to ask."""
    requesting = call.services.requesting
    if requesting is None or not requesting.stack.requesters():
        raise InvalidQuery("request-nobody")
    return requesting


async def refuse_what_is_there(call: Call, sought: Sought) -> None:
    """Raises InvalidQuery ``request-here`` for a film that the asker can play, ``request-yours`` for a wish of theirs.

    Nothing is refused by what stands on shelves that are closed to the asker: the service answers about those as it
    does to anybody.
    """
    if sought.listed is MediaType.MOVIE and on_open_shelf(call, sought):
        raise InvalidQuery("request-here", title=named(call, sought))
    if sought.listed is MediaType.MOVIE and await own_open(call, sought):
        raise InvalidQuery("request-yours", title=named(call, sought))


async def own_open(call: Call, sought: Sought) -> list[MediaRequest]:
    """The asker's own requests for it that may still come true."""
    async with call.services.storage.unit() as unit:
        found = [one for key in sought.keys for one in await unit.media_requests.of_item(key)]
    return [one for one in found if one.viewer_id == call.viewer.id and one.state in OPEN]


async def ask_for(call: Call, sought: Sought, seasons: tuple[int, ...], origin: Origin) -> MediaRequest | None:
    """Ask, and keep what was answered, with the reason for which it was recommended.

    None where it is there or somebody asked before: then the asker waits with them. Raises what the service raises, and
    InvalidQuery: ``request-nobody``, ``request-no-account``, ``request-yours``, ``request-quota``.
    """
    requesting = requesting_of(call)
    async with requesting.turn_of(call.viewer.id):
        await refuse_what_is_there(call, sought)
        await _refuse_same_seasons(call, sought, seasons)
        facts = await facts_of(call.services, sought)
        sought = as_told(sought, facts)
        sort = sort_sought(sought, facts)
        chosen = fittest(requesting, sort)
        account = await accounts(call) if chosen[1].decides else ""
        wish = Wish(
            sort.media_type,
            facts.ids,
            sought.title,
            sought.year,
            seasons=seasons,
            for_account=account,
            runtime=facts.runtime,
        )
        try:
            name, requests = await where_it_is(requesting, chosen, sought, facts.ids)
            told = await _asked(call, name, requests, wish)
        except InvalidQuery as error:
            if on_open_shelf(call, sought) or not await _asked_before(call, sought, error.key):
                raise
            async with call.services.storage.unit() as unit:
                await unit.wants.put(want(call, sought, origin))
            return None
        request = _kept(call, sought, replace(wish, ids=_both(facts.ids, told.ids)), name, told, origin)
        poster = facts.item.poster_url if facts.item is not None else None
        await _keep(call, request, want(call, sought, origin), poster, decides=requests.decides)
    requesting.elsewhere.add(sought.keys)
    await requesting.ask_admins()
    return request


async def _asked_before(call: Call, sought: Sought, key: str) -> bool:
    """Whether a refusal means that the title is there or on its way already."""
    if key != "request-nothing-left":
        return key == "request-already"
    async with call.services.storage.unit() as unit:
        known = [one for item_id in sought.keys for one in await unit.media_requests.of_item(item_id)]
    return any(one.state in OPEN for one in known)


async def _asked(call: Call, name: str, requests: Requests, wish: Wish) -> Requested:
    """By the service, or noted for an admin to say yes first."""
    if requests.decides:
        return await requests.request(wish)
    await refuse_one_too_many(call, name, requests.rules)
    if not waits(call, requests.rules):
        return await requests.request(wish)
    try:
        known = await requests.find(wish.media_type, wish.ids)
    except RecommendarrError:
        known = None  # it need not answer before somebody has said yes
    if known is not None and wish.media_type is MediaType.MOVIE:
        raise InvalidQuery("request-already", title=wish.title, name=name)
    return Requested("", RequestState.PENDING, ids=wish.ids)


async def _keep(call: Call, request: MediaRequest, want: Want, poster: str | None, *, decides: bool) -> None:
    """All at once, so that nothing waits that nobody is asked about.

    The title does not come into the catalogue by it: what can be found there must not depend on closed shelves.
    """
    async with call.services.storage.unit() as unit:
        await unit.media_requests.put(request)
        await unit.wants.put(want)
        if request.state is RequestState.PENDING:
            petition = petitions.of_request(request, call.viewer.name, decides=decides)
            await petitions.put(unit, replace(petition, poster=poster or ""))


def want(call: Call, sought: Sought, origin: Origin) -> Want:
    """“Tell me, here, when it can be played.”"""
    return Want(
        call.viewer.id,
        sought.item_id,
        call.now,
        origin.slate_id,
        origin.rank,
        title=sought.title,
        year=sought.year,
        asked=asked_at(call),
    )


def asked_at(call: Call) -> AskedAt:
    """Where it is being said."""
    return AskedAt(call.account.platform, call.account.id, call.room.id, call.room.private)


async def accounts(call: Call) -> str:
    """The asker's own accounts on media servers. Raises InvalidQuery("request-no-account") for who has none."""
    async with call.services.storage.unit() as unit:
        own = [one.account_id for one in await unit.viewers.identities(call.viewer.id) if one.platform in SERVERS]
    if not own:
        raise InvalidQuery("request-no-account")
    return ",".join(sorted(own))


async def _refuse_same_seasons(call: Call, sought: Sought, seasons: tuple[int, ...]) -> None:
    """Raises InvalidQuery("request-yours") where every season was asked for by the same person already."""
    if sought.listed is MediaType.MOVIE:
        return
    for one in await own_open(call, sought):
        if not one.seasons or (seasons and set(seasons) <= set(one.seasons)):
            raise InvalidQuery("request-yours", title=named(call, sought))


def _kept(
    call: Call, sought: Sought, wish: Wish, name: str, told: Requested, origin: Origin
) -> MediaRequest:  # fmt: skip
    return MediaRequest(
        id=call.services.ids.new(),
        viewer_id=call.viewer.id,
        item_id=sought.item_id,
        title=sought.title,
        year=sought.year,
        ids=wish.ids,
        state=told.state,
        at=call.now,
        instance=name,
        request_id=told.request_id,
        seasons=wish.seasons,
        slate_id=origin.slate_id,
        rank=origin.rank,
        updated_at=call.now,
        asked=asked_at(call),
    )


def _both(known: ExternalIds, told: ExternalIds) -> ExternalIds:
    return ExternalIds(known.tmdb or told.tmdb, known.imdb or told.imdb, known.tvdb or told.tvdb)
