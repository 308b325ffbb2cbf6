"""Says in the end in how many households leaks were hunted."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.properties.tried import since_asked_last

TRIED = "worlds tried"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call" and (count := since_asked_last()):
        report.user_properties.append((TRIED, count))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [one for found in terminalreporter.stats.values() for one in found if isinstance(one, pytest.TestReport)]
    tried = sum(int(count) for one in reports for name, count in one.user_properties if name == TRIED)
    if tried:
        terminalreporter.write_line(f"permission leaks: {tried} random worlds tried")
