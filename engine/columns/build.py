"""Turns items, batch by batch, into the columns of a catalogue."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.columns.features import FeatureColumns, PeopleColumns
from engine.columns.quality import bayesian_quality, vote_confidence
from engine.columns.vectors import ItemVectors
from engine.domain.items import Item
from engine.graph.mentions import MentionColumns

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


@dataclass(slots=True)
class _Names:
    """Gives each name a place, in order of arrival."""

    places: dict[str, int] = field(default_factory=dict[str, int])

    def place(self, name: str | None) -> int:
        return -1 if not name else self.places.setdefault(name, len(self.places))


class CatalogueBuilder:
    """Takes items in any order and any number of batches; an id that comes again is left out."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._media_type = array("B")
        self._year, self._runtime, self._language, self._order = array("h"), array("h"), array("h"), array("h")
        self._added, self._collection, self._votes = array("i"), array("i"), array("i")
        self._average = array("f")
        self._shelves: list[int] = []
        self._languages, self._libraries, self._collections = _Names(), _Names(), _Names()
        self._genres, self._keywords, self._countries, self._tags = (FeatureColumns() for _ in range(4))
        self._people = PeopleColumns()
        self._mentions = MentionColumns()

    def add(self, items: Iterable[Item]) -> None:
        """Take in one batch."""
        for item in items:
            if item.id not in self._rows:
                self._rows[item.id] = len(self._rows)
                self._add_scalars(item)
                self._add_features(item)

    def finish(
        self, version: str, *, finishes: Mapping[str, int] = _NO_COUNTS, vectors: ItemVectors | None = None
    ) -> Catalogue:
        """The catalogue; ``finishes`` counts the viewers who finished a title, ``vectors`` run parallel to the rows."""
        average, votes = np.array(self._average, dtype=np.float32), np.array(self._votes, dtype=np.int32)
        ids = tuple(self._rows)
        keywords = self._keywords.finish()
        return Catalogue(
            version=version,
            ids=ids,
            index=MappingProxyType(self._rows),
            media_type=np.array(self._media_type, dtype=np.uint8),
            year=np.array(self._year, dtype=np.int16),
            runtime=np.array(self._runtime, dtype=np.int16),
            language=np.array(self._language, dtype=np.int16),
            languages=tuple(self._languages.places),
            libraries=self._library_bits(),
            library_index=MappingProxyType(self._libraries.places),
            added_day=np.array(self._added, dtype=np.int32),
            genres=self._genres.finish(unit_rows=True),
            keywords=keywords,
            people=self._people.finish(),
            countries=self._countries.finish(),
            tags=self._tags.finish(),
            people_roles=self._people.roles(),
            people_credits=self._people.credits(),
            collection=np.array(self._collection, dtype=np.int32),
            collection_order=np.array(self._order, dtype=np.int16),
            collection_names=tuple(self._collections.places),
            vote_average=average,
            vote_count=votes,
            quality=bayesian_quality(average, votes),
            confidence=vote_confidence(average, votes),
            popularity=popularity_column(ids, finishes),
            vectors=vectors,
            mentions=self._mentions.finish(keywords),
        )

    def _add_scalars(self, item: Item) -> None:
        self._media_type.append(MEDIA_TYPES.index(item.media_type))
        self._year.append(_small(item.year))
        self._runtime.append(_small(item.runtime))
        self._language.append(self._languages.place(item.language))
        self._added.append(-1 if item.added_at is None else max((item.added_at - _EPOCH).days, -1))
        self._collection.append(self._collections.place(item.collection.name if item.collection else None))
        self._order.append(_small(item.collection.order if item.collection else None))
        average = item.vote_average
        self._average.append(float("nan") if average is None or not 0 <= average <= 10 else average)
        self._votes.append(min(max(item.vote_count or 0, 0), 2_000_000_000))
        self._shelves.append(sum(1 << self._libraries.place(library) for library in item.library_ids if library))

    def _add_features(self, item: Item) -> None:
        self._genres.add(item.genres)
        self._keywords.add(item.keywords)
        self._countries.add(item.countries)
        self._tags.add(sorted(item.tags))
        self._people.add(item.credits)
        self._mentions.add(item)

    def _library_bits(self) -> NDArray[np.uint64]:
        words = max(1, -(-len(self._libraries.places) // 64))
        packed = b"".join(shelves.to_bytes(8 * words, "little") for shelves in self._shelves)
        return np.frombuffer(bytearray(packed), np.dtype("<u8")).astype(np.uint64).reshape(len(self._shelves), words)


def empty_catalogue() -> Catalogue:
    """A catalogue without titles: what there is before the first refresh."""
    return CatalogueBuilder().finish("empty")


def build_catalogue(items: Iterable[Item], *, finishes: Mapping[str, int] = _NO_COUNTS) -> Catalogue:
    """A catalogue of ``items`` in one go, without vectors, in id order; its version is a digest of the items."""
    ordered = sorted(items, key=lambda item: item.id)
    builder = CatalogueBuilder()
    builder.add(ordered)
    digest = blake2b(digest_size=8)
    for item in ordered:
        digest.update(repr(item).encode("utf-8", "surrogatepass"))
    return builder.finish(f"built-{digest.hexdigest()}", finishes=finishes)


def popularity_column(ids: tuple[str, ...], finishes: Mapping[str, int]) -> NDArray[np.float32]:
    """Finish counts in row order, [n]."""
    return np.fromiter((finishes.get(item_id, 0) for item_id in ids), np.float32, len(ids))


def _small(value: int | None) -> int:
    """``value`` where it fits the column and makes sense, else 0 for unknown."""
    return value if value is not None and 0 < value <= 32_767 else 0
