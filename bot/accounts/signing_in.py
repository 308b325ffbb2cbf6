"""Signing in with one's own account on a media server, from the chat."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot import outside
from bot.accounts.joining import Joined, Proof, join, server_id_of
from bot.accounts.waiting import Waiting, forget, recall, remember
from bot.filters.words import fold
from bot.integration import Port
from bot.media.sealing import Sealer
from bot.native.playlists import withdraw
from bot.people.accounts import platform_name
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Style, Text
from engine.errors import InvalidQuery, RecommendarrError

if TYPE_CHECKING:
    from bot.call import Call
    from bot.integration import Opened
    from bot.services import Services
    from engine.domain.media import SignedIn
    from engine.domain.viewers import Viewer

_log = logging.getLogger(__name__)


def meant(call: Call, typed: str) -> Opened | None:
    """The server whose name or vendor was typed, if one can sign in there."""
    stack = call.services.stack
    for one in stack.servers if stack else ():
        vendor = stack.vendor(one.instance.name) if stack else ""
        if one.sign_in is not None and fold(typed) in {fold(one.instance.name), fold(vendor)}:
            return one
    return None


def refuse_unserved(call: Call, typed: str) -> None:
    """Raises InvalidQuery where a kind of media server was typed that is not set up here."""
    kinds = (one.name for one in outside.integrations() if one.port is Port.LIBRARY)
    if kind := next((one for one in kinds if fold(typed) == fold(one)), ""):
        raise InvalidQuery("sign-in-unknown", name=platform_name(call.speak, kind))


async def begin(call: Call, opened: Opened) -> Answer:
    """What the person has to do elsewhere, and a button for when it is done."""
    if opened.sign_in is None:
        raise InvalidQuery("sign-in-unknown", name=opened.instance.name)
    step = await opened.sign_in.begin()
    await remember(call.services, call.account, Waiting(opened.instance.name, step.handle, step.expires_at))
    minutes = max(round((step.expires_at - call.now).total_seconds() / 60), 1)
    vendor = platform_name(call.speak, _vendor(call, opened))
    key = "sign-in-code" if step.code else "sign-in-page"
    text = call.speak.text(key, vendor=vendor, code=step.code, minutes=minutes)
    actions = [Action(call.speak.text("sign-in-done-button"), word_token("signin", "done") or "", Style.PRIMARY)]
    if step.url:
        actions.insert(0, Action(call.speak.text("sign-in-open-button", vendor=vendor), url=step.url))
    return Answer((Text(text),), actions=tuple(actions))


async def finish(call: Call) -> Answer:
    """Lets the person in where they have signed in.

    Raises InvalidQuery: ``sign-in-expired``, ``no-access-to-server``, ``last-admin``.
    """
    services = call.services
    waiting = await recall(services, call.account)
    opened = services.stack.opened.get(waiting.instance) if waiting and services.stack else None
    if waiting is None or opened is None or opened.sign_in is None:
        raise InvalidQuery("sign-in-expired")
    signed_in = await opened.sign_in.finish(waiting.handle)
    if signed_in is None:
        token = word_token("signin", "done") or ""
        again = Action(call.speak.text("sign-in-done-button"), token, Style.PRIMARY)
        return Answer((Text(call.speak.text("sign-in-not-yet")),), actions=(again,))
    joined = await _let_in(call, opened, signed_in)
    await forget(services, call.account)
    if services.syncing is not None:
        services.syncing.states_soon(opened.instance.name)
    return _welcome(call, opened, joined)


async def sign_out(services: Services, viewer_id: str, server_id: str = "") -> int:
    """Forget the person's keys, and have the servers forget them where they answer; how many there were."""
    async with services.storage.unit() as unit:
        kept = [one for one in await unit.tokens.of_viewer(viewer_id) if server_id in {"", one.server}]
        await unit.tokens.drop(viewer_id, server_id)
    sealer = Sealer(services.settings.data_dir)
    for one in kept:
        key, opened = sealer.open(one.sealed, viewer_id), _opened_of(services, one.server)
        if key:
            await withdraw(services, viewer_id, one.server, key)
        if key and opened is not None and opened.sign_in is not None:
            try:
                await opened.sign_in.revoke(key)
            except RecommendarrError as error:
                _log.info("a key was forgotten, but %s was not told: %s", opened.instance.name, error.key)
    return len(kept)


async def signed_out(call: Call, whose: Viewer) -> Answer:
    """The same, and what is said of it."""
    count = await sign_out(call.services, whose.id)
    key = "accounts-signed-out" if count else "accounts-nothing"
    return Answer((Text(call.speak.text(key, person=whose.name, count=count)),))


async def _let_in(call: Call, opened: Opened, signed_in: SignedIn) -> Joined:
    """Somebody who was given access a moment ago is looked for once more."""
    services, name = call.services, opened.instance.name
    reading = services.syncing.of(name) if services.syncing else None
    if reading is None:
        raise InvalidQuery("sign-in-unknown", name=name)
    asker = call.viewer if call.viewer.id else None
    proof = Proof(name, _vendor(call, opened), server_id_of(reading.last), signed_in)
    try:
        return await join(services, call.account, asker, proof)
    except InvalidQuery as error:
        if error.key != "no-access-to-server":
            raise
    told = await reading.light()
    return await join(services, call.account, asker, Proof(name, proof.vendor, told.identity.id, signed_in))


def _welcome(call: Call, opened: Opened, joined: Joined) -> Answer:
    speak = call.as_viewer(joined.viewer).speak
    vendor = platform_name(speak, _vendor(call, opened))
    lines = [speak.text("sign-in-welcome", person=joined.viewer.name, vendor=vendor)]
    if joined.moved:
        lines.append(speak.text("sign-in-moved", before=joined.moved, person=joined.viewer.name))
    lines.append(speak.text("sign-in-what-now"))
    return Answer((Text("\n".join(lines)),), replaces=True)


def _opened_of(services: Services, server_id: str) -> Opened | None:
    for name, reading in services.syncing.servers.items() if services.syncing else ():
        if server_id_of(reading.last) == server_id and services.stack is not None:
            return services.stack.opened.get(name)
    return None


def _vendor(call: Call, opened: Opened) -> str:
    return call.services.stack.vendor(opened.instance.name) if call.services.stack else ""
