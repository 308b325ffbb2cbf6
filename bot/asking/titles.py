"""From what was typed to one title that the asker may see, or to a short list to choose from."""

from __future__ import annotations

import re

from bot.asking.table import latest_slate
from bot.call import Call
from bot.naming import label, may_be_named
from bot.tokens import item_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.items import Item
from engine.errors import InvalidQuery
from engine.search.hits import Resolution

_NUMBER = re.compile(r"#?([1-9]|10)\Z")
_QUOTES = "\"'“”„‟«»‹›‘’ "


async def find(call: Call, text: str) -> Item | Resolution:
    """The one title that ``text`` means, else what it may mean. A number means the card of that number."""
    wanted = text.strip(_QUOTES)
    if (match := _NUMBER.match(text.strip())) and (item := await _on_the_table(call, int(match[1]))):
        return item
    resolution = call.services.snapshots.titles.resolve(wanted, may_be_named(call))
    if resolution.item_id and (item := await call.permitted_item(resolution.item_id)):
        return item
    return Resolution(choices=resolution.choices, suggestions=resolution.suggestions)


async def with_title(call: Call, command: str, text: str, argument: str = "") -> Answer:
    """Runs ``command`` on the title that ``text`` means, or asks which one is meant."""
    if not text.strip(_QUOTES):
        raise InvalidQuery("title-missing", usage=call.speak.text(f"command-{command}.usage"))
    found = await find(call, text)
    if isinstance(found, Item):
        return await on_item(call, command, found, argument)
    hits = found.choices or found.suggestions
    if not any(hit.exact for hit in hits):
        await _no_such_number(call, text)
    items = await known(call, [hit.item_id for hit in hits])
    if not items:
        raise InvalidQuery("title-unknown", title=text.strip(_QUOTES))
    prompt = call.speak.text("choose-which" if found.choices else "choose-nearest", title=text.strip(_QUOTES))
    return _chooser(call, prompt, command, argument, items)


async def on_item(call: Call, command: str, item: Item, argument: str = "") -> Answer:
    """Runs a command or verb on a title already found. Raises InvalidQuery for one that has no such use."""
    declared = call.registry.commands.get(command) or call.registry.presses.get(command)
    if declared is None or declared.on_item is None:
        raise InvalidQuery("button-unknown")
    return await declared.on_item(call, item, argument)


async def known(call: Call, item_ids: list[str]) -> list[Item]:
    """The titles of ``item_ids`` that the asker may see now, in order."""
    items = await call.services.recommender.permitted_items(call.viewer.id, item_ids)
    return [items[item_id] for item_id in item_ids if item_id in items]


async def _on_the_table(call: Call, number: int) -> Item | None:
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.latest(call.viewer.id, call.place)
    pick = slate.pick(number) if slate else None
    return await call.permitted_item(pick.item_id) if pick else None


async def _no_such_number(call: Call, text: str) -> None:
    """Says how many cards there are, where ``text`` is the number of none."""
    if not (match := _NUMBER.match(text.strip())):
        return
    slate = await latest_slate(call)
    raise InvalidQuery("no-such-number", number=match[1], last=len(slate.picks))


def _chooser(call: Call, prompt: str, command: str, argument: str, items: list[Item]) -> Answer:
    told = {item.id: f"{label(call, item)} · {call.speak.domain(item.media_type)}" for item in items}
    tokens = {item.id: item_token(command, item.id, argument) for item in items}
    if all(tokens.values()):
        return Answer((Choice(prompt, tuple(Action(told[one], tokens[one] or "") for one in told)),))
    return Answer((Text("\n".join((prompt, *told.values()))),))
