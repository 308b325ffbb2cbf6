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
        EvidenceKind.LIKED_TOGETHER: ("items", "count"),
        EvidenceKind.OFTEN_TOGETHER: ("items",),
        EvidenceKind.SEED_SHARED: ("items",),
        EvidenceKind.SEED_SIMILAR: ("items",),
        EvidenceKind.LIKE_ABANDONED: ("items",),
        EvidenceKind.LIKE_HIDDEN: ("items",),
        EvidenceKind.PERSON_LIKED: ("items", "people"),
        EvidenceKind.LINKED_MAKER: ("items", "people"),
        EvidenceKind.LINKED_PEOPLE: ("items", "people"),
        EvidenceKind.LINKED_THEMES: ("items", "keywords"),
        EvidenceKind.LINKED_NAME: ("items", "keywords"),
        EvidenceKind.LINKED_SERIES: ("items",),
        EvidenceKind.MOOD_AVOIDED: ("keywords",),
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
_ABOUT_ONE = frozenset({EvidenceKind.PERSON_LIKED, EvidenceKind.PERSON_DROPPED, EvidenceKind.LINKED_MAKER})


@dataclass(frozen=True, slots=True)
class Facts:
    """``family`` names the phrasings: ``reason-<family>-1`` and on; ``arguments`` fill any of them."""

    family: str
    arguments: Mapping[str, object]


def tellable(evidence: Evidence, items: Mapping[str, Item]) -> bool:
    """Whether it may be told to a reader who may see ``items``: all it needs is there, and a title it can name."""
    named = not evidence.items or any(item_id in items for item_id in evidence.items)
    return named and _family(evidence) is not None


def facts(
    evidence: Evidence, items: Mapping[str, Item], speak: Translator, *, titles: int = MOST_TITLES
) -> Facts | None:
    """What may be said, naming at most ``titles`` titles; None where nothing may.

    ``items`` holds what the reader may see: evidence none of whose titles is in it is not told at all.
    """
    family = _family(evidence)
    if family is None or not tellable(evidence, items):
        return None
    named = [items[item_id] for item_id in evidence.items if item_id in items][: max(titles, 1)]
    people = evidence.people[: 1 if evidence.kind in _ABOUT_ONE else MOST_WORDS]
    arguments: dict[str, object] = {
        "titles": speak.list(speak.quoted(shortened(speak.title(item), LONGEST_TITLE)) for item in named),
        "title_count": len(named),
        "people": speak.list(speak.isolated(shortened(name, LONGEST_NAME)) for name in people),
        "person_count": len(people),
        "role": evidence.role or "",
        **_genres(evidence, speak),
        **_keywords(evidence.keywords[:MOST_WORDS], speak),
        **_figures(evidence, speak),
    }
    return Facts(family, arguments)


def _family(evidence: Evidence) -> str | None:
    if any(getattr(evidence, field) in {None, ()} for field in _NEEDS.get(evidence.kind, ())):
        return None
    match evidence.kind:
        case EvidenceKind.POPULAR_HERE | EvidenceKind.LIKED_TOGETHER:
            return evidence.kind if (evidence.count or 0) >= FEWEST_PEOPLE else None
        case EvidenceKind.SEED_SHARED:
            return _shared_family(evidence)
        case EvidenceKind.MOOD_MATCH:
            return _mood_family(evidence)
        case EvidenceKind.GENRE_LIKED | EvidenceKind.GENRE_AVOIDED:
            return _genre_family(evidence)
        case EvidenceKind.PERSON_LIKED | EvidenceKind.PERSON_DROPPED:
            return _person_family(evidence)
        case EvidenceKind.LINKED_MAKER | EvidenceKind.LINKED_PEOPLE:
            return evidence.kind if evidence.role else f"{evidence.kind}-other"
        case _:
            return evidence.kind


def _genre_family(evidence: Evidence) -> str:
    """The figures are only told where they speak the same language as the score."""
    count, total = evidence.count, evidence.total
    if evidence.kind is EvidenceKind.GENRE_AVOIDED and count is None and total:
        return f"{evidence.kind}-untouched"
    if count is None or not total or (2 * count >= total) is not (evidence.kind is EvidenceKind.GENRE_LIKED):
        return f"{evidence.kind}-bare"
    return evidence.kind


def _person_family(evidence: Evidence) -> str | None:
    if not (evidence.people and evidence.items):
        return f"{evidence.kind}-bare" if evidence.kind is EvidenceKind.PERSON_DROPPED else None
    return evidence.kind if evidence.role else f"{evidence.kind}-other"


def _shared_family(evidence: Evidence) -> str | None:
    if evidence.people:
        return f"{evidence.kind}-people" if evidence.role else f"{evidence.kind}-people-other"
    if evidence.genres:
        return f"{evidence.kind}-genres"
    return f"{evidence.kind}-keywords" if evidence.keywords else None


def _mood_family(evidence: Evidence) -> str:
    if evidence.keywords and evidence.items:
        return f"{evidence.kind}-both"
    if evidence.items:
        return f"{evidence.kind}-titles"
    return f"{evidence.kind}-{'words' if evidence.keywords else 'bare'}"


def _genres(evidence: Evidence, speak: Translator) -> dict[str, object]:
    names, domain = evidence.genres[:MOST_WORDS], evidence.domain
    within = [speak.genre_within(name) for name in names]
    leading = [speak.genre(name) for name in names[:1]] + within[1:]
    if domain:
        within, leading = (
            [speak.text("reason-genre-in-domain", genre=name, domain=domain) for name in told]
            for told in (within, leading)
        )
    return {"genres": speak.list(within), "genres_leading": speak.list(leading), "genre_count": len(names)}


def _keywords(words: Sequence[str], speak: Translator) -> dict[str, object]:
    short = [shortened(speak.tone(word), LONGEST_NAME) for word in words]
    quoted = speak.list(speak.quoted(word) for word in short)
    return {"keywords": speak.list(map(speak.isolated, short)), "quoted": quoted, "keyword_count": len(short)}


def _figures(evidence: Evidence, speak: Translator) -> dict[str, object]:
    figure = evidence.figure
    return {
        "count": evidence.count or 0,
        "total": evidence.total or 0,
        "whole": "yes" if evidence.total and evidence.count == evidence.total else "no",
        "figure": speak.number(figure, 1) if figure is not None else "",
        "year": round(figure or 0.0),
        "when": speak.month(evidence.on) if evidence.on else "",
    }
