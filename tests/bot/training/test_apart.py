"""Learning in a process of its own: the same result, and nothing left behind."""

from __future__ import annotations

import asyncio
import multiprocessing
from pathlib import Path

import numpy as np
import pytest

from bot.training.apart import learn_apart
from bot.training.work import Order, Parts, learn_and_measure, no_progress
from engine.errors import InvalidQuery, RecommendarrError, SourceUnavailable
from tests.bot.training.household import Household


async def order(tmp_path: Path) -> Order:
    home = await Household(tmp_path).open()
    made, _ = await home.training._order(home.clock.now())
    return made


def same(one: Parts, other: Parts) -> bool:
    return one[0].keys() == other[0].keys() and all(
        np.array_equal(array, other[0][name]) for name, array in one[0].items()
    )


@pytest.mark.untraced
async def test_the_other_process_learns_the_same_and_tells_how_far_it_is(tmp_path: Path) -> None:
    wanted = await order(tmp_path)
    steps: list[str] = []
    outcome = await learn_apart(wanted, lambda step, done: steps.append(step))
    here = learn_and_measure(wanted, no_progress)
    assert outcome.verdict == here.verdict
    assert same(outcome.crowd, here.crowd)
    assert same(outcome.trial, here.trial)
    assert {"trial", "measuring", "learning"} <= set(steps)
    assert not multiprocessing.active_children()


async def test_cancelled_the_other_process_ends(tmp_path: Path) -> None:
    wanted = await order(tmp_path)
    reached = asyncio.Event()
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(learn_apart(wanted, lambda step, done: loop.call_soon_threadsafe(reached.set)))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not multiprocessing.active_children()


async def test_a_process_that_dies_is_told_and_not_waited_for(tmp_path: Path) -> None:
    wanted = await order(tmp_path)

    def kill(step: str, done: float) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(SourceUnavailable, match="training-ended") as told:
        await learn_apart(wanted, kill)
    assert told.value.arguments["code"] == -9
    assert not multiprocessing.active_children()


class Nothing:
    """Wants to be learned from, and says no when it arrives."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return refuse, ("training-nothing",)


def refuse(key: str) -> None:
    raise InvalidQuery(key, people=3)


async def test_what_the_other_process_refuses_is_raised_here_as_it_is(tmp_path: Path) -> None:
    wanted = await order(tmp_path)
    wrong = Order(wanted.log, wanted.catalogue, 1, public=(Nothing(), {}))  # pyright: ignore[reportArgumentType]
    with pytest.raises(RecommendarrError, match="training-nothing") as told:
        await learn_apart(wrong, no_progress)
    assert isinstance(told.value, InvalidQuery)
    assert told.value.arguments["people"] == 3
