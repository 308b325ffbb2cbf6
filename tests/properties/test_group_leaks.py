"""A group's evening tells nobody what is closed to one of them, and nothing of what anybody has seen or hidden."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from bot.dispatcher import Dispatcher
from bot.vocabulary import Account, Answer, Card, Invocation, Press, Room
from engine.domain.interactions import InteractionKind
from engine.domain.viewers import Viewer
from engine.testing.clock import START
from tests.properties.browsing import browser_at
from tests.properties.lockstep import leaked, shown, tokens
from tests.properties.plans import Plan, draw
from tests.properties.tried import LARGE, one_more
from tests.properties.world import House, open_house, settled

pytestmark = pytest.mark.untraced

FINISHED = 0.8
GUEST = "u-somebody"
COMMON = "lib0"
"""A shelf that everybody may open, so that there is something to choose."""
WISHES = (
    "",
    "",
    "",
    "",
    "comedy",
    "<140min 5",
    "something sad about winter",
    "cozy heist with letters",
    "type:tv",
    "not:horror 4",
)


@dataclass(slots=True)
class Living:
    """One room in which people press whatever there is."""

    dispatcher: Dispatcher
    said: list[tuple[str, Answer]] = field(default_factory=list[tuple[str, Answer]])
    updates: int = 0

    async def say(self, line: str, who: str) -> Answer:
        self.updates += 1
        command, _, rest = line.removeprefix("/").partition(" ")
        account, room = Account("chat", who, f"Known as {who}"), Room("room", private=False)
        return self._kept(
            who, await self.dispatcher.invoke(Invocation(f"r{self.updates}", account, room, command, rest, START))
        )

    async def press(self, token: str, who: str) -> Answer:
        self.updates += 1
        account, room = Account("chat", who, f"Known as {who}"), Room("room", private=False)
        return self._kept(who, await self.dispatcher.press(Press(f"r{self.updates}", account, room, token, START)))

    def _kept(self, who: str, answer: Answer) -> Answer:
        self.said.append((who, answer))
        return answer


@pytest.mark.parametrize("seed", range(20_000, 20_000 + LARGE))
async def test_no_text_button_or_page_of_a_group_tells_what_is_closed_or_past(seed: int) -> None:
    plan, rng = _with_common_shelf(draw(seed)), np.random.default_rng(seed)
    house = await _lived_in(plan)
    here = Living(house.gateway)
    count = int(rng.integers(1, len(plan.viewers) + 1))
    people = [plan.viewers[int(place)] for place in rng.permutation(len(plan.viewers))[:count]]
    everybody = [one.id for one in people] + ([GUEST] if rng.random() < 0.5 else [])
    wish = WISHES[int(rng.integers(len(WISHES)))]
    picked = await _spend(here, everybody, wish, rng)
    told = "\n".join(shown(answer) for _, answer in here.said if not answer.private)
    bound = people + (plan.viewers if GUEST in everybody else [])
    for viewer in bound:
        assert not leaked(plan.secrets(viewer), wish, told), f"{viewer.id}: {told}"
    for viewer in people:
        assert not picked & _done(plan, viewer), viewer.id
    # words of titles that were picked may be said, whoever did something with them
    past = {fact.item_id for fact in plan.facts} | {one.item_id for one in plan.hidings}
    words = {word for word, items in plan.words.items() if items & past and not items & picked}
    assert not leaked(words, wish, told), told
    for who, answer in here.said:
        viewer = next((one for one in people if one.id == who), None)
        if viewer is not None:
            assert not leaked(plan.secrets(viewer), wish, shown(answer)), f"{who}: {answer}"


@pytest.mark.parametrize("seed", range(21_000, 21_000 + -(-LARGE // 10)))
async def test_the_page_of_a_pick_tells_each_only_what_they_may_know(seed: int) -> None:
    plan, rng = _with_common_shelf(draw(seed)), np.random.default_rng(seed)
    house = await _lived_in(plan)
    here = Living(house.gateway)
    people = plan.viewers[:2]
    picked = await _spend(here, [one.id for one in people], "", rng)
    pages = {part.page_url for _, answer in here.said for part in answer.parts if isinstance(part, Card)}
    assert bool(pages) == bool(picked)
    for viewer in people:
        async with browser_at(house.services, viewer.id) as browser:
            for page in sorted(one for one in pages if one):
                body = await browser.open(page.removeprefix("http://127.0.0.1"))
                assert body.startswith("200")
                assert not leaked(plan.secrets(viewer), page, body), f"{viewer.id}: {page}\n{body}"


def _with_common_shelf(plan: Plan) -> Plan:
    return replace(plan, viewers=[replace(one, library_ids=one.library_ids | {COMMON}) for one in plan.viewers])


async def _lived_in(plan: Plan) -> House:
    """People were there with other access than they have now."""
    one_more()
    storage = await settled(plan)
    async with storage.unit() as unit:
        for viewer in plan.viewers:
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
    return await open_house(storage)


async def _spend(here: Living, everybody: list[str], wish: str, rng: np.random.Generator) -> set[str]:
    """An evening of buttons pressed by chance; the titles that were picked."""
    opened = await here.say(f"/group {wish}".strip(), everybody[0])
    buttons = tokens(opened)
    for who in everybody[1:]:
        await here.press(next(one for one in buttons if one.endswith(":in")), who)
    buttons += tokens(await here.press(next(one for one in buttons if one.endswith(":show")), everybody[0]))
    for _ in range(12):
        who = everybody[int(rng.integers(len(everybody)))]
        pressable = [one for one in buttons if not one.endswith((":out", ":new"))]
        answer = await here.press(pressable[int(rng.integers(len(pressable)))], who)
        buttons += tokens(answer)
    for line in ("/group", "/group on", "/group vote 1", "/group decide"):
        await here.say(line, everybody[0])
    return {part.item_id for _, answer in here.said if not answer.private for part in answer.parts
            if isinstance(part, Card)}  # fmt: skip


def _done(plan: Plan, viewer: Viewer) -> set[str]:
    """What somebody has seen, or hidden for now."""
    finished = {
        fact.item_id
        for fact in plan.facts
        if fact.viewer_id == viewer.id
        and (
            fact.kind in {InteractionKind.SEEN, InteractionKind.RATING}
            or (fact.kind is InteractionKind.WATCH and (fact.completion or 0) >= FINISHED)
        )
    }
    return finished | {one.item_id for one in plan.hidings if one.viewer_id == viewer.id}
