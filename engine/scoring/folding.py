"""What the crowd's model is told of a viewer: the titles that teach, how much each was liked, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.learning.history import History
from engine.learning.log import liking_of
from engine.scoring.baselines import Floats
from engine.taste.profile import TasteProfile
from engine.taste.tally import Figure, rated_line

if TYPE_CHECKING:
    from engine.learning.crowd import Aligned
    from engine.learning.signals import Signals


@dataclass(frozen=True, slots=True, eq=False)
class Families:
    """What the crowd says to somebody of all ``m`` titles of a domain."""

    values: Floats
    """[families, m], to be added up. Never write to them."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.values.nbytes


def folded(profile: TasteProfile, crowd: Aligned) -> Signals:
    """What the crowd says to the owner of ``profile``."""
    return crowd.fold_in(history_of(profile, crowd.person(profile.viewer_id)))


def history_of(profile: TasteProfile, person: int = -1) -> History:
    """Titles within the history window that were met, oldest first; those of one moment in the order of their rows."""
    titles = profile.titles
    table = titles.table
    met = (table[:, Figure.SEEN] > 0) | ~np.isnan(table[:, Figure.STATED])
    places = np.flatnonzero(titles.counts_in & met & (titles.rows >= 0))
    places = places[np.lexsort((titles.rows[places], titles.last[places]))]
    table = table[places]
    stated, rating = table[:, Figure.STATED], table[:, Figure.RATING]
    # what was said last is either the rating or a thumb after it
    rated = ~np.isnan(rating) & (stated == rated_line(rating))
    said = np.where(np.isnan(stated) | rated, np.nan, (stated > 0) * 1.0)
    completion = np.where(np.isnan(table[:, Figure.COMPLETION]) & (table[:, Figure.FINISHES] > 0), 1.0,
                          table[:, Figure.COMPLETION])  # fmt: skip
    liking = liking_of(np.where(rated, rating, np.nan), completion, table[:, Figure.FINISHES], said)
    return History(titles.rows[places], liking, titles.last[places], person)
