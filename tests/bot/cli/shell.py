"""Runs the command line as a user would: a process of its own, real files, real pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def recommendarr(
    *arguments: str, typed: str = "", cwd: Path | None = None, settings: Mapping[str, str] | None = None
) -> Outcome:
    """Run one verb to its end. Settings of the machine are not inherited."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RECOMMENDARR_")}
    environment = (
        inherited
        | {"RECOMMENDARR_EMBEDDINGS": "hashed", "RECOMMENDARR_PORT": "0", "LANG": "C.UTF-8"}
        | dict(settings or {})
    )
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        cwd=cwd or ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
