"""What exploring more or less would have brought, from the stored answers in whose last place chance had a say.

Only that place differs between the policies, so only what came of it counts; what trying out teaches for later does
not show in this figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.domain.interactions import Interaction
from engine.domain.slate import Pick, Slate
from engine.evaluation.off_policy import Estimate, estimate
from engine.experiments.outcomes import distinct, outcomes
from engine.experiments.presets import exploring_of

NEVER, TWICE = 0.0, 2.0
POLICIES: Mapping[str, float] = {"never": NEVER, "twice": TWICE}
"""Other policies, by how often they explore as a multiple of the shipped one."""

ENOUGH = 30
"""Effective choices below which an estimate is no ground to judge by: its interval is too narrow then."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One last place that was filled by chance: a trial, or the title that was not replaced by one."""

    propensity: float
    trial: bool
    reward: float
    """1 where the viewer finished or liked it within a week, else 0."""
    exploring: float
    """How often was explored then, as a multiple of the shipped policy."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One policy by what was logged."""

    policy: str
    choices: int
    trials: int
    estimate: Estimate | None
    """None where nothing that was logged would have been shown by it."""


def logged(slates: Sequence[Slate], facts: Sequence[Interaction]) -> list[Logged]:
    """The choices that chance had a say in, in order of time."""
    by_chance = [slate for slate in distinct(slates) if any(_chancy(pick) for pick in slate.picks)]
    return [
        Logged(pick.propensity, pick.trial, float(pick.item_id in outcome.liked), exploring_of(slate.arms))
        for slate, outcome in zip(by_chance, outcomes(by_chance, facts), strict=True)
        for pick in slate.picks
        if _chancy(pick)
    ]


def judged(choices: Sequence[Logged], rng: np.random.Generator) -> list[Judged]:
    """Every policy of POLICIES."""
    propensity = [choice.propensity for choice in choices]
    reward = [choice.reward for choice in choices]
    trials = sum(choice.trial for choice in choices)
    return [
        Judged(
            name,
            len(choices),
            trials,
            estimate(propensity, reward, [target(choice, times) for choice in choices], rng) if choices else None,
        )
        for name, times in POLICIES.items()
    ]


def target(choice: Logged, times: float) -> float:
    """The chance, 0–1, with which a policy that explores ``times`` as often would have chosen the same.

    A trial's chance is ε times the title's own, that of the title that stays 1 − ε, and ε is what changes.
    """
    more = times / choice.exploring
    if choice.trial:
        return min(more * choice.propensity, 1.0)
    return min(max(1 - more * (1 - choice.propensity), 0.0), 1.0)


def _chancy(pick: Pick) -> bool:
    return 0 < pick.propensity < 1
