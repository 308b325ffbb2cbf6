"""How far each title would be spread by the model: what is offered to many already is no find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.learning.compiled import highest
from engine.learning.history import History
from engine.learning.log import Log
from engine.learning.signals import Voice
from engine.learning.sparse import Floats
from engine.learning.trials import spans

BEST = 40
"""Titles that are counted as offered to a person: what may come up in a few evenings.

On randomval 1.9 times as many different titles cost 1.5 % of NDCG@10; with 10, 1.7 times cost 4 %; 100 was like 40."""
SHARE = 10
"""Never more than one title in so many."""
MOST_PEOPLE, WITH_ALL = 600, 20_000
"""People who are asked for at most, and titles of a catalogue up to which that many are; a third at least in any."""
USUAL = 2.0
"""People by whom a title is taken to be reached beforehand."""


def reach_of(voice: Voice, log: Log, rng: np.random.Generator) -> Floats:
    """To how many of some people of ``log`` each of its titles would be among the best, [m]."""
    field = voice.field
    reach = np.zeros(len(field.rows), np.float32)
    everything = np.arange(len(field.columns))
    most = min(BEST, -(-len(everything) // SHARE))
    for history in _some(voice, log, rng):
        told = voice.weighed(history).over(everything).sum(axis=0)
        told[history.rows] = -np.inf
        best = highest(told, most)
        columns = field.columns[best[np.isfinite(told[best])]]
        reach[columns[columns >= 0]] += 1
    return reach


def surprise_of(voices: Sequence[Voice]) -> Floats:
    """How much less than the most spread title each is spread, in bits, over the rows of the catalogue, [n]."""
    found = np.zeros(len(voices[0].field.columns), np.float32)
    for voice in voices:
        reach = np.append(voice.reach, np.float32(0))
        bits = np.log2((reach.max() + USUAL) / (reach + USUAL))
        found += np.float32(voice.share) * bits[voice.field.columns].astype(np.float32)
    return found


def offered_of(voices: Sequence[Voice]) -> float:
    """Share of the titles that are offered to anybody, of all or of as many as there were offers, 0–1."""
    found = 0.0
    for voice in voices:
        most = min(float(voice.reach.sum()), float(len(voice.field.columns)))
        found += voice.share * (np.count_nonzero(voice.reach) / most if most else 1.0)
    return found


def _some(voice: Voice, log: Log, rng: np.random.Generator) -> Iterator[History]:
    field = voice.field
    most = int(np.clip(MOST_PEOPLE * WITH_ALL // max(len(field.columns), 1), MOST_PEOPLE // 3, MOST_PEOPLE))
    chosen = set(rng.permutation(len(log.people))[:most].tolist())
    for person, span in spans(log):
        if person in chosen:
            rows = field.rows[log.item[span]]
            yield History(rows, log.liking[span], log.at[span], person).latest()
