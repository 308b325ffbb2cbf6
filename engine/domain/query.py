"""What is asked: who, in which mode, within which filters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from engine.domain.items import MediaType


@dataclass(frozen=True, slots=True)
class Filters:
    """Bounds every mode keeps to. An empty field does not bound."""

    media_types: frozenset[MediaType] = frozenset()
    library_ids: frozenset[str] = frozenset()
    genres: frozenset[str] = frozenset()
    """At least one of these (canonical names)."""
    exclude_genres: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    """All of these."""
    collections: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    """Original languages, ISO 639-1."""
    people: frozenset[str] = frozenset()
    """At least one of these names in the credits."""
    year_from: int | None = None
    year_to: int | None = None
    runtime_from: int | None = None
    runtime_to: int | None = None
    minimum_confidence: float | None = None
    """0–1; 0.75 is what the word “high” stands for, 0.5 “medium”."""
    influenced_by: frozenset[str] = frozenset()
    """Item ids: only picks that these titles moved."""
    exclude_influence: frozenset[str] = frozenset()
    """Item ids that must not teach this answer."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question to the engine. Equal queries get equal slates while nothing was learned between them."""

    viewer_id: str
    mode: str = "tonight"
    filters: Filters = field(default_factory=Filters)
    text: str = ""
    """Free text, for mood."""
    seed_item_id: str | None = None
    """The title to start from, for similar."""
    limit: int = 5
    attempt: int = 0
    """“Another” is attempt + 1; page n of a slate is attempt n."""
    on: date | None = None
    """The asker's local date; the engine's clock where it is not given."""
    seed: int | None = None
    """Makes shuffle repeatable."""
    place: str = ""
    """Where it was asked, such as ``console:console``. The answer does not depend on it, but “more” goes on from what
    was shown in the same place, and a typed number means the cards shown there."""
