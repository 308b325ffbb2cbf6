"""``recommendarr migrate``: the database's schema, forwards and backwards."""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser, Namespace

from bot import outside
from bot.cli._verb import Verb
from bot.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("revision", nargs="?", default="head", help="a revision, 'head', or a step such as -1")
    parser.add_argument("--show", action="store_true", help="only print where the database is and where the code is")


def run(options: Namespace, settings: Settings) -> int:
    """Print the revision before and after."""
    before, newest = asyncio.run(outside.schema(settings))
    sys.stdout.write(f"database: {before or 'empty'}   code: {newest}\n")
    if options.show:
        return 0
    asyncio.run(outside.migrate(settings, options.revision))
    after, _ = asyncio.run(outside.schema(settings))
    sys.stdout.write(f"database: {after or 'empty'}\n")
    return 0


VERB = Verb(
    name="migrate",
    summary="bring the database's schema up to date, or back",
    description="A start does this by itself; by hand it is for going back before an older version is installed:\n"
    "  recommendarr migrate          to the newest schema\n"
    "  recommendarr migrate -1       one step back (write it as:  migrate -- -1)\n"
    "Stop the service first, and keep a copy of the data directory.",
    configure=configure,
    run=run,
)
