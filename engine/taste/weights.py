"""The figures behind learning, all tunable."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class SignalWeights:
    """How much each signal of a title counts; unknown ones drop out of the sum and of its divisor."""

    completion: float = 0.35
    rewatch: float = 0.20
    rating: float = 0.15
    genre_frequency: float = 0.10
    time_to_start: float = 0.05
    session_time: float = 0.05
    people: float = 0.05
    abandon_velocity: float = 0.05

    def __post_init__(self) -> None:
        values = [getattr(self, name.name) for name in fields(self)]
        if min(values) < 0 or sum(values) <= 0:
            raise ValueError("signal weights must not be negative, nor all zero")


@dataclass(frozen=True, slots=True)
class CoarseStrengths:
    """Interest, 0–``scale``, where only coarse facts exist."""

    like: float = 5.0
    watched: float = 3.0
    saved: float = 2.0
    scale: float = 5.0


@dataclass(frozen=True, slots=True)
class Tuning:
    """Everything that can be turned about learning."""

    signals: SignalWeights = field(default_factory=SignalWeights)
    coarse: CoarseStrengths = field(default_factory=CoarseStrengths)
    word: float = 0.5
    """How far a strength may stay from what the viewer said outright (rating, thumb)."""
    abandoned: float = -0.5
    """The most an abandoned title can be worth, unless the viewer said otherwise."""
    skipped: float = -0.2
    """What three skips or more cost."""
    skips: int = 3
    disinterest: float = -0.2
    """Affinity, at the lowest, for a genre never started although available."""
    half_life_days: float = 180.0
    half_life_days_all: float = 730.0
    """Where all of the history is read."""
    liked: float = 0.3
    """Strength from which a watched title joins a mood cluster."""
    disliked: float = -0.3
    """Strength up to which a title joins the anti-profile."""


SHIPPED = Tuning()
FINISHED = 0.8
"""Completion from which a title is finished."""
ABANDONED = 0.2
"""Completion below which it is abandoned."""
IN_PROGRESS_DAYS = 30
MEANINGFUL = 10
"""Interactions from which a profile means something."""
