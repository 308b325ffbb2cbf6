from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo import built_in
from bot.demo.people_file import BadPeopleFile, household, read_person
from bot.demo.seed import CURRENT, history, seed
from engine.domain.interactions import InteractionKind
from engine.domain.viewers import Role
from engine.testing.memory import MemoryStorage

pytestmark = pytest.mark.untraced

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def items():
    return built_in.items(NOW)


def test_five_people_with_different_shelves_and_one_who_runs_the_server():
    people = household()
    assert [person.role for person in people] == [Role.ADMIN, *[Role.MEMBER] * 4]
    by_name = {person.name: set(person.libraries) for person in people}
    assert by_name["Jonas"] == {"family", "family-series", "family-anime"}
    assert "anime-adult" not in by_name["Ruth"]
    assert "anime-adult" in by_name["Ben"]


@pytest.mark.parametrize("person", household(), ids=lambda person: person.name)
def test_everybody_abandons_rewatches_and_rarely_rates(person, items):
    facts = history(person, items, NOW)
    watches = [fact for fact in facts if fact.kind is InteractionKind.WATCH]
    titles = [fact.item_id for fact in watches]
    assert len(watches) >= 30
    assert len(set(titles)) < len(titles), "nothing was watched twice"
    assert any((fact.completion or 0) < 0.2 for fact in watches), "nothing was abandoned"
    assert 1 <= sum(fact.kind is InteractionKind.RATING for fact in facts) <= 3
    assert all(fact.at < NOW for fact in facts)


@pytest.mark.parametrize("person", household(), ids=lambda person: person.name)
def test_nobody_watched_what_they_may_not_open(person, items):
    shelves = {item.id: item.library_ids for item in items}
    assert all(shelves[fact.item_id] & set(person.libraries) for fact in history(person, items, NOW))


def test_a_history_with_a_title_that_is_nowhere_is_refused(items):
    person = household()[0]
    stray = replace(person.sittings[0], title="The Film Nobody Made")
    with pytest.raises(LookupError, match="The Film Nobody Made"):
        history(replace(person, sittings=(stray,)), items, NOW)


def test_a_line_that_cannot_be_read_is_named(tmp_path):
    path = tmp_path / "zoe.txt"
    path.write_text("name: Zoe\nlocale: en\nrole: member\nlibraries: films\n12 yesterday Alien\n", encoding="utf-8")
    with pytest.raises(BadPeopleFile, match=r"zoe\.txt:5"):
        read_person(path)


def test_titles_arrived_on_the_shelves_over_the_last_years_and_at_the_same_time_at_every_start(items):
    again = built_in.items(NOW + timedelta(hours=3))
    assert {item.id: item.added_at for item in items} == {item.id: item.added_at for item in again}
    ages = [(NOW - item.added_at).days for item in items if item.added_at]
    assert len(ages) == len(items)
    assert min(ages) >= built_in.NEWEST_DAYS
    assert max(ages) > 400


async def test_the_household_is_made_once_and_keeps_what_was_learned_since():
    storage = MemoryStorage()
    assert await seed(storage, NOW)
    async with storage.unit() as work:
        before = await work.interactions.count()
        assert await work.values.get(CURRENT) == "demo-nora"
        viewer = await work.viewers.by_identity("console", "console")
    assert viewer is not None
    assert viewer.name == "Nora"
    assert not await seed(storage, NOW + timedelta(days=2))
    async with storage.unit() as work:
        assert await work.interactions.count() == before
        await work.values.put("demo-catalogue", "an older one")
    assert await seed(storage, NOW + timedelta(days=2))
    async with storage.unit() as work:
        assert await work.interactions.count() == before
