"""What is said to a wish: which seasons, what came of it, or that it is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.call import Call, OnPick
from bot.cards.pressed import card_now
from bot.fitting import trim
from bot.naming import LONGEST_LABEL
from bot.requesting.asking import ask_for, own_open, requesting_of, want
from bot.requesting.cancelling import standing_answer
from bot.requesting.facts import facts_of
from bot.requesting.seasons import which_seasons
from bot.requesting.sought import Origin, Sought, named, of_item, on_open_shelf
from bot.requesting.telling import edit_cards
from bot.tokens import item_digest, word_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.acquisition import RequestState
from engine.domain.items import Item, MediaType
from engine.domain.media_records import MediaRequest, Want

SHOWN = 10
"""Buttons to stop waiting, the latest first."""


async def request_pick(call: Call, target: OnPick) -> Answer:
    """The Request button of a pick."""
    return await request(call, of_item(target.item), Origin.of(target.slate, target.pick), target)


async def request_item(call: Call, item: Item) -> Answer:
    """The same of a title that was looked up."""
    return await request(call, of_item(item), Origin(), item)


async def request(
    call: Call,
    sought: Sought,
    origin: Origin = Origin(),  # noqa: B008 - a frozen value
    target: OnPick | Item | None = None,
    seasons: Sequence[int] | None = None,
) -> Answer:
    """Ask for it, after the seasons of a series. ``target``: the card that was pressed."""
    requesting_of(call)
    mine = await own_open(call, sought)
    if sought.listed is MediaType.MOVIE and mine and not on_open_shelf(call, sought):
        return standing_answer(call, mine)
    if sought.listed is not MediaType.MOVIE and seasons is None:
        known = (await facts_of(call.services, sought)).seasons
        if sum(one > 0 for one in known) > 1:
            return which_seasons(call, sought, origin, known, mine)
    made = await ask_for(call, sought, tuple(seasons or ()), origin)
    if made is not None:
        await edit_cards(call.services, made.viewer_id, made.item_id)
    said = told(call, sought, made)
    if target is None:
        return Answer((Text(said),), replaces=seasons is not None)
    return Answer((await card_now(call, target),), toast=said, replaces=True)


async def leaf(call: Call, sought: Sought, origin: Origin, page: int) -> Answer:
    """Other seasons to choose from."""
    known = (await facts_of(call.services, sought)).seasons
    answer = which_seasons(call, sought, origin, known, await own_open(call, sought), page)
    return replace(answer, replaces=True)


def told(call: Call, sought: Sought, made: MediaRequest | None) -> str:
    """What came of it, in a sentence; None: somebody else asked before."""
    if made is None:
        return call.speak.text("request-joined", title=named(call, sought))
    keys = {RequestState.PENDING: "request-done-pending", RequestState.AVAILABLE: "request-done-available"}
    return call.speak.text(keys.get(made.state, "request-done"), title=named(call, sought))


async def wish(
    call: Call,
    sought: Sought,
    origin: Origin = Origin(),  # noqa: B008 - a frozen value
    target: OnPick | Item | None = None,
) -> Answer:
    """“Tell me when it can be played”; said again from a card, it is taken back."""
    if on_open_shelf(call, sought):
        return Answer((Text(call.speak.text("want-here", title=named(call, sought))),))
    async with call.services.storage.unit() as unit:
        known = [one for one in await unit.wants.of_viewer(call.viewer.id) if one.item_id in sought.keys]
        waiting = [one for one in known if one.told_at is None]
        if waiting and target is not None:
            for one in waiting:
                await unit.wants.drop(call.viewer.id, one.item_id)
        elif not waiting:
            await unit.wants.put(want(call, sought, origin))
    again = "want-dropped" if target is not None else "want-already"
    key = again if waiting else "want-done"
    said = call.speak.text(key, title=named(call, sought))
    if target is None:
        return Answer((Text(said),))
    return Answer((await card_now(call, target),), toast=said, replaces=True)


async def wishes(call: Call) -> Answer:
    """What the asker waits for, with a way to stop waiting."""
    waiting = await _waiting(call)
    if not waiting:
        return Answer((Text(call.speak.text("want-none")),))
    actions = list[Action]()
    for one in waiting[:SHOWN]:
        # by a digest: what stands where the asker may not look is not even named by its id
        if token := word_token("unwant", item_digest(one.item_id)):
            actions.append(Action(call.speak.text("want-stop", title=_called(call, one)), token))
    heading = call.speak.text("want-heading", count=len(waiting))
    return Answer((Choice(heading, tuple(actions)),))


async def unwish(call: Call, digest: str) -> Answer:
    """Not to be told any more of the title with that digest."""
    one = next((one for one in await _waiting(call) if item_digest(one.item_id) == digest), None)
    if one is not None:
        async with call.services.storage.unit() as unit:
            await unit.wants.drop(call.viewer.id, one.item_id)
    said = call.speak.text("want-dropped", title=_called(call, one)) if one else ""
    return replace(await wishes(call), toast=said, replaces=True)


async def _waiting(call: Call) -> list[Want]:
    """The asker's open wishes, each by the name it had when it was made, else by that of a title they may see now."""
    async with call.services.storage.unit() as unit:
        found = [one for one in await unit.wants.of_viewer(call.viewer.id) if one.told_at is None]
    nameless = [one.item_id for one in found if not one.title]
    items = await call.services.recommender.permitted_items(call.viewer.id, nameless) if nameless else {}
    named_now = {key: (call.speak.title(item), item.year) for key, item in items.items()}
    return [
        one if one.title else replace(one, title=named_now[one.item_id][0], year=named_now[one.item_id][1])
        for one in found
        if one.title or one.item_id in named_now
    ]


def _called(call: Call, one: Want) -> str:
    title = trim(one.title, LONGEST_LABEL)
    return title if one.year is None else call.speak.text("title-year", title=title, year=one.year)
