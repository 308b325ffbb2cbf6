"""The store that knows only the past."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus
from engine.evaluation.job import job_of
from engine.evaluation.past import asked_of, past_of
from engine.evaluation.slices import main
from tests.engine.evaluation.conftest import rated


async def test_only_what_may_be_learned_from_is_there() -> None:
    (job,) = main.divide(rated({"ada": [(n, n, 9.0) for n in range(10)]}), 0)
    async with (await past_of(job)).unit() as unit:
        facts = await unit.interactions.of_viewer("ada")
        items = await unit.items.get_many([item.id for item in job.corpus.items])
    assert {fact.item_id for fact in facts} == {meeting.item_id for meeting in job.train["ada"]}
    assert len(facts) == 8
    assert {item.library_ids for item in items.values()} == {frozenset({"films"})}
    assert not asked_of(job, job.corpus.people[0].viewer).library_ids


async def test_new_titles_stand_on_a_second_shelf_that_opens_no_closed_door() -> None:
    plain = rated({"ada": [(n, n, 9.0) for n in range(6)]}, 10)
    items = tuple(
        replace(item, library_ids=frozenset({"cellar"})) if n == 9 else item for n, item in enumerate(plain.items)
    )
    corpus = Corpus(items, plain.people)
    own = corpus.people[0].meetings
    job = job_of(corpus, {"ada": own[:4]}, {"ada": own[4:]}, frozenset({"movie:4", "movie:9"}))
    async with (await past_of(job)).unit() as unit:
        viewer = await unit.viewers.get("ada")
        found = await unit.items.get_many([item.id for item in items])
    assert viewer is not None
    asked = asked_of(job, Viewer("ada", "Ada", library_ids=frozenset({"films"}))).library_ids
    assert {item_id for item_id, item in found.items() if item.library_ids & asked} == {"movie:4"}
    assert "movie:9" not in {item_id for item_id, item in found.items() if item.library_ids & viewer.library_ids}
    assert all(item.library_ids >= before.library_ids for before in items for item in [found[before.id]])
