"""Answers that were shown, and facts about them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.query import Query
from engine.domain.slate import Confidence, Pick, Slate

START = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def pick(item_id: str, rank: int = 1, *, propensity: float = 1.0, trial: bool = False) -> Pick:
    return Pick(item_id, rank, 0.5, 0.5, Confidence.LOW, (), (), propensity=propensity, trial=trial)


def slate(
    viewer_id: str,
    *picks: Pick,
    at: datetime = START,
    arms: tuple[tuple[str, str], ...] = (),
    on: date | None = None,
) -> Slate:
    query = Query(viewer_id, on=on or at.date())
    return Slate(f"{viewer_id}-{at.isoformat()}", query, picks, at, None, 10, 10, arms=arms)


def fact(
    viewer_id: str,
    item_id: str,
    kind: InteractionKind = InteractionKind.WATCH,
    *,
    at: datetime = START,
    completion: float | None = None,
    rating: float | None = None,
) -> Interaction:
    name = f"{viewer_id}-{item_id}-{kind}-{at.isoformat()}"
    return Interaction(name, viewer_id, item_id, kind, at, completion=completion, rating=rating)
