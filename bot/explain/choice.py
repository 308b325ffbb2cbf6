"""Which fact a card tells: what moved the title most, a precise fact before a general one, none of them twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.explain.facts import tellable
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import Item

Mark = tuple[object, ...]
"""What makes two facts sound alike."""

PRECISE, GENRE, GENERAL = 1.0, 0.3, 0.1
"""How much a fact counts beside its strength: titles, people and one's own words; genres; votes and newness."""
TRIVIAL = 0.15
"""Share of the strongest fact below which one is not worth a card."""
AGAIN = 0.2
"""What a precise fact is worth once an earlier card has told it."""

_BY_GENRE = frozenset(
    {
        EvidenceKind.GENRE_LIKED,
        EvidenceKind.STARTER,
        EvidenceKind.CHANCE,
    }
)
_GENERAL = frozenset(
    {
        EvidenceKind.QUALITY,
        EvidenceKind.WIDELY_RATED,
        EvidenceKind.NEW_IN_LIBRARY,
        EvidenceKind.NEW_RELEASE,
        EvidenceKind.POPULAR_HERE,
    }
)


def best_first(
    evidence: Iterable[Evidence], items: Mapping[str, Item], said: Collection[Mark] = frozenset()
) -> list[Evidence]:
    """What speaks for a title and may be told, by strength × precision; what was ``said`` already comes late.

    A fact worth less than ``TRIVIAL`` of the strongest is left out.
    """
    able = [fact for fact in evidence if fact.value > 0 and tellable(fact, items)]
    least = TRIVIAL * max((fact.value for fact in able), default=0.0)
    return sorted((fact for fact in able if fact.value >= least), key=lambda fact: _order(fact, said))


def said_in(stories: Iterable[Sequence[Evidence]], items: Mapping[str, Item]) -> frozenset[Mark]:
    """The first facts of cards that tell ``stories`` one after the other, each avoiding what those before it said."""
    said: set[Mark] = set()
    for story in stories:
        said.update(mark(fact) for fact in best_first(story, items, said)[:1])
    return frozenset(said)


def mark(fact: Evidence) -> Mark:
    """The same for facts that would make cards sound alike."""
    first = () if fact.people else fact.items[:1]
    return (fact.kind, first, fact.people, fact.genres, frozenset(fact.keywords))


def _order(fact: Evidence, said: Collection[Mark]) -> tuple[bool, float]:
    precision, again = _precision(fact), mark(fact) in said
    worth = fact.value * precision * (AGAIN if again else 1.0)
    return again and precision < PRECISE, -worth


def _precision(fact: Evidence) -> float:
    if fact.kind in _GENERAL:
        return GENERAL
    only_genres = fact.kind is EvidenceKind.SEED_SHARED and fact.genres
    return GENRE if fact.kind in _BY_GENRE or only_genres else PRECISE
