"""``recommendarr run``: the service on one's own data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from bot.cli._verb import Verb
from bot.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Who sits at the terminal."""
    parser.add_argument(
        "--as", dest="viewer", default="", metavar="NAME", help="be this person at this terminal from now on"
    )


def run(options: Namespace, settings: Settings) -> int:
    """Serve until told to stop."""
    from bot.app import serve, until_told  # noqa: PLC0415 - help must not wait for it

    until_told(serve(settings, viewer=options.viewer))
    return 0


VERB = Verb(
    name="run",
    summary="run the service on your own data",
    description="Opens the bot on every configured chat platform (the terminal where none is) and the companion page.\n"
    "Stop it with /quit, Ctrl-D or Ctrl-C; nothing is lost at any moment.",
    configure=configure,
    run=run,
)
