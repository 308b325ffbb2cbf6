"""``recommendarr evaluate`` on files and on the household's own database."""

from __future__ import annotations

import asyncio
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from adapters.storage import open_storage
from bot.__main__ import main
from bot.evaluating.files import read_corpus
from engine.errors import InvalidQuery
from engine.evaluation.slices.main import SLICE
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
HEADER = "userId,movieId,rating,timestamp"


def folder(tmp_path: Path, ratings: list[str], items: list[str], *, packed: bool = False) -> Path:
    texts = {"ratings.csv": "\n".join(ratings) + "\n", "items.jsonl": "\n".join(items) + "\n"}
    for name, text in texts.items():
        if packed:
            (tmp_path / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
        else:
            (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def items(count: int = 30) -> list[str]:
    genres = ("Drama", "Comedy", "War")
    return [
        json.dumps(
            {
                "movieId": number,
                "title": f"Film {number}",
                "year": 1990 + number,
                "genres": [genres[number % 3]],
                "vote_average": 9.9,
                "vote_count": 40_000,
                "library": "cellar",
            }
        )
        for number in range(1, count + 1)
    ]


def ratings(people: int = 4) -> list[str]:
    rows = [
        f"{person},{number},{5.0 if number % 3 == 0 else 2.5},{1_000_000 + number * 60}"
        for person in range(1, people + 1)
        for number in range(1, 16)
    ]
    return [HEADER, *rows]


@pytest.mark.parametrize("packed", [False, True])
def test_files_become_people_titles_and_ratings(tmp_path: Path, packed: bool) -> None:
    corpus = read_corpus(folder(tmp_path, ratings(), items(), packed=packed))
    assert (len(corpus.items), len(corpus.people)) == (30, 4)
    first = corpus.people[0].meetings
    assert [meeting.facts[0].rating for meeting in first[:3]] == [5.0, 5.0, 10.0]
    assert [meeting.liked for meeting in first[:3]] == [False, False, True]
    assert all(corpus.open_to(person.viewer) == {item.id for item in corpus.items} for person in corpus.people)


def test_votes_that_were_counted_later_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    assert {item.vote_count for item in read_corpus(made).items} == {None}
    assert {item.vote_count for item in read_corpus(made, votes=True).items} == {40_000}


@pytest.mark.parametrize(
    ("row", "line"),
    [("1,1,six,100", 2), ("1,1,6.5,100", 2), ("1,x,4,100", 2), ("1,1,4", 2), ("1,1,4,nan", 2), ("1,1,4,1e300", 2)],
)
def test_a_bad_rating_is_named_by_its_line(tmp_path: Path, row: str, line: int) -> None:
    with pytest.raises(InvalidQuery) as told:
        read_corpus(folder(tmp_path, [HEADER, row], items()))
    assert told.value.key == "evaluate-bad-line"
    assert (told.value.arguments["file"], told.value.arguments["line"]) == ("ratings.csv", line)


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"title": "no id"}', '{"movieId": "x", "title": "A"}', '{"movieId": 1}']
)
def test_a_bad_title_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(InvalidQuery) as told:
        read_corpus(folder(tmp_path, ratings(), [*items(2), line]))
    assert (told.value.arguments["file"], told.value.arguments["line"]) == ("items.jsonl", 3)


def test_a_missing_column_or_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuery, match="no column"):
        read_corpus(folder(tmp_path, ["userId,movieId"], items()))
    (tmp_path / "ratings.csv").unlink()
    with pytest.raises(InvalidQuery, match="evaluate-no-file"):
        read_corpus(tmp_path)


def test_a_file_that_only_looks_packed_is_an_error_with_its_name(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    (made / "ratings.csv").rename(made / "ratings.csv.gz")
    with pytest.raises(InvalidQuery, match=r"ratings\.csv\.gz"):
        read_corpus(made)


def test_a_folder_is_evaluated_and_its_vectors_are_kept_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = folder(tmp_path, ratings(), items())
    data = tmp_path / "own"
    asked = ["--data-dir", str(data), "evaluate", "--data", str(made), "--embeddings", "hashed", "--json"]
    assert main(asked) == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (report["items"], report["people"], report["meetings"]) == (30, 4, 60)
    assert report["votes"] is False
    assert {"engine", "popularity", "random"} <= set(report["slices"]["main"])
    assert report["slices"]["main"]["engine"]["people"] == 4
    assert (data / "evaluation").is_dir()
    assert not (data / "recommendarr.db").exists()


def test_a_household_is_evaluated_on_its_own_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(move_in(tmp_path))
    assert main(["--data-dir", str(tmp_path), "evaluate", "--embeddings", "hashed"]) == 0
    told = capsys.readouterr().out
    assert "60 titles, 3 people" in told
    assert any(line.startswith("ndcg@10 ") for line in told.splitlines())


async def move_in(data_dir: Path) -> None:
    """A small world in a real database."""
    world = World(Size(60, 3, shortest=20, longest=30))
    storage = await open_storage(None, data_dir)
    try:
        async with storage.unit() as unit:
            await unit.libraries.upsert(libraries())
            await unit.items.upsert([item for batch in world.batches() for item in batch])
            for viewer in world.viewers():
                await unit.viewers.add(viewer)
                await unit.viewers.set_access(viewer.id, viewer.library_ids)
            await unit.interactions.add(list(world.interactions()))
    finally:
        await storage.close()


def test_an_empty_database_is_told_to_have_too_little(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "evaluate", "--embeddings", "hashed"]) == 1
    assert capsys.readouterr().err.strip()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public ratings are not beside this checkout")
def test_the_public_ratings_are_divided_as_their_protocol_says() -> None:
    corpus = read_corpus(SHARED)
    job = SLICE.divide(corpus, np.random.default_rng(7))
    assert (len(corpus.items), len(corpus.people)) == (9_742, 610)
    assert sum(len(person.meetings) for person in corpus.people) == 100_836
    held = sum(len(person.meetings) - len(job.train[person.viewer.id]) for person in corpus.people)
    assert held == sum(len(person.meetings) // 5 for person in corpus.people)
    assert 570 <= len(job.truth) <= 605
