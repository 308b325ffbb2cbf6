"""Which of our titles a model's titles are: by their ids, else by name and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.domain.items import Item
from engine.learning.manifest import Reference
from engine.ports.models import ModelRejected
from engine.search.fold import fold, without_article

LEAST_SHARE = 0.02
"""Of the titles of a model, or of the catalogue if that has fewer, that must be known to both."""
FEWEST = 20
"""As a number; half of them where there are fewer."""
ELSEWHERE = "#elsewhere"
"""Ends the id of a title that is not here, so that it can never be one of ours."""


class TitlesHere:
    """Our titles by everything a reference may say."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._named: dict[str, str | None] = {}

    def __len__(self) -> int:
        return sum(key.startswith("item:") for key in self._ids)

    def note(self, items: Iterable[Item]) -> None:
        """Know ``items``, too."""
        for item in items:
            for key in _item_keys(item):
                self._ids.setdefault(key, item.id)
            for name in {item.title, item.original_title or "", *item.titles.values()} - {""}:
                if item.year is not None:
                    key = _name_key(item.media_type, name, item.year)
                    # two titles of one name and year: neither is meant for sure
                    self._named[key] = item.id if self._named.get(key, item.id) == item.id else None

    def find(self, reference: Reference) -> str | None:
        """The id here; None where it is not here, or may be several."""
        for key in _reference_keys(reference):
            if (found := self._ids.get(key)) is not None:
                return found
        if not reference.title or reference.year is None:
            return None
        return self._named.get(_name_key(reference.media_type, reference.title, reference.year))


def recognised(references: Sequence[Reference], here: TitlesHere) -> list[str]:
    """Our id of each reference, once; of what is not here an id that is none of ours.

    Raises ModelRejected("model-other-catalogue") where hardly any is here.
    """
    names: list[str] = []
    taken: set[str] = set()
    for reference in references:
        found = here.find(reference)
        if found is None or found in taken:
            names.append(f"{reference.item_id}{ELSEWHERE}")
        else:
            names.append(found)
            taken.add(found)
    known = len(taken)
    check_overlap(known, len(references), len(here))
    return names


def check_overlap(known: int, in_model: int, in_catalogue: int) -> None:
    """Raises ModelRejected("model-other-catalogue") where ``known`` titles in common are hardly any."""
    smaller = min(in_model, in_catalogue)
    if known == 0 or known < max(LEAST_SHARE * smaller, min(FEWEST, smaller / 2)):
        raise ModelRejected("model-other-catalogue", known=known, titles=in_model)


def reference_of(item: Item) -> Reference:
    """How ``item`` is recognised elsewhere."""
    return Reference(item.id, item.media_type, item.title[:200], item.year, item.tmdb_id, item.imdb_id)


def _item_keys(item: Item) -> Iterator[str]:
    yield f"item:{item.id}"
    if item.tmdb_id is not None:
        yield f"tmdb:{item.media_type}:{item.tmdb_id}"
    if item.imdb_id:
        yield f"imdb:{item.imdb_id}"


def _reference_keys(reference: Reference) -> Iterator[str]:
    if reference.tmdb_id is not None:
        yield f"tmdb:{reference.media_type}:{reference.tmdb_id}"
    if reference.imdb_id:
        yield f"imdb:{reference.imdb_id}"
    yield f"item:{reference.item_id}"


def _name_key(media_type: str, name: str, year: int) -> str:
    return f"{media_type}:{year}:{fold(without_article(name))}"
