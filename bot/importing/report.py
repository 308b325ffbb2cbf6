"""What an import did, for the person who asked for it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.i18n import Translator
from bot.importing.rows import HistoryRow, Note, Place, Problem
from engine.errors import InvalidQuery

MOST_KEPT = 50_000
"""Rows without a title that are kept word for word; all of them are counted."""
MOST_SHOWN = 10
_COLUMNS = ("file", "line", "title", "year", "person", "reason", "candidates")
_FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A row that became nothing: unreadable, or of a title that is not here."""

    place: Place
    reason: str
    """Message key without its ``import-problem-``."""
    title: str = ""
    year: int | None = None
    person: str = ""
    detail: str = ""
    candidates: tuple[str, ...] = ()

    @classmethod
    def of_problem(cls, problem: Problem) -> Unmatched:
        """A row that could not be read."""
        return cls(problem.place, problem.reason, detail=problem.detail)

    @classmethod
    def of_row(cls, row: HistoryRow, reason: str, candidates: tuple[str, ...]) -> Unmatched:
        """A row whose title is not known here, or not for certain."""
        title = row.title or ", ".join(f"{service} {key}" for service, key in row.ids.items())
        return cls(row.place, reason, title, row.year, row.person, candidates=candidates)


@dataclass(slots=True)
class Report:
    """Counts of rows, and of facts (a row can be several, a diary entry with a rating for one)."""

    format: str
    dry_run: bool = False
    resumed: bool = False
    """Went on with an import that was interrupted."""
    rows: int = 0
    matched: int = 0
    added: int = 0
    """Facts or titles that were not here before."""
    changed: int = 0
    """Titles of a catalogue that were here, and told more or otherwise."""
    known: int = 0
    """Facts or titles that were here already."""
    failed: int = 0
    """Rows that became nothing."""
    unmatched: list[Unmatched] = field(default_factory=list[Unmatched])
    """The first of those."""
    reasons: Counter[str] = field(default_factory=Counter[str])
    people: list[str] = field(default_factory=list[str])
    """Names of those who were not here before."""
    viewer_ids: set[str] = field(default_factory=set[str])
    """Whose history grew."""
    libraries: list[str] = field(default_factory=list[str])
    """Names of those that were made."""
    notes: list[Note] = field(default_factory=list[Note])
    seconds: float = 0.0

    def fail(self, row: Unmatched) -> None:
        """Count a row that became nothing."""
        self.failed += 1
        self.reasons[row.reason] += 1
        if len(self.unmatched) < MOST_KEPT:
            self.unmatched.append(row)


def report_lines(report: Report, speak: Translator) -> list[str]:
    """The report as lines of text, problems last."""
    return list(_summary(report, speak)) + list(_problems(report, speak))


def save_unmatched(report: Report, path: Path) -> None:
    """Write the rows that became nothing as CSV. Raises InvalidQuery where that is not possible."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_COLUMNS)
            writer.writerows(_cells(row) for row in report.unmatched)
    except OSError as error:
        raise InvalidQuery("import-unmatched-unwritable", path=str(path), reason=error.strerror or "") from error


def _summary(report: Report, speak: Translator) -> Iterator[str]:
    catalogue = report.format == "catalogue"
    if report.resumed:
        yield speak.text("import-resumed")
    done = "import-dry" if report.dry_run else "import-done"
    kind = "titles" if catalogue else "facts"
    yield speak.text(f"{done}-{kind}", added=report.added, rows=report.rows, seconds=speak.number(report.seconds, 1))
    if report.changed:
        yield speak.text("import-changed", count=report.changed)
    if report.known:
        yield speak.text("import-known", count=report.known)
    if report.libraries:
        yield speak.text("import-libraries", count=len(report.libraries), names=_some(report.libraries, speak))
    if report.people:
        yield speak.text("import-people", count=len(report.people), names=_some(report.people, speak))
    for note in report.notes:
        yield speak.text(f"import-note-{note.key}", figure=speak.number(note.figure))


def _problems(report: Report, speak: Translator) -> Iterator[str]:
    if not report.failed:
        return
    yield speak.text("import-failed", count=report.failed)
    for row in report.unmatched[:MOST_SHOWN]:
        told = speak.text(f"import-problem-{row.reason}", detail=row.detail)
        named = f"{row.title} ({row.year})" if row.year else row.title
        line = speak.text(
            "import-problem", place=str(row.place), title=speak.quoted(named) if named else "-", told=told
        )
        if row.candidates:
            line = f"{line} {speak.text('import-candidates', titles=speak.list(row.candidates, either=True))}"
        yield f"  {line}"
    if report.failed > MOST_SHOWN:
        yield speak.text("import-failed-more", count=report.failed - MOST_SHOWN)


def _some(names: list[str], speak: Translator) -> str:
    shown = names[:3]
    return speak.list(shown) + (" …" if len(names) > len(shown) else "")


def _cells(row: Unmatched) -> list[str]:
    reason = f"{row.reason}: {row.detail}" if row.detail else row.reason
    year = str(row.year or "")
    cells = [row.place.file, str(row.place.line), row.title, year, row.person, reason, " | ".join(row.candidates)]
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]  # or a spreadsheet computes it
