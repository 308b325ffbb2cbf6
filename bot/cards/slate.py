"""A slate as an answer: what it has to say about itself, its cards, and More."""

from __future__ import annotations

from bot import explain
from bot.call import Call
from bot.cards.card import material, pick_card
from bot.vocabulary import Action, Answer, Part, Text
from engine.domain.items import Item
from engine.domain.slate import NoteKind, Slate


async def slate_answer(call: Call, slate: Slate) -> Answer:
    """Only what the asker may see at this moment."""
    found = await material(call, slate.picks, [slate.query.seed_item_id] if slate.query.seed_item_id else [])
    picks = [pick for pick in slate.picks if pick.item_id in found.items]
    seed = found.items.get(slate.query.seed_item_id or "")
    parts: list[Part] = [Text(_opening(call, slate, seed))] if picks else []
    parts.extend(
        Text(explain.note(note, call.speak)) for note in slate.notes if picks or note.kind is not NoteKind.NOTHING_LEFT
    )
    parts.extend(pick_card(call, slate, pick, found) for pick in picks)
    if not picks:
        empty = any(note.kind is NoteKind.EMPTY_LIBRARY for note in slate.notes)
        return Answer((*parts, *(() if empty else (Text(_nothing(call, slate)),))))
    return Answer(tuple(parts), actions=more_of(call, slate))


def more_of(call: Call, slate: Slate) -> tuple[Action, ...]:
    """The button under the last card; none where nothing is left."""
    if any(note.kind is NoteKind.NOTHING_LEFT for note in slate.notes):
        return ()
    return (Action(call.speak.text("press-more"), f"more:{slate.id}"),)


def _opening(call: Call, slate: Slate, seed: Item | None) -> str:
    title = call.speak.title(seed) if seed else ""
    key = f"card-opening-{slate.query.mode}"
    if not call.speak.has(key):
        key = "card-opening"
    return call.speak.text(key, person=call.viewer.name, title=title)


def _nothing(call: Call, slate: Slate) -> str:
    return call.speak.text("card-no-more" if slate.query.attempt else "card-nothing", person=call.viewer.name)
