"""Runs one measurement in a process of its own, so that neither threads nor memory of the caller count."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from bot.bench._bench import Bench, Figures
from engine.discovery import discover

ROOT = Path(__file__).resolve().parents[2]
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


class BenchFailed(Exception):
    """The measurement ended without figures; what went wrong is on stderr already."""


def benches() -> dict[str, Bench]:
    """Every measurement there is."""
    return discover("bot.bench", "BENCH", Bench, key=lambda bench: bench.name)


def measure_alone(name: str, options: Namespace) -> Figures:
    """The figures of one measurement. Raises BenchFailed."""
    told = {key: value for key, value in vars(options).items() if isinstance(value, str | int | float)}
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | dict.fromkeys(ONE_THREAD, "1") | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", "bot.bench._alone", name, json.dumps(told)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BenchFailed(name)
    return json.loads(done.stdout.splitlines()[-1])


def main(arguments: Sequence[str]) -> None:
    """``python -m bot.bench._alone <name> <options as JSON>``."""
    name, told = arguments
    figures = benches()[name].measure(Namespace(**json.loads(told)))
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
