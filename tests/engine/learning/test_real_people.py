"""On real ratings, where they are at hand: better than what is popular, and than EASE alone."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from engine.columns.build import build_catalogue
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.learning import item_weights
from engine.learning.crowd import learn
from engine.learning.history import History
from engine.learning.log import LIKED, Log, gathered
from engine.learning.popularity import fame
from engine.learning.sparse import table
from engine.learning.trials import earlier, spans

DATA = Path(__file__).parents[4] / "shared" / "data"
pytestmark = [
    pytest.mark.untraced,
    pytest.mark.skipif(not (DATA / "ratings.csv.gz").exists(), reason="the real ratings are not at hand"),
]
EVERY_FIFTH = 5
DISCOUNT = 1 / np.log2(np.arange(2, 12))


def item(facts: dict[str, object]) -> Item:
    names = {
        role: facts.get(key) or [] for key, role in (("cast", CreditRole.ACTOR), ("director", CreditRole.DIRECTOR))
    }
    credits_ = tuple(
        Credit(str(name), role, place) for role, found in names.items() for place, name in enumerate(found)
    )
    collection = facts.get("collection")
    return Item(
        f"movie:ml:{facts['movieId']:06d}", MediaType.MOVIE, str(facts["title"]), facts.get("year"),
        genres=tuple(facts.get("genres") or ()), keywords=tuple(facts.get("keywords") or ()),
        language=facts.get("language") or None, credits=credits_,
        collection=Collection(str(collection)) if collection else None,
    )  # fmt: skip


def ratings(ids: tuple[str, ...]) -> Log:
    column = {name: place for place, name in enumerate(ids)}
    with gzip.open(DATA / "ratings.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if int(row["userId"]) % EVERY_FIFTH == 0]
    keys = [(int(row["userId"]) // EVERY_FIFTH, column[f"movie:ml:{int(row['movieId']):06d}"]) for row in rows]
    liking = np.clip((2 * np.array([float(row["rating"]) for row in rows]) - 2) / 8, 0, 1)
    at = [float(row["timestamp"]) for row in rows]
    people = tuple(str(n) for n in range(1 + max(person for person, _ in keys)))
    return gathered(ids, people, np.array(keys, np.int64), liking, at, now=2e9)


def gain(scores: np.ndarray, seen: np.ndarray, liked: np.ndarray) -> float:
    scores = scores.copy()
    scores[seen] = -np.inf
    hits = np.isin(np.argsort(-scores, kind="stable")[:10], liked)
    return float((hits * DISCOUNT).sum() / DISCOUNT[: min(10, len(liked))].sum())


def test_it_finds_more_of_what_a_fifth_of_the_people_came_to_like() -> None:
    with gzip.open(DATA / "items.jsonl.gz", "rt", encoding="utf-8") as file:
        catalogue = build_catalogue(item(json.loads(line)) for line in file)
    log = ratings(catalogue.ids)
    before = earlier(log)
    past = log.only(before)
    aligned = learn(past, catalogue, np.random.default_rng(0)).aligned(catalogue)
    met = table(past.liking >= LIKED, past.person, past.item, (len(log.people), len(catalogue)))
    weights, known = item_weights.exact(met, 100.0), fame(past, np.ones(len(log.people), np.float32))
    every, found = np.arange(len(catalogue)), []
    for person, span in spans(log):
        own, titles = before[span], log.item[span].astype(np.int64)
        liked = titles[~own & (log.liking[span] >= LIKED)]
        if len(liked):
            history = History(titles[own], log.liking[span][own], log.at[span][own], person)
            ours = aligned.fold_in(history).over(every).sum(axis=0)
            ease = weights @ met.toarray()[:, titles[own]].astype(np.float32) @ met.toarray()[person, titles[own]]
            found.append([gain(scores, titles[own], liked) for scores in (ours, ease, known)])
    ours, ease, popular = np.mean(found, axis=0)
    assert ours > 1.1 * ease
    assert ours > 1.1 * popular
