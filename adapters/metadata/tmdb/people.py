"""Who made a title and who plays in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.values import Record, record, records, text, whole
from engine.domain.items import Credit, CreditRole

ACTORS = 15
OTHERS = 5
"""So many of each other role."""
_JOBS = {
    "Director": CreditRole.DIRECTOR,
    "Writer": CreditRole.WRITER,
    "Screenplay": CreditRole.WRITER,
    "Original Music Composer": CreditRole.COMPOSER,
    "Music": CreditRole.COMPOSER,
}
_ON_SERIES = {CreditRole.WRITER, CreditRole.COMPOSER}
"""Episodes have directors by the dozen; a series has those who made it up."""


def read_credits(answer: Record) -> tuple[Credit, ...]:
    """Credits of a film or a series."""
    series = "aggregate_credits" in answer
    told = record(answer.get("aggregate_credits" if series else "credits"))
    found = [
        *_named(records(answer.get("created_by")), CreditRole.CREATOR, OTHERS),
        *_crew(records(told.get("crew")), series=series),
        *_named(_billed(records(told.get("cast"))), CreditRole.ACTOR, ACTORS),
        *_named(records(answer.get("production_companies")), CreditRole.STUDIO, OTHERS),
    ]
    return tuple(found)


def _crew(rows: list[Record], *, series: bool) -> Iterator[Credit]:
    by_role: dict[CreditRole, list[Record]] = {}
    for row in sorted(rows, key=lambda row: -(whole(row.get("total_episode_count")) or 0)) if series else rows:
        for role in _roles(row):
            if not series or role in _ON_SERIES:
                by_role.setdefault(role, []).append(row)
    for role, chosen in by_role.items():
        yield from _named(chosen, role, OTHERS)


def _roles(row: Record) -> set[CreditRole]:
    jobs = [text(row.get("job")), *(text(job.get("job")) for job in records(row.get("jobs")))]
    return {_JOBS[job] for job in jobs if job in _JOBS}


def _billed(rows: list[Record]) -> list[Record]:
    last = 10**6
    return sorted(rows, key=lambda row: last if (order := whole(row.get("order"))) is None else order)


def _named(rows: list[Record], role: CreditRole, most: int) -> list[Credit]:
    names = list(dict.fromkeys(name for row in rows if (name := text(row.get("name"), 200))))
    return [Credit(name, role, order) for order, name in enumerate(names[:most])]
