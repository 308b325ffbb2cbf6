"""What a store of facts and hidings must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest

from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.ports.facts import FactColumns
from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BEN, HOUR, NOON, watch

pytestmark = pytest.mark.untraced


async def test_an_interaction_comes_back_exactly_as_it_was_stored(peopled: Storage) -> None:
    full, bare = replace(watch(1), part="2x05"), Interaction("bare", "ben", "movie:1", InteractionKind.SKIP, NOON)
    async with peopled.unit() as unit:
        assert await unit.interactions.add([full, bare]) == [full, bare]
    async with peopled.unit() as unit:
        assert await unit.interactions.get(full.id) == full
        assert await unit.interactions.get("bare") == bare
        assert await unit.interactions.get("unknown") is None


async def test_moments_of_other_time_zones_are_the_same_moments(peopled: Storage) -> None:
    tokyo = datetime(2026, 3, 15, 2, tzinfo=timezone(timedelta(hours=9)))
    async with peopled.unit() as unit:
        await unit.interactions.add([replace(watch(1), at=tokyo)])
        found = await unit.interactions.get(watch(1).id)
    assert found is not None
    assert found.at == tokyo
    assert found.at.utcoffset() is not None


async def test_the_same_fact_counts_once_however_often_it_arrives(peopled: Storage) -> None:
    changed = replace(watch(1), completion=0.1)
    async with peopled.unit() as unit:
        assert await unit.interactions.add([watch(1), changed, watch(2)]) == [watch(1), watch(2)]
    async with peopled.unit() as unit:
        assert await unit.interactions.add([changed, watch(3)]) == [watch(3)]
        assert await unit.interactions.add([]) == []
        assert await unit.interactions.get(watch(1).id) == watch(1)
        assert await unit.interactions.count() == 3


async def test_a_viewer_s_history_is_in_order_of_time_and_theirs_alone(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.interactions.add([watch(3), watch(1), watch(2), watch(4, viewer=BEN)])
        assert await unit.interactions.of_viewer("anna") == [watch(1), watch(2), watch(3)]
        assert await unit.interactions.of_viewer("ben") == [watch(4, viewer=BEN)]
        assert await unit.interactions.of_viewer("nobody") == []


async def test_what_somebody_did_with_one_title_is_found_by_itself(peopled: Storage) -> None:
    other = replace(watch(3), item_id="movie:other")
    async with peopled.unit() as unit:
        await unit.interactions.add([watch(2), watch(1), other, watch(4, viewer=BEN)])
        assert await unit.interactions.of_titles("anna", [watch(1).item_id]) == [
            one for one in (watch(1), watch(2)) if one.item_id == watch(1).item_id
        ]
        assert await unit.interactions.of_titles("anna", ["movie:other"]) == [other]
        assert await unit.interactions.of_titles("nobody", ["movie:other"]) == []


async def test_what_somebody_did_with_a_few_titles_is_found_in_order_of_time(peopled: Storage) -> None:
    others = [replace(watch(number), item_id=f"movie:other{number}") for number in (5, 4, 3)]
    async with peopled.unit() as unit:
        await unit.interactions.add([*others, watch(1), watch(2, viewer=BEN)])
        asked = ["movie:other3", "movie:other5", "movie:other5", "movie:unknown"]
        assert await unit.interactions.of_titles("anna", asked) == [others[2], others[0]]
        assert await unit.interactions.of_titles("anna", []) == []


async def test_of_what_was_done_again_and_again_the_latest_is_found(peopled: Storage) -> None:
    again = [replace(watch(number), item_id="movie:1") for number in range(1, 7)]
    liked = Interaction("liked", "anna", "movie:1", InteractionKind.LIKE, NOON - 9 * HOUR)
    together = [replace(watch(9), id=f"at-once-{name}", item_id="movie:2") for name in "cab"]
    async with peopled.unit() as unit:
        await unit.interactions.add([*again, liked, *together, watch(8, viewer=BEN)])
        found = await unit.interactions.latest_alike("anna", 2)
        assert found == [liked, *again[-2:], *sorted(together, key=lambda one: one.id)[-2:]]
        assert await unit.interactions.latest_alike("anna", 9) == await unit.interactions.of_viewer("anna")
        assert await unit.interactions.latest_alike("nobody", 2) == []


async def test_what_some_viewers_did_in_a_while_is_found(peopled: Storage) -> None:
    facts = [watch(1), watch(2), watch(3), watch(2, viewer=BEN)]
    async with peopled.unit() as unit:
        await unit.interactions.add([replace(one, id=f"{number}") for number, one in enumerate(facts)])
        found = await unit.interactions.between(["anna", "nobody"], watch(1).at, watch(2).at)
        assert [one.id for one in found] == ["0", "1"]
        both = await unit.interactions.between(["anna", "ben"], watch(2).at, watch(3).at)
        assert {one.id for one in both} == {"1", "2", "3"}
        assert await unit.interactions.between([], watch(1).at, watch(3).at) == []


async def test_what_one_viewer_did_can_become_what_another_did(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.interactions.add([watch(1), watch(2), watch(4, viewer=BEN)])
        assert await unit.interactions.hand_over("anna", "ben") == 2
        assert await unit.interactions.of_viewer("anna") == []
        found = await unit.interactions.of_viewer("ben")
        assert [one.id for one in found] == [watch(1).id, watch(2).id, watch(4, viewer=BEN).id]
        assert {one.viewer_id for one in found} == {"ben"}


async def test_what_was_done_with_one_title_can_become_that_of_another(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.interactions.add([watch(1), replace(watch(2), item_id="movie:guess"), watch(4, viewer=BEN)])
        assert await unit.interactions.move("movie:guess", "movie:right") == 1
        assert await unit.interactions.move("movie:guess", "movie:right") == 0
        found = await unit.interactions.of_titles("anna", ["movie:right"])
        assert found == [replace(watch(2), item_id="movie:right")]
        assert await unit.interactions.of_viewer("ben") == [watch(4, viewer=BEN)]


async def test_removed_facts_are_gone_and_may_come_again(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.interactions.add([watch(1), watch(2)])
        await unit.interactions.remove([watch(1).id, "unknown"])
        assert await unit.interactions.of_viewer("anna") == [watch(2)]
        assert await unit.interactions.add([watch(1)]) == [watch(1)]


async def test_thousands_are_stored_and_removed_at_once(peopled: Storage) -> None:
    facts = [watch(number) for number in range(12_000)]
    async with peopled.unit() as unit:
        assert len(await unit.interactions.add(facts)) == 12_000
        assert await unit.interactions.add(facts) == []
        await unit.interactions.remove(fact.id for fact in facts[1:])
        assert await unit.interactions.of_viewer("anna") == [facts[0]]


async def test_finishers_are_counted_once_per_title(peopled: Storage) -> None:
    facts = [
        watch(1, completion=0.8),
        watch(2, completion=1.0),
        watch(3, viewer=BEN, completion=0.79),
        watch(4, viewer=BEN, item_id="movie:2", completion=0.81),
        Interaction("seen", "anna", "movie:2", InteractionKind.SEEN, NOON),
        Interaction("rated", "ben", "movie:3", InteractionKind.RATING, NOON, rating=1),
        Interaction("liked", "ben", "movie:4", InteractionKind.LIKE, NOON, completion=1.0),
    ]
    async with peopled.unit() as unit:
        await unit.interactions.add(facts)
        assert await unit.interactions.finish_counts() == {"movie:1": 1, "movie:2": 2, "movie:3": 1}


async def test_a_title_stays_hidden_until_its_time_and_not_longer(peopled: Storage) -> None:
    hiding = Hiding("anna", "movie:1", NOON, NOON + 2 * HOUR)
    async with peopled.unit() as unit:
        await unit.hidings.put(hiding)
        await unit.hidings.put(Hiding("ben", "movie:1", NOON, NOON + 9 * HOUR))
        assert await unit.hidings.of_viewer("anna", NOON) == [hiding]
        assert await unit.hidings.of_viewer("anna", NOON + HOUR) == [hiding]
        assert await unit.hidings.of_viewer("anna", NOON + 2 * HOUR) == []


async def test_hiding_again_replaces_and_unhiding_gives_back_what_was(peopled: Storage) -> None:
    longer = Hiding("anna", "movie:1", NOON, NOON + 5 * HOUR)
    async with peopled.unit() as unit:
        await unit.hidings.put(replace(longer, until=NOON + HOUR))
        await unit.hidings.put(longer)
    async with peopled.unit() as unit:
        assert await unit.hidings.of_viewer(ANNA.id, NOON + 2 * HOUR) == [longer]
        assert await unit.hidings.remove("anna", "movie:1") == longer
        assert await unit.hidings.remove("anna", "movie:1") is None
        assert await unit.hidings.of_viewer("anna", NOON) == []


async def test_in_columns_facts_are_what_they_are_singly(peopled: Storage) -> None:
    odd = datetime(1969, 7, 20, 20, 17, 40, 123457, tzinfo=UTC)
    facts = [
        replace(watch(3), at=odd),
        watch(1),
        replace(watch(2), completion=None),
        Interaction("stars", "ben", "film:ü", InteractionKind.RATING, NOON, rating=7.5),
        Interaction("late", "ben", "movie:1", InteractionKind.SKIP, NOON - HOUR),
    ]
    async with peopled.unit() as unit:
        await unit.interactions.add(facts)
        found = await unit.interactions.columns(["ben", "nobody", "anna", "ben"])
        singly = [fact for name in ("anna", "ben") for fact in await unit.interactions.of_viewer(name)]
        assert not len(await unit.interactions.columns([]))
    expected = FactColumns.of(singly)
    assert len(found) == len(singly) == len(facts)
    for mine, theirs in (
        (found.viewer_ids, expected.viewer_ids),
        (found.item_ids, expected.item_ids),
        (found.kinds, expected.kinds),
    ):
        assert list(mine) == list(theirs)
    for numbers, others in (
        (found.at, expected.at),
        (found.completion, expected.completion),
        (found.rating, expected.rating),
    ):
        np.testing.assert_array_equal(numbers, others)
