"""Joins this account, or another one, to a person: one profile on every platform."""

from __future__ import annotations

from bot.accounts.signing_in import begin, meant, refuse_unserved
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.confirming import ask_first, do_it, hand_out, leave_it
from bot.people.words import is_no, is_yes, words_of
from bot.vocabulary import Action, Answer, Choice, Style, Text
from bot.web.card_links import revoke_card_links


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return await hand_out(call)
    if call.viewer.id and (answer := await _of_cards(call, text)):
        return answer
    if (server := meant(call, text)) is not None:
        return await begin(call, server)
    refuse_unserved(call, text)
    if is_yes(call, text):
        return await do_it(call)
    return await (leave_it(call) if is_no(call, text) else ask_first(call, text))


async def _of_cards(call: Call, text: str) -> Answer | None:
    """Withdraws the addresses on the person's cards, which anybody may open who has them; None for anything else."""
    first, _, rest = text.partition(" ")
    if fold(first) not in words_of(call, "link-words-cards"):
        return None
    if fold(rest) in words_of(call, "link-words-off"):
        await revoke_card_links(call.services, call.viewer.id)
        return Answer((Text(call.speak.text("link-cards-off")),))
    button = Action(call.speak.text("link-cards-do"), "run:link%20cards%20off", Style.PRIMARY)
    return Answer((Choice(call.speak.text("link-cards"), (button,)),))


COMMAND = Command("link", _run, (Argument("code", Kind.TEXT, required=False),), for_strangers=True)
