"""``recommendarr train`` and ``recommendarr models``, as an owner types them."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from adapters.models import open_models
from adapters.storage import open_storage
from bot.__main__ import main
from engine.domain.items import Item, MediaType
from engine.learning.packing import unseal
from engine.ports.models import ModelKind
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World
from tests.bot.training.household import WORLD

HEADER = "userId,movieId,rating,timestamp"
TITLES = 40


def public_folder(folder: Path, *, ratings: list[str] | None = None) -> Path:
    """Two circles of people who like every second film."""
    folder.mkdir()
    rng = np.random.default_rng(4)
    rows = [
        f"{person},{title},{4.5 if title % 2 == person % 2 else 2.0},{1_000_000 + place * 3_600}"
        for person in range(1, 25)
        for place, title in enumerate(rng.permutation(np.arange(1, TITLES + 1))[:20].tolist())
    ]
    (folder / "ratings.csv").write_text("\n".join([HEADER, *(rows if ratings is None else ratings)]) + "\n")
    titles = [
        {"movieId": n, "title": f"Film {n}", "year": 1970 + n, "genres": ["Drama", "Comedy"][n % 2 :][:1]}
        for n in range(1, TITLES + 1)
    ]
    (folder / "items.jsonl").write_text("\n".join(map(json.dumps, titles)) + "\n")
    return folder


def recommendarr(data_dir: Path, *arguments: str) -> int:
    return main(["--data-dir", str(data_dir), *arguments])


@pytest.fixture(autouse=True)
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_EMBEDDINGS", "hashed")
    monkeypatch.setenv("RECOMMENDARR_LOCALE", "en")


async def move_in(data_dir: Path, items: list[Item], *, history: bool) -> None:
    storage = await open_storage(None, data_dir)
    try:
        async with storage.unit() as unit:
            await unit.libraries.upsert(libraries())
            await unit.items.upsert(items)
            for viewer in WORLD.viewers():
                await unit.viewers.add(viewer)
            if history:
                await unit.interactions.add(list(WORLD.interactions()))
    finally:
        await storage.close()


def same_films() -> list[Item]:
    """The films of the public folder as a household has them: other ids, the same names."""
    return [Item(f"movie:{9_000 + n}", MediaType.MOVIE, f"Film {n}", year=1970 + n) for n in range(1, TITLES + 1)]


def test_a_household_learns_lists_and_goes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(move_in(tmp_path, [item for batch in WORLD.batches() for item in batch], history=True))
    assert recommendarr(tmp_path, "train") == 0
    assert "Learned from 11 people" in capsys.readouterr().out
    assert recommendarr(tmp_path, "train", "--json") == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])["household"]
    assert told["in_use"] is True
    assert recommendarr(tmp_path, "models") == 0
    listing = capsys.readouterr().out
    assert told["version"] in listing
    assert "in use" in listing
    assert recommendarr(tmp_path, "models", "rollback") == 0
    assert told["version"] not in capsys.readouterr().out
    assert recommendarr(tmp_path, "models", "use", told["version"][-8:]) == 0
    assert recommendarr(tmp_path, "models", "remove", "9") == 1
    assert "no model" in capsys.readouterr().err
    assert recommendarr(tmp_path, "models", "list", "--json") == 0
    models = json.loads(capsys.readouterr().out)["models"]
    assert [model["in_use"] for model in models if model["version"] == told["version"]] == [True]
    assert models[0]["metrics"]["judged_people"] > 0


def test_a_public_model_is_written_to_a_file_and_used_by_another_household(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file, home = public_folder(tmp_path / "public"), tmp_path / "films.model", tmp_path / "home"
    assert recommendarr(tmp_path / "maker", "train", "--data", str(folder), "--out", str(file)) == 0
    told = capsys.readouterr().out
    assert "Read 24 people" in told
    assert str(file) in told
    assert "not be sold" in told
    assert not (tmp_path / "maker" / "recommendarr.db").exists()
    contents = unseal(file.read_bytes())
    assert contents.manifest.kind is ModelKind.PUBLIC
    assert contents.facts["people"] == []
    assert b"person-" not in file.read_bytes()
    asyncio.run(move_in(home, same_films(), history=False))
    assert recommendarr(home, "models", "add", str(file), "--keep") == 0
    assert asyncio.run(open_models(home).current(ModelKind.PUBLIC)) is None
    assert recommendarr(home, "models", "add", str(file)) == 0
    assert asyncio.run(open_models(home).current(ModelKind.PUBLIC)) is not None
    assert recommendarr(home, "models", "show", "1") == 0
    assert "public" in capsys.readouterr().out


@pytest.mark.parametrize(("kind", "key"), [("tmdb_id", "tmdbId"), ("imdb_id", "imdbId")])
def test_titles_of_a_folder_are_recognised_by_their_ids_where_the_names_differ(
    tmp_path: Path, kind: str, key: str
) -> None:
    folder, file, home = public_folder(tmp_path / "public"), tmp_path / "films.model", tmp_path / "home"
    titles = [json.dumps({"movieId": n, key: 9_000_000 + n}) for n in range(1, TITLES + 1)]
    (folder / "items.jsonl").write_text("\n".join(titles))
    assert recommendarr(tmp_path / "maker", "train", "--data", str(folder), "--out", str(file)) == 0
    known = {n: 9_000_000 + n if kind == "tmdb_id" else f"tt{9_000_000 + n}" for n in range(1, TITLES + 1)}
    here = [
        replace(Item(f"movie:{n}", MediaType.MOVIE, f"Der {n}. Film", year=1970 + n), **{kind: own})
        for n, own in known.items()
    ]
    asyncio.run(move_in(home, here, history=False))
    assert recommendarr(home, "models", "add", str(file)) == 0


def test_without_a_file_the_public_model_is_used_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, home = public_folder(tmp_path / "public"), tmp_path / "home"
    asyncio.run(move_in(home, same_films(), history=False))
    assert recommendarr(home, "train", "--data", str(folder), "--json") == 0
    told = capsys.readouterr().out.splitlines()
    assert "it answers alone" in "\n".join(told)
    assert asyncio.run(open_models(home).current(ModelKind.PUBLIC)) == json.loads(told[-1])["public"]["version"]


@pytest.mark.parametrize(
    ("ratings", "key"),
    [
        ([], "(ratings: 0, titles: 40)"),
        (["1,1,six,100"], "line 2 (rating 'six' is no number), so nothing was measured or learned"),
        (["1,999,4,100"], "(ratings: 1, titles: 40)"),
    ],
)
def test_a_folder_that_teaches_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ratings: list[str], key: str
) -> None:
    folder = public_folder(tmp_path / "public", ratings=ratings)
    assert recommendarr(tmp_path / "home", "train", "--data", str(folder), "--out", str(tmp_path / "x")) == 1
    assert key in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_an_empty_household_has_nothing_to_learn_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert recommendarr(tmp_path, "train") == 1
    assert "nothing to learn" in capsys.readouterr().err
    assert recommendarr(tmp_path, "models") == 0
    assert "No model has been learned yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no file"),
        (b"", "no model of Recommendarr"),
        (pickle.dumps([1, 2]), "no model of Recommendarr"),
        (b"PK\x03\x04" + b"x" * 26 + b"manifest.json" + b"x" * 500, "damaged or was cut off"),
    ],
)
def test_a_file_that_is_no_model_is_not_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, told: str
) -> None:
    file = tmp_path / "file.model"
    if content is not None:
        file.write_bytes(content)
    assert recommendarr(tmp_path / "home", "models", "add", str(file)) == 1
    assert told in capsys.readouterr().err
    assert recommendarr(tmp_path / "home", "models", "add") == 1


def test_a_model_of_another_catalogue_is_not_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, file = public_folder(tmp_path / "public"), tmp_path / "films.model"
    recommendarr(tmp_path / "maker", "train", "--data", str(folder), "--out", str(file))
    other = World(Size(60, 2, seed=9))
    asyncio.run(move_in(tmp_path / "home", [item for batch in other.batches() for item in batch], history=False))
    assert recommendarr(tmp_path / "home", "models", "add", str(file)) == 1
    assert "of another catalogue" in capsys.readouterr().err
    assert recommendarr(tmp_path / "home", "train", "--data", str(folder)) == 1
    assert "of another catalogue" in capsys.readouterr().err
    assert not (tmp_path / "home" / "evaluation").exists(), "that is told before anything is described or learned"
    assert asyncio.run(open_models(tmp_path / "home").list()) == []


def test_out_without_data_and_an_unwritable_place_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert recommendarr(tmp_path, "train", "--out", str(tmp_path / "x")) == 1
    assert "needs something to learn from" in capsys.readouterr().err
    folder = public_folder(tmp_path / "public")
    (tmp_path / "file").write_text("in the way")
    assert recommendarr(tmp_path, "train", "--data", str(folder), "--out", str(tmp_path / "file" / "x")) == 1
    assert "cannot be saved" in capsys.readouterr().err


def test_only_a_file_is_written_and_links_to_one_are_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, target = public_folder(tmp_path / "public"), tmp_path / "elsewhere" / "x.model"
    os.mkfifo(tmp_path / "pipe")
    for taken in (tmp_path, tmp_path / "pipe"):
        assert recommendarr(tmp_path / "home", "train", "--data", str(folder), "--out", str(taken)) == 1
        assert "a folder or a device" in capsys.readouterr().err
        assert recommendarr(tmp_path / "home", "models", "add", str(taken)) == 1
        assert "a folder or a device" in capsys.readouterr().err
    (tmp_path / "link").symlink_to(target)
    assert recommendarr(tmp_path / "home", "train", "--data", str(folder), "--out", str(tmp_path / "link")) == 0
    assert target.is_file()
    assert (tmp_path / "link").is_symlink()
    assert recommendarr(tmp_path / "home", "models", "add") == 1
    assert "models add FILE" in capsys.readouterr().err


def test_lists_of_similar_titles_become_a_public_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lists, home = tmp_path / "similar.jsonl", tmp_path / "home"
    lines = [
        {
            "tmdbId": 9_000 + n,
            "title": f"Film {n}",
            "year": 1970 + n,
            "similar": [9_000 + (n + k) % 40 for k in (2, 4, 6)],
        }
        for n in range(1, TITLES + 1)
    ]
    lists.write_text("\n".join(map(json.dumps, lines)))
    asyncio.run(move_in(home, same_films(), history=False))
    assert recommendarr(home, "train", "--similar", str(lists)) == 0
    assert "Read 40 lists" in capsys.readouterr().out
    assert asyncio.run(open_models(home).current(ModelKind.PUBLIC)) is not None
    assert recommendarr(home, "train", "--similar", str(lists), "--data", str(tmp_path)) == 1
    assert "one at a time" in capsys.readouterr().err
