"""Takes a request back: asked once more, told honestly what that changes, and done by whoever may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.requesting import petitions
from bot.requesting.asking import accounts
from bot.requesting.following import changed
from bot.requesting.petitioning import settle
from bot.requesting.sought import twins
from bot.requesting.telling import edit_cards, tell
from bot.requesting.wording import called
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Part, Style, Text
from engine.domain.acquisition import Requested, RequestState
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.call import Call
    from engine.domain.media_records import MediaRequest
    from engine.ports.acquisition import Requests

_UNDER_WAY = frozenset({RequestState.APPROVED, RequestState.FAILED})


def may_cancel(call: Call, request: MediaRequest) -> bool:
    """Everybody their own while it waits; once it is being got, only who looks after the place."""
    if request.state is RequestState.PENDING:
        return request.viewer_id == call.viewer.id
    return request.state in _UNDER_WAY and bool(request.request_id) and call.viewer.role is Role.ADMIN


def cancel_button(call: Call, request: MediaRequest) -> Action | None:
    """None where it cannot be taken back."""
    token = word_token("cancel", "ask", request.id) if may_cancel(call, request) else None
    return Action(call.speak.text("press-cancel-one", title=called(call.speak, request)), token) if token else None


def standing_answer(call: Call, mine: Sequence[MediaRequest]) -> Answer:
    """The asker has asked for it already: how far that is, and the way back where there is one."""
    latest = mine[-1]
    title, state = called(call.speak, latest), call.speak.text(f"request-state-{latest.state}")
    if may_cancel(call, latest):
        return _question(call, latest, call.speak.text("cancel-asked-already", title=title, state=state))
    return Answer((Text(call.speak.text("cancel-on-its-way", title=title, state=state)),))


async def ask_to_cancel(call: Call, request_id: str) -> Answer:
    """Whether it is meant, and what it would change."""
    request = await _meant(call, request_id)
    key = "cancel-ask" if request.viewer_id == call.viewer.id else "cancel-ask-other"
    return _question(call, request, call.speak.text(key, title=called(call.speak, request)))


def kept(call: Call) -> Answer:
    """They thought better of it."""
    return Answer((Text(call.speak.text("cancel-kept")),), replaces=True)


async def cancel(call: Call, request_id: str) -> Answer:
    """Raises InvalidQuery where it is too late or nobody lets them."""
    requesting = call.services.requesting
    if requesting is None:
        raise InvalidQuery("button-unknown")
    async with requesting.deciding:
        request = await _meant(call, request_id)
        told = await _taken_back(call, request)
    title, services = called(call.speak, request), call.services
    if told.state not in {RequestState.CANCELLED, RequestState.GONE}:
        await changed(services, request, told.state)
        raise InvalidQuery("cancel-late", title=title)
    after = replace(request, state=RequestState.CANCELLED, updated_at=call.now)
    async with services.storage.unit() as unit:
        await unit.media_requests.put(after)
        for key in twins(request.item_id):
            await unit.wants.drop(request.viewer_id, key)
    requesting.elsewhere.drop(twins(request.item_id))
    for key in petitions.petition_ids(request):
        await settle(services, key, RequestState.CANCELLED, call.viewer)
    await edit_cards(services, after.viewer_id, after.item_id)
    if request.viewer_id != call.viewer.id:
        facts = {"title": title, "person": call.viewer.name}
        await tell(services, request.viewer_id, request.asked, "request-told-cancelled", **facts)
    said = call.speak.text(_key("cancel-done", call, request), title=title, name=request.instance)
    return Answer((Text(said),), replaces=True)


def _question(call: Call, request: MediaRequest, prompt: str) -> Answer:
    speak = call.speak
    lines = [prompt]
    if request.state is not RequestState.PENDING:
        lines.append(speak.text(_key("cancel-means", call, request), name=request.instance))
    actions = [
        Action(speak.text(f"cancel-{word}"), token, style)
        for word, style in (("yes", Style.PRIMARY), ("no", Style.PLAIN))
        if (token := word_token("cancel", word, request.id))
    ]
    parts: tuple[Part, ...] = (Choice("\n".join(lines), tuple(actions)),)
    return Answer(parts)


def _key(key: str, call: Call, request: MediaRequest) -> str:
    """By what is left undone: Seerr takes back what it was asked, not what it told others."""
    if request.state is RequestState.PENDING:
        return key
    requests = _service(call, request)
    return f"{key}-told" if requests is not None and requests.decides else f"{key}-got"


async def _meant(call: Call, request_id: str) -> MediaRequest:
    async with call.services.storage.unit() as unit:
        request = await unit.media_requests.get(request_id)
    admin = call.viewer.role is Role.ADMIN
    if request is None or (request.viewer_id != call.viewer.id and not admin):
        raise InvalidQuery("button-not-yours")
    if not may_cancel(call, request):
        under_way = request.state in _UNDER_WAY
        raise InvalidQuery("cancel-late" if under_way else "cancel-over", title=called(call.speak, request))
    return request


async def _taken_back(call: Call, request: MediaRequest) -> Requested:
    """By the service, where it knows of the request."""
    if not request.request_id:
        return Requested("", RequestState.CANCELLED)
    requests = _service(call, request)
    if requests is None:
        raise InvalidQuery("petition-nobody", name=request.instance)
    if requests.decides:
        waits = request.state is RequestState.PENDING
        return await requests.cancel(request.request_id, await accounts(call) if waits else "")
    if await _shared(call, request):
        return Requested(request.request_id, RequestState.CANCELLED)
    return await requests.cancel(request.request_id)


async def _shared(call: Call, request: MediaRequest) -> bool:
    """Whether somebody else waits for the same."""
    async with call.services.storage.unit() as unit:
        known = [one for key in twins(request.item_id) for one in await unit.media_requests.of_item(key)]
    return any(
        one.id != request.id
        and one.state in _UNDER_WAY
        and (one.instance, one.request_id) == (request.instance, request.request_id)
        for one in known
    )


def _service(call: Call, request: MediaRequest) -> Requests | None:
    opened = call.services.stack.opened.get(request.instance) if call.services.stack else None
    return opened.requests if opened is not None else None
