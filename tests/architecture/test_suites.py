"""What the gate runs, and what it would overlook."""

from __future__ import annotations

from tests.gate import DATABASES, ROOT, SUITES, TESTS, UNTRACED


def test_only_test_files_mark_tests_as_untraced_since_others_are_not_looked_through() -> None:
    mark = "pytest.mark." + "untraced"
    marked = [path for path in TESTS.rglob("*.py") if mark in path.read_text(encoding="utf-8")]
    assert {str(path) for path in marked} == set(UNTRACED)


def test_every_folder_of_tests_is_run_by_one_suite_with_tracing() -> None:
    first, databases, untraced = (suite.command for suite in SUITES)
    assert "tests" in first
    for folder in DATABASES:
        assert (ROOT / folder).is_dir()
        assert f"--ignore={folder}" in first
        assert folder in databases
    assert [command[command.index("-m") + 1] for command in (first, databases, untraced)] == [
        "not untraced", "not untraced", "untraced",
    ]  # fmt: skip
