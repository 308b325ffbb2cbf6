"""Runs every model over every slice and gathers the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np

from engine.discovery import discover
from engine.evaluation.corpus import Corpus, Job
from engine.evaluation.metrics import ListFigures, coverage, diversity, interval, list_figures, novelty
from engine.evaluation.models import Model, Shown, Task
from engine.evaluation.slices import Slice
from engine.ports.language import Embedder
from engine.ports.vectors import VectorStore

LENGTH = 10
DIVIDING, DRAWING, RESAMPLING = 7, 1, 0
"""Seeds, so that a report can be repeated."""
NAMES = {"ndcg": "ndcg", "recall": "recall", "precision": "precision", "hit": "hit_rate", "mrr": "mrr"}
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where vectors come from, and who is told of progress."""

    embedder: Embedder
    vectors: VectorStore
    progress: Callable[[int, int], None] | None = None


def slices() -> Mapping[str, Slice]:
    """Every slice there is."""
    return discover("engine.evaluation.slices", "SLICE", Slice, key=lambda known: known.name)


def models() -> Mapping[str, Model]:
    """Every model there is."""
    return discover("engine.evaluation.models", "MODEL", Model, key=lambda known: known.name)


async def evaluate(corpus: Corpus, sources: Sources, chosen: Sequence[str] = ()) -> dict[str, dict[str, Figures]]:
    """Slice to model to figures; ``chosen`` slices, else all. A slice in which nobody can be judged is left out."""
    report: dict[str, dict[str, Figures]] = {}
    for name, known in slices().items():
        if chosen and name not in chosen:
            continue
        job = known.divide(corpus, np.random.default_rng(DIVIDING))
        if job.truth:
            report[name] = {model.name: await _of_model(model, job, sources) for model in models().values()}
    return report


async def _of_model(model: Model, job: Job, sources: Sources) -> Figures:
    task = Task(
        job, LENGTH, np.random.default_rng(DRAWING), sources.embedder, sources.vectors, sources.progress
    )  # fmt: skip
    return figures(job, await model.show(task))


def figures(job: Job, shown: Shown) -> Figures:
    """Means over the judged people, with the interval of the first."""
    lists = {viewer_id: list(shown.get(viewer_id, ()))[:LENGTH] for viewer_id in job.truth}
    single = [list_figures(lists[viewer_id], truth, LENGTH) for viewer_id, truth in job.truth.items()]
    found = {
        f"{NAMES[field.name]}@{LENGTH}": _mean([getattr(known, field.name) for known in single])
        for field in fields(ListFigures)
    }
    low, high = interval([known.ndcg for known in single], np.random.default_rng(RESAMPLING))
    met_by = Counter(meeting.item_id for known in job.train.values() for meeting in known)
    people = sum(bool(known) for known in job.train.values())
    genres = {item.id: frozenset(item.genres) for item in job.corpus.items}
    return {
        **found,
        f"ndcg@{LENGTH}_low": low,
        f"ndcg@{LENGTH}_high": high,
        "coverage": coverage(list(lists.values()), len(job.corpus.items)),
        "novelty": _mean([novelty(own, met_by, people) for own in lists.values()]),
        "diversity": _mean([diversity(own, genres) for own in lists.values()]),
        "people": float(len(single)),
    }


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0
