"""What a store of codes, sessions, journals and jobs must do."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.records import ImportJob, ImportState, JournalEntry, LoginCode, WebSession
from engine.ports.storage import Storage
from tests.contracts.facts import HOSTILE, HOUR, NOON

CODE = LoginCode("digest", "anna", NOON + HOUR)


async def test_a_code_opens_once(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.access.add_code(CODE)
    async with peopled.unit() as unit:
        assert await unit.access.holder_of("digest", NOON) == "anna"
        assert await unit.access.take_code("digest", NOON) == "anna"
        assert await unit.access.take_code("digest", NOON) is None
        assert await unit.access.holder_of("digest", NOON) is None


async def test_an_expired_or_unknown_code_opens_nothing(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.access.add_code(CODE)
        assert await unit.access.take_code("other", NOON) is None
        assert await unit.access.holder_of("digest", NOON + HOUR) is None
        assert await unit.access.take_code("digest", NOON + HOUR) is None


async def test_taking_one_code_leaves_the_valid_ones_of_others(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.access.add_code(CODE)
        await unit.access.add_code(LoginCode("short", "ben", NOON + HOUR / 2))
        await unit.access.add_code(LoginCode("bens", "ben", NOON + 2 * HOUR))
        assert await unit.access.take_code("digest", NOON + HOUR * 0.75) == "anna"
        assert await unit.access.take_code("bens", NOON + HOUR * 0.75) == "ben"


async def test_a_session_lasts_until_it_expires_or_is_dropped(peopled: Storage) -> None:
    session = WebSession("s", "anna", NOON + HOUR)
    async with peopled.unit() as unit:
        await unit.access.add_session(session)
        await unit.access.add_session(WebSession("t", "ben", NOON + HOUR))
    async with peopled.unit() as unit:
        assert await unit.access.session("s", NOON) == session
        assert await unit.access.session("s", NOON + HOUR) is None
        assert await unit.access.session("unknown", NOON) is None
        await unit.access.drop_session("s")
        await unit.access.drop_session("s")
        assert await unit.access.session("s", NOON) is None
        assert await unit.access.session("t", NOON) is not None


async def test_the_journal_goes_back_step_by_step(peopled: Storage) -> None:
    first = JournalEntry("j1", "anna", "rate", NOON, "movie:1", {"before": None, "list": [1, {"deep": HOSTILE}]})
    second = JournalEntry("j2", "anna", "language", NOON)
    other = JournalEntry("j3", "ben", "hide", NOON + HOUR)
    async with peopled.unit() as unit:
        for entry in (first, second, other):
            await unit.journal.add(entry)
    async with peopled.unit() as unit:
        assert await unit.journal.latest("anna") == second
        await unit.journal.mark_undone("j2")
        assert await unit.journal.latest("anna") == first
        await unit.journal.mark_undone("j1")
        await unit.journal.mark_undone("unknown")
        assert await unit.journal.latest("anna") is None
        assert await unit.journal.latest("ben") == other


async def test_an_import_job_is_known_by_its_id_and_moves_on(storage: Storage) -> None:
    job = ImportJob("digest", "letterboxd", ImportState.RUNNING, NOON, 10, 3, 2, 5)
    done = replace(job, state=ImportState.DONE, position=10)
    async with storage.unit() as unit:
        await unit.import_jobs.put(job)
        assert await unit.import_jobs.get("digest") == job
        await unit.import_jobs.put(done)
    async with storage.unit() as unit:
        assert await unit.import_jobs.get("digest") == done
        assert await unit.import_jobs.get("other") is None


async def test_an_update_arrives_for_the_first_time_once_per_platform(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.deliveries.first_time("telegram", "1", NOON)
        assert not await unit.deliveries.first_time("telegram", "1", NOON + HOUR)
        assert await unit.deliveries.first_time("discord", "1", NOON)
        assert await unit.deliveries.first_time("telegram", HOSTILE, NOON)
    async with storage.unit() as unit:
        assert not await unit.deliveries.first_time("telegram", HOSTILE, NOON)


async def test_a_value_is_replaced_by_the_next(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.values.get("model") is None
        await unit.values.put("model", "one")
        await unit.values.put("model", HOSTILE)
    async with storage.unit() as unit:
        assert await unit.values.get("model") == HOSTILE
