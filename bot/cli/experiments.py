"""``recommendarr experiments``: ways of answering compared, in the shell."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from bot.cli._verb import Verb
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.i18n import Translator
    from engine.experiments.experiments import Experiments

Told = tuple[list[str], dict[str, object]]
"""Lines for a person and the same for a program."""


def configure(parser: ArgumentParser) -> None:
    """What to do, and with which."""
    parser.add_argument("--json", action="store_true", help="one JSON object instead of text")
    common = ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", default=SUPPRESS, help="one JSON object instead of text")
    doing = parser.add_subparsers(dest="do", metavar="WHAT")
    doing.add_parser("list", parents=[common], help="all experiments (this is done without WHAT, too)")
    start = doing.add_parser("start", parents=[common], help="begin one")
    start.add_argument("name", metavar="NAME")
    start.add_argument(
        "arms", metavar="ARM=SHARE", nargs="+", help="shipped, classic, no-exploration or bold, and percent of people"
    )
    for verb, about in (("stop", "end one; its report stays"), ("report", "what one has shown so far")):
        doing.add_parser(verb, parents=[common], help=about).add_argument("name", metavar="NAME")
    doing.add_parser("policy", parents=[common], help="what exploring never, or twice as much, would have brought")


def run(options: Namespace, settings: Settings) -> int:
    """Print what was done or found."""
    lines, facts = asyncio.run(_done(options, settings))
    sys.stdout.write((json.dumps(facts) if options.json else "\n".join(lines)) + "\n")
    return 0


async def _done(options: Namespace, settings: Settings) -> Told:
    from bot import outside  # noqa: PLC0415 - help must not wait for it
    from bot.app import translations  # noqa: PLC0415
    from engine.experiments.experiments import Experiments  # noqa: PLC0415

    clock, ids = outside.system_clock_and_ids()
    storage = await outside.open_storage(settings)
    try:
        known = Experiments(storage, clock, ids)
        return await _DOING[options.do or "list"](known, options, translations().to(settings.locale))
    finally:
        await storage.close()


async def _list(known: Experiments, options: Namespace, speak: Translator) -> Told:
    from bot.experimenting.telling import experiment_facts, experiment_lines  # noqa: PLC0415

    del options
    kept = await known.all()
    lines = [*experiment_lines(speak, kept), speak.text("experiments-how")]
    return lines, {"experiments": [experiment_facts(one) for one in kept]}


async def _start(known: Experiments, options: Namespace, speak: Translator) -> Told:
    from bot.experimenting.telling import experiment_facts, experiment_line  # noqa: PLC0415
    from bot.experimenting.typed import read_arms  # noqa: PLC0415

    one = await known.start(options.name, read_arms(options.arms))
    return [speak.text("experiments-started", line=experiment_line(speak, one))], experiment_facts(one)


async def _stop(known: Experiments, options: Namespace, speak: Translator) -> Told:
    from bot.experimenting.telling import experiment_facts  # noqa: PLC0415

    one = await known.stop(options.name)
    return [speak.text("experiments-stopped", name=one.name)], experiment_facts(one)


async def _report(known: Experiments, options: Namespace, speak: Translator) -> Told:
    import numpy as np  # noqa: PLC0415

    from bot.experimenting.telling import report_facts, report_lines  # noqa: PLC0415

    found = await known.report(options.name, np.random.default_rng(0))
    return report_lines(speak, found), report_facts(found)


async def _policy(known: Experiments, options: Namespace, speak: Translator) -> Told:
    import numpy as np  # noqa: PLC0415

    from bot.experimenting.telling import policy_facts, policy_lines  # noqa: PLC0415

    del options
    judged = await known.policies(np.random.default_rng(0))
    return policy_lines(speak, judged), {"policies": policy_facts(judged)}


_DOING: Mapping[str, Callable[[Experiments, Namespace, Translator], Awaitable[Told]]] = {
    "list": _list,
    "start": _start,
    "stop": _stop,
    "report": _report,
    "policy": _policy,
}

VERB = Verb(
    name="experiments",
    summary="compare ways of answering: start, stop, report; judge exploring by what was logged",
    description="  recommendarr experiments                                        what runs and what has run\n"
    "  recommendarr experiments start weights shipped=50 classic=50   half of the people each\n"
    "  recommendarr experiments report weights                        what came of it, and whether to stop\n"
    "  recommendarr experiments stop weights                          everybody is answered as usual again\n"
    "  recommendarr experiments policy                                exploring never, or twice as much\n\n"
    "Arms: shipped (as it is), classic (the textbook weights), no-exploration, bold (explores twice as\n"
    "much). The first is what the others are compared with. Stop the service first when it uses SQLite,\n"
    "or ask the bot in the chat: /experiments.",
    configure=configure,
    run=run,
)
