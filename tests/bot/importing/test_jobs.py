"""Whole imports: into storage, twice, killed in the middle, as a trial, of many people."""

from __future__ import annotations

import asyncio
import csv
import gzip
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.storage import open_storage
from bot.app import ROOT
from bot.i18n import Translations
from bot.importing import jobs
from bot.importing.jobs import ImportOptions, run_import
from bot.importing.report import Report, report_lines, save_unmatched
from bot.importing.rows import Place
from engine.domain.interactions import Interaction
from engine.domain.items import Item, Library, MediaType
from engine.domain.records import ImportState
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.ports.storage import Storage
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage

NORA = Viewer("nora", "Nora", library_ids=frozenset({"films"}))
BEN = Viewer("ben", "Ben")
SHARED = Path(__file__).resolve().parents[4] / "shared"


@dataclass
class Services:
    storage: Storage = field(default_factory=MemoryStorage)
    clock: SteppedClock = field(default_factory=SteppedClock)


@pytest.fixture
async def services() -> Services:
    services = Services()
    async with services.storage.unit() as unit:
        for viewer in (NORA, BEN):
            await unit.viewers.add(viewer)
        await unit.items.upsert(
            [
                Item("movie:1", MediaType.MOVIE, "Heatwave", 1995, tmdb_id=1, imdb_id="tt0000001"),
                Item("movie:2", MediaType.MOVIE, "Quiet Harbour", 2011, tmdb_id=2),
                Item("tv:3", MediaType.TV, "The Kitchen", 2008, tmdb_id=3, episodes=10),
            ]
        )
    return services


def letterboxd(path: Path) -> Path:
    lines = "2024-01-01,Heatwave,1995,https://example.test/1,4\n"
    (path / "ratings.csv").write_text(
        f"Date,Name,Year,Letterboxd URI,Rating\n{lines}2024-02-01,Unknown Film,1990,x,3\n"
    )
    return path / "ratings.csv"


def catalogue(path: Path, count: int, **more: Any) -> Path:
    lines = (
        json.dumps({"movieId": n, "tmdbId": 1_000 + n, "title": f"Film {n}", "year": 2000} | more)
        for n in range(1, count + 1)
    )
    (path / "items.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    return path / "items.jsonl.gz"


def ratings(path: Path, people: int, titles: int) -> Path:
    rows = (
        f"{person},{title},{title % 10 / 2 + 0.5},{1_500_000_000 + title}\n"
        for person in range(people)
        for title in range(1, titles + 1)
    )
    (path / "ratings.csv").write_text("userId,movieId,rating,timestamp\n" + "".join(rows))
    return path / "ratings.csv"


async def history(services: Services, viewer_id: str = "nora") -> list[Interaction]:
    async with services.storage.unit() as unit:
        return await unit.interactions.of_viewer(viewer_id)


async def refusal(services: Services, path: Path, **options: Any) -> str:
    with pytest.raises(InvalidQuery) as caught:
        await run_import(services, path, ImportOptions(**options))
    return caught.value.key


async def test_a_history_is_added_to_the_person_it_is_of(services: Services, tmp_path: Path) -> None:
    report = await run_import(services, letterboxd(tmp_path), ImportOptions(viewer="NORA"))
    (fact,) = await history(services)
    assert (fact.item_id, fact.rating, fact.source) == ("movie:1", 8.0, "import:letterboxd")
    assert (report.rows, report.matched, report.added, report.failed) == (2, 1, 1, 1)
    assert (report.unmatched[0].title, report.unmatched[0].reason) == ("Unknown Film", "not-here")
    assert report.viewer_ids == {"nora"}
    assert await history(services, "ben") == []


async def test_the_same_file_again_adds_nothing(services: Services, tmp_path: Path) -> None:
    path = letterboxd(tmp_path)
    await run_import(services, path, ImportOptions(viewer="nora"))
    again = await run_import(services, path, ImportOptions(viewer="Nora"))
    assert (again.added, again.known, again.resumed) == (0, 1, False)
    assert len(await history(services)) == 1


async def test_a_later_export_adds_only_what_is_new(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("user,item,rating,timestamp\nnora,movie:1,4,2024-01-01\nnora,movie:2,8,2024-01-02\n")
    await run_import(services, path)
    path.write_text("user,item,rating,timestamp\nnora,movie:2,8,2024-01-02\nnora,tv:3,7,2024-01-03\n")
    report = await run_import(services, path)
    assert (report.added, report.known) == (1, 1)


async def test_a_trial_run_counts_the_same_and_changes_nothing(services: Services, tmp_path: Path) -> None:
    path = ratings(tmp_path, people=3, titles=4)
    items = catalogue(tmp_path, 4)
    await run_import(services, items)
    async with services.storage.unit() as unit:
        before = (await unit.items.revision(), await unit.viewers.all(), await unit.interactions.count())
    trial = await run_import(services, path, ImportOptions(dry_run=True))
    trial_of_titles = await run_import(services, catalogue(tmp_path, 6), ImportOptions(dry_run=True, library="Other"))
    async with services.storage.unit() as unit:
        assert (await unit.items.revision(), await unit.viewers.all(), await unit.interactions.count()) == before
        assert [library.name for library in await unit.libraries.all()] == ["Imported"]
    assert (trial.added, len(trial.people), trial.dry_run) == (12, 3, True)
    assert (trial_of_titles.added, trial_of_titles.libraries) == (2, ["Other"])
    done = await run_import(services, path)
    assert (done.added, done.people, done.resumed) == (12, trial.people, False)


async def test_everyone_in_a_file_of_many_gets_a_profile_of_their_own(services: Services, tmp_path: Path) -> None:
    await run_import(services, catalogue(tmp_path, 5))
    report = await run_import(services, ratings(tmp_path, people=3, titles=5))
    assert report.people == ["Viewer 0", "Viewer 1", "Viewer 2"]
    async with services.storage.unit() as unit:
        (viewer,) = await unit.viewers.find("Viewer 1")
        facts = await unit.interactions.of_viewer(viewer.id)
    assert viewer.library_ids == {"imported"}
    assert [fact.rating for fact in facts] == [2.0, 3.0, 4.0, 5.0, 6.0]
    assert facts[0].at == datetime.fromtimestamp(1_500_000_001, UTC)


async def test_names_in_a_file_of_many_mean_the_people_who_bear_them(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("user,item,rating\nnora,movie:1,4\nZoë,movie:2,5\n")
    report = await run_import(services, path)
    assert report.people == ["Zoë"]
    assert len(await history(services)) == 1


async def test_a_table_of_one_person_may_be_given_to_a_named_viewer(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("user,item,rating\n17,movie:1,4\n17,movie:2,5\n")
    await run_import(services, path, ImportOptions(viewer="Ben"))
    assert len(await history(services, "ben")) == 2
    path.write_text("user,item,rating\n17,movie:1,4\n18,movie:2,5\n")
    assert await refusal(services, path, viewer="Ben") == "import-many-people"


async def test_whose_history_it_is_must_be_clear(services: Services, tmp_path: Path) -> None:
    path = letterboxd(tmp_path)
    assert await refusal(services, path) == "import-whose"
    assert await refusal(services, path, viewer="Nobody") == "import-no-such-person"
    async with services.storage.unit() as unit:
        await unit.viewers.add(Viewer("ben-2", "Ben"))
    assert await refusal(services, path, viewer="Ben") == "import-namesakes"
    report = await run_import(services, path, ImportOptions(viewer="Somebody New", create_viewer=True))
    assert report.people == ["Somebody New"]


async def test_the_only_person_there_is_need_not_be_named(tmp_path: Path) -> None:
    services = Services()
    async with services.storage.unit() as unit:
        await unit.viewers.add(NORA)
    await run_import(services, letterboxd(tmp_path))


async def test_a_file_in_no_known_format_is_refused(services: Services, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("milk, eggs")
    assert await refusal(services, tmp_path / "notes.txt") == "import-not-recognised"
    assert await refusal(services, tmp_path / "notes.txt", format="floppy") == "import-unknown-format"
    (tmp_path / "empty").mkdir()
    assert await refusal(services, tmp_path / "empty") == "import-not-recognised"


async def test_a_catalogue_goes_to_a_library_that_everyone_here_may_open(services: Services, tmp_path: Path) -> None:
    report = await run_import(services, catalogue(tmp_path, 3), ImportOptions(library="Film Club"))
    assert (report.added, report.libraries) == (3, ["Film Club"])
    async with services.storage.unit() as unit:
        assert [viewer.library_ids for viewer in await unit.viewers.all()] == [{"film-club"}, {"films", "film-club"}]
        item = await unit.items.get("movie:1001")
    assert item is not None
    assert item.library_ids == {"film-club"}


async def test_a_closed_library_is_opened_to_nobody(services: Services, tmp_path: Path) -> None:
    await run_import(services, catalogue(tmp_path, 3), ImportOptions(library="Vault", closed=True))
    await run_import(services, ratings(tmp_path, people=1, titles=2))
    async with services.storage.unit() as unit:
        assert all("vault" not in viewer.library_ids for viewer in await unit.viewers.all())


async def test_a_library_that_is_there_keeps_its_doors_as_they_are(services: Services, tmp_path: Path) -> None:
    async with services.storage.unit() as unit:
        await unit.libraries.upsert([Library("films", "Films")])
    report = await run_import(services, catalogue(tmp_path, 3), ImportOptions(library="films"))
    assert report.libraries == []
    async with services.storage.unit() as unit:
        assert (await unit.viewers.get("ben")) == BEN


async def test_titles_may_name_their_own_libraries(services: Services, tmp_path: Path) -> None:
    report = await run_import(services, catalogue(tmp_path, 3, library="Attic"), ImportOptions(library="Cellar"))
    assert report.libraries == ["Attic"]


async def test_a_catalogue_takes_nothing_from_titles_that_are_here(services: Services, tmp_path: Path) -> None:
    async with services.storage.unit() as unit:
        await unit.items.upsert(
            [
                Item(
                    "movie:1001",
                    MediaType.MOVIE,
                    "Old",
                    library_ids=frozenset({"films"}),
                    external_ids={"mal": "3"},
                    poster_url="p",
                )
            ]
        )
    report = await run_import(services, catalogue(tmp_path, 3))
    assert (report.added, report.changed, report.known) == (2, 1, 0)
    async with services.storage.unit() as unit:
        item = await unit.items.get("movie:1001")
        revision = await unit.items.revision()
    assert item is not None
    assert (item.title, item.library_ids, item.poster_url) == ("Film 1", {"films", "imported"}, "p")
    assert item.external_ids == {"mal": "3", "movielens": "1"}
    again = await run_import(services, tmp_path / "items.jsonl.gz")
    assert (again.added, again.changed, again.known) == (0, 0, 3)
    async with services.storage.unit() as unit:
        assert await unit.items.revision() == revision


async def test_a_title_told_twice_keeps_both_ids_and_its_first_words(services: Services, tmp_path: Path) -> None:
    lines = [{"movieId": n, "tmdbId": 50, "title": f"Told {n}", "year": 2000} for n in (1, 2)]
    (tmp_path / "items.jsonl").write_text("\n".join(map(json.dumps, lines)))
    for _ in range(2):
        await run_import(services, tmp_path / "items.jsonl")
        async with services.storage.unit() as unit:
            item = await unit.items.get("movie:50")
        assert item is not None
        assert (item.title, item.external_ids) == ("Told 1", {"movielens": "1,2"})


async def test_saves_go_to_the_watchlist_too(services: Services, tmp_path: Path) -> None:
    (tmp_path / "watchlist.csv").write_text("Date,Name,Year,Letterboxd URI\n2024-01-01,Quiet Harbour,2011,x\n")
    await run_import(services, tmp_path / "watchlist.csv", ImportOptions(viewer="nora"))
    async with services.storage.unit() as unit:
        (watchlist,) = await unit.watchlists.of_viewer("nora")
    assert (watchlist.name, watchlist.item_ids) == ("Watchlist", ("movie:2",))


async def test_a_series_is_as_complete_as_its_episodes_are_many(services: Services, tmp_path: Path) -> None:
    show = {"title": "The Kitchen", "year": 2008, "ids": {"trakt": 1, "tmdb": 3}}
    seen = [
        {
            "watched_at": f"2024-01-0{n}T20:00:00Z",
            "type": "episode",
            "episode": {"season": 1, "number": n},
            "show": show,
        }
        for n in range(1, 7)
    ]
    (tmp_path / "history.json").write_text(json.dumps(seen))
    await run_import(services, tmp_path / "history.json", ImportOptions(viewer="nora"))
    (fact,) = await history(services)
    assert (fact.item_id, fact.completion) == ("tv:3", 0.6)


async def test_facts_without_a_believable_date_are_of_the_day_of_the_import(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("user,item,rating,timestamp\nnora,movie:1,4,\nnora,movie:2,4,2150-01-01\n")
    await run_import(services, path)
    assert {fact.at for fact in await history(services)} == {datetime(2026, 3, 14, tzinfo=UTC)}
    services.clock.moment = datetime(2026, 5, 1, tzinfo=UTC)
    assert (await run_import(services, path)).added == 0


async def test_rows_that_only_count_become_as_many_facts(services: Services, tmp_path: Path) -> None:
    (tmp_path / "list.xml").write_text(
        "<myanimelist><anime><series_title>Heatwave</series_title><my_status>Completed</my_status>"
        "<my_times_watched>2</my_times_watched></anime></myanimelist>"
    )
    await run_import(services, tmp_path / "list.xml", ImportOptions(viewer="nora"))
    assert len(await history(services)) == 3


async def test_an_interrupted_import_goes_on_when_it_is_repeated(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "BATCH", 10)
    await run_import(services, catalogue(tmp_path, 50))
    path = ratings(tmp_path, people=1, titles=50)

    def stop(report: Report) -> None:
        if report.rows >= 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await run_import(services, path, None, stop)
    async with services.storage.unit() as unit:
        assert await unit.interactions.count() == 29  # the first row of the first batch told the scale
    report = await run_import(services, path)
    assert (report.resumed, report.added, report.known) == (True, 21, 29)
    assert not (await run_import(services, path)).resumed


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Services]:
    storage = await open_storage(None, tmp_path / "data")
    yield Services(storage)
    await storage.close()


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from adapters.clock import SystemClock
from adapters.storage import open_storage
from bot.importing import jobs

def progress(report):
    if report.rows >= 1_000:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    jobs.BATCH = 200
    storage = await open_storage(None, Path(sys.argv[1]))
    await jobs.run_import(SimpleNamespace(storage=storage, clock=SystemClock()), Path(sys.argv[2]), None, progress)

asyncio.run(main())
"""


@pytest.mark.untraced
async def test_a_killed_process_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    storage = await open_storage(None, data)
    await run_import(Services(storage), catalogue(tmp_path, 300))
    await storage.close()
    path = ratings(tmp_path, people=10, titles=300)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(data), str(path), stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode == -signal.SIGKILL, said
    storage = await open_storage(None, data)
    async with storage.unit() as unit:
        stored = await unit.interactions.count()
    assert 800 <= stored < 3_000
    report = await run_import(Services(storage), path)
    async with storage.unit() as unit:
        assert await unit.interactions.count() == 3_000
        assert len(await unit.viewers.all()) == 10
    await storage.close()
    assert (report.resumed, report.added) == (True, 3_000 - stored)


async def test_the_job_is_recorded_with_its_counts(sqlite: Services, tmp_path: Path) -> None:
    seen: list[Report] = []
    await run_import(sqlite, catalogue(tmp_path, 20), None, seen.append)
    assert seen[-1].rows == 20
    async with sqlite.storage.unit() as unit:
        job = await unit.import_jobs.get(await _only_job(tmp_path))
    assert job is not None
    assert (job.state, job.rows, job.matched, job.position) == (ImportState.DONE, 20, 20, 20)


async def _only_job(tmp_path: Path) -> str:
    import hashlib  # noqa: PLC0415 - the same digest, made by other means

    content = hashlib.sha256(b"items.jsonl.gz\0" + (tmp_path / "items.jsonl.gz").read_bytes()).hexdigest()
    return hashlib.sha256(f"{content}\0catalogue\0\0".encode()).hexdigest()[:32]


@pytest.mark.untraced
async def test_a_hundred_thousand_ratings_of_a_public_data_set_all_find_their_titles(sqlite: Services) -> None:
    if not (SHARED / "data" / "ratings.csv.gz").exists():
        pytest.skip("the public data set is not on this machine")
    titles = await run_import(sqlite, SHARED / "data" / "items.jsonl.gz")
    facts = await run_import(sqlite, SHARED / "data" / "ratings.csv.gz")
    assert (titles.matched, titles.failed) == (9_742, 0)
    assert (facts.added, facts.failed, len(facts.people)) == (100_836, 0, 610)


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
async def test_the_report_tells_everything_in_every_language(services: Services, tmp_path: Path, locale: str) -> None:
    speak = Translations(ROOT / "locales", strict=True).to(locale)
    path = tmp_path / "ratings.csv"
    path.write_text(
        "user,item,rating\nnora,Heatwave,4\nZoë,movie:2,5\nZoë,Unknown,5\nZoë,Heatwav,9\nnora,,1\n,x,1\n"
        + "nora,Gone,2\n" * 12
    )
    report = await run_import(services, path)
    lines = report_lines(report, speak)
    told = "\n".join(lines)
    assert "Zoë" in told
    assert "ratings.csv:4" in told
    assert len([line for line in lines if line.startswith("  ")]) == 10
    titles = await run_import(services, catalogue(tmp_path, 3))
    assert "Imported" in "\n".join(report_lines(titles, speak))
    trial = await run_import(services, path, ImportOptions(dry_run=True))
    assert report_lines(trial, speak) != lines
    resumed = Report("catalogue", resumed=True, dry_run=True, changed=1, known=2, people=["a", "b", "c", "d"])
    assert "…" in "\n".join(report_lines(resumed, speak))


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
def test_every_reason_has_its_words(locale: str) -> None:
    speak = Translations(ROOT / "locales", strict=True).to(locale)
    files = [*(ROOT / "adapters" / "imports").rglob("*.py"), *(ROOT / "bot" / "importing").glob("*.py")]
    code = "\n".join(path.read_text() for path in files)
    reasons = {
        "not-here", "ambiguous", "other-year", "no-title", "no-person", "bad-rating", "other-kind", "which-list",
        "too-few-columns", "open-quote", "line-too-long", "cut-off", "too-large", "broken-json", "no-object",
        "unknown-entry", "bad-record", "broken-xml", "xml-declarations", "unknown-status",
    }  # fmt: skip
    for reason in reasons:
        assert f'"{reason}"' in code
        assert speak.text(f"import-problem-{reason}", detail="x")


async def test_rows_that_became_nothing_can_be_kept_as_a_table(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text('user,item,rating\nnora,"=1+1",4\nnora,Heatwave,odd\n')
    report = await run_import(services, path)
    save_unmatched(report, tmp_path / "unmatched.csv")
    with (tmp_path / "unmatched.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["line"], row["title"], row["reason"]) for row in rows] == [
        ("2", "'=1+1", "not-here"),
        ("3", "", "bad-rating: odd"),
    ] or [row["line"] for row in rows] == ["3", "2"]
    with pytest.raises(InvalidQuery, match="import-unmatched-unwritable"):
        save_unmatched(report, tmp_path)


def test_saving_to_the_null_device_leaves_it_a_device() -> None:
    before = Path(os.devnull).stat()
    save_unmatched(Report("ratings"), Path(os.devnull))
    after = Path(os.devnull).stat()
    assert (before.st_ino, before.st_rdev) == (after.st_ino, after.st_rdev)


def test_places_can_be_looked_up_with_an_editor() -> None:
    assert str(Place("a.csv", 7)) == "a.csv:7"
