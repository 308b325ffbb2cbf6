"""What people do on an evening, pressed or typed: in, out, show, vote, veto, decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cards.group import closing, gathering, outcome, pick_card, spoken
from bot.grouping.attending import open_to_all, presser, shelves_of
from bot.grouping.choosing import allowed_now, chosen, picks_answer, pruned, shown
from bot.grouping.rooms import change, going_on
from bot.naming import label
from bot.tokens import find_item
from bot.vocabulary import Answer, Text
from engine.errors import InvalidQuery
from engine.grouping.night import Night, Stage, decided, joined, left, with_veto, with_vote

if TYPE_CHECKING:
    from bot.call import Call


async def come(call: Call, night_id: str, *, typed: bool = False) -> Answer:
    """I'm in."""

    async def step(night: Night) -> Night:
        return await _with_presser(call, night)

    night = await change(call, night_id, step)
    if night.stage is Stage.GATHERING:
        return gathering(spoken(call, night), night, replaces=not typed)
    return Answer((), toast=call.speak.text("group-joined-late"))


async def go(call: Call, night_id: str, *, typed: bool = False) -> Answer:
    """Not me."""

    async def step(night: Night) -> Night:
        return left(night, presser(call).key)

    night = await change(call, night_id, step)
    if night.stage is Stage.GATHERING:
        return gathering(spoken(call, night), night, replaces=not typed)
    if night.stage is Stage.DECIDED:
        return outcome(await shown(call, night))
    return Answer((), toast=call.speak.text("group-left"))


async def show(call: Call, night_id: str, *, typed: bool = False) -> Answer:
    """The picks for all who are in."""

    async def step(night: Night) -> Night:
        me = presser(call).key
        if night.stage is not Stage.GATHERING:
            raise InvalidQuery("group-shown-already")
        if night.attendee(me) is None and me != night.opener:
            raise InvalidQuery("group-not-in")
        return await chosen(call, night)

    return await picks_answer(call, await change(call, night_id, step), replaces=not typed)


async def vote(call: Call, night_id: str, name: str, *, typed: bool = False) -> Answer:
    """For a pick, or not for it any more. ``name``: item id, or its digest."""
    me = presser(call).key

    async def step(night: Night) -> Night:
        night = await _with_presser(call, await pruned(call, night))
        return with_vote(night, me, _item_id(night, name))

    night = await change(call, night_id, step)
    found = await shown(call, night)
    item_id = _item_id(night, name)
    if item_id not in found.items:
        raise InvalidQuery("title-gone")
    if night.stage is Stage.DECIDED:
        return closing(found, item_id, replaces=not typed)
    key = "group-voted" if item_id in night.votes.get(me, ()) else "group-unvoted"
    word = call.speak.text(
        key,
        title=label(call, found.items[item_id]),
        votes=night.count(item_id),
        voted=night.voted,
        people=len(night.attendees),
    )
    if typed:
        return Answer((Text(word),), private=False)
    return Answer((pick_card(found, item_id),), private=False, toast=word, replaces=True)


async def veto(call: Call, night_id: str, name: str, *, typed: bool = False) -> Answer:
    """Another pick instead. Nobody is told whose veto it was."""
    me = presser(call).key

    async def step(night: Night) -> Night:
        night = await _with_presser(call, await pruned(call, night))
        allowed = await allowed_now(call, night)
        return with_veto(night, me, _item_id(night, name), frozenset(allowed))

    before = await going_on(call, night_id)
    night = await change(call, night_id, step)
    found = await shown(call, night)
    fresh = [one.item_id for one in night.picks if before.pick(one.item_id) is None and one.item_id in found.items]
    told = Text(found.call.speak.text("group-vetoed"))
    if night.stage is Stage.DECIDED:
        return replace(outcome(found), replaces=not typed)
    if len(fresh) != 1:
        return Answer((told,), private=False, replaces=not typed)
    return Answer((pick_card(found, fresh[0], instead=True),), private=False, replaces=not typed)


async def decide(call: Call, night_id: str, *, typed: bool = False) -> Answer:
    """Now, by whoever opened the evening."""

    async def step(night: Night) -> Night:
        if presser(call).key != night.opener:
            raise InvalidQuery("group-opener-only")
        return decided(await pruned(call, night))

    night = await change(call, night_id, step)
    return replace(outcome(await shown(call, night)), replaces=not typed)


async def at_place(call: Call, place: int) -> tuple[str, str]:
    """Night and item id of the pick that stands at ``place``, from 1, here. Raises InvalidQuery."""
    night = await going_on(call)
    if not night.picks:
        raise InvalidQuery("group-not-begun")
    if not 1 <= place <= len(night.picks):
        raise InvalidQuery("no-such-number", number=place, last=len(night.picks))
    return night.id, night.picks[place - 1].item_id


async def _with_presser(call: Call, night: Night) -> Night:
    """With whoever asks. Once there are picks, only somebody who may open all of them can still come."""
    me = presser(call)
    if night.stage is Stage.VOTING and night.attendee(me.key) is None:
        if night.alone:
            raise InvalidQuery("group-over")
        open_to_me = await open_to_all(call, [one.item_id for one in night.picks], await shelves_of(call, [me]))
        if len(open_to_me) < len(night.picks):
            raise InvalidQuery("group-late")
    return joined(night, me)


def _item_id(night: Night, name: str) -> str:
    found = find_item(name, [one.item_id for one in (*night.picks, *night.reserve)] + list(night.vetoed))
    if found is None:
        raise InvalidQuery("group-pick-gone")
    return found
