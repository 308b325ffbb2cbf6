"""Which formats there are, and which one a file is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.importing.bundle import SourceFile
from bot.importing.rows import Importer
from engine.discovery import discover
from engine.errors import InvalidQuery


def importers() -> Mapping[str, Importer]:
    """Every format there is a folder for, by name."""
    return discover("adapters.imports", "IMPORTER", Importer, key=lambda importer: importer.name)


def importer_for(files: Sequence[SourceFile], named: str = "") -> Importer:
    """The format called ``named``, else the one that recognises the files. Raises InvalidQuery."""
    known = importers()
    names = ", ".join(known)
    if named:
        if named not in known:
            raise InvalidQuery("import-unknown-format", format=named, formats=names)
        return known[named]
    found = next((importer for importer in known.values() if importer.recognises(files)), None)
    if found is None:
        raise InvalidQuery("import-not-recognised", file=files[0].name if files else "", formats=names)
    return found
