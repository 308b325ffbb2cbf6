"""Generated worlds: repeatable, and shaped like real ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from engine.domain.interactions import InteractionKind
from engine.domain.items import CreditRole, MediaType
from engine.testing.standing import StandingSnapshots
from engine.testing.world_people import ALL_LIBRARIES, CLOSED, libraries
from engine.testing.world_words import KEYWORDS, keyword, person_name
from engine.testing.worlds import Size, World

pytestmark = pytest.mark.untraced

SIZE = Size(4_300, 40, seed=3)


@pytest.fixture(scope="module")
def world() -> World:
    return World(SIZE)


def test_the_same_size_is_the_same_world(world: World) -> None:
    again = World(SIZE)
    assert again.batch(2_000)[:50] == world.batch(2_000)[:50]
    assert again.history(7) == world.history(7)
    assert np.array_equal(again.vectors()[:100], world.vectors()[:100])


def test_another_seed_is_another_world(world: World) -> None:
    other = World(replace(SIZE, seed=4))
    assert other.batch(0)[0] != world.batch(0)[0]
    assert other.history(7) != world.history(7)


def test_the_catalogue_has_every_title_once_in_id_order(world: World) -> None:
    catalogue, titles = world.snapshot()
    assert catalogue.ids == world.ids == tuple(sorted(world.ids))
    assert len(catalogue) == len(titles) == 4_300
    assert catalogue.vectors is not None
    assert catalogue.vectors.full.shape == (4_300, 384)
    assert catalogue.vectors.present.all()
    share = Counter(world.media_types)
    assert share[MediaType.MOVIE] > share[MediaType.TV] > share[MediaType.MANGA] > 0


def test_few_titles_and_few_people_have_most_of_the_fame(world: World) -> None:
    items = [item for batch in world.batches() for item in batch]
    votes = np.sort([item.vote_count or 0 for item in items])[::-1]
    assert votes[:430].sum() > 0.5 * votes.sum()
    assert any(item.vote_count is None for item in items)
    actors = Counter(credit.name for item in items for credit in item.credits if credit.role is CreditRole.ACTOR)
    most = sorted(actors.values(), reverse=True)
    assert most[0] >= 10
    assert np.median(most) <= 3


def test_titles_of_one_group_are_closer_to_each_other(world: World) -> None:
    vectors = world.vectors().astype(np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)
    same = world.groups[:500, None] == world.groups[None, :500]
    cosines = vectors[:500] @ vectors[:500].T
    np.fill_diagonal(same, val=False)
    others = ~(world.groups[:500, None] == world.groups[None, :500])
    assert cosines[same].mean() > cosines[others].mean() + 0.2


def test_histories_are_as_long_as_asked_and_the_last_is_the_longest(world: World) -> None:
    lengths = [len({fact.item_id for fact in world.history(number)}) for number in world.people]
    assert lengths[-1] == 2_000
    assert min(lengths) >= 5
    assert np.median(lengths) < 500


def test_a_history_is_in_order_and_has_no_fact_twice(world: World) -> None:
    facts = world.history(SIZE.people - 1)
    assert [fact.at for fact in facts] == sorted(fact.at for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)
    assert {fact.kind for fact in facts} == {InteractionKind.WATCH, InteractionKind.RATING, InteractionKind.SAVE}
    assert all(fact.item_id in world.ids for fact in facts[:20])


def test_people_finish_what_they_love_and_leave_much_of_the_rest(world: World) -> None:
    short = (facts for facts in map(world.history, world.people) if len(facts) < 200)
    done = [fact.completion for facts in short for fact in facts if fact.completion is not None]
    assert 0.6 < np.mean(np.array(done) > 0.6) < 0.95


def test_not_everybody_may_open_everything(world: World) -> None:
    assert {library.id for library in libraries()} == set(ALL_LIBRARIES)
    access = {viewer.library_ids for viewer in world.viewers()}
    assert len(access) == len(CLOSED)
    shelves = {library for item in world.batch(2_000) for library in item.library_ids}
    assert shelves <= set(ALL_LIBRARIES)
    assert any(not item.library_ids for item in world.batch(2_000))


def test_a_history_longer_than_the_catalogue_has_every_title() -> None:
    small = World(Size(30, 2, longest=500))
    assert {fact.item_id for fact in small.history(1)} == set(small.ids)


def test_an_empty_world_is_an_empty_catalogue() -> None:
    assert len(World(Size(0, 0)).catalogue()) == 0


def test_names_and_keywords_are_never_given_twice() -> None:
    numbers = [*range(30_000), *range(1_000_000, 1_010_000), *range(299_000_000, 299_010_000)]
    assert len({person_name(number) for number in numbers}) == len(numbers)
    assert len({keyword(number) for number in numbers}) == len(numbers)
    assert keyword(0) == KEYWORDS[0]


def test_a_standing_snapshot_answers_with_what_it_was_given(world: World) -> None:
    catalogue = world.catalogue(model="given")
    standing = StandingSnapshots(catalogue)
    assert standing.current is catalogue
    assert standing.embedded_share == 1.0
    assert len(standing.titles) == 0
