"""One's own accounts on media servers: which are signed in, and taking a key back. An admin sees everybody's."""

from __future__ import annotations

from bot.accounts.signing_in import signed_out
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.accounts import platform_name, viewer_code
from bot.people.words import words_of
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Text
from engine.domain.media_records import SealedToken, StoredAccount
from engine.domain.viewers import Role, Viewer
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.strip().partition(" ")
    if not first:
        return await _own(call)
    if fold(first) in words_of(call, "accounts-words-out"):
        return await _out(call, rest.strip())
    if fold(first) in words_of(call, "accounts-words-all") and call.viewer.role is Role.ADMIN:
        return await _everybody(call)
    raise InvalidQuery("accounts-word", word=first)


async def _own(call: Call) -> Answer:
    stack = call.services.stack
    servers = [one for one in stack.servers if one.sign_in is not None] if stack else []
    if not servers or stack is None:
        raise InvalidQuery("sync-none")
    async with call.services.storage.unit() as unit:
        tokens = {one.server: one for one in await unit.tokens.of_viewer(call.viewer.id)}
        accounts = {one.server: one for one in await unit.server_accounts.of_viewer(call.viewer.id)}
        ids = {one.instance.name: await unit.values.get(f"server.{one.instance.name}") or "" for one in servers}
    lines, actions = list[str](), list[Action]()
    for one in servers:
        name, server_id = one.instance.name, ids[one.instance.name]
        lines.append(_line(call, name, accounts.get(server_id), tokens.get(server_id)))
        token = tokens.get(server_id)
        if token is None or token.refused_at is not None:
            actions.append(_button(call, "accounts-in-button", name, f"link {name}"))
        if token is not None:
            actions.append(_button(call, "accounts-out-button", name, "accounts out"))
    return Answer((Text("\n".join(lines)),), actions=tuple(actions))


def _line(call: Call, name: str, account: StoredAccount | None, token: SealedToken | None) -> str:
    if token is None:
        key = "accounts-not-joined" if account is None else "accounts-not-signed-in"
    else:
        key = "accounts-refused" if token.refused_at is not None else "accounts-signed-in"
    return call.speak.text(key, name=name, account=account.account.name if account else "")


async def _out(call: Call, typed: str) -> Answer:
    """One's own keys, or, for an admin, those of the person whose code or name is typed."""
    return await signed_out(call, call.viewer if not typed else await _person(call, typed))


async def _person(call: Call, typed: str) -> Viewer:
    if call.viewer.role is not Role.ADMIN:
        raise InvalidQuery("accounts-word", word=typed)
    async with call.services.storage.unit() as unit:
        everybody = await unit.viewers.all()
    found = [one for one in everybody if fold(typed) in {fold(one.name), viewer_code(one.id)}]
    if len(found) != 1:
        raise InvalidQuery("no-such-viewer", name=typed)
    return found[0]


async def _everybody(call: Call) -> Answer:
    async with call.services.storage.unit() as unit:
        signed_in = [(one, await unit.tokens.of_viewer(one.id)) for one in await unit.viewers.all()]
    lines, actions = list[str](), list[Action]()
    for viewer, tokens in signed_in:
        if tokens:
            lines.append(call.speak.text("accounts-of", person=viewer.name, count=len(tokens)))
            actions.append(
                _button(call, "accounts-revoke-button", viewer.name, f"accounts out {viewer_code(viewer.id)}")
            )
    return Answer((Text("\n".join(lines) or call.speak.text("accounts-nobody")),), actions=tuple(actions[:25]))


def _button(call: Call, key: str, name: str, line: str) -> Action:
    return Action(call.speak.text(key, name=platform_name(call.speak, name[:40])), word_token("run", line) or "")


COMMAND = Command("accounts", _run, (Argument("what", Kind.TEXT, required=False),))
"""Where one is signed in and what is missing; “out” takes the key back."""
