"""An experiment, and who is in which of its arms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from engine.errors import InvalidQuery
from engine.experiments.presets import PRESETS, Part

FEWEST_ARMS = 2
LONGEST_NAME = 32
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_POINTS = 2.0**64


@dataclass(frozen=True, slots=True)
class Experiment:
    """Arms are presets with their shares, 0–1; people beyond the sum of the shares take no part."""

    name: str
    salt: str
    """Makes its draw independent of every other experiment's."""
    arms: tuple[tuple[str, float], ...]
    """The first is what the others are compared with."""
    started_at: datetime
    stopped_at: datetime | None = None

    @property
    def parts(self) -> frozenset[Part]:
        """What of the rules it changes."""
        return frozenset(PRESETS[arm].part for arm, _ in self.arms) - {Part.NOTHING}

    def runs(self, at: datetime) -> bool:
        """Whether somebody who asks at ``at`` is in it."""
        return self.started_at <= at and (self.stopped_at is None or at < self.stopped_at)

    def arm_of(self, viewer_id: str) -> str | None:
        """The viewer's arm, the same for ever; None outside the shares. It depends on nobody and nothing else."""
        return drawn(self.arms, place_of(self.salt, viewer_id))


def place_of(salt: str, viewer_id: str) -> float:
    """A place in [0, 1) for the viewer: BLAKE2b of the id, keyed with the digest of the salt."""
    key = blake2b(salt.encode(), digest_size=32).digest()
    digest = blake2b(viewer_id.encode("utf-8", "surrogatepass"), digest_size=8, key=key).digest()
    return min(int.from_bytes(digest, "big") / _POINTS, math.nextafter(1.0, 0.0))


def drawn(arms: Iterable[tuple[str, float]], place: float) -> str | None:
    """The arm in whose stretch of [0, 1) ``place`` lies."""
    end = 0.0
    for arm, share in arms:
        end += share
        # shares such as 0.1 and 0.9 may sum to a hair less than 1
        if place < end or math.isclose(end, 1.0):
            return arm
    return None


def checked_name(name: str) -> str:
    """The name in lower case. Raises InvalidQuery: experiments-name."""
    folded = name.casefold()
    if len(folded) > LONGEST_NAME or not _NAME.fullmatch(folded):
        raise InvalidQuery("experiments-name", name=name, most=LONGEST_NAME)
    return folded


def checked_arms(arms: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The arms. Raises InvalidQuery: experiments-arm, experiments-arms, experiments-shares."""
    for arm, _ in arms:
        if arm not in PRESETS:
            raise InvalidQuery("experiments-arm", arm=arm, known=", ".join(PRESETS))
    if len(arms) < FEWEST_ARMS or len({arm for arm, _ in arms}) < len(arms):
        raise InvalidQuery("experiments-arms", known=", ".join(PRESETS))
    shares = [share for _, share in arms]
    if not all(0 < share < 1 for share in shares) or math.fsum(shares) > 1 + 1e-9:
        raise InvalidQuery("experiments-shares")
    return tuple(arms)
