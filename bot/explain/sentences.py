"""One sentence for a card, from the best evidence that may be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from bot.explain.choice import Mark, best_first
from bot.explain.facts import MOST_TITLES, facts
from bot.i18n import Translator
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import Item

LONGEST_SENTENCE = 140
LONGEST_JOINED = 125
_SECOND_BY = 0.5  # a second fact is worth saying when it moved at least half as much as the first

_CAN_FOLLOW = frozenset(
    {
        EvidenceKind.QUALITY,
        EvidenceKind.NEW_IN_LIBRARY,
        EvidenceKind.NEW_RELEASE,
        EvidenceKind.POPULAR_HERE,
        EvidenceKind.PERSON_LIKED,
    }
)
_GENERAL: Mapping[str, str] = MappingProxyType(
    {
        "content": "taste",
        "genre": "taste",
        "personnel": "taste",
        "collaborative": "taste",
        "attributes": "taste",
        "graph": "taste",
        "loved-before": "taste",
        "present": "taste",
        "seed-shared": "request",
        "seed-similar": "request",
        "mood": "request",
        "quality": "rating",
    }
)


def reason(
    evidence: Sequence[Evidence],
    items: Mapping[str, Item],
    speak: Translator,
    *,
    variant: int,
    said: Collection[Mark] = frozenset(),
) -> str:
    """The card's sentence; a second strong fact joins where both are short. ``said``: what earlier cards told.

    Evidence that cites only titles missing from ``items`` is passed over; where nothing is left, a general line
    speaks for the largest contribution alone. Neighbouring variants begin differently.
    """
    chosen = best_first(evidence, items, said)
    for place, fact in enumerate(chosen):
        if first := _told(fact, items, speak, variant):
            return _joined(first, fact, chosen[place + 1 :], items, speak) or first
    largest = max((fact for fact in evidence if fact.value > 0), key=lambda fact: fact.value, default=None)
    return general(largest.contribution if largest else "", speak, variant=variant)


def sentence(evidence: Evidence, items: Mapping[str, Item], speak: Translator, *, variant: int) -> str:
    """One fact as a sentence; a general line for its contribution where it may not be told."""
    return told(evidence, items, speak, variant=variant) or general(evidence.contribution, speak, variant=variant)


def told(evidence: Evidence, items: Mapping[str, Item], speak: Translator, *, variant: int) -> str | None:
    """One fact as a sentence, naming up to three titles; None where it may not be told."""
    return _phrased(evidence, items, speak, variant, MOST_TITLES)


def general(contribution: str, speak: Translator, *, variant: int) -> str:
    """An honest line that claims no more than the kind of contribution."""
    return _variant(f"general-{_GENERAL.get(contribution, 'any')}", speak, variant, {})


def _told(fact: Evidence, items: Mapping[str, Item], speak: Translator, variant: int) -> str | None:
    """With as many titles as fit a card's sentence, at least one."""
    shown = None
    for titles in range(MOST_TITLES, 0, -1):
        shown = _phrased(fact, items, speak, variant, titles)
        if shown is None or len(shown) <= LONGEST_SENTENCE:
            break
    return shown


def _phrased(fact: Evidence, items: Mapping[str, Item], speak: Translator, variant: int, titles: int) -> str | None:
    found = facts(fact, items, speak, titles=titles)
    return _variant(found.family, speak, variant, found.arguments) if found else None


def _joined(
    first: str, fact: Evidence, others: Sequence[Evidence], items: Mapping[str, Item], speak: Translator
) -> str | None:
    for other in others:
        strong = other.value >= fact.value * _SECOND_BY
        if not strong or other.kind is fact.kind or other.kind not in _CAN_FOLLOW:
            continue
        if found := facts(other, items, speak, titles=1):
            also = speak.text(f"reason-also-{found.family}", **found.arguments)
            whole = speak.text("reason-joined", first=first.removesuffix("."), also=also)
            if len(whole) <= LONGEST_JOINED:
                return whole
    return None


def _variant(family: str, speak: Translator, variant: int, arguments: Mapping[str, object]) -> str:
    count = speak.variants(f"reason-{family}")
    return speak.text(f"reason-{family}-{variant % count + 1}", **arguments)
