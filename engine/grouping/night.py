"""A group's evening: who is in, what is voted on, and how it is decided. Values that never change; no waiting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from engine.domain.query import Filters
from engine.errors import InvalidQuery
from engine.grouping.rank import GroupPick

LIFE = timedelta(hours=12)
"""After so long an evening is over, decided or not."""
MOST_ATTENDEES = 500
FEWEST_PICKS, MOST_PICKS = 3, 5


class Stage(StrEnum):
    """How far an evening is."""

    GATHERING = "gathering"
    VOTING = "voting"
    DECIDED = "decided"


class Rule(StrEnum):
    """What decided."""

    VOTES = "votes"
    SCORE = "score"
    """As many votes as another, and better for whom it suits least."""
    ORDER = "order"
    """The same in both, and listed earlier."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is in. One who belongs to nobody here is a guest."""

    key: str
    """The same for all accounts of one person."""
    name: str
    viewer_id: str = ""
    """Empty for a guest."""


@dataclass(frozen=True, slots=True)
class Night:
    """One evening of one room."""

    id: str
    opener: str
    """Key of who opened it."""
    opened_at: datetime
    locale: str
    """The language the room is spoken to in."""
    attendees: tuple[Attendee, ...] = ()
    mode: str = "tonight"
    filters: Filters = field(default_factory=Filters)
    text: str = ""
    """For the mood mode."""
    wanted: str = ""
    """What was asked for, as typed."""
    size: int = FEWEST_PICKS
    """How many picks there are to choose from."""
    alone: bool = False
    """One person asks for all, at their own screen."""
    stage: Stage = Stage.GATHERING
    picks: tuple[GroupPick, ...] = ()
    """Those that may be voted on, by place."""
    reserve: tuple[GroupPick, ...] = ()
    """What comes in for a vetoed pick, best first."""
    votes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Attendee's key to item ids."""
    vetoes: tuple[str, ...] = ()
    """Keys of those who used theirs."""
    vetoed: tuple[str, ...] = ()
    """Item ids."""
    heard: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attendee's key to the id of the last update that changed something: once more, it changes nothing."""
    winner: str = ""
    """Item id."""
    rule: Rule = Rule.VOTES
    again: str = ""
    """What was typed with a further request for an evening, while this one went on."""

    def over(self, now: datetime) -> bool:
        """Whether nothing can be done here any more."""
        return self.stage is Stage.DECIDED or now - self.opened_at >= LIFE

    def attendee(self, key: str) -> Attendee | None:
        return next((one for one in self.attendees if one.key == key), None)

    def pick(self, item_id: str) -> GroupPick | None:
        return next((one for one in self.picks if one.item_id == item_id), None)

    def place(self, item_id: str) -> int:
        """From 1."""
        return 1 + next(place for place, one in enumerate(self.picks) if one.item_id == item_id)

    def count(self, item_id: str) -> int:
        """Votes for a title."""
        return sum(item_id in chosen for chosen in self.votes.values())

    @property
    def voted(self) -> int:
        """Attendees who voted for something."""
        return sum(bool(self.votes.get(one.key)) for one in self.attendees)

    @property
    def guests(self) -> tuple[Attendee, ...]:
        return tuple(one for one in self.attendees if not one.viewer_id)


def joined(night: Night, who: Attendee) -> Night:
    """With ``who``. Before the picks are shown that changes them; after, it gives a vote. Raises InvalidQuery."""
    if night.attendee(who.key):
        return night
    if len(night.attendees) >= MOST_ATTENDEES:
        raise InvalidQuery("group-full", most=MOST_ATTENDEES)
    return replace(night, attendees=(*night.attendees, who))


def recognised(night: Night, guest: str, who: Attendee) -> Night:
    """A guest turns out to be ``who``, whose account was linked meanwhile: all they did is theirs, and counts once."""
    if night.attendee(guest) is None and night.opener != guest:
        return night
    attendees = [who if one.key == guest else one for one in night.attendees if one.key != who.key]
    votes = {who.key if key == guest else key: chosen for key, chosen in night.votes.items() if key != who.key}
    return replace(
        night,
        opener=who.key if night.opener == guest else night.opener,
        attendees=tuple(attendees) if night.attendee(guest) else night.attendees,
        votes=votes if guest in night.votes else night.votes,
        vetoes=tuple(who.key if key == guest else key for key in night.vetoes),
    )


def left(night: Night, key: str) -> Night:
    """Without them and their votes; if all the others have voted, that decides."""
    if night.attendee(key) is None:
        return night
    attendees = tuple(one for one in night.attendees if one.key != key)
    votes = {voter: chosen for voter, chosen in night.votes.items() if voter != key}
    return settled(replace(night, attendees=attendees, votes=votes))


def begun(night: Night, ranked: tuple[GroupPick, ...]) -> Night:
    """The best of ``ranked`` may be voted on, the others stand by."""
    return replace(night, stage=Stage.VOTING, picks=ranked[: night.size], reserve=ranked[night.size :])


def with_vote(night: Night, key: str, item_id: str) -> Night:
    """Voted for, or taken back where it was voted for. Once everybody has voted, that decides."""
    _pickable(night, item_id)
    chosen = night.votes.get(key, ())
    now = tuple(one for one in chosen if one != item_id) if item_id in chosen else (*chosen, item_id)
    return settled(replace(night, votes={**night.votes, key: now}))


def with_veto(night: Night, key: str, item_id: str, allowed: frozenset[str]) -> Night:
    """Another pick in its place, the best of the reserve that is among ``allowed``. Raises InvalidQuery."""
    _pickable(night, item_id)
    spent = len(night.vetoes) >= len(night.attendees) if night.alone else key in night.vetoes
    if spent:
        raise InvalidQuery("group-veto-spent")
    fresh = next((one for one in night.reserve if one.item_id in allowed), None)
    if fresh is None and len(night.picks) < 2:
        raise InvalidQuery("group-veto-last")
    picks = tuple(fresh if one.item_id == item_id else one for one in night.picks)
    votes = {voter: tuple(one for one in chosen if one != item_id) for voter, chosen in night.votes.items()}
    changed = replace(
        night,
        picks=tuple(one for one in picks if one is not None),
        reserve=tuple(one for one in night.reserve if one is not fresh),
        votes=votes,
        vetoes=(*night.vetoes, key),
        vetoed=(*night.vetoed, item_id),
    )
    return settled(changed)


def settled(night: Night) -> Night:
    """Decided, if everybody who is in has voted; one person at their own screen says when."""
    if night.stage is not Stage.VOTING or night.alone or not night.attendees or night.voted < len(night.attendees):
        return night
    return decided(night)


def decided(night: Night) -> Night:
    """The pick with the most votes; of equals the one that is better for whom it suits least, then the earlier."""
    if night.stage is not Stage.VOTING:
        raise InvalidQuery("group-not-begun")
    most = max(night.count(one.item_id) for one in night.picks)
    first = [one for one in night.picks if night.count(one.item_id) == most]
    best = [one for one in first if one.score == max(other.score for other in first)]
    rule = Rule.VOTES if len(first) == 1 else Rule.SCORE if len(best) == 1 else Rule.ORDER
    return replace(night, stage=Stage.DECIDED, winner=best[0].item_id, rule=rule)


def _pickable(night: Night, item_id: str) -> None:
    if night.stage is not Stage.VOTING:
        raise InvalidQuery("group-not-begun")
    if night.pick(item_id) is None:
        raise InvalidQuery("group-pick-gone")
