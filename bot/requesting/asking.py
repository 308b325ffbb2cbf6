"""Asks for a title: of the service that knows people and quotas where there is one, else of whoever gets it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.requesting.sizes import kind_asked, wish_of
from bot.requesting.sought import Origin, Sought, named, on_open_shelf
from engine.domain.acquisition import RequestState, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.domain.media_records import AskedAt, MediaRequest, Want
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable

if TYPE_CHECKING:
    from bot.call import Call
    from bot.requesting.requesting import Requesting
    from engine.domain.acquisition import Requested
    from engine.ports.acquisition import Requests
    from engine.ports.metadata import Details

OPEN = frozenset({RequestState.PENDING, RequestState.APPROVED})
"""A request that may still come true."""
SERVERS = frozenset({"plex", "jellyfin"})
"""Platforms whose accounts are those of media servers, as Seerr knows people."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What has to be known of a title before it can be asked for."""

    ids: ExternalIds
    seasons: tuple[int, ...]
    """Of a series."""
    runtime: int | None
    episodes: int | None


def requesting_of(call: Call) -> Requesting:
    """Raises InvalidQuery("request-nobody") where there is nobody to ask."""
    requesting = call.services.requesting
    if requesting is None or not requesting.stack.requesters():
        raise InvalidQuery("request-nobody")
    return requesting


async def facts_of(call: Call, sought: Sought) -> Facts:
    """By TMDB, else by the catalogue."""
    details = await _details(call, sought)
    if details is not None:
        told = details.item
        return Facts(details.ids, details.seasons, told.runtime, told.episodes)
    if sought.item is None:
        return Facts(ExternalIds(sought.tmdb_id), (), None, None)
    wish = wish_of(sought.item)
    return Facts(wish.ids, tuple(range(1, (sought.item.seasons or 0) + 1)), wish.runtime, wish.episodes)


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


async def ask_for(call: Call, sought: Sought, seasons: tuple[int, ...], origin: Origin) -> MediaRequest:
    """Ask, and keep what was answered, with the reason for which it was recommended.

    Raises what the service raises, and InvalidQuery: ``request-nobody``, ``request-no-account``, ``request-yours``.
    """
    requesting = requesting_of(call)
    await refuse_what_is_there(call, sought)
    await _refuse_same_seasons(call, sought, seasons)
    kind = kind_asked(sought.listed, sought.item_id)
    name, requests = _whom(requesting, kind)
    facts = await facts_of(call, sought)
    wish = Wish(
        kind,
        facts.ids,
        sought.title,
        sought.year,
        seasons=seasons,
        for_account=await _accounts(call) if requests.decides else "",
        runtime=facts.runtime,
    )
    told = await requests.request(wish)
    request = _kept(call, sought, replace(wish, ids=_both(facts.ids, told.ids)), name, told, origin)
    async with call.services.storage.unit() as unit:
        await unit.media_requests.put(request)
        await unit.wants.put(want(call, sought, origin))
    requesting.elsewhere.add(sought.keys)
    return request


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


def _whom(requesting: Requesting, kind: MediaType) -> tuple[str, Requests]:
    """The first that takes such titles; one that decides is never gone round, even while it is down."""
    found = requesting.stack.requesters(kind)
    if not found:
        raise InvalidQuery("request-nobody")
    return found[0]


async def _details(call: Call, sought: Sought) -> Details | None:
    metadata = call.services.stack.metadata if call.services.stack else None
    if metadata is None:
        return None
    try:
        return await metadata.details(sought.listed, sought.tmdb_id)
    except (SourceUnavailable, SourceRejected):
        return None  # what the catalogue knows may be enough


async def _accounts(call: Call) -> str:
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
