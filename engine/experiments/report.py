"""What an experiment has shown so far, and whether there is enough to stop.

What is compared are people, not answers: the answers to one person are alike. Everybody who takes part counts once, by
the share of their answers in their first two weeks of which they finished or liked something within a week. These
shares are settled for good three weeks after the first answer, whatever comes later. The k-th settled person of an arm
is set beside the k-th of the first arm, and the differences of these pairs go into a confidence sequence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import numpy as np

from engine.evaluation.certainty import interval as resampled
from engine.experiments.experiment import Experiment
from engine.experiments.outcomes import WITHIN, Outcome
from engine.experiments.sequence import ALPHA, interval, needed, variance_of, widths

WATCHED_FOR = timedelta(days=14)
"""How long a person's answers count."""
MATTERS = 0.05
"""Of all answers: a smaller difference is not worth a decision."""


class Verdict(StrEnum):
    """The rule by which to stop."""

    GOES_ON = "goes-on"
    BETTER = "better"
    """The arm is better than the first."""
    WORSE = "worse"
    """The first arm is better."""
    SAME = "same"
    """A difference that matters is ruled out."""
    TOO_FEW = "too-few"
    """Even if everybody here took part to the end, a difference that matters could not be told."""


@dataclass(frozen=True, slots=True)
class Arm:
    """What was shown under one arm and what came of it, by now."""

    name: str
    share: float
    viewers: int
    slates: int
    picks: int
    liked: float | None
    """Mean over people of the share of their answers with something they finished or liked, 0–1."""
    liked_low: float | None
    liked_high: float | None
    """95 % bootstrap interval over people, for one look; decisions rest on ``Comparison``."""
    refused: float | None
    """The same of answers with something they said no to."""
    settled: int
    """People whose first two weeks are over and counted."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An arm beside the first one."""

    arm: str
    pairs: int
    difference: float | None
    """Mean over pairs of the arm's person minus the first arm's."""
    low: float
    high: float
    """Holds with 95 % for all comparisons and all looks together."""
    verdict: Verdict
    people_needed: int | None
    """To tell a difference of MATTERS; None: more than can be counted."""
    people: int
    """Who could take part here at most."""
    visible: float
    """The least difference that could be told from all people here."""


@dataclass(frozen=True, slots=True)
class Report:
    experiment: Experiment
    arms: tuple[Arm, ...]
    comparisons: tuple[Comparison, ...]


def report(
    experiment: Experiment, outcomes: Sequence[Outcome], people: int, now: datetime, rng: np.random.Generator
) -> Report:
    """The report as of ``now``. ``outcomes`` are of any time and any experiments; ``people`` could take part."""
    exposed = exposures(experiment, outcomes, now)
    names = [name for name, _ in experiment.arms]
    settled = {name: settled_rates(experiment, exposed[name], now) for name in names}
    arms = tuple(_arm(name, share, exposed[name], len(settled[name]), rng) for name, share in experiment.arms)
    first, *others = names
    comparisons = tuple(
        compared(experiment, name, pairs_of(settled[first], settled[name]), people) for name in others
    )  # fmt: skip
    return Report(experiment, arms, comparisons)


Exposed = dict[str, list[Outcome]]
"""Outcomes by viewer id, in order of time."""


def exposures(experiment: Experiment, outcomes: Sequence[Outcome], now: datetime) -> dict[str, Exposed]:
    """By arm: what was shown in the experiment until ``now``."""
    found: dict[str, Exposed] = {name: defaultdict(list) for name, _ in experiment.arms}
    for outcome in sorted(outcomes, key=lambda outcome: outcome.at):
        arm = dict(outcome.arms).get(experiment.name)
        if arm in found and experiment.runs(outcome.at) and outcome.at <= now:
            found[arm][outcome.viewer_id].append(outcome)
    return found


def settled_rates(experiment: Experiment, exposed: Exposed, now: datetime) -> list[float]:
    """The people's shares of answers that came to something, 0–1, in the order in which they were settled."""
    last_start = now - WATCHED_FOR - WITHIN
    if experiment.stopped_at is not None:
        # whoever came too late to be answered for two weeks is left out, however it went
        last_start = min(last_start, experiment.stopped_at - WATCHED_FOR)
    begun = sorted((own[0].at, viewer_id) for viewer_id, own in exposed.items() if own[0].at <= last_start)
    return [_rate([one for one in exposed[viewer_id] if one.at < start + WATCHED_FOR]) for start, viewer_id in begun]


def pairs_of(first: Sequence[float], other: Sequence[float]) -> list[float]:
    """The difference between the k-th people of two arms, for as many as both have."""
    return [theirs - ours for ours, theirs in zip(first, other, strict=False)]


def compared(experiment: Experiment, arm: str, differences: Sequence[float], people: int) -> Comparison:
    """What the pairs say, and by the rule whether to stop. Several arms share the risk of a false alarm evenly."""
    alpha = ALPHA / (len(experiment.arms) - 1)
    low, high = interval(differences, alpha)
    shares = dict(experiment.arms)
    scarcer = min(shares[arm], shares[experiment.arms[0][0]])
    pairs, variance = needed(variance_of(differences), MATTERS, alpha), variance_of(differences)
    wanted = None if pairs is None else math.ceil(round(pairs / scarcer, 6))
    at_most = max(len(differences), math.floor(people * scarcer), 1)
    return Comparison(
        arm=arm,
        pairs=len(differences),
        difference=float(np.mean(differences)) if differences else None,
        low=low,
        high=high,
        verdict=_verdict(low, high, enough=pairs is not None and pairs <= at_most),
        people_needed=wanted,
        people=people,
        visible=float(widths(variance, at_most, alpha)[-1]),
    )


def _verdict(low: float, high: float, *, enough: bool) -> Verdict:
    if low > 0:
        return Verdict.BETTER
    if high < 0:
        return Verdict.WORSE
    if low > -MATTERS and high < MATTERS:
        return Verdict.SAME
    return Verdict.GOES_ON if enough else Verdict.TOO_FEW


def _arm(name: str, share: float, exposed: Exposed, settled: int, rng: np.random.Generator) -> Arm:
    slates = [outcome for own in exposed.values() for outcome in own]
    liked = [_rate(own) for own in exposed.values()]
    refused = [sum(bool(one.refused) for one in own) / len(own) for own in exposed.values()]
    low, high = resampled(liked, rng) if liked else (None, None)
    return Arm(
        name=name,
        share=share,
        viewers=len(exposed),
        slates=len(slates),
        picks=sum(outcome.picks for outcome in slates),
        liked=float(np.mean(liked)) if liked else None,
        liked_low=low,
        liked_high=high,
        refused=float(np.mean(refused)) if refused else None,
        settled=settled,
    )


def _rate(own: Sequence[Outcome]) -> float:
    return sum(bool(one.liked) for one in own) / len(own)
