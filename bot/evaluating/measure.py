"""Makes the report: on a folder of ratings or on the household's own history."""

from __future__ import annotations

import asyncio
import json
import platform
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from bot import outside
from bot.app import translations
from bot.evaluating.files import Folder, read_folder
from bot.evaluating.household import own_corpus
from bot.evaluating.progress import tell, tell_reading
from bot.evaluating.side_by_side import SideBySide
from bot.settings import Settings
from engine.errors import InvalidQuery
from engine.evaluation import measuring
from engine.evaluation.corpus import Corpus
from engine.evaluation.households import curve
from engine.evaluation.measuring import Sources
from engine.evaluation.report import NOBODY, Choice, Report, chosen_models, chosen_slices, evaluate
from engine.evaluation.slices import main
from engine.experiments.experiments import Experiments
from engine.ports.language import Embedder
from engine.ports.storage import Storage

KEPT = "evaluation"
"""Folder in the data directory: vectors of evaluated files, apart from the household's own, and the last report."""
LAST = "last.json"
PACKAGES = ("recommendarr", "numpy", "scipy", "implicit", "lightfm-next")
FEWEST_FOUND = 5
"""Titles that people here liked later, from which a household's own figures mean anything."""
SPOKEN = "en"
"""The language of reports."""
Told = dict[str, object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    data: Path | None
    choice: Choice
    sizes: Sequence[int] = ()
    artefact: bool = False
    votes: bool = False


async def report_on(wanted: Wanted, settings: Settings) -> Told:
    """The report, ready for JSON. That of the household's own history is kept for the companion page."""
    began = time.monotonic()
    chosen_slices(wanted.choice.slices)
    chosen_models(wanted.choice.models)
    async with AsyncExitStack() as stack:
        corpus, facts = await _corpus(wanted, settings)
        own = settings.model_copy(update={"data_dir": settings.data_dir / KEPT, "chroma_url": None})
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(settings if wanted.data is None else own)
        stack.push_async_callback(vectors.close)
        found = await _measured(corpus, wanted, Sources(SideBySide(embedder), vectors, time.process_time, tell))
        if not found.slices and set(found.left_out.values()) <= {NOBODY}:
            raise _too_little(corpus, given=wanted.data is not None)
        told = {**_about(corpus), **facts, **_circumstances(wanted, embedder, began), **asdict(found)}
    if wanted.data is None and not wanted.sizes:
        await asyncio.to_thread(_keep, told, settings.data_dir / KEPT / LAST)
    return told


async def _corpus(wanted: Wanted, settings: Settings) -> tuple[Corpus, Told]:
    if wanted.data is not None:
        clock, _ = outside.system_clock_and_ids()
        now = clock.now().timestamp()
        tell_reading()
        folder: Folder = await asyncio.to_thread(read_folder, wanted.data, now, votes=wanted.votes)
        speak = translations().to(SPOKEN)
        notes = [note.told(speak) for note in folder.notes]
        return folder.corpus, {"notes": notes, "data": folder.fingerprint, "votes": wanted.votes}
    storage = await outside.open_storage(settings)
    try:
        corpus = await own_corpus(storage)
        policies = await _policies(storage)
    finally:
        await storage.close()
    if sum(len(liked) for job in main.divide(corpus, 0) for liked in job.truth.values()) < FEWEST_FOUND:
        raise _too_little(corpus)
    return corpus, {"notes": [], "votes": True, "policies": policies}


async def _policies(storage: Storage) -> list[Told]:
    """What exploring more or less would have brought, by the answers that were given here."""
    known = Experiments(storage, *outside.system_clock_and_ids())
    return [asdict(one) for one in await known.policies(np.random.default_rng(measuring.RESAMPLING))]


async def _measured(corpus: Corpus, wanted: Wanted, sources: Sources) -> Report:
    if wanted.sizes:
        return await curve(corpus, sources, wanted.sizes, artefact=wanted.artefact, seed=wanted.choice.seed)
    return await evaluate(corpus, sources, wanted.choice)


def _too_little(corpus: Corpus, *, given: bool = False) -> InvalidQuery:
    key = "evaluate-too-little-data" if given else "evaluate-too-little"
    return InvalidQuery(key, people=len(corpus.people), titles=len(corpus.items))


def _about(corpus: Corpus) -> Told:
    meetings = sum(len(person.meetings) for person in corpus.people)
    return {"items": len(corpus.items), "people": len(corpus.people), "meetings": meetings}


def _circumstances(wanted: Wanted, embedder: Embedder, began: float) -> Told:
    return {
        "embeddings": embedder.name,
        "seeds": {"draw": wanted.choice.seed, "models": measuring.DRAWING, "resampling": measuring.RESAMPLING},
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
        "seconds": round(time.monotonic() - began, 1),
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _keep(told: Told, path: Path) -> None:
    """In one step, so that nobody reads half a report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(told, indent=1), encoding="utf-8")
    fresh.replace(path)
