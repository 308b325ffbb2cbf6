"""Names in running text: what is written with a capital letter where no sentence begins. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.graph.words import Marks, Words, read

SHORTEST, LONGEST = 3, 60
"""Characters of a name."""
MOST_LINKS = 2
_LINKS = "of the de la le du des von van der den di da del y e al bin ibn"
_OPENERS = (
    "a about after against all along also although an and another as at based because before both but by during each "
    "every five following for four from he her his how if in inside into it its last many meanwhile most my near "
    "now on once one or our over set she since six so some soon still ten that the their then there these they this "
    "three through to two under until upon we what when where which while who whose why with without you young your "
    "aber als am an auf aus bei bevor bis da das dem den der des die doch durch ein eine einem einen einer eines er "
    "es für hier ich ihr ihre im in ist jeder kurz mit nach nachdem nun ob oder ohne sein seine seit sie um und unter "
    "vom von vor wegen weil wenn wie wir zu zum zur zwei zwischen "
    "au aux avec ce ces cette chez comme contre dans de des deux du elle elles en et il ils je la le les leur leurs "
    "lorsque mais ou où par pendant pour quand sa sans ses si son sous sur tous tout trois un une vers "
    "al con cuando del dos ella en entre es esta este la mientras para pero por se sin su sus tras un una y"
)
"""Words that open a sentence far more often than a name: a new tongue without its own is read nearly as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names found in ``Words``, ``m`` of them."""

    words: Words
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    """First and last word, [m]."""
    mark: Marks
    """The same for the same name, [m]."""

    @property
    def owner(self) -> NDArray[np.int64]:
        """Which text, [m]."""
        return self.words.owner[self.first]

    def text(self, place: int) -> str:
        """As it is written."""
        return self.words.text[int(self.words.start[self.first[place]]) : int(self.words.end[self.last[place]])]


def names_in(words: Words) -> Names:
    """Names in order of appearance: “Los Angeles”, “Starfleet”, “Lord of the Rings”.

    A single word at the beginning of a sentence may be any word, so it does not count there; of several words the
    first is left out where it is one that opens sentences (“In New York”).
    """
    capitals = np.flatnonzero(words.capital)
    if not len(capitals):
        none = np.zeros(0, np.int64)
        return Names(words, none, none, np.zeros(0, np.uint64))
    new = np.append(True, ~_joined(words, capitals))
    first, last = np.flatnonzero(new), np.append(np.flatnonzero(new)[1:] - 1, len(capitals) - 1)
    opens = np.isin(words.mark[capitals[first]], _marks(_OPENERS))
    begins = words.begins[capitals[first]]
    # the first word goes where it merely opens the sentence; if nothing is left, so does the run
    first = first + ((first == last) & (opens | begins) | opens & begins)
    kept = first <= last
    first, last = capitals[first[kept]], capitals[last[kept]]
    length = words.end[last] - words.start[first]
    fits = (length >= SHORTEST) & (length <= LONGEST)
    first, last = first[fits], last[fits]
    return Names(words, first, last, words.spans(first, last))


def _joined(words: Words, capitals: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each capital word but the first goes on with the name before: only small words like “of” between."""
    before, here = capitals[:-1], capitals[1:]
    apart = np.cumsum(~words.tied)
    other = np.append(0, np.cumsum(~np.isin(words.mark, _marks(_LINKS))))
    together = apart[here] == apart[before]
    return together & (other[here] == other[before + 1]) & (here - before <= MOST_LINKS + 1)


@cache
def _marks(known: str) -> Marks:
    return np.unique(read([known]).mark)
