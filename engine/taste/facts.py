"""What a viewer did in one domain, kept so that one more fact costs only its own title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Interaction
from engine.taste.tally import Figure, starts, tally

UNPLACED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Interactions by title, with a tally row and a cluster place for each. Immutable."""

    zone: tzinfo
    by_title: Mapping[str, tuple[Interaction, ...]]
    """In order of time. The order of the titles is that of the rows below."""
    places: Mapping[str, int]
    """Item id to its row below."""
    table: NDArray[np.float64]
    """[t, len(Figure)]"""
    mood: NDArray[np.int8]
    """[t] mood cluster, -1 not placed yet; kept while a title is out of favour, so that it returns to its place."""
    anti: NDArray[np.int8]
    """[t] the same for the anti-profile."""
    hours: NDArray[np.int32]
    weekdays: NDArray[np.int32]
    newest_at: datetime | None

    def column(self, figure: Figure) -> NDArray[np.float64]:
        """One figure of all titles, [t]."""
        return self.table[:, figure]

    def all(self) -> list[Interaction]:
        """Every fact, title by title."""
        return [fact for facts in self.by_title.values() for fact in facts]

    def adding(self, interactions: Iterable[Interaction]) -> Facts:
        """With more facts; those known by id already change nothing."""
        changed: dict[str, dict[str, Interaction]] = {}
        for fact in interactions:
            facts = changed.setdefault(fact.item_id, {known.id: known for known in self.by_title.get(fact.item_id, ())})
            facts.setdefault(fact.id, fact)
        return self._with({item_id: _in_time(facts.values()) for item_id, facts in changed.items()})

    def removing(self, interaction_ids: Iterable[str]) -> Facts:
        """Without some facts; unknown ids change nothing."""
        gone = frozenset(interaction_ids)
        return self._with(
            {
                item_id: tuple(fact for fact in facts if fact.id not in gone)
                for item_id, facts in self.by_title.items()
                if any(fact.id in gone for fact in facts)
            }
        )

    def _with(self, changed: Mapping[str, tuple[Interaction, ...]]) -> Facts:
        changed = {item_id: facts for item_id, facts in changed.items() if facts != self.by_title.get(item_id, ())}
        if not changed:
            return self
        by_title = {**self.by_title, **changed}
        places = {**self.places}
        for item_id in changed:
            places.setdefault(item_id, len(places))
        added = len(places) - len(self.places)
        unplaced = np.full(added, UNPLACED, np.int8)
        table = np.vstack([self.table, np.zeros((added, len(Figure)))])
        hours, weekdays = self.hours.copy(), self.weekdays.copy()
        for item_id, facts in changed.items():
            if item_id in self.by_title:
                _count(hours, weekdays, starts(self.by_title[item_id], self.zone), -1)
            _count(hours, weekdays, starts(facts, self.zone), 1)
            if facts:
                table[places[item_id]] = tally(facts, self.zone)
        grown = Facts(
            zone=self.zone,
            by_title=by_title,
            places=places,
            table=table,
            mood=np.concatenate([self.mood, unplaced]),
            anti=np.concatenate([self.anti, unplaced]),
            hours=hours,
            weekdays=weekdays,
            newest_at=self._newest(changed, by_title),
        )
        return grown if all(changed.values()) else grown._without_empty()

    def _newest(
        self, changed: Mapping[str, tuple[Interaction, ...]], by_title: Mapping[str, tuple[Interaction, ...]]
    ) -> datetime | None:
        """Time of the newest fact; looked for everywhere only where the newest one may be gone."""
        lost = any(facts and facts[-1].at == self.newest_at for facts in (self.by_title.get(i, ()) for i in changed))
        looked = by_title if lost else changed
        times = [facts[-1].at for facts in looked.values() if facts]
        return max(times if lost or self.newest_at is None else [self.newest_at, *times], default=None)

    def _without_empty(self) -> Facts:
        kept = [item_id for item_id, facts in self.by_title.items() if facts]
        rows = np.array([self.places[item_id] for item_id in kept], np.int64)
        return replace(
            self,
            by_title={item_id: self.by_title[item_id] for item_id in kept},
            places={item_id: place for place, item_id in enumerate(kept)},
            table=self.table[rows],
            mood=self.mood[rows],
            anti=self.anti[rows],
        )


def gather(interactions: Iterable[Interaction], time_zone: str) -> Facts:
    """The facts of one viewer and domain, counted up from nothing."""
    grouped: defaultdict[str, list[Interaction]] = defaultdict(list)
    for fact in interactions:
        grouped[fact.item_id].append(fact)
    nothing = Facts(
        zone=zone_of(time_zone),
        by_title={},
        places={},
        table=np.empty((0, len(Figure))),
        mood=np.empty(0, np.int8),
        anti=np.empty(0, np.int8),
        hours=np.zeros(24, np.int32),
        weekdays=np.zeros(7, np.int32),
        newest_at=None,
    )
    return nothing.adding(fact for item_id in sorted(grouped) for fact in grouped[item_id])


def zone_of(name: str) -> tzinfo:
    """The time zone of that name; UTC where there is none such."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _in_time(facts: Iterable[Interaction]) -> tuple[Interaction, ...]:
    return tuple(sorted(facts, key=lambda fact: (fact.at, fact.id)))


def _count(hours: NDArray[np.int32], weekdays: NDArray[np.int32], times: list[tuple[int, int]], step: int) -> None:
    for weekday, hour in times:
        hours[hour] += step
        weekdays[weekday] += step
