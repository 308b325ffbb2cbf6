"""An admin sees what on the shelves was not recognised, and says what it is."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.naming import label
from bot.syncing.mending import code, find, number_in, say, suggestions, unmatched
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Part, Text
from engine.domain.media_records import StoredItem
from engine.errors import InvalidQuery

SHOWN = 10


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.strip().partition(" ")
    if not first:
        return await _list(call, 0)
    if first.isascii() and first.isdecimal() and len(first) <= 3 and not rest:
        return await _list(call, (int(first) - 1) * SHOWN)
    item = await find(call, first)
    if not rest:
        return await _one(call, item)
    number = number_in(rest)
    if number is None:
        raise InvalidQuery("unmatched-which", word=rest)
    found = await say(call, item, number)
    return Answer((Text(call.speak.text("unmatched-done", shelf=_name(call, item), title=label(call, found))),))


async def _list(call: Call, offset: int) -> Answer:
    found = await unmatched(call)
    items, total = found[max(offset, 0) :][:SHOWN], len(found)
    if not items:
        return Answer((Text(call.speak.text("unmatched-none")),))
    heading = call.speak.text("unmatched-heading", first=offset + 1, last=offset + len(items), total=total)
    actions = [_action(_name(call, item), f"unmatched {code(item)}") for item in items]
    if offset + len(items) < total:
        page = offset // SHOWN + 2
        actions.append(_action(call.speak.text("unmatched-more"), f"unmatched {page}"))
    return Answer((Choice(heading, tuple(one for one in actions if one)),))


async def _one(call: Call, item: StoredItem) -> Answer:
    asked: list[Part] = [Text(call.speak.text("unmatched-one", shelf=_name(call, item), code=code(item)))]
    found = await suggestions(call, item)
    actions = [_action(_title(call, one.title, one.year), f"unmatched {code(item)} {one.tmdb_id}") for one in found]
    if actions:
        asked.append(Choice(call.speak.text("unmatched-choose"), tuple(one for one in actions if one)))
    return Answer(tuple(asked))


def _name(call: Call, item: StoredItem) -> str:
    return _title(call, item.title, item.year)


def _title(call: Call, title: str, year: int | None) -> str:
    shown = title[:60]
    return shown if year is None else call.speak.text("title-year", title=shown, year=year)


def _action(text: str, line: str) -> Action | None:
    token = word_token("run", line)
    return Action(text[:80], token) if token else None


COMMAND = Command("unmatched", _run, (Argument("which", Kind.TEXT, required=False),), admin=True)
"""The list, one of it with what it may be, or what an admin says that it is."""
