"""Takes an account away from the one who asks; everything that was learned stays theirs."""

from __future__ import annotations

from bot.accounts.signing_in import signed_out
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.accounts import account_code, named_accounts, platform_name
from bot.people.admins import keep_an_admin
from bot.people.words import without_yes
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Style, Text
from engine.domain.records import Identity
from engine.errors import InvalidQuery

SERVERS = frozenset({"plex", "jellyfin"})
"""Who one is there is for the server to say: one can sign out, but not be somebody else."""


async def _run(call: Call, text: str) -> Answer:
    typed, sure = without_yes(call, text)
    async with call.services.storage.unit() as unit:
        mine = [one for one in await unit.viewers.identities(call.viewer.id) if one.platform not in SERVERS]
    if fold(typed) in SERVERS:
        return await signed_out(call, call.viewer)
    chosen = [one for one in mine if _is_meant(call, one, typed)]
    if not chosen:
        raise InvalidQuery("unlink-unknown", typed=typed or "–")
    if len(chosen) > 1:
        return await _which(call, chosen)
    return await (_done(call, chosen[0]) if sure else _ask(call, chosen[0], last=len(mine) == 1))


def _is_meant(call: Call, one: Identity, typed: str) -> bool:
    """By platform, in any way it is called, or by the account's code; all where nothing is typed."""
    names = {one.platform, platform_name(call.speak, one.platform), account_code(one.platform, one.account_id)}
    return not typed or fold(typed) in {fold(name) for name in names}


async def _which(call: Call, accounts: list[Identity]) -> Answer:
    named = await named_accounts(call.services, accounts, call.speak)
    actions = tuple(Action(_here(call, one, told), _token(one)) for one, told, _ in named)
    return Answer((Choice(call.speak.text("unlink-which"), actions),))


async def _ask(call: Call, one: Identity, *, last: bool) -> Answer:
    ((_, account, _),) = await named_accounts(call.services, [one], call.speak)
    lines = [call.speak.text("unlink-ask", account=_here(call, one, account))]
    if last:
        lines.append(call.speak.text("unlink-ask-last"))
    yes = Action(call.speak.text("unlink-yes"), _token(one, "yes"), Style.PRIMARY)
    return Answer((Choice("\n".join(lines), (yes,)),))


async def _done(call: Call, one: Identity) -> Answer:
    ((_, account, _),) = await named_accounts(call.services, [one], call.speak)
    async with call.services.storage.unit() as unit:
        await keep_an_admin(unit, without_accounts={(one.platform, one.account_id)})
        await unit.viewers.unlink(one.platform, one.account_id)
    return Answer((Text(call.speak.text("unlink-done", account=account)),))


def _here(call: Call, one: Identity, told: str) -> str:
    here = (one.platform, one.account_id) == (call.account.platform, call.account.id)
    return call.speak.text("people-account-here", account=told) if here else told


def _token(one: Identity, *words: str) -> str:
    line = " ".join(("unlink", account_code(one.platform, one.account_id), *words))
    return word_token("run", line) or "run:unlink"


COMMAND = Command("unlink", _run, (Argument("account", Kind.TEXT, required=False),))
