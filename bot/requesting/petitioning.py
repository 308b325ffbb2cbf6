"""Puts petitions to the admins, each in their own chat at an hour that suits them, and lets every card follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.requesting import petitions
from bot.requesting.showing import decision, petition_card, titled, wished_by
from bot.requesting.telling import Reader, call_for, reader, say
from bot.vocabulary import Account, Answer, Room, Text
from engine.domain.acquisition import RequestState
from engine.domain.media_records import AskedAt
from engine.domain.people import Standing
from engine.domain.viewers import Role, Viewer

if TYPE_CHECKING:
    from bot.requesting.petitions import Petition
    from bot.services import Services
    from engine.domain.letters import ShownPick

MANY = 5
"""More than so many that are new are told of in one sentence."""
_DECISIONS = frozenset({RequestState.APPROVED, RequestState.DECLINED, RequestState.CANCELLED})


async def ask(services: Services) -> None:
    """Put what waits to the admins who do not know of it yet, as far as they may be disturbed."""
    async with services.storage.unit() as unit:
        waiting = [one for one in await petitions.looked_after(unit) if one.waits]
    for admin in await _admins(services) if waiting else ():
        await _ask(services, admin, [one for one in waiting if admin.id not in one.told])


async def settle(services: Services, key: str, state: RequestState, by: Viewer | None = None) -> None:
    """It was decided, by whom where that is known here; the cards of it follow."""
    name, by_id = (by.name, by.id) if by is not None else ("", "")
    now = services.clock.now()

    def decided(known: Petition) -> Petition:
        if not _is_news(known, state, by_id):
            return known
        return replace(known, state=state, by=name, by_id=by_id, decided_at=now, edited=())

    async with services.storage.unit() as unit:
        one = await petitions.change(unit, key, decided)
    if one is not None and one.decided_at == now:
        await edit(services, one)


async def edit(services: Services, petition: Petition) -> None:
    """The cards that do not tell yet what was decided; in a chat where none can be edited, a line says it."""
    async with services.storage.unit() as unit:
        shown = [one for one in await unit.shown_picks.of_pick(petition.id, 1) if _name(one) not in petition.edited]
    done = [_name(one) for one in shown if await _edit(services, petition, one)]
    unsaid = [one for one in petition.told if one not in petition.edited]
    done += [one for one in unsaid if await _said(services, petition, one)]
    if done:
        async with services.storage.unit() as unit:
            await petitions.change(unit, petition.id, lambda known: replace(known, edited=(*known.edited, *done)))


def _is_news(known: Petition, state: RequestState, by_id: str) -> bool:
    if state is RequestState.PENDING:
        return False
    if known.state is state:
        return bool(by_id) and not known.by_id
    return known.waits or state in _DECISIONS  # what became of it afterwards does not change who decided


async def _admins(services: Services) -> list[Viewer]:
    async with services.storage.unit() as unit:
        found = [one for one in await unit.viewers.all() if one.role is Role.ADMIN]
        return [one for one in found if await unit.people.standing(one.id) is Standing.ACTIVE]


async def _ask(services: Services, admin: Viewer, waiting: list[Petition]) -> None:
    whom = await reader(services, admin.id, None) if waiting else None
    if whom is None:
        return
    call = call_for(services, whom)
    if len(waiting) > MANY:
        text = Text(call.speak.text("petitions-many", count=len(waiting)))
        if await say(services, whom, Answer((text,))):
            await _note(services, waiting, admin)
        return
    for one in waiting:
        if await say(services, whom, Answer((await petition_card(call, one),))):
            await _note(services, [one], admin)


async def _note(services: Services, about: list[Petition], admin: Viewer) -> None:
    async with services.storage.unit() as unit:
        for one in about:
            await petitions.change(unit, one.id, lambda known: replace(known, told=(*known.told, admin.id)))


async def _edit(services: Services, petition: Petition, shown: ShownPick) -> bool:
    """Whether that message needs nothing more."""
    post, account = services.post, Account(shown.platform, shown.account_id)
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.by_identity(shown.platform, shown.account_id)
    if post is None or not post.reaches(account):
        return False
    if viewer is None or viewer.role is not Role.ADMIN:
        return True  # it is not for them any more, and pressing it says so
    whom = Reader(viewer, AskedAt(shown.platform, shown.account_id, shown.room_id, private=False))
    answer = Answer((await petition_card(call_for(services, whom), petition),), replaces=True)
    room = Room(shown.room_id, private=False)
    return await post.bring_up_to_date(shown.message_id, account, room, answer, locale=viewer.locale)


async def _said(services: Services, petition: Petition, admin: str) -> bool:
    """Whether that admin needs no line about it."""
    whom = await reader(services, admin, None) if admin != petition.by_id else None
    if whom is None or services.post is None:
        return admin == petition.by_id
    if services.post.couriers[whom.at.platform].platform.capabilities.edit:
        return True
    speak = services.translations.to(whom.viewer.locale)
    line = f"{titled(speak, petition)}: {wished_by(speak, petition)} {decision(speak, petition)}"
    return await say(services, whom, Answer((Text(line),)))


def _name(shown: ShownPick) -> str:
    return f"{shown.platform}:{shown.room_id}:{shown.message_id}"
