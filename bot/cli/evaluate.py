"""``recommendarr evaluate``: how good the recommendations are, measured on what people liked later."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bot.cli._verb import Verb
from bot.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """On what, and how the report looks."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with ratings.csv and items.jsonl (or .gz)")
    parser.add_argument("--slice", action="append", default=[], metavar="NAME", help="only this slice (repeatable)")
    parser.add_argument("--model", action="append", default=[], metavar="NAME", help="only this model (repeatable)")
    parser.add_argument("--list", action="store_true", help="say which slices and models there are")
    parser.add_argument(
        "--household", type=_sizes, default=(), metavar="N,N…",
        help="how quality grows with the household: servers of so many people, drawn at random",
    )  # fmt: skip
    parser.add_argument(
        "--artefact", action="store_true", help="with --household: also with a public model learned from all others"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another draw of ties, folds and new titles")
    parser.add_argument("--embeddings", choices=("auto", "minilm", "ollama", "hashed"), help="another sentence model")
    parser.add_argument("--votes", action="store_true", help="let public votes in DIR count, though they came later")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object in the last line")


def run(options: Namespace, settings: Settings) -> int:
    """Print the report."""
    from bot.evaluating.table import table  # noqa: PLC0415 - help must not wait for what measures

    if options.list:
        sys.stdout.write(_listed())
        return 0
    from bot.evaluating.measure import Wanted, report_on  # noqa: PLC0415
    from engine.evaluation.report import Choice  # noqa: PLC0415

    if options.embeddings:
        settings = settings.model_copy(update={"embeddings": options.embeddings})
    choice = Choice(options.slice, options.model, abs(options.seed))
    wanted = Wanted(options.data, choice, options.household, options.artefact, options.votes)
    with _one_thread():
        told = asyncio.run(report_on(wanted, settings))
    sys.stdout.write(json.dumps(told, allow_nan=False) + "\n" if options.json else table(told))
    return 0


def _sizes(text: str) -> tuple[int, ...]:
    try:
        sizes = tuple(dict.fromkeys(int(part) for part in text.split(",")))
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a list of numbers like 5,15,50") from None
    if min(sizes) < 2:
        raise ArgumentTypeError("a household has at least two people")
    return sizes


def _listed() -> str:
    from engine.evaluation.report import models, slices  # noqa: PLC0415

    lines = ["slices"]
    lines += [f"  {own.name:<15} {own.summary}{' (for tuning)' if own.tuning else ''}" for own in slices().values()]
    lines += ["models"]
    lines += [
        f"  {own.name:<15} {own.summary}{'' if not own.needs or find_spec(own.needs) else ' (not installed)'}"
        for own in models().values()
    ]
    return "\n".join(lines) + "\n"


def _one_thread() -> AbstractContextManager[object]:
    """Arithmetic on one thread, so that a run can be repeated."""
    return import_module("threadpoolctl").threadpool_limits(1)


VERB = Verb(
    name="evaluate",
    summary="how good the recommendations are, on what people liked later",
    description="Holds back part of everybody's history, recommends from the rest and counts what is found, on the\n"
    "household's own history or on a folder of ratings, beside other ways to recommend (the extra “peers” brings\n"
    "the library that WARP needs). Nothing is learned or changed; the last report on the household's own history is\n"
    "kept in the data directory, as evaluation/last.json.\n"
    "Stop the service first when it uses SQLite: one process at a time may have the data directory.",
    configure=configure,
    run=run,
)
