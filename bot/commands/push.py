"""Recommendations as lists in the servers' own apps: one's own playlist, and the libraries' collections."""

from __future__ import annotations

from collections.abc import Sequence

from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.native import collections, playlists
from bot.native.keeping import COLLECTIONS, playlist_of, recall
from bot.people.words import words_of
from bot.playing.accounts import parts_of
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Text
from engine.domain.viewers import Role
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.strip().partition(" ")
    if not first:
        return await _told(call)
    if fold(first) in words_of(call, "push-words-collection"):
        return await _collection(call, rest.strip())
    verb = _verb(call, text)
    if verb == "off":
        lines = _outcomes(call, await playlists.want(call.services, call.viewer, wanted=False), "push-removed")
        return _said(call, "push-off-done", lines)
    await _signed_in(call)
    if verb == "now" and not await _is_on(call, playlist_of(call.viewer.id)):
        raise InvalidQuery("push-is-off")
    done = playlists.push(call.services, call.viewer) if verb == "now" else None
    outcomes = await (done or playlists.want(call.services, call.viewer, wanted=True))
    return _said(call, f"push-{verb}-done", _outcomes(call, outcomes, "push-put"))


async def _collection(call: Call, typed: str) -> Answer:
    if call.viewer.role is not Role.ADMIN:
        raise InvalidQuery("push-admins-only")
    verb = _verb(call, typed)
    if verb == "now" and not await _is_on(call, COLLECTIONS):
        raise InvalidQuery("push-is-off")
    services = call.services
    outcomes = await (collections.push(services) if verb == "now" else collections.want(services, wanted=verb == "on"))
    key = "push-removed-library" if verb == "off" else "push-put-library"
    lines = [
        call.speak.error(one.trouble) if one.trouble else call.speak.text(key, library=one.library, count=one.count)
        for one in outcomes
        if one.trouble or one.library_id in call.viewer.library_ids  # an administrator need not own every library
    ]
    return _said(call, f"push-collection-{verb}-done", lines)


async def _told(call: Call) -> Answer:
    _served(call)
    speak = call.speak
    async with call.services.storage.unit() as unit:
        own = await recall(unit, playlist_of(call.viewer.id))
        libraries = await recall(unit, COLLECTIONS)
    lines = [speak.text("push-playlist-is", state=_state(own.wanted), count=sum(one.count for one in own.put.values()))]
    wanted = [("off", "push off"), ("now", "push now")] if own.wanted else [("on", "push on")]
    buttons = [(f"push-{key}", line) for key, line in wanted]
    if call.viewer.role is Role.ADMIN:
        lines.append(speak.text("push-collection-is", state=_state(libraries.wanted), count=len(libraries.put)))
        to = "off" if libraries.wanted else "on"
        buttons.append((f"push-collection-{to}", f"push collection {to}"))
    tokens = [(key, word_token("run", line)) for key, line in buttons]
    actions = tuple(Action(speak.text(key), token) for key, token in tokens if token)
    return Answer((Text("\n".join(lines)),), actions=actions)


def _served(call: Call) -> None:
    """Raises InvalidQuery ``sync-none``."""
    if call.services.stack is None or not call.services.stack.servers:
        raise InvalidQuery("sync-none")


async def _signed_in(call: Call) -> None:
    """Raises InvalidQuery ``sync-none`` and ``push-sign-in``."""
    _served(call)
    if not any(part.key for part in await parts_of(call.services, call.viewer)):
        raise InvalidQuery("push-sign-in")


async def _is_on(call: Call, name: str) -> bool:
    async with call.services.storage.unit() as unit:
        return (await recall(unit, name)).wanted


def _verb(call: Call, typed: str) -> str:
    verb = next((one for one in ("on", "off", "now") if fold(typed) in words_of(call, f"push-words-{one}")), None)
    if verb is None:
        raise InvalidQuery("push-unknown", typed=typed)
    return verb


def _outcomes(call: Call, outcomes: Sequence[playlists.Outcome], key: str) -> list[str]:
    return [
        call.speak.error(one.trouble) if one.trouble else call.speak.text(key, name=one.name, count=one.count)
        for one in outcomes
    ]


def _said(call: Call, key: str, lines: Sequence[str]) -> Answer:
    return Answer((Text("\n".join((call.speak.text(key), *lines))),))


def _state(on: bool) -> str:  # noqa: FBT001 - it is what is told
    return "on" if on else "off"


COMMAND = Command("push", _run, (Argument("what", Kind.TEXT, required=False),))
