"""What is said while an account is being joined to a person: both sides are named before anything happens."""

from __future__ import annotations

from bot.call import Call
from bot.people.accounts import platform_name
from bot.people.linking import (
    Giver,
    Proposal,
    abandon,
    code_for_account,
    code_for_person,
    confirm,
    pending,
    propose,
)
from bot.people.words import is_no, is_yes
from bot.vocabulary import Action, Answer, Choice, Style, Text
from engine.errors import InvalidQuery

_MARK = 40
"""Characters of a digest on a button."""


async def hand_out(call: Call) -> Answer:
    """A code: for the account where it belongs to nobody, else for the person behind it."""
    speak = call.speak
    if call.viewer.id:
        code = await code_for_person(call.services, call.viewer.id)
        text = speak.text("link-code-person", code=code, person=call.viewer.name)
        return Answer((Text(text),), actions=(Action(speak.text("link-page"), url=call.page("link")),))
    code = await code_for_account(call.services, call.account)
    platform = platform_name(speak, call.account.platform)
    text = speak.text("link-code-account", code=code, platform=platform)
    return Answer((Text(text),), actions=(Action(speak.text("link-page"), url=call.page("link", code)),))


async def ask_first(call: Call, code: str) -> Answer:
    """Who would be joined to whom, and whether that is wanted."""
    found = await propose(call.services, giver(call), code)
    speak = call.speak if call.viewer.id else call.as_viewer(found.viewer).speak
    yes = Action(speak.text("people-yes"), f"link:yes:{found.digest[:_MARK]}", Style.PRIMARY)
    no = Action(speak.text("people-no"), "link:no")
    account = account_text(found, speak.locale, call)
    lines = [speak.text("link-ask", account=account, person=found.viewer.name)]
    if found.before is not None:
        lines.append(speak.text("link-ask-moves", account=account, before=found.before.name))
    if found.before is not None and found.last_way:
        lines.append(speak.text("link-ask-last", before=found.before.name))
    lines.append(speak.text("link-ask-how"))
    return Answer((Choice("\n".join(lines), (yes, no)),))


async def do_it(call: Call, mark: str = "") -> Answer:
    """Joins them, if ``mark`` is that of the code given last. Raises InvalidQuery."""
    known = await pending(call.services, giver(call))
    if known is None or not known.startswith(mark):
        raise InvalidQuery("link-code")
    found = await confirm(call.services, giver(call), known)
    speak = call.speak if call.viewer.id else call.as_viewer(found.viewer).speak
    account = account_text(found, speak.locale, call)
    text = speak.text("link-done", account=account, person=found.viewer.name)
    return Answer((Text(text),), replaces=True)


async def leave_it(call: Call) -> Answer:
    """The code is good no more."""
    await abandon(call.services, giver(call))
    return Answer((Text(call.speak.text("link-left")),), replaces=True)


async def answer_word(call: Call, text: str) -> Answer | None:
    """A plain “yes” or “no” to what was asked last; None where nothing was asked, or something else is said."""
    if not (is_yes(call, text) or is_no(call, text)) or await pending(call.services, giver(call)) is None:
        return None
    return await (do_it(call) if is_yes(call, text) else leave_it(call))


def giver(call: Call) -> Giver:
    """Whoever asks, as the one who gives a code."""
    return Giver(call.account, call.viewer if call.viewer.id else None)


def account_text(found: Proposal, locale: str, call: Call) -> str:
    """“Telegram (Anna M.)”."""
    speak = call.services.translations.to(locale)
    return speak.text("people-account", platform=platform_name(speak, found.account.platform), name=found.name)
