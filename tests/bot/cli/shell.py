"""Runs the command line as a user would: a process of its own, real files, real pipes; or within this process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from bot.__main__ import main

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
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        cwd=cwd or ROOT,
        env=surroundings(settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def here(*arguments: str, settings: Mapping[str, str] | None = None) -> Outcome:
    """The same without a process of its own: quicker by its start; for verbs that neither listen nor are stopped."""
    out, err = io.StringIO(), io.StringIO()
    with patch.dict(os.environ, surroundings(settings), clear=True), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())


def surroundings(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what this machine has set."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RECOMMENDARR_")}
    ours = {"RECOMMENDARR_EMBEDDINGS": "hashed", "RECOMMENDARR_PORT": "0", "LANG": "C.UTF-8"}
    return inherited | ours | dict(settings or {})
