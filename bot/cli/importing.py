"""``recommendarr import``: catalogues and histories from files."""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from bot.cli._verb import Verb
from bot.importing.jobs import ImportOptions
from bot.importing.report import Report
from bot.settings import Settings
from engine.errors import InvalidQuery

EVERY = 2_000
"""Rows between two signs of progress."""


def configure(parser: ArgumentParser) -> None:
    """What is read, whose it is, and how."""
    parser.add_argument(
        "what", nargs="+", metavar="[FORMAT] FILE", help="a file, a ZIP or a folder; FORMAT if it must be said"
    )
    parser.add_argument("--format", default="", help="the format, where its content does not tell")
    parser.add_argument("--viewer", default="", metavar="NAME", help="whose history it is")
    parser.add_argument("--create-viewer", action="store_true", help="make that person when there is none of the name")
    parser.add_argument(
        "--library", default="", metavar="NAME", help="where a catalogue's titles go (default: Imported)"
    )
    parser.add_argument("--closed", action="store_true", help="open a new library to nobody yet")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    parser.add_argument("--unmatched", type=Path, metavar="CSV", help="write the rows that became nothing to this file")
    parser.add_argument("--embed", action="store_true", help="understand the new titles now, not at the next start")


def run(options: Namespace, settings: Settings) -> int:
    """Exit code 0 when the file was read, even if some rows became nothing; the report says which."""
    *named, path = options.what
    if len(named) > 1 or (named and options.format):
        raise InvalidQuery("import-one-file")
    wanted = ImportOptions(
        format=named[0] if named else options.format,
        viewer=options.viewer,
        create_viewer=options.create_viewer,
        library=options.library,
        closed=options.closed,
        dry_run=options.dry_run,
    )
    asyncio.run(_import(Path(path), wanted, options, settings))
    return 0


async def _import(path: Path, wanted: ImportOptions, options: Namespace, settings: Settings) -> None:
    from bot.app import open_services  # noqa: PLC0415 - help must not wait for it
    from bot.importing.jobs import run_import  # noqa: PLC0415
    from bot.importing.report import report_lines, save_unmatched  # noqa: PLC0415

    async with open_services(settings) as services:
        report = await run_import(services, path, wanted, _progress())
        _clear()
        sys.stdout.write("\n".join(report_lines(report, services.translations.to(settings.locale))) + "\n")
        if options.unmatched is not None:
            save_unmatched(report, options.unmatched)
        if options.embed and not options.dry_run:
            await services.snapshots.refresh()
            await services.snapshots.embed_missing(_embedding)
            _clear()


def _progress() -> Callable[[Report], None]:
    last = 0

    def show(report: Report) -> None:
        nonlocal last
        if report.rows >= last + EVERY:
            last = report.rows
            _line(f"{report.rows} rows read, {report.matched} matched")

    return show


def _embedding(done: int, total: int) -> None:
    _line(f"{done} of {total} titles understood")


def _line(text: str) -> None:
    sys.stderr.write(f"\r{text:<60}")
    sys.stderr.flush()


def _clear() -> None:
    sys.stderr.write("\r" + " " * 60 + "\r")


VERB = Verb(
    name="import",
    summary="bring in titles and histories from files",
    description="Reads, and recognises by content:\n"
    "  catalogue     titles as JSON lines (.jsonl, .jsonl.gz)\n"
    "  letterboxd    the export ZIP, its folder, or single CSVs\n"
    "  imdb          ratings, lists and watchlists as CSV\n"
    "  trakt         the export's JSON files, or their ZIP\n"
    "  myanimelist   the XML export (.xml, .xml.gz)\n"
    "  ratings       user,item,rating,timestamp as CSV, for many people at once\n\n"
    "  recommendarr import catalogue titles.jsonl --library Films\n"
    "  recommendarr import letterboxd-export.zip --viewer Anna --create-viewer\n"
    "  recommendarr import ratings.csv --dry-run\n\n"
    "The same file again adds nothing; one that was cut off goes on. Stop the service first when it uses SQLite.",
    configure=configure,
    run=run,
)
