"""What a search answers with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title that fits a text; ``score`` 0–1."""

    item_id: str
    score: float
    exact: bool
    """One of its titles is what was typed, and so is the year where one was typed."""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person or studio whose name fits a text, with the titles of theirs that may be shown; ``score`` 0–1."""

    name: str
    score: float
    item_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which title is meant: one (``item_id``), a few to choose from (``choices``), or none (``suggestions``)."""

    item_id: str | None = None
    choices: tuple[TitleHit, ...] = ()
    """Best first; only where ``item_id`` is None."""
    suggestions: tuple[TitleHit, ...] = ()
    """Nearest titles, where nothing fits."""


SURE = 0.84
"""From this score a title may be taken without asking."""
PLAUSIBLE = 0.70
"""From this score a title is worth asking about."""
NEAR = 0.40
"""From this score a title is worth naming as near."""
MARGIN = 0.06
"""By this much the best must lead to be taken without asking."""
ALONE_SURE, ALONE_MARGIN = 0.80, 0.15
"""So much is enough where nothing else comes near."""


def resolution(hits: list[TitleHit], *, choices: int = 6) -> Resolution:
    """The meaning of ``hits`` (best first, only titles that may be shown)."""
    plausible = [hit for hit in hits if hit.score >= PLAUSIBLE]
    if not plausible:
        return Resolution(suggestions=tuple(hit for hit in hits if hit.score >= NEAR)[:5])
    exact = [hit for hit in plausible if hit.exact and hit.score >= plausible[0].score]
    if len(exact) == 1:
        return Resolution(item_id=exact[0].item_id)
    if exact:
        return Resolution(choices=tuple(exact[:choices]))
    best = plausible[0].score
    lead = best - (hits[1].score if len(hits) > 1 else 0.0)
    if (best >= SURE and lead >= MARGIN) or (best >= ALONE_SURE and lead >= ALONE_MARGIN):
        return Resolution(item_id=plausible[0].item_id)
    return Resolution(choices=tuple(plausible[:choices]))
