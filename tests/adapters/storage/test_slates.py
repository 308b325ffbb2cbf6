"""Slates of other versions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import text

from adapters.storage import SqlStorage, open_storage
from engine.domain.slate import Slate
from tests.contracts.facts import ANNA, slate

LAST_WEEK = (Path(__file__).parent / "slate-version-1.json").read_text(encoding="utf-8")


async def stored(storage: SqlStorage, kept: Slate) -> dict[str, Any]:
    async with storage.unit() as unit:
        await unit.viewers.add(ANNA)
        await unit.slates.add(kept)
    with storage._database.engine.connect() as connection:  # type: ignore[attr-defined] - a SQLite database has one
        return json.loads(connection.execute(text("SELECT document FROM slate")).scalar_one())


async def rewrite(storage: SqlStorage, document: str) -> None:
    with storage._database.engine.begin() as connection:  # type: ignore[attr-defined] - a SQLite database has one
        connection.execute(text("UPDATE slate SET document = :document"), {"document": document})


async def loaded(storage: SqlStorage) -> Slate:
    async with storage.unit() as unit:
        found = await unit.slates.get("s")
    assert found is not None
    return found


async def test_a_slate_written_by_the_first_version_is_read_for_ever(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    await stored(storage, slate("s"))
    await rewrite(storage, LAST_WEEK)
    found = await loaded(storage)
    assert found.id == "s"
    assert found.picks[0].evidence[0].items == ("movie:1", "movie:2")
    assert found.picks[0].contributions[0].value == 1 / 7
    await storage.close()


async def test_what_a_newer_version_says_is_left_out_and_the_rest_remains(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    document = await stored(storage, slate("s"))
    document["new field"] = {"x": 1}
    document["query"]["new field"] = 1
    document["notes"].append({"kind": "of-the-future", "count": 1, "subject": ""})
    document["picks"][0]["evidence"].insert(0, {"kind": "of-the-future", "contribution": "new", "novelty": 1})
    document["picks"][0]["evidence"][1]["novelty"] = 2
    await rewrite(storage, json.dumps(document))
    assert await loaded(storage) == slate("s")
    await storage.close()


async def test_what_an_older_version_did_not_know_takes_its_default(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    document = await stored(storage, slate("s"))
    del document["catalogue_version"], document["picks"][0]["source"], document["query"]["filters"]["people"]
    await rewrite(storage, json.dumps(document))
    found = await loaded(storage)
    assert (found.catalogue_version, found.picks[0].source, found.query.filters.people) == ("", "library", frozenset())
    await storage.close()


async def test_numbers_of_numpy_are_stored_as_numbers(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    kept = slate("s")
    pick = replace(kept.picks[0], score=np.float32(0.7), rank=np.int64(1))  # type: ignore[arg-type]
    document = await stored(storage, replace(kept, picks=(pick,)))
    assert document["picks"][0]["score"] == float(np.float32(0.7))
    assert (await loaded(storage)).picks[0].rank == 1
    await storage.close()


async def test_a_score_that_is_no_number_is_refused_when_it_is_stored(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    kept = slate("s")
    broken = replace(kept, picks=(replace(kept.picks[0], score=float("nan")),))
    async with storage.unit() as unit:
        await unit.viewers.add(ANNA)
    with pytest.raises(Exception, match="JSON compliant"):
        async with storage.unit() as unit:
            await unit.slates.add(broken)
    await storage.close()
