"""``recommendarr graph``: how the titles hang together."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from bot.cli._verb import Verb
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.cli._graph import Seen

Report = tuple[list[str], dict[str, object]]
"""Lines for a person and the same for a program."""
Look = Callable[["Seen", Namespace], Awaitable[Report]]


def configure(parser: ArgumentParser) -> None:
    """One word per question."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--viewer", default="", metavar="NAME", help="only what this person may see")
    common.add_argument("--json", action="store_true", help="the same as one JSON object in the last line")
    most = ArgumentParser(add_help=False)
    most.add_argument("--most", type=int, default=10, metavar="N", help="how many to show (default 10)")
    questions = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
    questions.add_parser("stats", parents=[common], help="how many vertices and edges of each kind there are")
    path = questions.add_parser("path", parents=[common], help="how one title leads to another")
    path.add_argument("start", metavar="TITLE")
    path.add_argument("end", metavar="TITLE")
    near = questions.add_parser("near", parents=[common, most], help="what is like a title, and by what")
    near.add_argument("title", metavar="TITLE")
    questions.add_parser("central", parents=[common, most], help="what everything leads to")
    questions.add_parser("communities", parents=[common, most], help="titles that hang together (needs networkit)")


def run(options: Namespace, settings: Settings) -> int:
    """Print the answer."""
    lines, report = asyncio.run(_answer(options, settings))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.json:
        sys.stdout.write(json.dumps(report) + "\n")
    return 0


async def _answer(options: Namespace, settings: Settings) -> Report:
    from bot.cli._graph import opened  # noqa: PLC0415 - help must not wait for it

    async with opened(settings, options.viewer) as seen:
        return await _LOOKS[options.question](seen, options)


async def _stats(seen: Seen, options: Namespace) -> Report:
    from engine.graph import census  # noqa: PLC0415
    from engine.graph.graph import Graph  # noqa: PLC0415

    del options
    begun = perf_counter()
    Graph.of(seen.graph.catalogue, seen.graph.shown)
    took = round((perf_counter() - begun) * 1000, 1)
    counted = {
        "vertices": census.vertices(seen.graph, seen.watched),
        "edges": census.edges(seen.graph, seen.watched),
    }
    lines = [line for heading, figures in counted.items() for line in (heading, *_table(figures))]
    return [*lines, f"weighed in {took} ms"], {**counted, "milliseconds": took}


async def _path(seen: Seen, options: Namespace) -> Report:
    from engine.graph.blocks import Tie  # noqa: PLC0415
    from engine.graph.routes import route  # noqa: PLC0415

    start, end = await seen.row(options.start), await seen.row(options.end)
    found = await asyncio.to_thread(route, seen.graph, start, end)
    names = await seen.named([start, end, *(step.end for step in found.steps)] if found else [start, end])
    if found is None:
        return [f"Nothing leads from {names[start]} to {names[end]}."], {"steps": None}
    lines = [names[start]]
    for step in found.steps:
        roles = f"{'/'.join(step.roles)}: " if step.roles else "" if step.tie is Tie.PEOPLE else f"{step.tie}: "
        lines += [f"    {roles}{step.name}", names[step.end]]
    steps = [
        {"from": names[step.start], "to": names[step.end], "by": step.name, "kind": step.tie, "roles": step.roles}
        for step in found.steps
    ]
    return lines, {"steps": steps, "cost": round(found.cost, 3)}


async def _near(seen: Seen, options: Namespace) -> Report:
    from engine.graph.alike import alike  # noqa: PLC0415
    from engine.graph.routes import shared_people  # noqa: PLC0415
    from engine.graph.rules import implied_genres, series  # noqa: PLC0415

    row, graph = await seen.row(options.title), seen.graph
    found = await asyncio.to_thread(alike, graph, row, options.most)
    together = shared_people(graph, row)[: options.most]
    others = seen.watched.also_finished(row, graph.shown)[: options.most]
    part_of = series(graph.catalogue, row, graph.shown)
    names = await seen.named([row, *(one.row for one in found), *dict(together), *dict(others), *part_of])
    lines = [f"Like {names[row]}     together, by vector, by connections"]
    lines += [f"  {one.score:.2f}  {one.by_vector:.2f}  {one.by_graph:.2f}  {names[one.row]}" for one in found]
    lines += ["Two people or more in common"] * bool(together)
    lines += [f"  {names[one]}: {', '.join(who[:6])}" for one, who in together]
    lines += ["Its series"] * (len(part_of) > 1) + [f"  {names[one]}" for one in part_of if len(part_of) > 1]
    implied = implied_genres(graph.catalogue, row)
    lines += [f"Its words imply: {', '.join(implied)}"] if implied else []
    lines += [f"Of those who finished it, {count} finished {names[one]}" for one, count in others]
    return lines, {
        "title": names[row],
        "alike": [
            {"title": names[one.row], "score": one.score, "vector": one.by_vector, "graph": one.by_graph}
            for one in found
        ],
        "people": {names[one]: who for one, who in together},
        "series": [names[one] for one in part_of],
        "implied": implied,
        "finished": {names[one]: count for one, count in others},
    }


async def _central(seen: Seen, options: Namespace) -> Report:
    from engine.graph.blocks import TIES  # noqa: PLC0415
    from engine.graph.central import central, most_central  # noqa: PLC0415

    titles = (await asyncio.to_thread(central, seen.graph))[0]
    best = [int(row) for row in (-titles).argsort(kind="stable")[: options.most] if titles[row] > 0]
    names = await seen.named(best)
    report: dict[str, object] = {"titles": {names[row]: float(titles[row]) for row in best}}
    lines = ["titles, in shares of all walks", *(f"  {titles[row]:.4f}  {names[row]}" for row in best)]
    for tie in TIES:
        found = most_central(seen.graph, tie, options.most)
        report[tie] = {name: {"titles": count, "share": share} for name, count, share in found}
        lines += [f"{tie}, with the titles they connect", *(f"  {count:>5}  {name}" for name, count, _ in found)]
    return lines, report


async def _communities(seen: Seen, options: Namespace) -> Report:
    from engine.graph.communities import EXAMPLES, between, communities  # noqa: PLC0415

    found = await asyncio.to_thread(communities, seen.graph, options.most)
    bridges = await asyncio.to_thread(between, seen.graph, options.most)
    shown = [row for one in found for row in one.rows[:EXAMPLES]]
    names = await seen.named([*shown, *dict(bridges)])
    lines: list[str] = []
    for one in found:
        lines += [f"{len(one.rows)} titles: {', '.join(one.names)}"]
        lines += [f"  {names[row]}" for row in one.rows[:EXAMPLES]]
    lines += ["Between them", *(f"  {names[row]}" for row, _ in bridges)]
    return lines, {
        "communities": [
            {"size": len(one.rows), "names": one.names, "titles": [names[row] for row in one.rows[:EXAMPLES]]}
            for one in found
        ],
        "between": {names[row]: share for row, share in bridges},
    }


def _table(figures: Mapping[str, int]) -> list[str]:
    return [f"  {count:>10,}  {name}" for name, count in figures.items()]


_LOOKS: Mapping[str, Look] = {
    "stats": _stats,
    "path": _path,
    "near": _near,
    "central": _central,
    "communities": _communities,
}

VERB = Verb(
    name="graph",
    summary="how titles hang together: ways between them, what is like what",
    description="Looks at titles, people, keywords, genres, series and names in synopses as a graph.\n"
    "Nothing is changed. Stop the service first when it uses SQLite: one process at a time may have\n"
    "the data directory.",
    configure=configure,
    run=run,
)
