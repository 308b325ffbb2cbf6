"""One file per mode, each declaring ``MODE``: what is considered, what counts, what keeps a title out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from engine.catalogue import Catalogue
from engine.domain.query import Query
from engine.domain.slate import ExclusionKind
from engine.ports.language import Embedder
from engine.scoring.baselines import Mask
from engine.scoring.context import Asked
from engine.search.titles import TitleIndex
from engine.world import WorldColumns

USUAL = frozenset(
    {
        ExclusionKind.WATCHED,
        ExclusionKind.IN_PROGRESS,
        ExclusionKind.HIDDEN,
        ExclusionKind.ANTI_PROFILE,
        ExclusionKind.SKIPPED,
        ExclusionKind.SEQUEL,
    }
)
SHARED: tuple[str, ...] = (
    "content", "anti-profile", "genre", "personnel", "graph", "collaborative", "sequence", "attributes",
    "quality", "confidence", "freshness", "popularity", "hidden-penalty",
)  # fmt: skip
TASTE: Mapping[str, float] = MappingProxyType(dict.fromkeys(SHARED, 1.0))
"""The scorers that every mode shares, each with its full weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What a mode may look at to understand a query."""

    catalogue: Catalogue
    titles: TitleIndex
    visible: Mask
    """What may be spoken of to the viewer, [n]."""
    embedder: Embedder
    embedded_share: float
    today: int
    """The asker's local date, days since 1970."""
    date: date
    world: WorldColumns | None = None
    """What is known of titles on no shelf; only given to modes whose candidates are among them."""


Understand = Callable[[Query, Surroundings], Awaitable[Asked]]


async def as_asked(query: Query, around: Surroundings) -> Asked:
    """The query as it stands, for modes that need nothing more."""
    return Asked(query, query.filters, around.today)


def scorers(mapping: Mapping[str, float] = TASTE, /, *, taste: float = 1.0, **further: float) -> Mapping[str, float]:
    """The shared scorers times ``taste``, and further ones (underscores for hyphens) with a factor of their own."""
    shared = {name: factor * taste for name, factor in mapping.items()}
    shared.update({name.replace("_", "-"): factor for name, factor in further.items()})
    return MappingProxyType(shared)


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to recommend."""

    name: str
    scorers: Mapping[str, float]
    """Scorer to factor on its weight; the factor is the weight where ``Weights`` knows none."""
    source: str = "shelves"
    exclusions: frozenset[ExclusionKind] = USUAL
    understand: Understand = as_asked
    by_lot: bool = False
    """Drawn from the good pool instead of taken from the top."""
    mixes_domains: bool = True
    """Shows every domain the viewer lives in, where no type is asked for."""
    starts_thin: bool = False
    """Spreads over genres for people of whom little is known."""
    explores: bool = False
    """Leaves a place to finding out, while little is known of the viewer."""
    match_scale: float = 1.0
    """On the score before it becomes a match, so that fitting what was asked does not pass for fitting the taste."""
    label: str = "library"
    """What a pick says of where it comes from."""
