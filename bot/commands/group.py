"""Something that everybody likes and nobody has seen, decided together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from bot.call import Argument, Command, Kind
from bot.filters.words import fold
from bot.grouping import deeds
from bot.grouping.opening import open_night, standing
from bot.grouping.rooms import going_on
from bot.people.words import words_of
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.call import Call
    from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.partition(" ")
    typed, rest = fold(first), rest.strip()
    if typed in words_of(call, "group-words-new"):
        return await open_night(call, rest, anew=True)
    if typed in words_of(call, "group-words-vote"):
        return await _numbered(call, deeds.vote, rest)
    if typed in words_of(call, "group-words-veto"):
        return await _numbered(call, deeds.veto, rest)
    plain = await _plain(call, fold(text))
    return await (open_night(call, text) if plain is None else plain())


async def _plain(call: Call, typed: str) -> Callable[[], Awaitable[Answer]] | None:
    """What a word by itself does on the evening that goes on here."""
    for key, deed in (
        ("group-words-in", deeds.come),
        ("group-words-out", deeds.go),
        ("group-words-show", deeds.show),
        ("group-words-decide", deeds.decide),
    ):
        if typed in words_of(call, key):
            night = await going_on(call)
            return partial(deed, call, night.id, typed=True)
    if typed in words_of(call, "group-words-on"):
        return partial(standing, call, await going_on(call))
    return None


async def _numbered(call: Call, deed: Callable[..., Awaitable[Answer]], rest: str) -> Answer:
    if not (rest.isascii() and rest.isdigit() and len(rest) <= 2):
        raise InvalidQuery("group-number-missing")
    night_id, item_id = await deeds.at_place(call, int(rest))
    return await deed(call, night_id, item_id, typed=True)


COMMAND = Command("group", _run, (Argument("text", Kind.TEXT, required=False),), for_strangers=True, private=False)
