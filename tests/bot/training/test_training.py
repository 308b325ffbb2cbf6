"""Training, keeping, serving, holding back and taking back, on a small household."""

from __future__ import annotations

import asyncio
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from bot.app import translations
from bot.training.kept import Listed, one_of
from bot.training.telling import result_lines
from bot.training.training import ENOUGH_NEW, Training
from bot.training.work import Order, Outcome, Progress, learn_and_measure, made
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery, SourceUnavailable
from engine.learning.history import History
from engine.learning.packing import pack, unseal
from engine.learning.recognising import reference_of
from engine.learning.sharing import without_people
from engine.ports.models import ModelKind, ModelRejected, StoredModel
from engine.testing.clock import START
from tests.bot.training.household import WORLD, Household, learn_here

pytestmark = pytest.mark.untraced

HOUSEHOLD, PUBLIC = ModelKind.HOUSEHOLD, ModelKind.PUBLIC
HOUR = timedelta(hours=1)


@pytest.fixture
async def home(tmp_path: Path) -> Household:
    return await Household(tmp_path).open()


def scores(home: Household) -> list[float]:
    """What the model in service says to somebody who met the first title."""
    serving = home.crowds.current
    assert serving is not None
    history = History(np.arange(1), np.ones(1, np.float32), np.ones(1))
    return serving.aligned.fold_in(history).over(np.arange(len(home.snapshots.current))).sum(axis=0).tolist()


async def test_what_was_learned_answers_from_then_on_and_after_a_restart(home: Household) -> None:
    assert home.crowds.current is None
    steps: list[tuple[str, float]] = []
    result = await home.training.train(lambda step, done: steps.append((step, done)))
    serving = home.crowds.current
    assert serving is not None
    assert (serving.kind, serving.version) == (HOUSEHOLD, result.version)
    assert result.first
    assert result.verdict.known
    assert 0 < result.verdict.ndcg <= 1
    assert (result.manifest.people, result.manifest.titles) == (11, 90)
    assert [step for step, _ in steps][:2] == ["gathering", "trial"]
    assert {"trial", "measuring", "learning", "saving"} <= {step for step, _ in steps}
    assert all(0 <= done <= 1 for _, done in steps)
    before = scores(home)
    await home.restart()
    assert home.crowds.current is not None
    assert home.crowds.current.version == result.version
    assert scores(home) == before


async def test_where_tastes_part_learning_finds_what_popularity_cannot(tmp_path: Path) -> None:
    people, titles = 10, 30
    facts = [
        new_fact(person * 40 + place, viewer_id=f"p{person}", item_id=f"movie:{2 * film + camp:03d}", rating=rating)
        for person in range(people)
        for place, (film, camp, rating) in enumerate(met(person, titles))
    ]
    viewers = [Viewer(f"p{number}", f"P{number}") for number in range(people)]
    home = await Household(tmp_path, items=films(2 * titles), viewers=viewers, facts=facts).open()
    verdict = (await home.training.train()).verdict
    assert verdict.low > 0, "better beyond what chance would do"
    assert verdict.ndcg > verdict.present + 0.2


def met(person: int, titles: int) -> list[tuple[int, int, float]]:
    """Two thirds of the titles of one's own camp, loved, and a few of the other, which are not."""
    own = np.random.default_rng(person).permutation(titles)[: titles * 2 // 3].tolist()
    loved = [(film, person % 2, 9.0) for film in own]
    return loved + [(film, 1 - person % 2, 2.0) for film in own if film % 4 == 0]


async def test_the_second_is_measured_against_the_first_on_what_neither_has_seen(home: Household) -> None:
    first = await home.training.train()
    home.clock.advance(HOUR)
    second = await home.training.train()
    assert not second.first
    assert second.verdict.present == pytest.approx(first.verdict.ndcg, abs=1e-6)
    assert not second.manifest.held_back
    assert await home.models.current(HOUSEHOLD) == second.version
    assert await home.models.previous(HOUSEHOLD) == first.version


def spoilt(outcome: Outcome) -> Outcome:
    """As if learning had gone wrong: the weights say the opposite."""
    worse = replace(outcome.verdict, ndcg=0.0, low=-0.3, high=-0.1)
    return replace(outcome, verdict=worse)


async def test_one_that_measures_worse_is_kept_but_not_used(home: Household) -> None:
    first = await home.training.train()
    before = scores(home)

    async def badly(order: Order, progress: Progress) -> Outcome:
        return spoilt(learn_and_measure(order, progress))

    home.clock.advance(HOUR)
    home.training = Training(
        storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=badly
    )
    second = await home.training.train()
    assert second.manifest.held_back
    assert await home.models.current(HOUSEHOLD) == first.version
    assert scores(home) == before
    listed = {known.stored.version: known for known in await home.kept.list()}
    assert listed[second.version].stored.manifest is not None
    assert listed[second.version].stored.manifest.held_back
    assert (listed[first.version].in_use, listed[second.version].in_use) == (True, False)
    await home.kept.use(second.version)
    assert home.crowds.current is not None
    assert home.crowds.current.version == second.version


async def test_rolling_back_brings_the_same_answers_again(home: Household) -> None:
    first = await home.training.train()
    before = scores(home)
    home.clock.advance(HOUR)
    await home.more(*(new_fact(n) for n in range(30)))
    await home.training.train()
    assert scores(home) != before
    assert await home.kept.roll_back(HOUSEHOLD) == first.version
    assert scores(home) == before
    await home.restart()
    assert scores(home) == before
    with pytest.raises(InvalidQuery, match="model-no-previous"):
        await home.kept.roll_back(HOUSEHOLD)


async def test_without_a_model_again_nothing_of_it_answers(home: Household) -> None:
    await home.training.train()
    await home.kept.retire(HOUSEHOLD)
    assert home.crowds.current is None
    await home.restart()
    assert home.crowds.current is None


async def test_two_trainings_at_once_are_one_too_many(home: Household) -> None:
    task = home.training.begin()
    with pytest.raises(InvalidQuery, match="training-running"):
        home.training.begin()
    with pytest.raises(InvalidQuery, match="training-running"):
        await home.training.train()
    assert home.training.running is not None
    assert not await home.training.due()
    result = await task
    assert home.training.running is None
    assert home.training.last == result
    assert len(await home.kept.list()) == 1


async def test_a_training_that_fails_changes_nothing_and_is_told(home: Household) -> None:
    first = await home.training.train()

    async def fails(order: Order, progress: Progress) -> Outcome:
        raise SourceUnavailable("training-ended", code=-9)

    home.training = Training(
        storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=fails
    )
    with pytest.raises(SourceUnavailable):
        await home.training.train()
    assert isinstance(home.training.last, SourceUnavailable)
    assert home.training.running is None
    assert await home.models.current(HOUSEHOLD) == first.version


async def test_closing_ends_a_training_under_way(home: Household) -> None:
    started = asyncio.Event()

    async def forever(order: Order, progress: Progress) -> Outcome:
        started.set()
        await asyncio.Event().wait()
        raise AssertionError

    training = Training(storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=forever)
    task = training.begin()
    await started.wait()
    await training.close()
    assert task.cancelled()
    assert await home.kept.list() == []


async def test_where_nobody_met_anything_there_is_nothing_to_learn(tmp_path: Path) -> None:
    home = await Household(tmp_path, facts=()).open()
    with pytest.raises(InvalidQuery, match="training-nothing"):
        await home.training.train()
    assert not await home.training.due()
    await home.more(*(new_fact(number) for number in range(25)))
    assert await home.training.due()


def new_fact(number: int, **changes: object) -> Interaction:
    people = [viewer.id for viewer in WORLD.viewers()]
    fact = Interaction(
        f"new-{number}", people[number % len(people)], WORLD.ids[number % 90], InteractionKind.RATING,
        START + timedelta(minutes=number), rating=9.0,
    )  # fmt: skip
    return replace(fact, **changes)  # pyright: ignore[reportArgumentType]


async def test_it_trains_again_by_itself_when_enough_is_new_and_not_before(home: Household) -> None:
    assert await home.training.due()
    await home.training.train()
    home.clock.advance(timedelta(days=3))
    assert not await home.training.due(), "nothing is new"
    await home.more(new_fact(0))
    assert await home.training.due(), "one new fact is enough after days"
    await home.training.train()
    home.clock.advance(2 * HOUR)
    await home.more(*(new_fact(number) for number in range(1, 6)))
    assert not await home.training.due(), "five are less than a twentieth"
    home.clock.advance(12 * HOUR)
    assert not await home.training.due()
    assert await home.training.due(night=True), "but enough at night"
    await home.more(*(new_fact(number) for number in range(6, ENOUGH_NEW + 10)))
    assert await home.training.due()


async def test_it_rests_after_a_training_however_much_is_new(home: Household) -> None:
    await home.training.train()
    await home.more(*(new_fact(number) for number in range(200)))
    home.clock.advance(timedelta(minutes=30))
    assert not await home.training.due()
    home.clock.advance(HOUR)
    assert await home.training.due()


def conflicting() -> list[Interaction]:
    """The same titles loved, hated, dated in the future and long before there was film."""
    return [
        new_fact(1),
        new_fact(2, item_id=WORLD.ids[1], viewer_id="person-00001", rating=1.0),
        new_fact(3, item_id=WORLD.ids[1], viewer_id="person-00001", kind=InteractionKind.LIKE, rating=None),
        new_fact(4, at=START + timedelta(days=40_000)),
        new_fact(5, at=START - timedelta(days=700_000)),
        new_fact(6, item_id="movie:gone"),
        new_fact(7, rating=None),
        new_fact(8, kind=InteractionKind.WATCH, rating=None, completion=None),
    ]


def films(count: int) -> list[Item]:
    return [
        Item(f"movie:{number:03d}", MediaType.MOVIE, f"Film {number}", year=1990 + number % 30, genres=("Drama",))
        for number in range(count)
    ]


def rated(people: int, titles: int, rating: Callable[[int], float]) -> list[Interaction]:
    return [
        new_fact(person * titles + title, viewer_id=f"p{person}", item_id=f"movie:{title:03d}", rating=rating(title))
        for person in range(people)
        for title in range(titles)
    ]


@pytest.mark.parametrize(
    ("people", "titles", "shelf", "rating"),
    [
        (1, 1, 1, lambda _: 10.0),
        (1, 1, 30, lambda _: 10.0),
        (1, 25, 30, lambda title: 2.0 + title % 9),
        (6, 1, 30, lambda _: 9.0),
        (6, 20, 30, lambda _: 8.0),
        (6, 20, 30, lambda _: 1.0),
        (6, 30, 30, lambda _: 10.0),
    ],
    ids=["one of each", "one title", "one person", "all met one", "all equal", "nothing liked", "everything loved"],
)
async def test_odd_households_learn_without_harm(
    tmp_path: Path, people: int, titles: int, shelf: int, rating: Callable[[int], float]
) -> None:
    viewers = [Viewer(f"p{number}", f"P{number}") for number in range(people)]
    facts = rated(people, titles, rating)
    home = await Household(tmp_path, items=films(shelf), viewers=viewers, facts=facts).open()
    result = await home.training.train()
    assert np.isfinite(scores(home)).all()
    assert (result.manifest.people, result.manifest.meetings) == (people, people * titles)
    assert not result.manifest.held_back


async def test_conflicts_doubles_and_impossible_times_do_no_harm(home: Household) -> None:
    await home.more(*conflicting())
    result = await home.training.train()
    assert np.isfinite(scores(home)).all()
    assert result.manifest.people == 11


async def test_an_account_that_met_everything_counts_as_one(tmp_path: Path) -> None:
    bot = Viewer("bot", "Bot")
    facts = [new_fact(n, viewer_id="bot", item_id=item_id, id=f"bot-{n}") for n, item_id in enumerate(WORLD.ids * 3)]
    home = await Household(tmp_path, viewers=[*WORLD.viewers(), bot], facts=[*WORLD.interactions(), *facts]).open()
    result = await home.training.train()
    assert result.manifest.people == 12
    assert result.manifest.meetings <= len(WORLD.ids) + len(list(WORLD.interactions()))


async def test_a_crowd_that_pushes_one_title_is_not_counted_and_that_is_told(tmp_path: Path, home: Household) -> None:
    pushed, *others = WORLD.ids
    rng = np.random.default_rng(3)
    crowd = [Viewer(f"fake-{n}", f"Fake {n}") for n in range(200)]
    met = [(viewer, item) for viewer in crowd for item in (*rng.choice(others, 6, replace=False).tolist(), pushed)]
    facts = [new_fact(n, viewer_id=viewer.id, item_id=item, id=f"f-{n}") for n, (viewer, item) in enumerate(met)]
    full = Household(tmp_path / "full", viewers=[*WORLD.viewers(), *crowd], facts=[*WORLD.interactions(), *facts])
    result = await (await full.open()).training.train()
    unheard = round(result.manifest.metrics["unheard"])
    assert 100 < unheard < 200
    speak = translations().to("en")
    assert any(f"{unheard} of them were not counted" in line for line in result_lines(speak, result))
    quiet = await home.training.train()
    assert quiet.manifest.metrics["unheard"] == 0
    assert not any("counted" in line for line in result_lines(speak, quiet))


async def public_model(home: Household, *, ids: Callable[[Item], str] = lambda item: item.id) -> bytes:
    """Learned from the same people as if they were the public, titles called as elsewhere."""
    outcome: list[Outcome] = []

    async def listening(order: Order, progress: Progress) -> Outcome:
        outcome.append(await learn_here(order, progress))
        return outcome[0]

    other = await Household(home.folder / "elsewhere").open()
    other.training = Training(
        storage=other.storage, snapshots=other.snapshots, clock=other.clock, kept=other.kept, learn=listening
    )
    about = (await other.training.train()).manifest
    crowd = without_people(made(outcome[0].crowd))
    by_id = {item.id: item for item in other.items}
    titles = tuple(replace(reference_of(by_id[key]), item_id=ids(by_id[key])) for key in crowd.item_ids)
    crowd = replace(crowd, item_ids=tuple(title.item_id for title in titles))
    return pack(crowd, replace(about, kind=PUBLIC, source="ratings"), titles=titles)


async def test_a_public_model_answers_where_there_is_no_other_and_helps_to_learn(home: Household) -> None:
    version = await home.kept.add(await public_model(home), use=True)
    assert home.crowds.current is not None
    assert (home.crowds.current.kind, home.crowds.current.version) == (PUBLIC, version)
    seen: list[Order] = []

    async def listening(order: Order, progress: Progress) -> Outcome:
        seen.append(order)
        return learn_and_measure(order, progress)

    home.clock.advance(HOUR)
    home.training = Training(
        storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=listening
    )
    result = await home.training.train()
    assert seen[0].public is not None
    assert seen[0].present is not None
    assert not result.first
    if not result.manifest.held_back:
        assert home.crowds.current.kind is HOUSEHOLD
    assert home.crowds.model(PUBLIC) is not None


async def test_a_public_model_finds_our_titles_under_other_ids(home: Household) -> None:
    data = await public_model(home, ids=lambda item: f"movie:movielens:{item.id}")
    await home.kept.add(data, use=True)
    serving = home.crowds.current
    assert serving is not None
    assert set(serving.crowd.item_ids) <= set(WORLD.ids)
    assert unseal(data).titles[0].item_id.startswith("movie:movielens:")


async def test_titles_that_come_later_are_recognised_too(tmp_path: Path) -> None:
    whole = await Household(tmp_path / "whole").open()
    data = await public_model(whole, ids=lambda item: f"movie:movielens:{item.id}")
    home = await Household(tmp_path / "part", items=whole.items[:60], facts=()).open()
    await home.kept.add(data, use=True)
    assert home.crowds.current is not None
    before = sum(item_id in WORLD.ids for item_id in home.crowds.current.crowd.item_ids)
    async with home.storage.unit() as unit:
        await unit.items.upsert(list(whole.items))
    catalogue = await home.snapshots.refresh()
    await asyncio.gather(*home.kept._tasks)
    serving = home.crowds.current
    assert serving is not None
    assert sum(item_id in WORLD.ids for item_id in serving.crowd.item_ids) > before
    assert serving.catalogue is catalogue


async def test_a_public_model_holds_no_person(home: Household) -> None:
    data = await public_model(home)
    contents = unseal(data)
    assert contents.trial is None
    assert contents.facts["people"] == []
    people = contents.manifest.people
    assert people == 11
    assert all(people not in array.shape for name, array in contents.arrays.items()), "no row or column is a person"
    for viewer in WORLD.viewers():
        assert viewer.id.encode() not in data
        assert viewer.name.encode() not in data


async def test_a_model_of_another_catalogue_is_refused_and_nothing_changes(tmp_path: Path, home: Household) -> None:
    mine = await home.training.train()
    other = await Household(
        tmp_path / "other", items=films(40), viewers=[Viewer("p0", "P0")], facts=rated(1, 30, lambda t: t % 10 + 1.0)
    ).open()
    theirs = await other.training.train()
    version = await home.models.save(await other.models.load(theirs.version))
    with pytest.raises(ModelRejected, match="model-other-catalogue"):
        await home.kept.use(version)
    assert await home.models.current(HOUSEHOLD) == mine.version
    assert home.crowds.current is not None
    assert home.crowds.current.version == mine.version
    with pytest.raises(ModelRejected, match="model-other-catalogue"):
        await other.kept.add(await public_model(home), use=True)
    assert len(await other.kept.list()) == 1


async def test_a_model_in_service_that_was_spoilt_leaves_the_rest_running(home: Household) -> None:
    result = await home.training.train()
    path = home.folder / "crowds" / f"{result.version}.model"
    path.write_bytes(path.read_bytes()[:-1])
    await home.restart()
    assert home.crowds.current is None
    assert await home.training.due(), "it is learned anew"
    home.clock.advance(HOUR)
    again = await home.training.train()
    assert again.first
    assert home.crowds.current is not None
    assert home.crowds.current.version == again.version


async def test_where_the_choice_cannot_be_noted_the_one_before_goes_on(home: Household) -> None:
    first = (await home.training.train()).version
    home.clock.advance(HOUR)
    second = (await home.training.train()).version
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, limits[1]))  # as on a full disk
    try:
        for change in (home.kept.use(first), home.kept.roll_back(HOUSEHOLD)):
            with pytest.raises(SourceUnavailable, match="disk-full"):
                await change
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handled)
    assert home.crowds.current is not None
    assert home.crowds.current.version == second
    assert await home.models.current(HOUSEHOLD) == second


def listed(*versions: str) -> list[Listed]:
    return [Listed(StoredModel(version, 1, None), in_use=False, previous=False) for version in versions]


@pytest.mark.parametrize("typed", ["", " ", "0", "4", "-1", "²", "zzzz", "2026", "202603", "../x", "e0"])
def test_a_model_that_is_not_named_clearly_is_asked_for(typed: str) -> None:
    kept = listed("20260314-210000-aaaaaae0", "20260314-200000-bbbbbbe0", "20260313-200000-cccccce1")
    with pytest.raises(InvalidQuery, match=r"model-(missing|unknown|unclear)"):
        one_of(kept, typed)


@pytest.mark.parametrize(
    ("typed", "place"),
    [("1", 0), (" 3 ", 2), ("20260314-210000-aaaaaae0", 0), ("bbe0", 1), ("20260313", 2), ("20260314-20", 1)],
)
def test_a_model_is_named_by_number_version_its_beginning_or_its_end(typed: str, place: int) -> None:
    kept = listed("20260314-210000-aaaaaae0", "20260314-200000-bbbbbbe0", "20260313-200000-cccccce1")
    assert one_of(kept, typed) is kept[place]
