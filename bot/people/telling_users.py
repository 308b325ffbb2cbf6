"""People and accounts as an admin sees them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.people.accounts import platform_name
from bot.people.quiet import zone_called
from bot.people.roster import Entry, Person
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Style, Text
from engine.domain.people import Standing
from engine.domain.viewers import Role

if TYPE_CHECKING:
    from bot.call import Call


def overview_line(call: Call, person: Person) -> str:
    """“a1b2c3 · Anna · admin · Telegram and Discord · last seen on 14 March”."""
    speak = call.speak
    platforms = sorted({platform_name(speak, one.platform) for one in person.accounts})
    told = [
        person.code,
        person.viewer.name,
        *([speak.text("users-admin")] if person.viewer.role is Role.ADMIN else []),
        *([_standing(call, person)] if person.standing is not Standing.ACTIVE else []),
        speak.list(platforms) if platforms else speak.text("users-no-account"),
        _seen(call, person.seen_at),
    ]
    return " · ".join(told)


def shown_person(call: Call, person: Person) -> Answer:
    """All accounts, and what can be done."""
    lines = [overview_line(call, person), *(_account_line(call, one) for one in person.accounts)]
    other = "member" if person.viewer.role is Role.ADMIN else "admin"
    verbs = ("code", other, "deactivate", "ban") if person.standing is Standing.ACTIVE else ("activate",)
    return Answer((Text("\n".join(lines)),), actions=tuple(act_button(call, verb, person) for verb in verbs))


def shown_entry(call: Call, entry: Entry) -> Answer:
    verbs = ("activate",) if entry.banned else ("revoke", "ban")
    return Answer((Text(_account_line(call, entry)),), actions=tuple(act_button(call, verb, entry) for verb in verbs))


def page_buttons(call: Call, page: int, pages: int) -> tuple[Action, ...]:
    """To the pages before and after."""
    wanted = [(number, key) for number, key in ((page - 1, "before"), (page + 1, "after")) if 1 <= number <= pages]
    return tuple(Action(call.speak.text(f"users-page-{key}"), f"run:%2Fusers%20{number}") for number, key in wanted)


def act_button(
    call: Call, verb: str, found: Person | Entry, *, sure: bool = False, style: Style = Style.PLAIN
) -> Action:
    """Names the one it is about by code, so that a namesake is never meant; a long id has a code as well."""
    line = " ".join(("/users", verb, found.code, *(("yes",) if sure else ())))
    return Action(call.speak.text(f"users-do-{verb}"), word_token("run", line) or "run:%2Fusers", style)


def _account_line(call: Call, entry: Entry) -> str:
    told = [entry.code, entry.told, *([call.speak.text("users-banned")] if entry.banned else [])]
    return " · ".join((*told, _seen(call, entry.seen_at)))


def _seen(call: Call, at: datetime | None) -> str:
    if at is None:
        return call.speak.text("users-never-seen")
    return call.speak.text("users-seen", date=at.astimezone(zone_called(call.viewer.time_zone)).date())


def _standing(call: Call, person: Person) -> str:
    return call.speak.text("users-banned" if person.standing is Standing.BANNED else "users-inactive")
