"""Which of a person's watchlists is meant."""

from __future__ import annotations

from bot.call import Call
from engine.domain.records import Watchlist
from engine.errors import InvalidQuery

DEFAULT = "Watchlist"
"""Stored name of the list that everyone has; shown in the reader's language."""
LONGEST_NAME = 40


def shown_name(call: Call, name: str) -> str:
    """The list's name as the reader sees it."""
    return call.speak.text("watchlist-default") if name == DEFAULT else name


def stored_name(call: Call, typed: str) -> str:
    """The name under which ``typed`` is kept. Raises InvalidQuery where it is too long."""
    name = " ".join(typed.strip(" \"'“”„«»").split())
    if len(name) > LONGEST_NAME:
        raise InvalidQuery("list-name-long", limit=LONGEST_NAME)
    translations = call.services.translations
    defaults = {translations.to(locale).text("watchlist-default").casefold() for locale in translations.locales}
    return DEFAULT if not name or name.casefold() in {DEFAULT.casefold(), *defaults} else name


async def all_lists(call: Call) -> list[Watchlist]:
    """The asker's lists, in stored order."""
    async with call.services.storage.unit() as unit:
        return await unit.watchlists.of_viewer(call.viewer.id)


async def existing(call: Call, typed: str) -> Watchlist | None:
    """The list called ``typed``, in any case."""
    name = stored_name(call, typed).casefold()
    return next((one for one in await all_lists(call) if one.name.casefold() == name), None)


async def lists_holding(call: Call, item_id: str) -> list[Watchlist]:
    """The asker's lists that the title is on."""
    return [one for one in await all_lists(call) if item_id in one.item_ids]
