"""``recommendarr bench``: measurements of speed and memory that anybody can repeat."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace

from bot.bench._alone import BenchFailed, benches, measure_alone
from bot.cli._verb import Verb
from bot.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """One word per measurement."""
    measurements = parser.add_subparsers(dest="bench", required=True, metavar="WHAT")
    for name, bench in benches().items():
        own = measurements.add_parser(name, help=bench.summary, description=bench.summary)
        own.add_argument("--json", action="store_true", help="the figures as one JSON object in the last line")
        bench.configure(own)


def run(options: Namespace, settings: Settings) -> int:
    """Measure in a process of its own and print the figures."""
    del settings
    try:
        figures = measure_alone(options.bench, options)
    except BenchFailed:
        return 1
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        width = max(map(len, figures))
        sys.stdout.write("".join(f"{name:<{width}}  {value:>12}\n" for name, value in figures.items()))
    return 0


VERB = Verb(
    name="bench",
    summary="measure speed and memory",
    description="Measures on a generated world (or the demo), in a process of its own with one thread for arithmetic.\n"
    "Nothing of your own data is read or changed.",
    configure=configure,
    run=run,
)
