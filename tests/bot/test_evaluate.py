"""``recommendarr evaluate`` on files and on the household's own database."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from adapters.storage import open_storage
from bot.__main__ import main
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World
from tests.bot.evaluating.conftest import folder, items, ratings

QUICK = ("--model", "engine", "--model", "popularity", "--embeddings", "hashed")


def evaluate(data: Path, *arguments: str) -> int:
    return main(["--data-dir", str(data), "evaluate", *arguments])


def test_a_folder_is_evaluated_and_its_vectors_are_kept_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, data = folder(tmp_path, ratings(8), items()), tmp_path / "own"
    assert evaluate(data, "--data", str(made), *QUICK, "--json") == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (report["items"], report["people"], report["meetings"]) == (30, 8, 120)
    assert report["votes"] is False
    assert report["seeds"] == {"draw": 0, "models": 1, "resampling": 0}
    assert report["versions"]["numpy"]
    assert {"main", "newuser@5", "newuser@10", "random"} <= set(report["slices"])
    assert set(report["slices"]["main"]) == {"engine", "popularity"}
    assert report["slices"]["main"]["engine"]["people"] == 8
    assert set(report["slices"]["main"]["popularity"]["against"]) == {"low", "high", "mean"}
    for plain in ("by_score", "in_order"):
        assert set(report["slices"]["main"]["engine"][plain]) == {"ndcg@10", "low", "high", "mean"}
    assert report["best"]["main"] == "popularity"
    assert list(report["left_out"]) == ["colditem"]
    assert report["left_out"]["colditem"].startswith("nobody can be judged: ")
    assert (data / "evaluation").is_dir()
    assert not (data / "evaluation" / "last.json").exists()
    assert not (data / "recommendarr.db").exists()


def test_only_what_is_named_is_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = folder(tmp_path, ratings(8), items())
    asked = ("--slice", "val", "--model", "random", "--model", "ease", "--embeddings", "hashed")
    assert evaluate(tmp_path / "own", "--data", str(made), *asked) == 0
    told = capsys.readouterr()
    assert "val, " in told.out
    assert "main, " not in told.out
    assert "ease *" in told.out
    assert [line.split()[:2] for line in told.err.splitlines()] == [["val", "random"], ["val", "ease"]]


def test_slices_and_models_are_listed_with_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(tmp_path, "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "slices"
    assert any(line.startswith("  colditem ") for line in lines)
    assert any(line.startswith("  newuserval@5 ") and line.endswith("(for tuning)") for line in lines)
    assert any(line.startswith("  rp3beta ") for line in lines[lines.index("models") :])
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--slice", "mian"), "“mian”"),
        (("--model", "slim"), "“slim”"),
        (("--household", "5"), "5"),
    ],
)
def test_what_does_not_exist_is_said_with_what_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    made = folder(tmp_path, ratings(), items())
    assert evaluate(tmp_path / "own", "--data", str(made), "--embeddings", "hashed", *arguments) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("sizes", ["five", "5,", "1", "5,-3"])
def test_sizes_that_are_none_are_asked_wrongly(sizes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", "--household", sizes])
    assert ended.value.code == 2
    assert "--household" in capsys.readouterr().err


def test_the_curve_of_households_is_printed_by_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.evaluation.households.PEOPLE", 1)
    made = folder(tmp_path, ratings(8), items())
    asked = ("--data", str(made), "--household", "2,4", "--embeddings", "hashed", "--json")
    assert evaluate(tmp_path / "own", *asked) == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(report["slices"]) == ["household@2", "household@4"]
    assert all(set(found) == {"engine", "popularity", "content"} for found in report["slices"].values())


def test_too_little_is_said_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = folder(tmp_path, ["userId,movieId,rating,timestamp", "1,1,5,100"], items())
    assert evaluate(tmp_path / "own", "--data", str(made), *QUICK) == 1
    assert "too little" in capsys.readouterr().err


def test_a_household_is_evaluated_on_its_own_history_and_the_report_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(move_in(tmp_path))
    assert evaluate(tmp_path, *QUICK, "--slice", "main") == 0
    told = capsys.readouterr().out
    assert "60 titles, 3 people" in told
    assert any(line.startswith("engine ") for line in told.splitlines())
    kept = json.loads((tmp_path / "evaluation" / "last.json").read_text(encoding="utf-8"))
    assert kept["slices"]["main"]["engine"]["people"] >= 1
    assert [(one["policy"], one["choices"]) for one in kept["policies"]] == [("never", 0), ("twice", 0)]
    assert [path.name for path in (tmp_path / "evaluation").iterdir()] == ["last.json"]


async def move_in(data_dir: Path, *, longest: int = 30) -> None:
    """A small world in a real database."""
    world = World(Size(60, 3, shortest=min(20, longest), longest=longest))
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


@pytest.mark.parametrize("longest", [0, 4])
def test_a_database_with_next_to_nothing_is_told_to_have_too_little(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], longest: int
) -> None:
    if longest:
        asyncio.run(move_in(tmp_path, longest=longest))
    assert evaluate(tmp_path, *QUICK) == 1
    assert "too little" in capsys.readouterr().err
    assert not (tmp_path / "evaluation" / "last.json").exists()
