"""Who the bot takes the asker for, by which accounts they come, and what it knows of them."""

from __future__ import annotations

from bot.call import Call, Command
from bot.people.accounts import named_accounts
from bot.syncing.shelves import opened
from bot.vocabulary import Action, Answer, Text
from bot.web.access import login_url
from engine.domain.viewers import Role


async def _run(call: Call, text: str) -> Answer:  # noqa: ARG001 - me takes no argument
    viewer, speak = call.viewer, call.speak
    async with call.services.storage.unit() as unit:
        libraries = sorted({one.name for one, _ in opened(await unit.libraries.all(), viewer.library_ids)})
        identities = await unit.viewers.identities(viewer.id)
        facts = await unit.interactions.count(viewer.id)
    accounts = [told for _, told, _ in await named_accounts(call.services, identities, speak)]
    lines = [
        speak.text("me-name", person=viewer.name, role="admin" if viewer.role is Role.ADMIN else "member"),
        speak.text("me-libraries", libraries=speak.list(libraries)) if libraries else speak.text("me-no-libraries"),
        speak.text("me-accounts", platforms=speak.list(accounts)),
        speak.text("me-known", count=facts),
        speak.text("me-link"),
    ]
    if call.room.private:
        lines.append(speak.text("me-sign-in"))
    return Answer((Text("\n".join(lines)),), actions=(await page_button(call),))


async def page_button(call: Call) -> Action:
    """The companion page; where nobody else reads along, with a link that signs the asker in once."""
    if call.room.private:
        url = await login_url(call.services, call.viewer.id)
        return Action(call.speak.text("me-page"), url=url)
    return Action(call.speak.text("me-page"), url=call.services.page_url)


COMMAND = Command("me", _run)
