"""Whatever most people liked."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest

from engine.evaluation.models import Model, Shown, Task


async def show(task: Task) -> Shown:
    """Candidates by the number of people who liked them in the training part, then by id."""
    job = task.job
    likes = Counter(meeting.item_id for known in job.train.values() for meeting in known if meeting.liked)
    return {
        person.viewer.id: nsmallest(task.length, job.candidates(person), key=lambda item_id: (-likes[item_id], item_id))
        for person in job.judged()
    }


MODEL = Model("popularity", show)
