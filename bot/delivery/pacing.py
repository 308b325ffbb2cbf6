"""How soon the next message may go: what a platform takes for long, and what it said when it was too much."""

from __future__ import annotations

from dataclasses import dataclass

from bot.gateway import Pace, Rate

CAUTION = 60.0
"""Seconds for which everything keeps to the pace after the platform complained."""
_MOST_CHATS = 10_000
"""Chats remembered; the oldest are forgotten first, and theirs is the pace of a chat that was quiet for long."""


@dataclass(slots=True)
class _Bucket:
    """Filled by time, emptied by messages; an answer of many messages may overdraw it once."""

    rate: Rate
    left: float
    at: float
    cautious_until: float = 0.0
    held_until: float = 0.0

    def wait(self, now: float, *, strictly: bool) -> float:
        """Seconds until something may be sent."""
        held = self.held_until - now
        if held > 0 or not (strictly or now < self.cautious_until):
            return max(held, 0.0)
        self._fill(now)
        needed = min(1.0, self.rate.messages)
        return max(needed - self.left, 0.0) * self.rate.seconds / self.rate.messages

    def take(self, now: float, messages: int) -> None:
        self._fill(now)
        # What nobody minded must not be paid for later, so the debt is one full bucket at most beyond one answer.
        self.left = max(self.left, -self.rate.messages) - messages

    def hold(self, now: float, seconds: float) -> None:
        self.held_until = max(self.held_until, now + seconds)
        self.cautious_until = max(self.cautious_until, self.held_until + CAUTION)
        self.left = min(self.left, 1.0)

    def _fill(self, now: float) -> None:
        gained = (now - self.at) * self.rate.messages / self.rate.seconds
        self.left, self.at = min(self.rate.messages, self.left + gained), now


class Pacing:
    """One platform's. Moments are seconds of any clock that only goes forward."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._all = _Bucket(pace.overall, pace.overall.messages, 0.0)
        self._chats: dict[str, _Bucket] = {}

    def wait(self, room_id: str, now: float, *, private: bool, unasked: bool) -> float:
        """Seconds until the chat may be written to; ``unasked``: nobody waits for it, so that it keeps to the pace."""
        chat = self._chat(room_id, now, private=private)
        return max(self._all.wait(now, strictly=unasked), chat.wait(now, strictly=unasked))

    def sent(self, room_id: str, now: float, messages: int, *, private: bool) -> None:
        """So many messages are being written."""
        self._all.take(now, messages)
        self._chat(room_id, now, private=private).take(now, messages)

    def complained(self, room_id: str, now: float, seconds: float, *, private: bool, everywhere: bool) -> None:
        """The platform wants to be left alone for so long, in this chat or in all."""
        bucket = self._all if everywhere else self._chat(room_id, now, private=private)
        bucket.hold(now, seconds)

    def _chat(self, room_id: str, now: float, *, private: bool) -> _Bucket:
        bucket = self._chats.pop(room_id, None)
        if bucket is None:
            rate = self._pace.private if private else self._pace.room
            bucket = _Bucket(rate, rate.messages, now)
        self._chats[room_id] = bucket
        if len(self._chats) > _MOST_CHATS:
            del self._chats[next(iter(self._chats))]
        return bucket
