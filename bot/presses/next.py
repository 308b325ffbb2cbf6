"""Waves a pick on, and shows the next one in its place."""

from __future__ import annotations

from dataclasses import replace

from bot.acting.journal import fact, fact_id, teach, unteach
from bot.asking.table import further, latest_slate, on_the_table, waved_on
from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import card_now
from bot.naming import label
from bot.vocabulary import Answer, Text
from engine.domain.interactions import InteractionKind
from engine.domain.items import Item
from engine.domain.slate import Pick, Slate
from engine.errors import InvalidQuery


async def _on_pick(call: Call, target: OnPick) -> Answer:
    rank, table = target.pick.rank, await _table(call, target.slate)
    standing = table.pick(rank)
    if standing is not None and standing.item_id != target.pick.item_id:
        return await _shown(call, table, standing)  # pressed twice: its place is taken already
    key = fact_id(call.viewer.id, target.slate.id, rank, "next")
    await teach(call, "next", fact(call, InteractionKind.SKIP, target.item.id, key))
    known = {pick.item_id for pick in table.picks} | await waved_on(call)
    page = await further(call, table, known)
    best = next((pick for pick in page.picks if pick.item_id not in known), None)
    if best is None:
        return _none_left(call, target.item)
    pick = replace(best, rank=rank)
    table = await on_the_table(call, table, (pick if old.rank == rank else old for old in table.picks))
    return await _shown(call, table, pick)


async def _table(call: Call, slate: Slate) -> Slate:
    """The slate as it lies on the table now, with what took the place of picks that were waved on."""
    latest = await latest_slate(call, slate.query.place)
    return latest if latest.query == slate.query and len(latest.picks) == len(slate.picks) else slate


async def _shown(call: Call, table: Slate, pick: Pick) -> Answer:
    item = await call.permitted_item(pick.item_id)
    if item is None:
        raise InvalidQuery("title-gone")
    return Answer((await card_now(call, OnPick(table, pick, item)),), replaces=True)


def _none_left(call: Call, item: Item) -> Answer:
    return Answer((Text(call.speak.text("next-none", title=label(call, item))),))


PRESS = PressVerb("next", on_pick=_on_pick, undoes={"next": unteach})
