"""For those who look after the place: who is here, by which accounts, and who may come in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from bot.acting.journal import undo_button
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.appointing import ACTION, appoint, undo_appointing
from bot.people.barring import ban, deactivate, let_in, revoke
from bot.people.inviting import invite
from bot.people.linking import INVITE_LIFE, code_for_person
from bot.people.roster import Entry, Person, everybody, find, person_of, strangers
from bot.people.telling_users import act_button, overview_line, page_buttons, shown_entry, shown_person
from bot.people.words import without_yes, words_of
from bot.vocabulary import Answer, Choice, Style, Text
from engine.domain.people import Standing
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

PAGE = 10
"""People on one page."""


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.partition(" ")
    if not text or (first.isascii() and first.isdigit() and len(first) <= 4 and not rest):
        return await _listed(call, int(first or 1))
    verb = next((verb for verb in _VERBS if fold(first) in words_of(call, f"users-words-{verb}")), None)
    if verb is not None:
        return await _VERBS[verb](call, rest.strip())
    found = await find(call, text)
    return shown_person(call, found) if isinstance(found, Person) else shown_entry(call, found)


async def _listed(call: Call, page: int) -> Answer:
    known = await everybody(call)
    pages = max(-(-len(known) // PAGE), 1)
    page = min(max(page, 1), pages)
    here = [await person_of(call, viewer) for viewer in known[(page - 1) * PAGE : page * PAGE]]
    heading = call.speak.text("users-heading", count=len(known), page=page, pages=pages)
    lines = [heading, *(overview_line(call, person) for person in here), call.speak.text("users-usage")]
    return Answer((Text("\n".join(lines)),), actions=page_buttons(call, page, pages))


async def _strangers(call: Call, typed: str) -> Answer:  # noqa: ARG001 - as all verbs
    found = await strangers(call)
    if not found:
        return Answer((Text(call.speak.text("users-no-strangers")),))
    lines = [call.speak.text("users-strangers")]
    lines += [f"{one.code} · {one.told} · {one.platform}:{one.account_id}" for one in found]
    return Answer((Text("\n".join(lines)),))


async def _invite(call: Call, typed: str) -> Answer:
    viewer, code = await invite(call, typed)
    async with call.services.storage.unit() as unit:
        names = sorted(one.name for one in await unit.libraries.all() if one.id in viewer.library_ids)
    text = call.speak.text(
        "users-invited", person=viewer.name, code=code, libraries=call.speak.list(names) or "–", days=INVITE_LIFE.days
    )
    return Answer((Text(text),))


async def _code(call: Call, typed: str) -> Answer:
    found = await find(call, typed)
    if not isinstance(found, Person) or found.standing is not Standing.ACTIVE:
        raise InvalidQuery("users-not-a-person", typed=typed)
    code = await code_for_person(call.services, found.viewer.id, INVITE_LIFE)
    text = call.speak.text("users-code", person=found.viewer.name, code=code, days=INVITE_LIFE.days)
    return Answer((Text(text),))


async def _revoke(call: Call, typed: str) -> Answer:
    wanted, sure = without_yes(call, typed)
    found = await find(call, wanted)
    if isinstance(found, Person):
        raise InvalidQuery("users-not-an-account", typed=wanted)
    if not sure:
        return _ask(call, "revoke", found)
    await revoke(call, found)
    return Answer((Text(call.speak.text("users-done-revoke", whom=found.told)),))


async def _ban(call: Call, typed: str) -> Answer:
    wanted, sure = without_yes(call, typed)
    found = await find(call, wanted)
    if not sure:
        return _ask(call, "ban", found)
    await ban(call, found)
    return Answer((Text(call.speak.text("users-done-ban", whom=_whom(found))),))


async def _deactivate(call: Call, typed: str) -> Answer:
    wanted, sure = without_yes(call, typed)
    found = await find(call, wanted)
    if not isinstance(found, Person):
        raise InvalidQuery("users-not-a-person", typed=wanted)
    if not sure:
        return _ask(call, "deactivate", found)
    await deactivate(call, found)
    return Answer((Text(call.speak.text("users-done-deactivate", whom=_whom(found))),))


async def _activate(call: Call, typed: str) -> Answer:
    found = await find(call, without_yes(call, typed)[0])
    await let_in(call, found)
    return Answer((Text(call.speak.text("users-done-activate", whom=_whom(found))),))


async def _admin(call: Call, typed: str) -> Answer:
    return await _appoint(call, typed, Role.ADMIN)


async def _member(call: Call, typed: str) -> Answer:
    return await _appoint(call, typed, Role.MEMBER)


async def _appoint(call: Call, typed: str, role: Role) -> Answer:
    wanted, sure = without_yes(call, typed)
    found = await find(call, wanted)
    if not isinstance(found, Person):
        raise InvalidQuery("users-not-a-person", typed=wanted)
    if not sure:
        return _ask(call, role.value, found)
    entry = await appoint(call, found, role)
    text = call.speak.text(f"users-done-{role.value}", whom=_whom(found))
    # Whoever is no admin any more cannot take it back either.
    mine = role is not Role.ADMIN and found.viewer.id == call.viewer.id
    return Answer((Text(text),), actions=() if mine else (undo_button(call, entry),))


def _ask(call: Call, verb: str, found: Person | Entry) -> Answer:
    button = act_button(call, verb, found, sure=True, style=Style.PRIMARY)
    prompt = call.speak.text(f"users-ask-{verb}", whom=_whom(found))
    return Answer((Choice(prompt, (button,)),))


def _whom(found: Person | Entry) -> str:
    return found.told if isinstance(found, Entry) else found.viewer.name


_VERBS: Mapping[str, Callable[[Call, str], Awaitable[Answer]]] = MappingProxyType(
    {
        "invite": _invite,
        "code": _code,
        "revoke": _revoke,
        "ban": _ban,
        "activate": _activate,
        "deactivate": _deactivate,
        "admin": _admin,
        "member": _member,
        "strangers": _strangers,
    }
)
"""A person who is called like one of them is found by their code."""

COMMAND = Command(
    "users",
    _run,
    (Argument("what", Kind.TEXT, required=False), Argument("who", Kind.TEXT, required=False)),
    admin=True,
    undoes={ACTION: undo_appointing},
)
