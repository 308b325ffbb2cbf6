"""When something that nobody asked for may be said: now, later, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.delivery.documents import Paper, written
from engine.domain.people import HeldWord, Manners, Occasion, Rhythm, Standing

if TYPE_CHECKING:
    from bot.delivery.office import Office

SAY = "say"
"""It may be said now."""
HELD = ""
"""It was kept for later."""
MORNING = 8 * 60
"""Minute of the day for those who have no quiet hours that end."""
MONDAY = 0


async def leave_for(office: Office, paper: Paper, occasion: Occasion) -> str | None:
    """SAY, HELD (and it is stored), or None where the person does not want to hear of it.

    A room with several people has no quiet hours, and an account that belongs to nobody has none of its own.
    """
    if occasion is Occasion.ASKED or not paper.room.private:
        return SAY
    now, account = office.clock.now(), paper.account
    async with office.storage.unit() as unit:
        viewer = await unit.viewers.by_identity(account.platform, account.id)
        if viewer is None:
            return SAY
        if await unit.people.standing(viewer.id) is not Standing.ACTIVE:
            return None
        due = moment_for(await unit.courtesies.of(viewer.id), occasion, zone_called(viewer.time_zone), now)
        if due is None:
            return None
        if due <= now:
            return SAY
        word = HeldWord(viewer.id, account.platform, account.id, paper.room.id, written(paper), now, due)
        await unit.courtesies.hold(word)
    return HELD


def moment_for(manners: Manners, occasion: Occasion, zone: tzinfo, now: datetime) -> datetime | None:
    """When it may be said, in UTC: ``now`` or later; None: never."""
    if occasion is Occasion.ASKED:
        return now
    if occasion is Occasion.ALERT:
        return undisturbing(manners, zone, now) if manners.alerts else None
    if not (manners.news if occasion is Occasion.NEWS else manners.digest is not Rhythm.OFF):
        return None
    if manners.digest is Rhythm.OFF:
        return undisturbing(manners, zone, now)
    return undisturbing(manners, zone, next_morning(manners, zone, now))


def undisturbing(manners: Manners, zone: tzinfo, at: datetime) -> datetime:
    """``at``, or the first moment after it that is neither in the quiet hours nor before the person is back."""
    if manners.undisturbed_until is not None:
        at = max(at, manners.undisturbed_until)
    start, end = manners.quiet_from, manners.quiet_until
    local = at.astimezone(zone)
    minute = local.hour * 60 + local.minute
    quiet = start <= minute < end if start <= end else minute >= start or minute < end
    return _next(local, end) if quiet else at


def next_morning(manners: Manners, zone: tzinfo, now: datetime) -> datetime:
    """When the next digest comes: daily, or on Mondays."""
    quiet = manners.quiet_from != manners.quiet_until
    found = _next(now.astimezone(zone), manners.quiet_until if quiet else MORNING)
    while manners.digest is Rhythm.WEEKLY and found.astimezone(zone).weekday() != MONDAY:
        found = _next(found.astimezone(zone), manners.quiet_until if quiet else MORNING)
    return found


def zone_called(name: str) -> tzinfo:
    """The time zone of that name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _next(local: datetime, minute: int) -> datetime:
    """The first moment after ``local`` at which a clock there shows ``minute``, in UTC."""
    at = time(minute // 60, minute % 60)
    for days in range(3):
        found = datetime.combine(local.date() + timedelta(days=days), at, local.tzinfo).astimezone(UTC)
        if found > local.astimezone(UTC):
            return found
    raise ValueError(f"no clock shows minute {minute}")
