"""Runs every model over every slice and gathers the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.discovery import discover
from engine.errors import InvalidQuery
from engine.evaluation import measuring
from engine.evaluation.certainty import paired
from engine.evaluation.corpus import Corpus, natural
from engine.evaluation.measuring import Answers, Asked, Figures, Sources
from engine.evaluation.models import LeftOut, Model
from engine.evaluation.slices import Slice

ENGINE, WITH_ARTEFACT, MAIN = "engine", "engine+artefact", "main"
NOT_PEERS = frozenset({ENGINE, WITH_ARTEFACT, "random"})
"""``best`` is the best of all others."""
FAILURES = (ArithmeticError, LookupError, MemoryError, RuntimeError, TypeError, ValueError)
NOBODY = "nobody can be judged: it takes people of whom something is known and who liked something that was held back"


@dataclass(slots=True)
class Report:
    """Slice to model to figures, the best peer of each slice, and what could not be measured and why."""

    slices: dict[str, dict[str, Figures]] = field(default_factory=dict[str, dict[str, Figures]])
    best: dict[str, str] = field(default_factory=dict[str, str])
    left_out: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Choice:
    """What to run; empty: all that is not for tuning."""

    slices: Sequence[str] = ()
    models: Sequence[str] = ()
    seed: int = 0


def slices() -> Mapping[str, Slice]:
    """Every slice there is, the main one first, those for tuning last."""
    found = discover("engine.evaluation.slices", "SLICE", Slice, key=lambda known: known.name)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].tuning, pair[0] != MAIN, natural(pair[0]))))


def models() -> Mapping[str, Model]:
    """Every model there is, the engine first."""
    found = discover("engine.evaluation.models", "MODEL", Model, key=lambda known: known.name)
    return dict(sorted(found.items(), key=lambda pair: pair[0] != ENGINE))


def chosen_slices(names: Sequence[str]) -> list[Slice]:
    """Those named, else all that are reported. Raises InvalidQuery: evaluate-unknown-slice."""
    known = slices()
    for name in names:
        if name not in known:
            raise InvalidQuery("evaluate-unknown-slice", name=name, known=", ".join(known))
    return [own for own in known.values() if own.name in names or not (names or own.tuning)]


def chosen_models(names: Sequence[str]) -> list[Model]:
    """Those named, else all. Raises InvalidQuery: evaluate-unknown-model."""
    known = models()
    for name in names:
        if name not in known:
            raise InvalidQuery("evaluate-unknown-model", name=name, known=", ".join(known))
    return [own for own in known.values() if own.name in names or not names]


async def evaluate(corpus: Corpus, sources: Sources, choice: Choice | None = None) -> Report:
    """Measure. A slice in which nobody can be judged and a model that cannot be run are left out, with the reason."""
    choice = choice or Choice()
    wanted, ways = chosen_slices(choice.slices), chosen_models(choice.models)
    report = Report()
    for own in wanted:
        asked = measuring.asked_in(own.name, own.divide(corpus, choice.seed))
        if not asked.jobs:
            report.left_out[own.name] = NOBODY
            continue
        await compare(asked, ways, sources, report)
    return report


async def compare(asked: Asked, ways: Sequence[Model], sources: Sources, report: Report) -> None:
    """Add one slice to ``report``."""
    found: dict[str, Answers] = {}
    for model in ways:
        try:
            found[model.name] = await measuring.answers_of(model, asked, sources)
        except LeftOut as reason:
            report.left_out[model.name] = str(reason)
        except FAILURES as failure:
            # what one library makes of odd data must not cost the figures of all others
            report.left_out[f"{model.name} in {asked.name}"] = f"failed: {type(failure).__name__}: {failure}"[:200]
    if not found:
        return
    measured = {name: measuring.figures(asked, answers) for name, answers in found.items()}
    for name in measured.keys() - {ENGINE} if ENGINE in found else ():
        ours, theirs = (measuring.gains(asked, found[own]) for own in (ENGINE, name))
        measured[name]["against"] = paired(ours, theirs, np.random.default_rng(measuring.RESAMPLING))
    report.slices[asked.name] = measured
    if peers := [name for name in measured if name not in NOT_PEERS]:
        report.best[asked.name] = max(peers, key=lambda name: _ndcg(measured[name]))


def _ndcg(known: Figures) -> float:
    value = known["ndcg@10"]
    return value if isinstance(value, float) else 0.0
