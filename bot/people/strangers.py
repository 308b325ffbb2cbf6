"""Whose account it is; and what is said to an account that belongs to nobody."""

from __future__ import annotations

from bot.asking.running import SENTENCE
from bot.call import Call
from bot.people.household import who
from bot.services import Services
from bot.vocabulary import Account, Answer, Text
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer

FOUNDING_PLATFORM = "console"
"""Who sits at the machine itself may found an empty household."""


async def viewer_of(services: Services, account: Account) -> Viewer | None:
    """The person an account belongs to. On an empty installation the console's becomes the first, an admin."""
    async with services.storage.unit() as unit:
        if found := await unit.viewers.by_identity(account.platform, account.id):
            return found
        if services.demo or account.platform != FOUNDING_PLATFORM or await unit.viewers.all():
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
    """What an account may ask that belongs to nobody yet; to all else, how that can be changed."""
    first, _, rest = text.partition(" ")
    typed, arguments = (first, rest.strip()) if name == SENTENCE else (name, text)
    command = call.registry.command(typed)
    if command and command.for_strangers and (call.services.demo or not command.demo_only):
        return await command.run(call, arguments)
    if not call.services.demo:
        return Answer((Text(call.speak.text("stranger")),))
    return await who(call, "stranger-demo")
