"""A snapshot that was made elsewhere and stays as it is."""

from __future__ import annotations

from engine.catalogue import Catalogue
from engine.search.titles import TitleIndex
from engine.snapshots import Snapshots
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder


class StandingSnapshots(Snapshots):
    """Answers with a catalogue that it is given; there is nothing to refresh it from."""

    def __init__(self, catalogue: Catalogue, titles: TitleIndex | None = None) -> None:
        super().__init__(storage=MemoryStorage(), vectors=MemoryVectors(), embedder=WordEmbedder())
        self._current = catalogue
        self._titles = titles or TitleIndex.build(())
