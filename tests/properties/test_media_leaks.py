"""What media servers close to a person is closed everywhere, also to buttons and evenings from before."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from engine import recommender
from engine.discovery import discover
from tests.properties.browsing import PAGES, browser_at
from tests.properties.lives import Lives
from tests.properties.lockstep import (
    Script,
    alike,
    leaked,
    same_slates,
    shown,
    step,
    tokens,
    unavoided,
    unexplained,
)
from tests.properties.served import Household, households
from tests.properties.served_house import Served, happen, plan_of, serve, without_closed
from tests.properties.tried import WORLDS, one_more
from tests.properties.world import copied, open_house, texts

pytestmark = pytest.mark.untraced

AT_ONCE = 250
"""Worlds in one test, so that several processes share them."""
HERE = re.compile(r"http://127\.0\.0\.1(/[^'\"\s]+)")
SITES = 50
"""In how many worlds one is looked at through the companion's pages."""


async def inline(call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """In place of another thread, which costs more than what it would do for so small a household."""
    return call(*arguments, **named)


FOUND = dict[str, Any]()


def once(package: str, *sought: Any, **named: Any) -> Any:
    """What is declared in a package, looked for once: it costs more than a small household."""
    if package not in FOUND:
        FOUND[package] = discover(package, *sought, **named)
    return FOUND[package]


@pytest.fixture(scope="module", autouse=True)
def quickly() -> Iterator[None]:
    """Nothing is looked for in the file system again and again, and nothing waits for another thread."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asyncio, "to_thread", inline)
        patched.setattr(recommender, "discover", once)
        texts()
        gc.collect()
        gc.freeze()  # what is read once need not be looked through with every world
        yield
        gc.unfreeze()


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


often = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),  # the worlds are small as they are, and making one smaller takes minutes
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("part", range(-(-WORLDS // AT_ONCE)))
@given(household=households())
@settings(often, max_examples=min(WORLDS, AT_ONCE))
async def test_what_servers_close_reaches_nobody_any_more(part: int, data_dir: Path, household: Household) -> None:
    del part
    one_more()
    served = await serve(household, data_dir)
    lives = Lives(served, np.random.default_rng(household.seed))
    await lives.before()
    for changes in household.changes:
        for change in changes:
            await happen(served, change)
        if not household.stale:
            await served.refresh()
        await rights_are_as_told(served)
        await lives.after()
    if household.seed % 11 in {3, 7}:
        await served.refresh()
        await compared(served, lives)


@given(household=households())
@settings(often, max_examples=max(1, WORLDS // SITES))
async def test_what_servers_close_is_on_no_page_and_no_picture(data_dir: Path, household: Household) -> None:
    one_more()
    served = await serve(household, data_dir)
    lives = Lives(served, np.random.default_rng(household.seed))
    await lives.before()
    place = household.seed % len(served.viewers)
    shown_before = [*await addresses_shown(lives, place), *PAGES]
    async with browser_at(served.house.services, served.viewers[place]) as browser:
        for address in shown_before[:3]:
            await browser.open(address)
        for change in (one for changes in household.changes for one in changes):
            if change.kind != "server gone":  # with its settings the service starts anew
                await happen(served, change)
        if not household.stale:
            await served.refresh()
        secrets = served.secrets(place)
        for address in shown_before:
            body = await browser.open(address)
            assert not leaked(secrets, address, body), f"{served.viewers[place]}: {address}\n{body}"
        for fields in ({"verb": "save"}, {"verb": "like"}, {"verb": "rate", "points": "7"}):
            closed = next((one for one in shown_before if one.startswith("/item/")), "/item/movie:1")
            item = unquote(closed.removeprefix("/item/"))
            body = await browser.open("/do", {"item": item, "back": "/watchlists", **fields})
            assert not leaked(secrets, item, body), f"{served.viewers[place]}: {fields} {item}\n{body}"


async def addresses_shown(lives: Lives, place: int) -> list[str]:
    """Pages and pictures of every card that a person was shown."""
    said = [repr(await lives.say(line, place)) for line in ("/tonight 10", "/shuffle 10", "/search harbour")]
    found = dict.fromkeys(HERE.findall("".join(said)))
    pictures = [one.replace(".png", ".svg") for one in found]
    pages = [one.removesuffix("/poster.svg") for one in pictures if one.startswith("/card/")]
    posters = [f"{one.replace('/item/', '/poster/')}.svg" for one in pictures if one.startswith("/item/")]
    return [*pictures, *pages, *posters]


async def rights_are_as_told(served: Served) -> None:
    """What is kept of everybody's rights is what the servers say, and no more."""
    vendors = {one.id: one.vendor for one in served.household.servers}
    for place in range(len(served.viewers)):
        expected = {f"{vendors[server]}:{server}:{key}" for server, key in served.opens(place)}
        expected |= {part for _, part in served.opens_partly(place)}
        assert (await served.viewer(place)).library_ids == expected, place


async def compared(served: Served, lives: Lives) -> None:
    """One person hears the same where what is closed to them does not exist."""
    plan = await plan_of(served)
    place = int(lives.rng.integers(len(served.viewers)))
    viewer = await served.viewer(place)
    if len(plan.closed_to(viewer)) == len(plan.items):
        return  # of an empty catalogue it is said that it is still being read
    storage = served.house.storage
    full = await open_house(copied(storage), first_id=1_000)
    bare = await open_house(await without_closed(storage, plan, viewer), first_id=1_000)
    for house in (full, bare):
        house.new_slates(viewer.id)
    await _in_step(full, bare, Script(plan, viewer, lives.rng, lives.buttons[place]), served.secrets(place))


async def _in_step(full: Any, bare: Any, script: Script, secrets: set[str]) -> None:
    typed, viewer = "", script.viewer
    for line in script.lines(6):
        typed += f"\n{line}"
        answer, offered, slates = await step(full, viewer, line)
        other, offered_there, slates_there = await step(bare, viewer, line)
        reply, expected = unexplained(shown(answer, offered)), unexplained(shown(other, offered_there))
        assert not leaked(secrets, typed, reply), f"{viewer.id}: {line}\n{reply}"
        assert alike(reply, expected), f"{viewer.id}: {line}\n{reply}\n--- without what is closed:\n{expected}"
        assert same_slates(map(unavoided, slates), map(unavoided, slates_there)), (
            f"{viewer.id}: {line}\n{slates}\n--- without what is closed:\n{slates_there}"
        )
        script.tokens += tokens(answer)
