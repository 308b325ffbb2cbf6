"""Which language a browser asks for."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 500


def preferred(header: str, known: Sequence[str]) -> str | None:
    """The first of ``known`` tags that an Accept-Language ``header`` asks for, by its weights; else None."""
    wishes: list[tuple[float, int, str]] = []
    for place, wish in enumerate(header[:_LONGEST].split(",")):
        tag, _, weight = wish.partition(";")
        share = _weight(weight)
        if share > 0:
            wishes.append((-share, place, tag.strip().casefold()))
    for _, _, tag in sorted(wishes):
        found = next((one for one in known if one.casefold() in {tag, tag.partition("-")[0]}), None)
        if found:
            return found
    return None


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(1.0, float(value)) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
