"""Takes in where an account stands with titles: what was seen without a playback known, and its own ratings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.playbacks import BEGUN
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType

if TYPE_CHECKING:
    from engine.domain.media import WatchedState
    from engine.domain.media_events import RatingTold
    from engine.intake import Intake
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage

SAME_DAY = timedelta(days=1)
"""A state and a playback so close together are the same watching."""
FURTHER = 0.05
WATCHED = frozenset({InteractionKind.WATCH, InteractionKind.SEEN})


@dataclass(frozen=True, slots=True)
class States:
    """Takes states of one person's account in."""

    vendor: str
    server_id: str
    source: str
    storage: Storage
    intake: Intake
    clock: Clock

    async def take(self, viewer_id: str, states: Sequence[WatchedState]) -> int:
        """How many facts are new. What playbacks have told is not told again; what is said to be unseen stays so."""
        async with self.storage.unit() as unit:
            stored = await unit.server_items.get(self.server_id, {one.item_key for one in states})
            known = defaultdict[str, list[Interaction]](list)
            if stored:
                for fact in await unit.interactions.of_viewer(viewer_id):
                    known[fact.item_id].append(fact)
        facts = list[Interaction]()
        for state in states:
            if (item := stored.get(state.item_key)) is not None:
                facts += self._watching(viewer_id, item.item_id, state, known[item.item_id])
                facts += self._rating(viewer_id, item.item_id, state.rating, state.at, known[item.item_id])
        return await self.intake.record(facts)

    async def rated(self, viewer_id: str, item_id: str, told: RatingTold) -> int:
        """One rating that was told by itself; one that was taken back is forgotten."""
        async with self.storage.unit() as unit:
            known = await unit.interactions.of_title(viewer_id, item_id)
        if told.rating is None:
            gone = [one.id for one in known if one.kind is InteractionKind.RATING and one.source == self.source]
            await self.intake.retract(gone)
            return len(gone)
        return await self.intake.record(list(self._rating(viewer_id, item_id, told.rating, told.at, known)))

    def _watching(
        self, viewer_id: str, item_id: str, state: WatchedState, known: Sequence[Interaction]
    ) -> Iterable[Interaction]:
        completion = _completion(state)
        if completion <= 0 or _is_told(state, completion, known):
            return
        at = state.at or self.clock.now()
        yield Interaction(
            id=f"{self.vendor}:{self.server_id}:state:{state.account_id}:{state.item_key}:{_mark(state, completion)}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.WATCH if state.at is not None else InteractionKind.SEEN,
            at=at,
            completion=completion if state.at is not None else None,
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
        yield Interaction(
            id=f"{self.vendor}:{self.server_id}:rating:{viewer_id}:{item_id}:{rating:g}:{len(own)}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.RATING,
            at=max(at or self.clock.now(), own[-1].at) if own else at or self.clock.now(),
            rating=rating,
            source=self.source,
        )


def _completion(state: WatchedState) -> float:
    """Of a film that was played to its end once it is whole, whatever the place where it stopped last."""
    if state.media_type is MediaType.MOVIE or not state.plays:
        return 1.0 if state.plays else min(state.completion, 1.0)
    return min(max(state.completion, BEGUN), 1.0)


def _is_told(state: WatchedState, completion: float, known: Sequence[Interaction]) -> bool:
    watched = [one for one in known if one.kind in WATCHED]
    if state.at is None:
        return bool(watched)
    if any(abs(one.at - state.at) <= SAME_DAY for one in watched):
        return any((one.completion or 1.0) >= completion - FURTHER for one in watched)
    # what was told to be seen at an unknown moment is the same watching
    return any(one.kind is InteractionKind.SEEN and one.completion is None for one in watched)


def _mark(state: WatchedState, completion: float) -> str:
    """The same for the same state."""
    return "seen" if state.at is None else f"{state.at.timestamp():.0f}-{completion:.2f}"
