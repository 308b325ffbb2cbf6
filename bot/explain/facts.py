"""From one piece of evidence to what may be said of it: the family of phrasings and the words to fill them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.i18n import Translator
from bot.i18n.typography import shortened
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import Item

FEWEST_PEOPLE = 3  # fewer than three would point at someone
LONGEST_TITLE = 80
LONGEST_NAME = 60
MOST_TITLES = 3
MOST_WORDS = 3

_NEEDS: Mapping[EvidenceKind, tuple[str, ...]] = MappingProxyType(
    {
        EvidenceKind.SIMILAR_TO_LIKED: ("items",),
        EvidenceKind.SEED_SHARED: ("items",),
        EvidenceKind.SEED_SIMILAR: ("items",),
        EvidenceKind.LIKE_ABANDONED: ("items",),
        EvidenceKind.LIKE_HIDDEN: ("items",),
        EvidenceKind.PERSON_LIKED: ("items", "people", "role"),
        EvidenceKind.GENRE_LIKED: ("genres",),
        EvidenceKind.GENRE_AVOIDED: ("genres",),
        EvidenceKind.STARTER: ("genres",),
        EvidenceKind.QUALITY: ("figure", "count"),
        EvidenceKind.LOW_QUALITY: ("figure", "count"),
        EvidenceKind.NEW_RELEASE: ("figure",),
        EvidenceKind.WIDELY_RATED: ("count",),
        EvidenceKind.FEW_VOTES: ("count",),
        EvidenceKind.NEW_IN_LIBRARY: ("count",),
        EvidenceKind.POPULAR_HERE: ("count",),
        EvidenceKind.LOVED_BEFORE: ("on", "count"),
    }
)


@dataclass(frozen=True, slots=True)
class Facts:
    """``family`` names the phrasings: ``reason-<family>-1`` and on; ``arguments`` fill any of them."""

    family: str
    arguments: Mapping[str, object]


def facts(
    evidence: Evidence, items: Mapping[str, Item], speak: Translator, *, titles: int = MOST_TITLES
) -> Facts | None:
    """What may be said, naming at most ``titles`` titles; None where nothing may.

    ``items`` holds what the reader may see: evidence none of whose titles is in it is not told at all.
    """
    visible = [items[item_id] for item_id in evidence.items if item_id in items]
    if evidence.items and not visible:
        return None
    family = _family(evidence)
    if family is None:
        return None
    named = visible[: max(titles, 1)]
    people = evidence.people[: 1 if evidence.kind is EvidenceKind.PERSON_LIKED else MOST_WORDS]
    arguments: dict[str, object] = {
        "titles": speak.list(speak.quoted(shortened(speak.title(item), LONGEST_TITLE)) for item in named),
        "title_count": len(named),
        "people": speak.list(speak.isolated(shortened(name, LONGEST_NAME)) for name in people),
        "person_count": len(people),
        "role": evidence.role or "",
        **_genres(evidence.genres[:MOST_WORDS], speak),
        **_keywords(evidence.keywords[:MOST_WORDS], speak),
        **_figures(evidence, speak),
    }
    return Facts(family, arguments)


def _family(evidence: Evidence) -> str | None:
    if any(getattr(evidence, field) in {None, ()} for field in _NEEDS.get(evidence.kind, ())):
        return None
    match evidence.kind:
        case EvidenceKind.POPULAR_HERE:
            return evidence.kind if (evidence.count or 0) >= FEWEST_PEOPLE else None
        case EvidenceKind.SEED_SHARED:
            return _shared_family(evidence)
        case EvidenceKind.MOOD_MATCH:
            return _mood_family(evidence)
        case EvidenceKind.GENRE_LIKED:
            known = evidence.count is not None and evidence.total
            return evidence.kind if known else f"{evidence.kind}-bare"
        case EvidenceKind.GENRE_AVOIDED:
            known = evidence.count is not None and evidence.total
            return evidence.kind if known else f"{evidence.kind}-untouched"
        case _:
            return evidence.kind


def _shared_family(evidence: Evidence) -> str | None:
    if evidence.people and evidence.role:
        return f"{evidence.kind}-people"
    if evidence.genres:
        return f"{evidence.kind}-genres"
    return f"{evidence.kind}-keywords" if evidence.keywords else None


def _mood_family(evidence: Evidence) -> str:
    if evidence.keywords and evidence.items:
        return f"{evidence.kind}-both"
    if evidence.items:
        return f"{evidence.kind}-titles"
    return f"{evidence.kind}-{'words' if evidence.keywords else 'bare'}"


def _genres(names: Sequence[str], speak: Translator) -> dict[str, object]:
    within = [speak.genre_within(name) for name in names]
    leading = [speak.genre(name) for name in names[:1]] + within[1:]
    return {"genres": speak.list(within), "genres_leading": speak.list(leading), "genre_count": len(names)}


def _keywords(words: Sequence[str], speak: Translator) -> dict[str, object]:
    short = [shortened(word, LONGEST_NAME) for word in words]
    quoted = speak.list(speak.quoted(word) for word in short)
    return {"keywords": speak.list(map(speak.isolated, short)), "quoted": quoted, "keyword_count": len(short)}


def _figures(evidence: Evidence, speak: Translator) -> dict[str, object]:
    figure = evidence.figure or 0.0
    return {
        "count": evidence.count or 0,
        "total": evidence.total or 0,
        "whole": "yes" if evidence.total and evidence.count == evidence.total else "no",
        "figure": speak.number(figure, 1),
        "year": round(figure),
        "when": speak.month(evidence.on) if evidence.on else "",
    }
