"""Ollama over a real socket: a server that is right, slow, confused, or not the one that was meant."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from adapters.language.ollama import client as client_module
from adapters.language.ollama.answers import BadAnswer, find_model, read_vectors
from adapters.language.ollama.client import OllamaClient
from adapters.language.ollama.embedder import BATCH, OllamaEmbedder
from engine.errors import SourceRejected, SourceUnavailable
from tests.fakes.ollama import FakeOllama

SHARED = Path(__file__).resolve().parents[4] / "shared"
MODEL = "nomic-embed-text"


async def connect(fake: FakeOllama, model: str = MODEL, seconds: float = 5.0) -> OllamaEmbedder:
    return await OllamaEmbedder.connect(OllamaClient(fake.url, seconds=seconds, back_off=0.01), model)


async def test_the_dimensions_are_learned_from_the_first_answer(ollama: FakeOllama) -> None:
    ollama.dimensions = 48
    embedder = await connect(ollama)
    assert embedder.dimensions == 48
    assert (await embedder.embed([])).shape == (0, 48)
    await embedder.close()


async def test_texts_are_sent_in_batches_and_come_back_in_order_as_unit_vectors(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    await embedder.warm()
    texts = [f"title {n}" for n in range(2 * BATCH + 3)]
    vectors = await embedder.embed(texts)
    alone = await embedder.embed([texts[-1]])
    await embedder.close()
    assert [len(body["input"]) for body in ollama.received] == [1, BATCH, BATCH, 3, 1]
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(vectors[-1], alone[0])


async def test_a_model_pulled_anew_in_another_version_has_another_name(ollama: FakeOllama) -> None:
    first = await connect(ollama)
    ollama.digest = "sha256:" + "f" * 64
    second = await connect(ollama)
    assert first.name == "ollama-nomic-embed-text:latest-a1b2c3d4e5f6"
    assert second.name == "ollama-nomic-embed-text:latest-ffffffffffff"
    await first.close()
    await second.close()


async def test_a_model_that_only_completes_is_refused_before_it_is_used(ollama: FakeOllama) -> None:
    with pytest.raises(SourceRejected, match="embedding-model-cannot-embed"):
        await connect(ollama, "llama3:8b")
    assert ollama.received == []


async def test_a_server_too_old_to_tell_capabilities_is_asked_to_embed(ollama: FakeOllama) -> None:
    ollama.models = {"nomic-embed-text:latest": None}
    embedder = await connect(ollama)
    assert embedder.dimensions == ollama.dimensions
    await embedder.close()
    ollama.failures = [501]
    with pytest.raises(SourceRejected, match="embedding-model-cannot-embed"):
        await connect(ollama)


async def test_a_model_that_was_not_pulled_is_said(ollama: FakeOllama) -> None:
    with pytest.raises(SourceRejected, match="embedding-model-not-pulled"):
        await connect(ollama, "mxbai-embed-large")


async def test_a_model_removed_while_running_is_said(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    ollama.models.clear()
    with pytest.raises(SourceRejected, match="embedding-model-not-pulled"):
        await embedder.embed(["anything"])
    await embedder.close()


async def test_a_busy_server_is_asked_again(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    ollama.failures = [503, 429]
    ollama.retry_after = "0"
    assert (await embedder.embed(["anything"])).shape == (1, ollama.dimensions)
    assert len(ollama.received) == 4
    await embedder.close()


async def test_a_server_that_stays_busy_is_unavailable_and_says_for_how_long(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    ollama.failures = [503] * 5
    ollama.retry_after = "0"
    with pytest.raises(SourceUnavailable, match="embedding-server-unreachable") as caught:
        await embedder.embed(["anything"])
    assert caught.value.retry_after == 0
    await embedder.close()


async def test_a_slow_server_does_not_hold_us_up_for_ever(ollama: FakeOllama) -> None:
    embedder = await connect(ollama, seconds=0.3)
    ollama.delay = 1.0
    with pytest.raises(SourceUnavailable, match="embedding-server-unreachable"):
        await embedder.embed(["anything"])
    await embedder.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://", "no url at all"])
async def test_a_server_that_is_not_there_is_unavailable(url: str) -> None:
    client = OllamaClient(url, seconds=1, back_off=0)
    with pytest.raises(SourceUnavailable, match="embedding-server-unreachable"):
        await client.tags()
    await client.close()


async def test_a_refusal_of_another_kind_is_not_repeated(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    ollama.failures = [403, 403, 403]
    with pytest.raises(SourceRejected, match="embedding-server-confused"):
        await embedder.embed(["anything"])
    assert len(ollama.failures) == 2
    await embedder.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"not json",
        b"[" * 100_000,
        b"\xff\xfe",
        [],
        {},
        {"embeddings": None},
        {"embeddings": []},
        {"embeddings": [[]]},
        {"embeddings": ["0.1"]},
        {"embeddings": [[0.1, "0.2"]]},
        {"embeddings": [[0.1, True]]},
        b'{"embeddings": [[NaN, 1.0]]}',
        b'{"embeddings": [[1e999, 1.0]]}',
        {"embeddings": [[0.1, 0.2], [0.1, 0.2]]},
        {"embeddings": [[0.5, 0.5]]},
    ],
)
async def test_confused_answers_are_refused(ollama: FakeOllama, answer: Any) -> None:
    embedder = await connect(ollama)
    ollama.override = answer
    with pytest.raises(SourceRejected, match="embedding-server-confused"):
        await embedder.embed(["anything"])
    await embedder.close()


async def test_a_confused_first_answer_is_refused_too(ollama: FakeOllama) -> None:
    ollama.override = {"embeddings": "none"}
    with pytest.raises(SourceRejected, match="embedding-server-confused"):
        await connect(ollama)


async def test_an_endless_answer_is_cut_off(ollama: FakeOllama, monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = await connect(ollama)
    monkeypatch.setattr(client_module, "LARGEST_ANSWER", 10_000)
    ollama.override = b" " * 100_000
    with pytest.raises(SourceRejected, match="embedding-server-confused"):
        await embedder.embed(["anything"])
    await embedder.close()


async def test_huge_and_empty_texts_are_sent_in_a_form_the_server_takes(ollama: FakeOllama) -> None:
    embedder = await connect(ollama)
    await embedder.embed(["", "x" * 100_000, "\ud800"])
    sent = ollama.received[-1]["input"]
    assert sent[0] == " "
    assert len(sent[1]) == 8_000
    await embedder.close()


def test_a_zero_vector_stays_zero() -> None:
    np.testing.assert_allclose(read_vectors({"embeddings": [[0, 0], [3, 4]]}, 2), [[0, 0], [0.6, 0.8]], rtol=1e-6)


def test_models_are_found_by_full_name_only() -> None:
    answer = {"models": [7, {"name": 3}, {"name": "host:1500/a/b:latest", "digest": 5}, {"model": "a:v2"}]}
    assert find_model(answer, "a") is None
    found = find_model(answer, "host:1500/a/b")
    assert found is not None
    assert (found.digest, found.capabilities) == ("", None)
    assert find_model(answer, "a:v2") is not None
    with pytest.raises(BadAnswer):
        find_model({"models": {}}, "a")


async def test_the_fake_speaks_as_the_published_description_says(ollama: FakeOllama) -> None:
    description_file = SHARED / "contracts" / "ollama.json"
    if not description_file.exists():
        pytest.skip("the published description of the API is not on this machine")
    jsonschema = pytest.importorskip("jsonschema")
    embedder = await connect(ollama)
    await embedder.embed(["one", "two"])
    await embedder.close()
    description = json.loads(description_file.read_text())

    def check(name: str, content: Any) -> None:
        schema = {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
        jsonschema.Draft202012Validator(schema).validate(content)

    for path, content in ollama.answers:
        check({"/api/tags": "ListResponse", "/api/embed": "EmbedResponse"}[path], content)
    for body in ollama.received:
        check("EmbedRequest", body)
    assert len(ollama.answers) == 3


def test_answers_of_a_real_server_are_understood() -> None:
    recorded = SHARED / "fixtures" / "ollama"
    if not recorded.exists():
        pytest.skip("recorded answers are not on this machine")
    text = (recorded / "real-0.33-embed.txt").read_text()
    answer, _ = json.JSONDecoder().raw_decode(text)
    vectors = read_vectors(answer, len(answer["embeddings"]))
    assert all(math.isclose(float(np.linalg.norm(vector)), 1, abs_tol=1e-5) for vector in vectors)
    tags = json.loads((recorded / "real-0.33-tags.json").read_text())
    found = find_model(tags, "127.0.0.1:15001/library/tiny")
    assert found is not None
    assert found.capabilities == {"completion"}
