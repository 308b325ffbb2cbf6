"""Runs every check that a change must pass and says in the end which failed: ``python -m tests.gate``.

The static checks run beside the tests, since neither needs the other. Tracing makes a test two to four times as slow,
and following greenlets half as slow again: only the tests of the databases, which SQLAlchemy runs in greenlets, are
traced in both ways, and those marked ``untraced``, which repeat what others cover, in neither. A test that hangs is
ended with the stacks of its threads.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
BIN = Path(sys.executable).parent
ENGINE_FLOOR = 95
WHOLE_FLOOR = 90


@dataclass(frozen=True)
class Check:
    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Outcome:
    check: Check
    passed: bool
    seconds: float
    output: str


STATIC = (
    Check("lint", (f"{BIN}/ruff", "check", "--no-cache", ".")),
    Check("format", (f"{BIN}/ruff", "format", "--no-cache", "--check", ".")),
    Check("imports", (f"{BIN}/lint-imports", "--no-cache")),
    Check("translations", (sys.executable, "-m", "bot.i18n.check")),
    Check("catalogue facts", (sys.executable, "-m", "bot.demo.facts_check")),
    Check("types", (f"{BIN}/pyright",)),
)
SETTINGS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""Processes share the cores, not threads; and what is compiled once is kept, since many processes are started."""
WORKERS = str(min((os.cpu_count() or 1) + 1, 5))
PYTEST = (f"{BIN}/pytest", "-q", "-rs", "--durations=10", "-n", WORKERS, "--dist", "loadfile", "--no-loadscope-reorder")
DATABASES = ("tests/adapters/storage", "tests/contracts")
LONGEST = (TESTS / "properties" / "test_media_leaks.py", TESTS / "bot" / "test_bench.py")
"""Each takes one worker half as long as all the others need for the rest, so that they are begun first."""
UNTRACED = tuple(
    str(path)
    for path in sorted(TESTS.rglob("test_*.py"), key=lambda path: (path not in LONGEST, path))
    if "mark.untraced" in path.read_text("utf-8")
)
TRACED = {"COVERAGE_PROCESS_START": str(ROOT / "pyproject.toml")}
"""Starts coverage in every process that runs our code, also in those that tests start."""
SUITES = (
    Check(
        "tests",
        (*PYTEST, "-m", "not untraced", "tests", *(f"--ignore={folder}" for folder in DATABASES)),
        TRACED,
    ),
    Check("tests of databases", (*PYTEST, "-m", "not untraced", *DATABASES), TRACED | {"FOLLOW": "greenlet"}),
    Check("tests without tracing", (*PYTEST, "-m", "untraced", *UNTRACED)),
)
ERASE = Check("coverage of runs before", (f"{BIN}/coverage", "erase"))
COVERAGE = (
    Check("coverage of all processes", (f"{BIN}/coverage", "combine", "--quiet")),
    Check(
        f"coverage of the engine ≥ {ENGINE_FLOOR} %",
        (f"{BIN}/coverage", "report", "--include=engine/*", f"--fail-under={ENGINE_FLOOR}"),
    ),
    Check(f"coverage of the whole ≥ {WHOLE_FLOOR} %", (f"{BIN}/coverage", "report", f"--fail-under={WHOLE_FLOOR}")),
)


async def run(check: Check, *, live: bool = False) -> Outcome:
    """Run one check; ``live`` lets it write to the terminal as it goes."""
    started = time.monotonic()
    environment = os.environ | SETTINGS | dict(check.settings)
    process = await asyncio.create_subprocess_exec(
        *check.command,
        cwd=ROOT,
        env=environment,
        stdout=None if live else asyncio.subprocess.PIPE,
        stderr=None if live else asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return Outcome(check, process.returncode == 0, time.monotonic() - started, (output or b"").decode(errors="replace"))


async def static_checks() -> list[Outcome]:
    return [await run(check) for check in STATIC]


async def gate() -> int:
    if shutil.which("chromium") is None:
        if os.environ.get("CI"):
            print("The browser tests need Chromium, and this machine has none (Debian: apt install chromium).")
            return 1
        print("No Chromium on this machine: the browser tests are skipped (Debian: apt install chromium).")
    static = asyncio.create_task(static_checks())
    outcomes = [await run(ERASE)]
    outcomes += [await run(check, live=True) for check in SUITES]
    outcomes += [await run(check) for check in COVERAGE]
    outcomes += await static
    for outcome in outcomes:
        if not outcome.passed and outcome.output:
            print(f"\n--- {outcome.check.name} ---\n{outcome.output.rstrip()}")
    print()
    for outcome in outcomes:
        print(f"{'ok    ' if outcome.passed else 'FAILED'}  {outcome.check.name}  ({outcome.seconds:.0f} s)")
    failed = [outcome for outcome in outcomes if not outcome.passed]
    print(f"checks: {len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(gate()))
