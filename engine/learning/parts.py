"""Everything fitted to one log, over the ``m`` titles that somebody met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning import item_weights, popularity
from engine.learning.beginnings import beginnings_of
from engine.learning.cold_standing import reputes_of
from engine.learning.kinship import Kinship
from engine.learning.log import Log
from engine.learning.pairwise import pairwise_of
from engine.learning.sequence import successors
from engine.learning.sources import Factored, Listed, Term
from engine.learning.sparse import Floats, Rows, dense_product, scaled, table, turned

FLOOR = 0.1
"""What the least liked title still weighs: having met it says something too."""
NARROW, WIDE = 200.0, 1_500.0
"""λ of EASE for people with a history, and for those with little (of 30 … 1,500 on validation)."""
AT_ONCE = 64
"""Histories whose figures for all titles are held at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    met: Sparse
    """[people, m] how much was liked, 0.1–1."""
    begun: Sparse
    followed: Sparse
    """Beginnings of histories and what followed, both [b, m], see ``Beginnings``."""
    begun_by: NDArray[np.int32]
    """[b] rows of people."""
    counts: Floats
    """[m] meetings, by trust."""
    renown: Floats
    """[m] ``renown_of``."""
    latest: NDArray[np.float64]
    """[people] when each last met something."""
    trust: Floats
    """[people] 0–1."""
    narrow: Sparse | Floats
    """EASE: exact factors [m, people] or the strongest weights [m, m]."""
    wide: Sparse | Floats
    pairwise: Floats
    """[2, m, ``FIGURES``] ``pairwise_of``."""
    after: Sparse
    before: Sparse
    """Sequences, both [m, m]."""
    fame: Floats
    """[2, m] ``popularity.fame`` and ``popularity.esteem``."""
    moments: NDArray[np.float64]
    around: Floats
    """[2 · moments, m] ``popularity.fame_around`` for either span."""


def parts_of(log: Log, trust: Floats) -> Parts:
    """Fit them; ``trust`` [people] is how much of a voice each has."""
    people, titles = len(log.people), len(log.items)
    soft = np.maximum(log.liking, FLOOR)
    met = table(soft, log.person, log.item, (people, titles))
    heard = scaled(met, rows=np.sqrt(trust).astype(np.float32))
    counts = np.bincount(log.item, trust[log.person], titles).astype(np.float32)
    latest = np.zeros(people)
    np.maximum.at(latest, log.person, log.at)
    after, before = successors(log, (soft * trust[log.person]).astype(np.float32))
    when = popularity.moments(log)
    around = [popularity.fame_around(log, trust, when, span) for span in popularity.SPANS]
    narrow, wide = item_weights.weights(heard, (NARROW, WIDE))
    begun = beginnings_of(log, soft, trust)
    return Parts(
        met=met, begun=begun.met, followed=begun.liked, begun_by=begun.people,
        counts=counts, renown=renown_of(met, counts, trust), latest=latest, trust=trust,
        narrow=narrow, wide=wide, pairwise=pairwise_of(log, trust),
        after=after, before=before,
        fame=np.stack([popularity.fame(log, trust), popularity.esteem(log, trust)]),
        moments=when, around=np.concatenate(around),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Bridge:
    """What attributes say about everything above, as ``r`` figures."""

    directions: Floats
    """[D, r] of ``kinship.Features``."""
    titles: Floats
    """[m, r] what having met a title says, by the narrow weights."""
    people: Floats
    """[people, r] what each person's taste says."""
    fame: Floats
    """[r] what fame says."""
    reputes: Floats
    """[names] ``cold_standing.reputes_of``."""


def bridge_of(parts: Parts, kinship: Kinship, directions: Floats) -> Bridge:
    """What the titles of ``kinship`` teach, along ``directions``."""
    solved = kinship.solved(directions, parts.met.shape[1])
    if isinstance(parts.narrow, np.ndarray):
        titles = dense_product(voiced(parts), parts.narrow.T @ solved)
    else:
        titles = dense_product(parts.narrow, solved)
    fame = parts.fame[0] - parts.fame[0][kinship.columns].mean() if len(kinship.columns) else parts.fame[0]
    reputes = reputes_of(kinship.named, parts.fame[0], kinship.shown)
    return Bridge(directions, titles, dense_product(parts.met, solved), fame @ solved, reputes)


def renown_of(met: Sparse, counts: Floats, trust: Floats) -> Floats:
    """How well known titles are: log(1 + meetings) above what people usually meet, each by their trust, [m]."""
    told, lengths = np.log1p(counts), np.diff(met.indptr)
    share = np.repeat(trust / np.maximum(lengths, 1), lengths)
    usual = float(told[met.indices] @ share) / max(float(share.sum()), 1e-9)
    return (told - usual).astype(np.float32)


def voiced(parts: Parts) -> Sparse:
    """Who met each title and how much they liked it, by the root of their trust, [m, people]."""
    return scaled(turned(parts.met), columns=np.sqrt(parts.trust).astype(np.float32))


def wishes_of(parts: Parts, histories: Sequence[tuple[Rows, Floats]], columns: Rows) -> Floats:
    """Narrow figures of ``columns`` [w] for some histories and, last, fame, [histories + 1, w]."""
    source = Factored.of(voiced(parts), parts.narrow) if isinstance(parts.narrow, np.ndarray) else Listed(parts.narrow)
    own, size = np.zeros((len(histories), len(columns)), np.float32), 0.0
    for start in range(0, len(histories), AT_ONCE):
        some = histories[start : start + AT_ONCE]
        told = source.totals([Term(rows, weights) for rows, weights in some])
        own[start : start + AT_ONCE] = told[:, columns]
        size += float(np.sum(told * told, dtype=np.float64))
    # as loud as all the others together, for what is well known is wished for by many
    fame = parts.fame[:1]
    loudness = np.sqrt(size) / max(float(np.linalg.norm(fame)), 1e-6) if histories else 1.0
    return np.concatenate([own, fame[:, columns] * np.float32(loudness)])
