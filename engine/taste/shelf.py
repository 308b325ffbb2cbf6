"""What a viewer could have watched: the measure of what they did watch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.items import MediaType
from engine.domain.viewers import Viewer


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Titles of a domain on shelves the viewer may open."""

    titles: int
    genres: NDArray[np.int32]
    """Per genre, [G]."""

    def share(self) -> NDArray[np.float64]:
        """Share of the titles that have each genre, 0–1, [G]."""
        return self.genres / max(self.titles, 1)


def shelf_of(catalogue: Catalogue, viewer: Viewer, domain: MediaType) -> Shelf:
    """Count the open shelf; one pass over the catalogue."""
    rows = np.flatnonzero(catalogue.open_to(viewer.library_ids) & catalogue.of_type(domain))
    _, columns, _ = catalogue.genres.entries(rows)
    return Shelf(len(rows), np.bincount(columns, minlength=len(catalogue.genres.names)).astype(np.int32))
