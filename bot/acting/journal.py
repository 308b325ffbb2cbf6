"""What was done, so that it can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from bot.call import Call
from bot.vocabulary import Action
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.records import JournalEntry


def fact_id(*parts: str | int) -> str:
    """An id that is the same for the same press or update, however often it arrives."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]


async def note(call: Call, action: str, item_id: str | None, undo: Mapping[str, object]) -> JournalEntry:
    """Writes down one action and what restores the state before it."""
    entry = JournalEntry(call.services.ids.new(), call.viewer.id, action, call.now, item_id, undo)
    async with call.services.storage.unit() as unit:
        await unit.journal.add(entry)
    return entry


def undo_button(call: Call, entry: JournalEntry) -> Action:
    """Takes back that one action, as long as it is the last."""
    return Action(call.speak.text("press-undo"), f"undo:{entry.id}", emoji="↩")


async def facts_about(call: Call, item_id: str) -> list[Interaction]:
    """What the asker has told or done about one title, in order of time."""
    async with call.services.storage.unit() as unit:
        return await unit.interactions.of_titles(call.viewer.id, [item_id])


async def teach(
    call: Call, action: str, fact: Interaction, *, instead_of: Sequence[Interaction] = ()
) -> JournalEntry | None:
    """Records ``fact`` and takes back what it contradicts. None where it was known already."""
    if not await call.services.intake.record([fact]):
        return None
    if instead_of:
        await call.services.intake.retract([old.id for old in instead_of])
    return await note(
        call, action, fact.item_id, {"recorded": [fact.id], "retracted": [_to_json(f) for f in instead_of]}
    )


async def unteach(call: Call, entry: JournalEntry) -> None:
    """Takes back what ``teach`` recorded, and restores what it took away."""
    await call.services.intake.retract(ids(entry.undo.get("recorded")))
    if restored := [_from_json(old) for old in _list(entry.undo.get("retracted"))]:
        await call.services.intake.record(restored)


def ids(value: object) -> list[str]:
    """The strings of a list that was kept as JSON."""
    return [str(one) for one in _list(value)]


def fact(call: Call, kind: InteractionKind, item_id: str, key: str, *, rating: float | None = None) -> Interaction:
    """A fact about the asker, told now; the same ``key`` is the same fact."""
    return Interaction(
        id=key,
        viewer_id=call.viewer.id,
        item_id=item_id,
        kind=kind,
        at=call.now,
        rating=rating,
        source=call.account.platform,
    )


def _list(value: object) -> Iterable[Any]:
    return cast("list[Any]", value) if isinstance(value, list | tuple) else ()


def _to_json(fact: Interaction) -> dict[str, object]:
    times = {"at": fact.at, "ended_at": fact.ended_at, "available_at": fact.available_at}
    return {
        "id": fact.id,
        "viewer_id": fact.viewer_id,
        "item_id": fact.item_id,
        "kind": fact.kind.value,
        "completion": fact.completion,
        "rating": fact.rating,
        "device": fact.device,
        "source": fact.source,
        **{name: moment and moment.isoformat() for name, moment in times.items()},
    }


def _from_json(stored: Mapping[str, Any]) -> Interaction:
    def moment(name: str) -> datetime | None:
        return datetime.fromisoformat(stored[name]) if stored[name] else None

    return Interaction(
        id=stored["id"],
        viewer_id=stored["viewer_id"],
        item_id=stored["item_id"],
        kind=InteractionKind(stored["kind"]),
        at=datetime.fromisoformat(stored["at"]),
        completion=stored["completion"],
        rating=stored["rating"],
        ended_at=moment("ended_at"),
        available_at=moment("available_at"),
        device=stored["device"],
        source=stored["source"],
    )
