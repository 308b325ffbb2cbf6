"""Whose account it is; and what is said to an account that belongs to nobody."""

from __future__ import annotations

from bot.asking.running import SENTENCE
from bot.call import Call
from bot.people.accounts import seen_now
from bot.people.household import who
from bot.people.popular import popular, popular_card
from bot.services import Services
from bot.tokens import split
from bot.vocabulary import Account, Action, Answer, Text
from engine.domain.people import Standing, Visitor
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from engine.errors import InvalidQuery

FOUNDING_PLATFORM = "console"
"""Who sits at the machine itself may found an empty household."""
_PICKS = frozenset({"tonight", "recommend", "mood", "shuffle", "rediscover", "similar", "start"})
"""To these, a stranger is shown what is popular."""
_HELLO = "start"


async def viewer_of(services: Services, account: Account, known: Visitor) -> Viewer | None:
    """The person an account belongs to, if they may come in; notes that the account was there.

    On an empty installation the console's person becomes the first, an admin.
    """
    await seen_now(services, account, known.sighting)
    if known.viewer is not None:
        return known.viewer if known.standing is Standing.ACTIVE else None
    return await _founder(services, account)


async def _founder(services: Services, account: Account) -> Viewer | None:
    if services.demo or account.platform != FOUNDING_PLATFORM:
        return None
    async with services.storage.unit() as unit:
        if await unit.viewers.all():
            return None
        founder = Viewer(
            id=services.ids.new(),
            name=account.name or account.id,
            locale=services.translations.to(account.locale or services.settings.locale).locale,
            role=Role.ADMIN,
            library_ids=frozenset(library.id for library in await unit.libraries.all()),
            time_zone=services.settings.time_zone,
        )
        await unit.viewers.add(founder)
        await unit.viewers.set_access(founder.id, founder.library_ids)
        await unit.viewers.link(Identity(account.platform, account.id, founder.id))
        return founder


def guest(services: Services, account: Account) -> Viewer:
    """Nobody in particular, who may open nothing."""
    locale = services.translations.to(account.locale or services.settings.locale).locale
    return Viewer(id="", name=account.name or account.id, locale=locale, time_zone=services.settings.time_zone)


async def answer_stranger(call: Call, name: str, text: str) -> Answer:
    """What an account may ask that belongs to nobody yet; to all else, what is popular, and how to be linked."""
    first, _, rest = text.partition(" ")
    typed, arguments = (first, rest.strip()) if name == SENTENCE else (name, text)
    command = call.registry.command(typed)
    if command and command.for_strangers and (call.services.demo or not command.demo_only):
        return await command.run(call, arguments)
    if call.services.demo:
        return await who(call, "stranger-demo")
    if name == SENTENCE and (answer := await _confirming(call, text)):
        return answer
    asked = call.registry.command(name)
    picks = command or asked
    return await _welcome(call, picks.name if picks is not None and picks.name in _PICKS else "")


async def answer_strangers_press(call: Call, token: str) -> Answer:
    """A button that is for strangers too; any other is somebody's, and nothing is said of it."""
    try:
        verb, rest = split(token)
    except InvalidQuery:
        verb, rest = "", ""
    press, command = call.registry.presses.get(verb), call.registry.commands.get(verb)
    here = call.services.demo or command is None or not command.demo_only
    if press and press.for_strangers and press.on_word and here:
        return await press.on_word(call, rest)
    return await who(call, "stranger-demo") if call.services.demo else await _welcome(call)


async def _confirming(call: Call, text: str) -> Answer | None:
    """A plain “yes” or “no” to the code that was given last."""
    from bot.people.confirming import answer_word  # noqa: PLC0415 - the commands of linking know this module

    return await answer_word(call, text)


async def _welcome(call: Call, asked: str = "") -> Answer:
    """How to be linked; ``asked``: the command to which titles belong."""
    speak = call.speak
    if await _is_barred(call):
        return Answer((Text(speak.text("stranger-inactive")),), neutral=True)
    link = Action(speak.text("link-button"), "link:new")
    if not asked:
        return Answer((Text(speak.text("stranger")),), actions=(link,), neutral=True)
    found = await popular(call)
    opening = [speak.text("stranger-hello")] if asked == _HELLO else []
    opening += [speak.text("stranger-opening")] if found else []
    cards = [popular_card(call, one, number) for number, one in enumerate(found, start=1)]
    closing = [speak.text("stranger-nothing")] if not found and asked != _HELLO else []
    parts = (*_texts(opening), *cards, *_texts([*closing, speak.text("stranger")]))
    return Answer(parts, actions=(link,), neutral=True)


def _texts(lines: list[str]) -> tuple[Text, ...]:
    return (Text("\n".join(lines)),) if lines else ()


async def _is_barred(call: Call) -> bool:
    """Whether it belongs to somebody who may not come in at present."""
    async with call.services.storage.unit() as unit:
        return await unit.viewers.by_identity(call.account.platform, call.account.id) is not None
