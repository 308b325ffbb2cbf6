"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path for folder in ("bot", "engine", "adapters", "migrations") for path in (ROOT / folder).rglob("*.py")
)
LONGEST_FILE = 400
BANNED_WORDS = {"manager", "helper", "helpers", "util", "utils", "misc", "stuff"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert not set(re.split(r"[_.]", path.stem)) & BANNED_WORDS


def test_the_engine_reads_no_environment_and_no_files():
    for path in SOURCES:
        if path.relative_to(ROOT).parts[0] != "engine":
            continue
        names = {
            node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        assert not names & {"open", "input", "print"}, path


def test_no_host_of_a_registry_and_no_path_of_a_machine_is_written_down():
    hosts = re.compile(r"p[y]pi\.org|p[y]thonhosted|registry\.n[p]mjs|/ro[o]t/|/ho[m]e/\w+/")
    for path in tracked():
        if path.is_file() and path.suffix in {".py", ".toml", ".txt", ".md", ".yml", ".ftl", ".cfg", ""}:
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not hosts.search(text), path


def test_constraints_pin_every_package_without_an_address():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")
    pins = [line for line in lines if line.strip()]
    assert len(pins) > 50
    assert all(re.match(r"[a-zA-Z0-9._-]+==[^ ]+( ; .+)?$", line) for line in pins)
