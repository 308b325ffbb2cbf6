"""Requests that wait or waited for an admin, kept so that every card of them can tell what was decided and by whom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from bot.tokens import pick_token
from engine.domain.acquisition import Requested, RequestState

if TYPE_CHECKING:
    from engine.domain.media_events import AcquisitionTold
    from engine.domain.media_records import MediaRequest
    from engine.ports.storage import UnitOfWork

OPEN = "petitions"
"""Under this name storage keeps the ids of those whose cards may still have to follow, as JSON."""
TURN = "petitions-turn"
"""Value that is written before anything is read that is going to be changed."""
PETITION = "petition."
"""Under this and its id storage keeps each as JSON."""
_RANK = 1
"""Their buttons are written like those of a pick, so that it is known which messages show them."""


@dataclass(frozen=True, slots=True)
class Petition:
    """One request, as admins see it."""

    id: str
    instance: str
    """Who gets it, or decides about it."""
    request_id: str = ""
    """That service's own id of it; empty where it knows nothing of it yet."""
    own: str = ""
    """Id of the request here; empty where it was not made here."""
    item_id: str = ""
    title: str = ""
    year: int | None = None
    seasons: tuple[int, ...] = ()
    four_k: bool = False
    poster: str = ""
    """Where TMDB has a picture of it, for those who know it from nowhere else."""
    person: str = ""
    """What whoever asked is called; empty where nobody knows."""
    state: RequestState = RequestState.PENDING
    by: str = ""
    """What whoever decided is called; empty where it was decided elsewhere."""
    by_id: str = ""
    """Their id here."""
    decided_at: datetime | None = None
    told: tuple[str, ...] = ()
    """Admins who know of it."""
    edited: tuple[str, ...] = ()
    """Messages that tell what was decided."""

    @property
    def waits(self) -> bool:
        return self.state is RequestState.PENDING

    def token(self, verb: str) -> str:
        """Of a button under it."""
        return pick_token(verb, self.id, _RANK)


_JSON = TypeAdapter(Petition)


def petition_id(instance: str, request_id: str, own: str = "") -> str:
    """The same for the same request: by the service that decides about it, else by its id here."""
    told = f"{instance}:{request_id}" if request_id else f"own:{own}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def petition_ids(request: MediaRequest) -> tuple[str, ...]:
    """What its petition may be called: by the service that decides, or by its id here where none does."""
    return petition_id(request.instance, request.request_id, request.id), petition_id("", "", request.id)


def of_request(request: MediaRequest, person: str, *, decides: bool) -> Petition:
    """Of a request that was made here."""
    service_id = request.request_id if decides else ""
    return Petition(
        petition_id(request.instance, service_id, request.id),
        request.instance,
        service_id,
        request.id,
        request.item_id,
        request.title,
        request.year,
        request.seasons,
        person=person,
    )


def of_service(instance: str, told: Requested, item_id: str, person: str) -> Petition:
    """Of a request that a service tells of."""
    return Petition(
        petition_id(instance, told.request_id),
        instance,
        told.request_id,
        item_id=item_id,
        title=told.title,
        seasons=told.seasons,
        four_k=told.four_k,
        person=person,
    )


def as_reported(known: Petition, told: AcquisitionTold) -> Petition:
    """With the names that a report adds."""
    return replace(
        known, title=known.title or told.title, year=known.year or told.year, person=known.person or told.person
    )


async def find(unit: UnitOfWork, petition: str) -> Petition | None:
    """None for one that never was."""
    return _read(await unit.values.get(PETITION + petition))


async def change(unit: UnitOfWork, petition: str, how: Callable[[Petition], Petition]) -> Petition | None:
    """Read and write in one turn, so that of two who do so at once one sees the other; None for one that never was."""
    await unit.values.put(TURN, "")
    before = await find(unit, petition)
    after = how(before) if before is not None else None
    if after is not None and after != before:
        await put(unit, after)
    return after


async def add(unit: UnitOfWork, petition: Petition) -> Petition:
    """The one that is known already, where somebody found it in the same moment."""
    await unit.values.put(TURN, "")
    known = await find(unit, petition.id)
    if known is None:
        await put(unit, petition)
    return known or petition


async def put(unit: UnitOfWork, petition: Petition) -> None:
    """Keep it, among those that are looked after."""
    await unit.values.put(PETITION + petition.id, _JSON.dump_json(petition).decode())
    known = await _ids(unit)
    if petition.id not in known:
        await unit.values.put(OPEN, json.dumps([*known, petition.id]))


async def looked_after(unit: UnitOfWork) -> list[Petition]:
    """Those that wait, and those decided lately, oldest first."""
    return [one for key in await _ids(unit) if (one := await find(unit, key)) is not None]


async def let_go(unit: UnitOfWork, petitions: Iterable[str]) -> None:
    """Nothing follows any more; what was decided is still known."""
    gone = set(petitions)
    if gone:
        await unit.values.put(TURN, "")
        await unit.values.put(OPEN, json.dumps([one for one in await _ids(unit) if one not in gone]))


async def _ids(unit: UnitOfWork) -> list[str]:
    try:
        return [str(one) for one in json.loads(await unit.values.get(OPEN) or "[]")]
    except ValueError:
        return []  # what still waits is found again


def _read(text: str | None) -> Petition | None:
    try:
        return _JSON.validate_json(text) if text else None
    except ValidationError:
        return None
