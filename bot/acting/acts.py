"""What a person tells the bot about a title, from a command or a button alike: told once, kept once, undoable."""

from __future__ import annotations

from dataclasses import dataclass

from bot.acting.journal import fact, fact_id, facts_about, ids, note, teach, unteach
from bot.acting.lists import DEFAULT, lists_holding
from bot.call import Call
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item
from engine.domain.records import JournalEntry

FINISHED = 0.8
"""Completion from which a playback counts as finished."""
_OPPOSITE = {InteractionKind.LIKE: InteractionKind.DISLIKE, InteractionKind.DISLIKE: InteractionKind.LIKE}


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it; ``entry`` is None where it was known before and nothing changed."""

    entry: JournalEntry | None


async def thumb(call: Call, item: Item, kind: InteractionKind, key: str) -> Told:
    """A thumb up or down; it takes the place of the opposite one."""
    facts = await facts_about(call, item.id)
    if any(old.kind is kind for old in facts):
        return Told(None)
    opposite = [old for old in facts if old.kind is _OPPOSITE[kind]]
    return Told(await teach(call, str(kind), fact(call, kind, item.id, key), instead_of=opposite))


async def rate(call: Call, item: Item, score: float) -> Told:
    """Points from 1 to 10; a new rating counts instead of the last."""
    facts = [old for old in await facts_about(call, item.id) if old.kind is InteractionKind.RATING]
    if facts and facts[-1].rating == score:
        return Told(None)
    key = fact_id(call.id, item.id, "rate")
    rating = fact(call, InteractionKind.RATING, item.id, key, rating=score)
    return Told(await teach(call, "rate", rating, instead_of=facts))


async def seen(call: Call, item: Item, key: str) -> Told:
    """Seen elsewhere."""
    if any(was_seen(old) for old in await facts_about(call, item.id)):
        return Told(None)
    return Told(await teach(call, "seen", fact(call, InteractionKind.SEEN, item.id, key)))


async def save(call: Call, item: Item, name: str = DEFAULT) -> Told:
    """Put on a watchlist, which also says that it is wanted."""
    async with call.services.storage.unit() as unit:
        if not await unit.watchlists.add_item(call.viewer.id, name, item.id, call.now):
            return Told(None)
    wanted = fact(call, InteractionKind.SAVE, item.id, fact_id(call.id, item.id, "save", name))
    await call.services.intake.record([wanted])
    return Told(await note(call, "save", item.id, {"list": name, "recorded": [wanted.id]}))


async def unsave(call: Call, item: Item, name: str) -> Told:
    """Taken off a watchlist."""
    async with call.services.storage.unit() as unit:
        if not await unit.watchlists.remove_item(call.viewer.id, name, item.id):
            return Told(None)
    return Told(await note(call, "unsave", item.id, {"list": name}))


async def undo_save(call: Call, entry: JournalEntry) -> None:
    """Off the list again, and no longer wanted."""
    async with call.services.storage.unit() as unit:
        await unit.watchlists.remove_item(call.viewer.id, str(entry.undo["list"]), entry.item_id or "")
    await unteach(call, entry)


async def undo_unsave(call: Call, entry: JournalEntry) -> None:
    """Back on the list."""
    async with call.services.storage.unit() as unit:
        for item_id in [entry.item_id] if entry.item_id else reversed(ids(entry.undo.get("items"))):
            await unit.watchlists.add_item(call.viewer.id, str(entry.undo["list"]), item_id, call.now)


async def states(call: Call, item_id: str) -> frozenset[str]:
    """Which buttons under the title were pressed, in whatever way."""
    facts = await facts_about(call, item_id)
    kinds = {old.kind for old in facts}
    pressed = {str(kind) for kind in (InteractionKind.LIKE, InteractionKind.DISLIKE) if kind in kinds}
    if any(was_seen(old) for old in facts):
        pressed.add("seen")
    if await lists_holding(call, item_id):
        pressed.add("save")
    return frozenset(pressed)


def was_seen(old: Interaction) -> bool:
    """Whether the fact says that the title was seen to its end."""
    if old.kind is InteractionKind.WATCH:
        return (old.completion or 0.0) >= FINISHED
    return old.kind in {InteractionKind.SEEN, InteractionKind.RATING}
