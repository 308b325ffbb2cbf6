"""Reads arms as they are typed: ``shipped=50 classic=50``."""

from __future__ import annotations

import math
from collections.abc import Iterable

from engine.errors import InvalidQuery


def read_arms(words: Iterable[str]) -> list[tuple[str, float]]:
    """Arms with their shares, 0–1. Shares are percent, or all fractions where none is above 1 and none has a sign.

    Raises InvalidQuery: experiments-share, naming what cannot be read.
    """
    read = [_read(word) for word in words]
    if any(signed or share > 1 for _, share, signed in read):
        return [(arm, share / 100) for arm, share, _ in read]
    return [(arm, share) for arm, share, _ in read]


def _read(word: str) -> tuple[str, float, bool]:
    arm, equals, typed = word.partition("=")
    figure = typed.removesuffix("%")
    try:
        share = float(figure.replace(",", "."))
    except ValueError as error:
        raise InvalidQuery("experiments-share", typed=word) from error
    if not equals or not math.isfinite(share) or share <= 0:
        raise InvalidQuery("experiments-share", typed=word)
    return arm.casefold(), share, figure != typed
