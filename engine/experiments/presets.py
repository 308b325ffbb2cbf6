"""The ways of answering that an experiment can compare: each arm is one of these by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from engine.answering.situation import Rules
from engine.weights import Weights


class Part(StrEnum):
    """What of the rules a preset changes. Two experiments that run at once must not change the same."""

    NOTHING = "nothing"
    WEIGHTS = "weights"
    EXPLORING = "exploring"


@dataclass(frozen=True, slots=True)
class Preset:
    """One way of answering."""

    part: Part
    applied: Callable[[Rules], Rules]
    exploring: float = 1.0
    """How often it tries something out, as a multiple of the shipped policy."""


def _exploring(times: float) -> Preset:
    def applied(rules: Rules) -> Rules:
        return replace(rules, policy=replace(rules.policy, share=times * rules.policy.share))

    return Preset(Part.EXPLORING, applied, exploring=times)


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "shipped": Preset(Part.NOTHING, lambda rules: rules),
        "classic": Preset(Part.WEIGHTS, lambda rules: replace(rules, weights=Weights.classic())),
        "no-exploration": _exploring(0.0),
        "bold": _exploring(2.0),
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which arms a viewer is in, as (experiment, arm)."""

    arms: tuple[tuple[str, str], ...] = ()

    def rules(self, usual: Rules) -> Rules:
        """What the viewer is answered by."""
        for _, arm in self.arms:
            usual = PRESETS[arm].applied(usual)
        return usual


OUTSIDE = Standing()
"""In no experiment."""


def exploring_of(arms: Iterable[tuple[str, str]]) -> float:
    """How often something was tried out under ``arms``, as a multiple of the shipped policy."""
    times = 1.0
    for _, arm in arms:
        times *= PRESETS[arm].exploring if arm in PRESETS else 1.0
    return times
