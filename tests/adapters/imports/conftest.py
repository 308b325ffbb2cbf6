"""Files as people have them, made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.importing.bundle import open_bundle
from bot.importing.formats import importer_for
from bot.importing.rows import HistoryRow, Problem, Row

Reader = Callable[..., list[Row]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Writes content into files and reads them as the format that recognises them (or the one that is named)."""

    def read_files(format_name: str = "", /, **files: str | bytes) -> list[Row]:
        folder = tmp_path / "export"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            path = folder / name.replace("__", "/").replace("_csv", ".csv").replace("_json", ".json")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        only = [path for path in folder.rglob("*") if path.is_file()]
        bundle = open_bundle(only[0] if len(only) == 1 else folder)
        return list(importer_for(bundle, format_name).read(bundle))

    return read_files


def facts(rows: list[Row]) -> list[HistoryRow]:
    return [row for row in rows if isinstance(row, HistoryRow)]


def problems(rows: list[Row]) -> list[tuple[str, int]]:
    return [(row.reason, row.place.line) for row in rows if isinstance(row, Problem)]
