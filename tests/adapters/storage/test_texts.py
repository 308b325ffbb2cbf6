"""Texts that databases choke on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.storage import SqlStorage, open_storage
from adapters.storage.columns import storable
from engine.domain.items import Credit, CreditRole
from tests.contracts.facts import BARE

pytestmark = pytest.mark.untraced


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "sqlite" else request.getfixturevalue("postgres_url")


@pytest.fixture
async def storage(url: str | None, tmp_path: Path) -> AsyncIterator[SqlStorage]:
    opened = await open_storage(url, tmp_path)
    yield opened
    await opened.close()


async def test_nul_and_broken_unicode_are_cleaned_wherever_they_come(storage: SqlStorage) -> None:
    title = "a\0b\ud800c"
    item = replace(BARE, title=title, titles={"x\0": title}, credits=(Credit(title, CreditRole.ACTOR),))
    async with storage.unit() as unit:
        await unit.items.upsert([item])
        found = await unit.items.get(BARE.id)
        assert found is not None
        assert found.title == "ab?c"
        assert "b" in found.credits[0].name
        assert await unit.viewers.find("\0\udfff") == []
        assert await unit.items.get("\0") is None


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
@settings(max_examples=200)
def test_what_is_storable_is_storable_unchanged(text: str) -> None:
    clean = storable(text)
    assert storable(clean) == clean
    assert "\0" not in clean
    assert clean.encode("utf-8").decode("utf-8") == clean


@given(title=st.text(min_size=0, max_size=300), word=st.text(max_size=20))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_comes_back(storage: SqlStorage, title: str, word: str) -> None:
    item = replace(BARE, title=storable(title), keywords=(storable(word),), tags=frozenset({storable(word)}))
    async with storage.unit() as unit:
        await unit.items.upsert([item])
        assert await unit.items.get(item.id) == item
