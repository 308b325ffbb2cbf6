"""What is closed to a person reaches them in no way: not by name, not by number, not by what is left out."""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np
import pytest

from engine.domain.viewers import Viewer
from engine.testing.memory import MemoryStorage
from tests.properties.lockstep import Script, alike, leaked, same_slates, shown, step, tokens
from tests.properties.world import Plan, copied, draw, open_house, settled, without_closed

WORLDS = int(os.environ.get("WORLDS", "40"))
LINES, PEOPLE = 30, 2


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


@pytest.mark.parametrize("seed", range(WORLDS))
async def test_a_conversation_is_the_same_where_closed_titles_do_not_exist(seed: int) -> None:
    past, rng = await lived_in(seed), np.random.default_rng(seed)
    watched = [*past.losers(), *past.plan.viewers]
    for viewer in dict.fromkeys(watched[int(place)] for place in rng.integers(len(watched), size=PEOPLE)):
        await _converse(past, viewer, rng)


async def _converse(past: Past, viewer: Viewer, rng: np.random.Generator) -> None:
    full = await open_house(copied(past.storage), first_id=1_000)
    bare = await open_house(await without_closed(past.storage, past.plan, viewer), first_id=1_000)
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
        assert alike(reply, expected), f"{viewer.id}: {line}\n{reply}\n--- without what is closed:\n{expected}"
        assert same_slates(slates, slates_there), f"{viewer.id}: {line}\n{slates}\n--- without what is closed:\n{slates_there}"
        if line.startswith("/"):
            assert not leaked(secrets, typed, repr(slates)), f"{viewer.id}: {line}\n{slates}"
        script.tokens += tokens(answer)
