"""Takes in where an account stands with titles: what was seen without a playback known, and its own ratings."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.episodes import BEGUN, FINISHED
from bot.syncing.playbacks import EARLIEST, WATCHED
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType

if TYPE_CHECKING:
    from engine.domain.media import WatchedState
    from engine.domain.media_events import RatingTold
    from engine.intake import Intake
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage, UnitOfWork

SAME_DAY = timedelta(days=1)
"""A state and a playback so close together are the same watching."""
LATELY = timedelta(days=2)
"""What was played so lately may have been told while an account is being read."""
FURTHER = 0.05
Known = defaultdict[str, list[Interaction]]
"""What a person did, by title."""


@dataclass(slots=True)
class States:
    """Takes states of accounts in; keep it for all pages of one."""

    vendor: str
    server_id: str
    source: str
    storage: Storage
    intake: Intake
    clock: Clock
    turn: asyncio.Lock
    """That of whoever takes playbacks of this server in."""
    _of: str = ""
    """Whose history is remembered."""
    _facts: defaultdict[str, dict[str, Interaction]] = field(
        default_factory=lambda: defaultdict[str, dict[str, Interaction]](dict)
    )
    """By title and id."""

    async def take(self, viewer_id: str, states: Sequence[WatchedState]) -> int:
        """How many facts are new. What playbacks have told is not told again; what is said to be unseen stays so."""
        async with self.turn:
            async with self.storage.unit() as unit:
                stored = await unit.server_items.get(self.server_id, {one.item_key for one in states})
                known = await self._known(unit, viewer_id, {one.item_id for one in stored.values()})
            facts, outdated = list[Interaction](), list[Interaction]()
            for state in states:
                if (item := stored.get(state.item_key)) is None:
                    continue
                if (seen := self._watching(viewer_id, item.item_id, state, known[item.item_id])) is not None:
                    facts.append(seen)
                    outdated += [one for one in known[item.item_id] if _is_outdated(one, seen)]
                facts += self._rating(viewer_id, item.item_id, state.rating, state.at, known[item.item_id])
            await self.intake.retract([one.id for one in outdated])
            new = await self.intake.record(facts)
        self._forget(outdated)
        self._note(facts)
        return max(new - len(outdated), 0)

    async def rated(self, viewer_id: str, item_id: str, told: RatingTold) -> int:
        """One rating that was told by itself; one that was taken back is forgotten, one that came late is nothing."""
        async with self.turn:
            async with self.storage.unit() as unit:
                known = await unit.interactions.of_titles(viewer_id, [item_id])
            own = [one for one in known if one.kind is InteractionKind.RATING and one.source == self.source]
            if own and told.at is not None and told.at < own[-1].at:
                return 0
            if told.rating is None:
                await self.intake.retract([one.id for one in own])
                return len(own)
            return await self.intake.record(list(self._rating(viewer_id, item_id, told.rating, told.at, known)))

    async def _known(self, unit: UnitOfWork, viewer_id: str, item_ids: set[str]) -> Known:
        """What the person did with these titles: read once, and then only what was told since."""
        if self._of == viewer_id:
            now = self.clock.now()
            self._note(await unit.interactions.between([viewer_id], now - LATELY, now))
        else:
            self._of = viewer_id
            self._facts.clear()
            self._note(await unit.interactions.of_viewer(viewer_id))
        known = Known(list)
        for item_id in item_ids & self._facts.keys():
            known[item_id] = sorted(self._facts[item_id].values(), key=lambda one: (one.at, one.id))
        return known

    def _note(self, facts: Iterable[Interaction]) -> None:
        for one in facts:
            self._facts[one.item_id][one.id] = one

    def _forget(self, facts: Iterable[Interaction]) -> None:
        for one in facts:
            self._facts[one.item_id].pop(one.id, None)

    def _watching(
        self, viewer_id: str, item_id: str, state: WatchedState, known: Sequence[Interaction]
    ) -> Interaction | None:
        completion, at = _completion(state), _moment(state.at)
        if completion <= 0 or _is_told(state.media_type, at, completion, known):
            return None
        mark = "seen" if at is None else f"{at.timestamp():.0f}-{completion:.2f}"
        return Interaction(
            id=f"{self.vendor}:{self.server_id}:state:{state.account_id}:{state.item_key}:{mark}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.WATCH if at is not None else InteractionKind.SEEN,
            at=at or self.clock.now(),
            completion=completion if at is not None else None,
            source=self.source,
        )

    def _rating(
        self, viewer_id: str, item_id: str, rating: float | None, at: datetime | None, known: Sequence[Interaction]
    ) -> Iterable[Interaction]:
        if rating is None or not 1 <= rating <= 10:
            return
        own = [one for one in known if one.kind is InteractionKind.RATING and one.source == self.source]
        if own and own[-1].rating == rating:
            return
        told = _moment(at) or self.clock.now()
        yield Interaction(
            id=f"{self.vendor}:{self.server_id}:rating:{viewer_id}:{item_id}:{rating:g}:{len(own)}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.RATING,
            at=max(told, own[-1].at) if own else told,
            rating=rating,
            source=self.source,
        )


def _completion(state: WatchedState) -> float:
    """Of a film that was played to its end once it is whole, whatever the place where it stopped last."""
    if state.media_type is MediaType.MOVIE or not state.plays:
        return 1.0 if state.plays else min(state.completion, 1.0)
    return min(max(state.completion, BEGUN), 1.0)


def _moment(at: datetime | None) -> datetime | None:
    return at if at is not None and at >= EARLIEST else None


def _is_told(kind: MediaType, at: datetime | None, completion: float, known: Sequence[Interaction]) -> bool:
    watched = [one for one in known if one.kind in WATCHED]
    if at is None:
        return bool(watched)
    if kind is not MediaType.MOVIE or any(abs(one.at - at) <= SAME_DAY for one in watched):
        # of a series the state says how far it is, and no more of when
        return any(_seen(one) >= completion - FURTHER for one in watched)
    # what was told to be seen at an unknown moment is the same watching
    return any(one.kind is InteractionKind.SEEN and one.completion is None for one in watched)


def _is_outdated(known: Interaction, seen: Interaction) -> bool:
    """Whether it is an earlier state of the same watching."""
    place = seen.id.rpartition(":")[0] + ":"
    return known.id.startswith(place) and known.id != seen.id and _seen(known) < max(FINISHED, _seen(seen))


def _seen(fact: Interaction) -> float:
    return 1.0 if fact.completion is None else fact.completion
