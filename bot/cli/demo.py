"""``recommendarr demo``: a household with a catalogue of its own, ready to be asked."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.cli._verb import Verb
from bot.settings import Settings

FOLDER = Path("demo-data")


def configure(parser: ArgumentParser) -> None:
    """The demo's options."""
    parser.add_argument("--prepare", action="store_true", help="only make the household, with its vectors; then end")


def run(options: Namespace, settings: Settings) -> int:
    """Serve the demo, or only prepare it."""
    from bot.app import serve, until_told  # noqa: PLC0415 - help must not wait for it

    data_dir = settings.data_dir if options.data_dir is not None else FOLDER
    settings = settings.model_copy(
        update={"data_dir": data_dir, "database_url": None, "chroma_url": None, "console": "on"}
    )
    until_told(prepare(settings) if options.prepare else serve(settings, demo=True))
    return 0


async def prepare(settings: Settings) -> None:
    """Household and vectors, with progress on stderr."""
    from bot.app import open_services  # noqa: PLC0415
    from bot.jobs import calibrate_match  # noqa: PLC0415

    def progress(done: int, total: int) -> None:
        sys.stderr.write(f"\r      titles understood: {done}/{total}")
        sys.stderr.flush()

    async with open_services(settings, demo=True) as services:
        if services.snapshots.embedded_share < 1:
            await services.snapshots.embed_missing(progress)
            sys.stderr.write("\n")
        await calibrate_match.run(services)


VERB = Verb(
    name="demo",
    summary="try it at once: a built-in household in this terminal",
    description="Opens the bot in this terminal with five people, their histories and more than 400 titles,\n"
    "and the companion page beside it. Say /be Camille to be somebody else, /help for what there is.",
    configure=configure,
    run=run,
)
