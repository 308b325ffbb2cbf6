"""``recommendarr evaluate``: how good the recommendations are, measured on what people liked later."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._verb import Verb
from bot.settings import Settings
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from engine.evaluation.corpus import Corpus

VECTORS = "evaluation"
"""Folder in the data directory that keeps the vectors of evaluated files, apart from the household's own."""


def configure(parser: ArgumentParser) -> None:
    """On what, and how the report looks."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with ratings.csv and items.jsonl (or .gz)")
    parser.add_argument("--slice", action="append", default=[], metavar="NAME", help="only this slice (repeatable)")
    parser.add_argument("--embeddings", choices=("auto", "minilm", "ollama", "hashed"), help="another sentence model")
    parser.add_argument("--votes", action="store_true", help="let public votes in DIR count, though they came later")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object in the last line")


def run(options: Namespace, settings: Settings) -> int:
    """Print the report."""
    report = asyncio.run(_report(options, settings))
    if options.json:
        sys.stdout.write(json.dumps(report) + "\n")
    else:
        sys.stdout.write(_table(report))
    return 0


async def _report(options: Namespace, settings: Settings) -> dict[str, object]:
    from bot import outside  # noqa: PLC0415 - help must not wait for it
    from bot.evaluating.files import read_corpus  # noqa: PLC0415
    from bot.evaluating.household import own_corpus  # noqa: PLC0415
    from engine.evaluation.report import Sources, evaluate  # noqa: PLC0415

    if options.embeddings:
        settings = settings.model_copy(update={"embeddings": options.embeddings})
    async with AsyncExitStack() as stack:
        if options.data is None:
            storage = await outside.open_storage(settings)
            stack.push_async_callback(storage.close)
            corpus, kept = await own_corpus(storage), settings
        else:
            corpus = await asyncio.to_thread(read_corpus, options.data, votes=options.votes)
            kept = settings.model_copy(update={"data_dir": settings.data_dir / VECTORS, "chroma_url": None})
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(kept)
        stack.push_async_callback(vectors.close)
        found = await evaluate(corpus, Sources(embedder, vectors, _progress), options.slice)
        if not found:
            raise InvalidQuery("evaluate-too-little", people=len(corpus.people), titles=len(corpus.items))
        return {
            **_about(corpus),
            "embeddings": embedder.name,
            "votes": options.votes or options.data is None,
            "slices": found,
        }


def _about(corpus: Corpus) -> dict[str, object]:
    meetings = sum(len(person.meetings) for person in corpus.people)
    return {"items": len(corpus.items), "people": len(corpus.people), "meetings": meetings}


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        sys.stderr.write(f"\r      titles understood: {done}/{total}" + ("\n" if done == total else ""))
        sys.stderr.flush()


def _table(report: Mapping[str, object]) -> str:
    slices: Mapping[str, Mapping[str, Mapping[str, float]]] = report["slices"]  # pyright: ignore[reportAssignmentType] - made above
    lines = [f"{report['items']} titles, {report['people']} people, {report['meetings']} titles met"]
    for name, measured in slices.items():
        models = dict(sorted(measured.items(), key=lambda pair: pair[0] != "engine"))
        figures = next(iter(models.values()))
        lines += ["", f"{name:<14}" + "".join(f"{model:>14}" for model in models)]
        lines += [
            f"{figure:<14}" + "".join(f"{known[figure]:>14.4f}" for known in models.values()) for figure in figures
        ]
    return "\n".join(lines) + "\n"


VERB = Verb(
    name="evaluate",
    summary="how good the recommendations are, on what people liked later",
    description="Holds back the last fifth of everybody's history, recommends from the rest and counts what is found,\n"
    "on the household's own history or on a folder of ratings. Nothing is learned or changed.\n"
    "Stop the service first when it uses SQLite: one process at a time may have the data directory.",
    configure=configure,
    run=run,
)
