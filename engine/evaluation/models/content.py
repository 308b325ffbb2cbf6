"""The engine with nothing learned from others: the textbook weights of content, quality and confidence."""

from __future__ import annotations

from engine.evaluation.models import Model, Task, Taught
from engine.evaluation.models.engine import asked, standing
from engine.weights import Weights


async def teach(task: Task) -> Taught:
    """The classic weights on each person's own history; popularity stands in where that is thin."""
    recommender, clock = await standing(task, Weights.classic())
    return asked(task, recommender, clock)


MODEL = Model("content", "the engine's classic weights, nothing learned from others", teach)
