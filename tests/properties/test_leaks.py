"""What is closed to a person reaches them in no way: not by name, not by number, not by what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote_plus

import numpy as np
import pytest

from engine.domain.viewers import Viewer
from engine.testing.memory import MemoryStorage
from tests.properties.browsing import addresses, browser_at
from tests.properties.lockstep import (
    Script,
    alike,
    differences,
    leaked,
    same_slates,
    shown,
    step,
    tokens,
    unavoided,
    unexplained,
)
from tests.properties.plans import Plan, draw
from tests.properties.tried import LARGE, one_more
from tests.properties.world import copied, open_house, settled, without_closed

pytestmark = pytest.mark.untraced

LINES, PEOPLE, PAGES = 30, 2, 40


@dataclass(slots=True)
class Past:
    """A household after some people lost some shelves, with what lies about from before."""

    plan: Plan
    storage: MemoryStorage
    tokens: dict[str, list[str]]
    """Buttons that each person was shown while they could still open everything."""

    def losers(self) -> list[Viewer]:
        return [one for one in self.plan.viewers if self.plan.before[one.id] != one.library_ids]


async def lived_in(seed: int) -> Past:
    """People are shown cards, press and save; then access is taken from some."""
    one_more()
    plan = draw(seed)
    storage = await settled(plan)
    house, pressed = await open_house(storage), dict[str, list[str]]()
    for viewer in plan.viewers:
        found: list[str] = []
        for line in ("/tonight", "like 1", "save 2", "hide 1", "/watchlist", "/shuffle"):
            found += tokens(await house.say(line, viewer.id))
        pressed[viewer.id] = found
    async with storage.unit() as unit:
        for viewer in plan.viewers:
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
    return Past(plan, storage, pressed)


@pytest.mark.parametrize("seed", range(LARGE))
async def test_a_conversation_is_the_same_where_closed_titles_do_not_exist(seed: int) -> None:
    past, rng = await lived_in(seed), np.random.default_rng(seed)
    watched = [*past.losers(), *past.plan.viewers]
    for viewer in dict.fromkeys(watched[int(place)] for place in rng.integers(len(watched), size=PEOPLE)):
        await _converse(past, viewer, rng)


@pytest.mark.parametrize("seed", range(10_000, 10_000 + -(-LARGE // 5)))
async def test_the_pages_are_the_same_where_closed_titles_do_not_exist(seed: int) -> None:
    past, rng = await lived_in(seed), np.random.default_rng(seed)
    watched = [*past.losers(), *past.plan.viewers]
    await _browse(past, watched[int(rng.integers(len(watched)))], rng)


async def _browse(past: Past, viewer: Viewer, rng: np.random.Generator) -> None:
    full = await open_house(copied(past.storage), first_id=1_000)
    bare = await open_house(await without_closed(past.storage, past.plan, viewer), first_id=1_000)
    script, secrets, typed = Script(past.plan, viewer, rng, []), past.plan.secrets(viewer), ""
    scarred = past.plan.scarred(viewer) or viewer in past.losers()
    async with browser_at(full.services, viewer.id) as here, browser_at(bare.services, viewer.id) as there:
        for address, fields in addresses(script, PAGES):
            typed += f"\n{unquote_plus(address)} {fields}"
            page, expected = await here.open(address, fields), await there.open(address, fields)
            assert not leaked(secrets, typed, page), f"{viewer.id}: {address} {fields}\n{page}"
            if scarred:
                page, expected = unexplained(page), unexplained(expected)
            assert alike(page, expected), f"{viewer.id}: {address} {fields}\n{differences(page, expected)}"
            assert not page.startswith("5"), f"{viewer.id}: {address} {fields}\n{page}"


async def _converse(past: Past, viewer: Viewer, rng: np.random.Generator) -> None:
    full = await open_house(copied(past.storage), first_id=1_000)
    bare = await open_house(await without_closed(past.storage, past.plan, viewer), first_id=1_000)
    scarred = past.plan.scarred(viewer) or viewer in past.losers()
    others = [token for found in past.tokens.values() for token in found]
    script = Script(past.plan, viewer, rng, [*past.tokens[viewer.id], *past.tokens[viewer.id], *others])
    secrets, typed = past.plan.secrets(viewer), ""
    for house in (full, bare):
        house.new_slates(viewer.id)
    for line in script.lines(LINES):
        typed += f"\n{line}"
        answer, offered, slates = await step(full, viewer, line)
        other, offered_there, slates_there = await step(bare, viewer, line)
        reply, expected = shown(answer, offered), shown(other, offered_there)
        assert not leaked(secrets, typed, reply), f"{viewer.id}: {line}\n{reply}"
        if scarred:
            reply, expected = unexplained(reply), unexplained(expected)
            slates, slates_there = [unavoided(one) for one in slates], [unavoided(one) for one in slates_there]
        assert alike(reply, expected), f"{viewer.id}: {line}\n{reply}\n--- without what is closed:\n{expected}"
        assert same_slates(slates, slates_there), (
            f"{viewer.id}: {line}\n{slates}\n--- without what is closed:\n{slates_there}"
        )
        if line.startswith("/"):
            assert not leaked(secrets, typed, repr(slates)), f"{viewer.id}: {line}\n{slates}"
        script.tokens += tokens(answer)
