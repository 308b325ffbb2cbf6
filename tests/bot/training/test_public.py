"""Learning a public model from a folder: what is told meanwhile, and the same twice."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from bot.settings import Settings
from bot.training.public import RATINGS, Learned, learn_public
from bot.training.reading import read_public
from engine.learning.packing import unseal
from tests.bot.evaluating.conftest import folder, items, ratings

pytestmark = pytest.mark.untraced
Steps = list[tuple[str, float]]


async def learn(made: Path, data_dir: Path) -> tuple[Learned, Steps]:
    steps: Steps = []
    settings = Settings(data_dir=data_dir, embeddings="hashed")
    learned = await learn_public(
        partial(read_public, made), RATINGS, settings, lambda step, done: steps.append((step, done))
    )
    return learned, steps


async def test_progress_only_grows_and_titles_are_described_once(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(8), items())
    _, steps = await learn(made, tmp_path / "data")
    assert list(dict(steps)) == ["reading", "describing", "learning", "saving"]
    shares = [done for _, done in steps]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    _, again = await learn(made, tmp_path / "data")
    assert list(dict(again)) == ["reading", "learning", "saving"]
    more = folder(tmp_path, ratings(8), items(31))
    _, more_steps = await learn(more, tmp_path / "data")
    assert [done for step, done in more_steps if step == "describing"] == sorted({0.02, dict(more_steps)["describing"]})


async def test_the_same_folder_teaches_the_same_from_nothing(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(8), items())
    first, second = [unseal((await learn(made, tmp_path / name))[0].packed) for name in ("one", "two")]
    assert first.manifest.fingerprint == second.manifest.fingerprint
    assert first.facts == second.facts
    assert {name: array.tobytes() for name, array in first.arrays.items()} == {
        name: array.tobytes() for name, array in second.arrays.items()
    }


async def test_a_crowd_that_pushes_one_title_is_told_of(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    false = [
        f"{person},{title},5.0,{2_000_000 + person}"
        for person in range(100, 400)
        for title in (30, *rng.choice(np.arange(1, 30), 5, replace=False).tolist())
    ]
    learned, _ = await learn(folder(tmp_path, [*ratings(8), *false], items()), tmp_path / "data")
    (told,) = [note for note in learned.notes if note.key == "training-unheard"]
    assert 100 < float(told.arguments["count"]) < 300


def test_who_stops_waiting_stops_the_learning(tmp_path: Path) -> None:
    made, steps = folder(tmp_path, ratings(8), items()), list[str]()
    settings = Settings(data_dir=tmp_path / "data", embeddings="hashed")

    async def interrupted() -> None:
        loop, begun = asyncio.get_running_loop(), asyncio.Event()

        def tell(step: str, done: float) -> None:
            steps.append(step)
            if step == "learning":
                loop.call_soon_threadsafe(begun.set)
                time.sleep(0.2)  # in the thread that learns

        task = asyncio.create_task(learn_public(partial(read_public, made), RATINGS, settings, tell))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(interrupted())  # which ends when the thread has
    assert steps.count("learning") == 1
    assert "saving" not in steps
