"""``recommendarr`` and ``python -m bot``: reads the verb, runs it, turns errors into text and an exit code."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.cli._verb import Verb
from bot.settings import Settings
from engine.discovery import discover
from engine.errors import RecommendarrError

BROKEN_PIPE = 141
INTERRUPTED = 130
EPILOGUE = """\
a first visit:      recommendarr demo
your own library:   recommendarr import catalogue titles.jsonl
your own history:   recommendarr import letterboxd-export.zip --viewer Anna
then:               recommendarr run
is all well?        recommendarr check

Settings come from the environment and from .env; see .env.example."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 done, 1 could not be done, 2 asked wrongly."""
    try:
        verbs = discover("bot.cli", "VERB", Verb, key=lambda verb: verb.name)
        options = _parser(verbs).parse_args(arguments)
        settings = Settings()
        if options.data_dir is not None:
            settings = settings.model_copy(update={"data_dir": options.data_dir})
        return verbs[options.verb].run(options, settings)
    except ValidationError as problem:
        for fault in problem.errors():
            name = "_".join(str(part) for part in fault["loc"]).upper()
            _say(f"The setting RECOMMENDARR_{name} is wrong: {fault['msg']}. See .env.example for what it may be.")
        return 1
    except RecommendarrError as error:
        _say(_in_words(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _parser(verbs: dict[str, Verb]) -> ArgumentParser:
    parser = ArgumentParser(
        prog="recommendarr",
        description="Private recommendations for the people who share a media server, in the chat they already use.",
        epilog=EPILOGUE,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where everything is kept (default: data)")
    commands = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in verbs.items():
        command = commands.add_parser(
            name, help=verb.summary, description=verb.description, formatter_class=RawDescriptionHelpFormatter
        )
        verb.configure(command)
    return parser


def _in_words(error: RecommendarrError) -> str:
    from bot.app import translations  # noqa: PLC0415 - only when something went wrong

    return translations().to(os.environ.get("LANG", "en").split(".")[0].replace("_", "-")).error(error)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
