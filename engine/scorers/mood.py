"""Meets what a free text asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.columns.named import Features
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context, WishPart
from engine.scoring.likeness import overlap
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.scoring.shared import shared_with

GENRE, KEYWORD = 0.20, 0.20
"""For having a wanted genre or keyword (lost for an unwanted one)."""
BY_NAME = 0.5
"""Share of names in the likeness to a reference, beside its vector."""
CITED_WORDS = 3
MOSTLY = 0.5
"""Share of a tone's strongest genre that a title's own genres must reach for the tone to be said of it."""
LEAST = 0.01
"""Gain from which a word is worth naming."""
BESIDE = 0.15
"""Share of the best word's gain from which another is named beside it."""


def probes(context: Context) -> Floats | None:
    """One vector: the mean of the references and all directions, each by its factor."""
    wish, vectors = context.asked.wish, context.catalogue.vectors
    if wish is None or vectors is None:
        return None
    total = np.zeros(vectors.dimensions, np.float32)
    if wish.references:
        total += vectors.exact(np.array(wish.references)).mean(axis=0)
    for part in wish.parts:
        if part.direction is not None:
            total += np.float32(part.factor) * part.direction
    return total[None, :] if total.any() else None


def raw(batch: Batch) -> Floats:
    """Closeness to references and wanted directions, and wanted genres and keywords it has, about -1…2."""
    wish = batch.context.asked.wish
    found = batch.products[0].copy() if len(batch.products) else batch.zeros()
    if wish is None:
        return found
    for reference in wish.references:
        names = shared_with(batch.context.baselines, reference, batch).total()
        found += np.float32(BY_NAME / len(wish.references)) * names
    for part in wish.parts:
        found += _named(batch, part)
    return found


def explain(subject: Subject) -> Sequence[Evidence]:
    """The words it meets, the references it is like, and what was unwanted that it leans away from."""
    wish = subject.context.asked.wish
    if wish is None or subject.value <= 0:
        return ()
    one = subject.alone
    worth = [(_part(subject, one, part), part) for part in wish.parts]
    met = _cited([(gain, part.word) for gain, part in worth if part.factor > 0 and _carries(subject, part)])
    like = [row for row in wish.references if _reference(subject, one, row) > LEAST]
    found: list[Evidence] = []
    if met or like:
        items = subject.ids(np.array(like, np.int64))
        found.append(Evidence(EvidenceKind.MOOD_MATCH, SCORER.name, subject.value, items=items, keywords=met))
    spared = [(gain, part.word) for gain, part in worth if part.factor < 0 and not _has_any(subject, part)]
    if words := _cited(spared):
        gain = sum(gain for gain, word in spared if word in words)
        share = min(subject.weight * gain, subject.value)
        found.append(Evidence(EvidenceKind.MOOD_AVOIDED, SCORER.name, share, keywords=words))
    return found


def _cited(worth: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """The words that brought most, without those that hardly did anything beside them."""
    least = max(LEAST, BESIDE * max((gain for gain, _ in worth), default=0.0))
    ordered = sorted((pair for pair in worth if pair[1] and pair[0] > least), key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(word for _, word in ordered))[:CITED_WORDS]


def _carries(subject: Subject, part: WishPart) -> bool:
    """Whether a word may be said of the title: it has a keyword of it, or its genres stand for it and none against."""
    if not part.genres or _has_any(subject, part):
        return True
    own: list[int] = subject.context.catalogue.genres.of(subject.row)[0].tolist()
    weights = [part.genres[column] for column in own if column in part.genres]
    return min(weights, default=0.0) >= 0 and sum(weights) > MOSTLY * max(part.genres.values())


def _has_any(subject: Subject, part: WishPart) -> bool:
    """Whether the title carries one of the words of ``part``, however much else speaks against it."""
    own: list[int] = subject.context.catalogue.keywords.of(subject.row)[0].tolist()
    return any(column in part.keywords for column in own)


def _named(batch: Batch, part: WishPart) -> Floats:
    catalogue, baselines = batch.context.catalogue, batch.context.baselines
    found = batch.zeros()
    if part.genres:
        present = baselines.genre_sets > 0
        by_set = present @ _spread(part.genres, len(catalogue.genres.names))
        found += (
            np.float32(GENRE * part.factor) * np.clip(by_set, -1, 1).astype(np.float32)[batch.take(baselines.genre_set)]
        )
    if part.keywords:
        having = batch.take(_having(batch.context, catalogue.keywords, part.keywords))
        found += np.float32(KEYWORD * part.factor) * np.clip(having, -1, 1)
    return found


def _having(context: Context, features: Features, wanted: Mapping[int, float]) -> Floats:
    columns = np.fromiter(wanted, np.int32, len(wanted))
    return overlap(context.catalogue, features, columns, np.fromiter(wanted.values(), np.float32, len(wanted)))


def _spread(wanted: Mapping[int, float], size: int) -> Floats:
    weights = np.zeros(size, np.float32)
    for column, weight in wanted.items():
        weights[column] = weight
    return weights


def _part(subject: Subject, one: Batch, part: WishPart) -> float:
    own = subject.dossier.vector
    gain = float(_named(one, part)[0])
    if own is not None and part.direction is not None:
        gain += part.factor * float(part.direction @ own)
    return gain


def _reference(subject: Subject, one: Batch, row: int) -> float:
    names = float(shared_with(subject.context.baselines, row, one).total()[0])
    return BY_NAME * names + float(subject.dossier.closeness(np.array([row]))[0])


SCORER = Scorer("mood", raw, explain, probes, role="mode")
