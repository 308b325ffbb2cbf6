"""Which of a viewer's titles move a pick, and by how much it would fall without them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.counterfactual import Credits
from engine.scoring.pulls import MoodPull, Pulls

if TYPE_CHECKING:
    from engine.learning.shares import Shares


@dataclass(frozen=True, eq=False)
class Dossier:
    """One title seen by one viewer; what several reasons need is worked out once."""

    context: Context
    row: int
    beside: Pulls | None = None
    """The titles together with which it is looked at, this one among them."""

    @cached_property
    def vector(self) -> Floats | None:
        """The title's vector less the mean of its domain, [d]; None where it has none."""
        pulls, place = self._pulls
        return pulls.vector(place)

    @property
    def mood(self) -> MoodPull | None:
        """The pull of the mood it fits best."""
        pulls, place = self._pulls
        return pulls.moods[place]

    @property
    def present(self) -> MoodPull | None:
        """The pull of what was liked lately."""
        pulls, place = self._pulls
        return pulls.present[place]

    @property
    def disliked(self) -> MoodPull | None:
        """The pull of the disliked titles it is closest to."""
        pulls, place = self._pulls
        return pulls.disliked[place]

    @cached_property
    def _pulls(self) -> tuple[Pulls, int]:
        if self.beside is None:
            return Pulls(self.context, np.array([self.row])), 0
        return self.beside, self.beside.rows.tolist().index(self.row)

    @cached_property
    def adds(self) -> Shares | None:
        """How much each title of the history adds to the title by the crowd's signals; None without a crowd."""
        pulls, place = self._pulls
        return None if pulls.shares is None else pulls.shares.of(place)

    @cached_property
    def credits(self) -> Credits:
        """The people behind it, and what else of theirs the viewer was taught by."""
        return self.context.ledger.credits(self.row)

    def behind(self, person: int) -> NDArray[np.int64]:
        """Rows of the viewer's liked titles by a person (a column), best first."""
        known = self._behind.get(person)
        if known is None:
            known = self._behind[person] = self.context.ledger.liked_with(person)
        return known

    @cached_property
    def _behind(self) -> dict[int, NDArray[np.int64]]:
        return {}

    @cached_property
    def dropped(self) -> bool:
        """Whether the viewer gave up on this very title, or disliked it, and that still teaches."""
        titles = self.context.profile.titles
        place = titles.places.get(self.context.catalogue.ids[self.row])
        return place is not None and bool(titles.disliked[place])

    def closeness(self, rows: NDArray[np.int64]) -> Floats:
        """Centred similarity of the title to each of ``rows``, [len(rows)]; 0 without vectors."""
        vectors = self.context.catalogue.vectors
        if self.vector is None or vectors is None:
            return np.zeros(len(rows), np.float32)
        return vectors.exact(rows) @ self.vector

    def ids(self, rows: NDArray[np.int64]) -> tuple[str, ...]:
        """Item ids of ``rows``."""
        return tuple(self.context.catalogue.ids[int(row)] for row in rows)
