"""The owner has the service learn, looks at its models and takes one back; nobody else can."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.models import open_models
from bot.commands import train
from bot.dispatcher import Dispatcher
from bot.training.kept import KeptModels
from bot.training.training import Training
from bot.training.work import Order, Outcome, learn_and_measure
from bot.training.work import Progress as Told
from bot.vocabulary import Progress
from engine.crowds import Crowds
from tests.bot.training.household import learn_here
from tests.conversations.household import TRANSLATIONS, House, choices, open_house, said

pytestmark = pytest.mark.untraced

OWNER = "v-owner"


def with_training(house: House, folder: Path, *, learn: object = learn_here) -> Training:
    services = house.services
    kept = KeptModels(
        storage=house.storage, snapshots=services.snapshots, crowds=Crowds(services.snapshots),
        models=open_models(folder),
    )  # fmt: skip
    training = Training(
        storage=house.storage, snapshots=services.snapshots, clock=house.clock, kept=kept,
        learn=learn,  # pyright: ignore[reportArgumentType]
    )  # fmt: skip
    house.services = replace(services, training=training)
    house.gateway = Dispatcher(house.services)
    return training


@pytest.fixture
async def training(house: House, tmp_path: Path) -> Training:
    return with_training(house, tmp_path)


async def test_the_owner_trains_looks_and_goes_back(house: House, training: Training) -> None:
    assert "No model has been learned yet" in said(await house.say("models", OWNER))
    told = said(await house.say("/train", OWNER))
    assert "Learned from 4 people" in told
    assert "It answers from now on" in told
    house.clock.advance(timedelta(hours=1))
    await house.say("/train", OWNER)
    first, second = [known.stored.version for known in reversed(await training.kept.list())]
    answer = await house.say("models", OWNER)
    assert f"1. {second}" in said(answer)
    assert "in use" in said(answer)
    assert choices(answer) == {
        f"Use {first}": f"run:models%20use%20{first}",
        "Back to the one before": "run:models%20rollback",
    }
    answer = await house.press("run:models%20rollback", OWNER)
    assert f"{first} answers from now on" in said(answer)
    assert training.kept.crowds.current is not None
    assert training.kept.crowds.current.version == first
    assert "no model to go back to" in said(await house.say("models rollback", OWNER))
    assert f"{second} answers" in said(await house.press(f"run:models%20use%20{second}", OWNER))
    assert "NDCG@10" in said(await house.say("models show 1", OWNER))
    assert "in use, so it was not removed" in said(await house.say("models remove 1", OWNER))
    assert f"{first} is deleted" in said(await house.say("models remove 2", OWNER))
    assert "do not know “burn”" in said(await house.say("models burn 1", OWNER))


@pytest.mark.parametrize(("locale", "line"), [("de", "modelle"), ("fr", "modèles"), ("en", "models")])
async def test_it_is_understood_and_told_in_every_language(
    house: House, training: Training, locale: str, line: str
) -> None:
    await house.say(f"language {locale}", OWNER)
    speak = TRANSLATIONS.to(locale)
    assert said(await house.say(line, OWNER)) == speak.text("models-none")
    told = said(await house.say(f"/{speak.text('command-train.usage')}", OWNER))
    assert (await training.kept.list())[0].stored.version in told
    for word in speak.text("models-words-show").split(", "):
        assert "NDCG@10" in said(await house.say(f"{line} {word} 1", OWNER))


@pytest.mark.parametrize("line", ["/train", "/models", "/models use 1", "/models rollback", "/trainieren", "/modèles"])
async def test_nobody_but_the_owner_can(house: House, training: Training, line: str) -> None:
    await training.train()
    first = await training.kept.list()
    answer = await house.say(line.removeprefix("/"), "v-anna", command="mood")
    assert "Learned" not in said(answer)
    await house.say(line, "v-anna")
    await house.press(f"run:{line.removeprefix('/').replace(' ', '%20')}", "v-anna")
    assert await training.kept.list() == first
    assert "/train" not in said(await house.say("/help", "v-anna"))
    assert "/train" in said(await house.say("/help", OWNER))


async def test_a_long_training_says_how_far_it_is_and_then_what_came_of_it(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far, go = asyncio.Event(), asyncio.Event()

    async def slowly(order: Order, progress: Told) -> Outcome:
        progress("trial", 0.25)
        far.set()
        await go.wait()
        return learn_and_measure(order, progress)

    training = with_training(house, tmp_path, learn=slowly)
    monkeypatch.setattr(train, "PATIENCE", 0.05)
    assert any(isinstance(part, Progress) for part in (await house.say("/train", OWNER)).parts)
    await far.wait()
    for line in ("/train", "models"):
        answer = await house.say(line, OWNER)
        (part,) = [part for part in answer.parts if isinstance(part, Progress)]
        assert part.fraction == 0.25
        assert "25" in part.text
    go.set()
    assert training._task is not None
    await asyncio.wait({training._task})
    assert "The last training: Learned from 4 people" in said(await house.say("models", OWNER))


async def test_a_training_that_fails_is_told_as_an_answer(house: House, tmp_path: Path) -> None:
    with_training(house, tmp_path)
    async with house.storage.unit() as unit:
        for viewer in await unit.viewers.all():
            await unit.interactions.remove([fact.id for fact in await unit.interactions.of_viewer(viewer.id)])
    assert "nothing to learn" in said(await house.say("/train", OWNER))
    assert "The last training: Nobody here" in said(await house.say("models", OWNER))


async def test_where_nothing_is_learned_it_says_so() -> None:
    house = await open_house()
    for line in ("/train", "models", "models use 1"):
        assert "Nothing is learned in the background" in said(await house.say(line, OWNER))
