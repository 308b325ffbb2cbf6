"""What lies on the table: the cards last shown to a person where they ask, and those that come after them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta

from bot.call import Call
from engine.domain.interactions import InteractionKind
from engine.domain.slate import Pick, Slate
from engine.errors import InvalidQuery

WAVED_FOR = timedelta(hours=20)
"""For so long, what was waved on does not come back under the same question."""
_PAGES = 5
"""Pages that are looked through for something new."""


async def further(call: Call, slate: Slate, known: Collection[str] = frozenset()) -> Slate:
    """The next page of a stored slate's query without ``known``, filled up from the pages behind it."""
    fresh: list[Pick] = []
    page = slate
    for step in range(1, _PAGES + 1):
        attempt = slate.query.attempt + step
        page = await call.services.recommender.recommend(replace(slate.query, attempt=attempt, on=call.today))
        new = [pick for pick in page.picks if pick.item_id not in known]
        if step == 1 and len(new) == len(page.picks):
            return page
        fresh.extend(new)
        if not page.picks or len(fresh) >= slate.query.limit:
            break
    ranked = [replace(pick, rank=rank) for rank, pick in enumerate(fresh[: slate.query.limit], start=1)]
    return await on_the_table(call, page, ranked) if ranked else page


async def on_the_table(call: Call, slate: Slate, picks: Iterable[Pick]) -> Slate:
    """Keeps what is shown now, ``picks`` in place of the slate's own, as the latest slate."""
    now = max(call.services.clock.now(), slate.generated_at)
    shown = replace(slate, id=call.services.ids.new(), picks=tuple(picks), generated_at=now)
    async with call.services.storage.unit(lasting=False) as unit:
        await unit.slates.add(shown)
    return shown


async def waved_on(call: Call) -> frozenset[str]:
    """What the asker waved on a short while ago."""
    now = call.services.clock.now()
    async with call.services.storage.unit() as unit:
        facts = await unit.interactions.between([call.viewer.id], now - WAVED_FOR, now)
    return frozenset(fact.item_id for fact in facts if fact.kind is InteractionKind.SKIP)


async def stored_slate(call: Call, slate_id: str) -> Slate:
    """The asker's own slate. Raises InvalidQuery for one that is gone or somebody else's, saying nothing of it."""
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.get(slate_id)
    if slate is None:
        raise InvalidQuery("button-expired")
    if slate.query.viewer_id != call.viewer.id:
        raise InvalidQuery("button-not-yours")
    return slate


async def latest_slate(call: Call, place: str | None = None) -> Slate:
    """What was last shown to the asker, here or in ``place``. Raises InvalidQuery where that is nothing."""
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.latest(call.viewer.id, call.place if place is None else place)
    if slate is None or not slate.picks:
        raise InvalidQuery("no-cards-yet" if slate is None else "no-cards-now")
    return slate
