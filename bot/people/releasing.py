"""Says what was held, once it may be said: all of one chat as one message, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bot.delivery.documents import Paper, read_paper
from bot.delivery.office import EVER
from bot.people.quiet import undisturbing, zone_called
from bot.vocabulary import Account, Answer, Card, Part, Room, Text
from engine.domain.people import HeldWord, Standing

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services import Services
    from engine.domain.viewers import Viewer

KEPT = timedelta(days=30)
"""For so long something waits for an account that cannot be written to; then it is of no use any more."""
LATER = timedelta(hours=1)
"""Until an account that cannot be written to is looked at again."""
_Chat = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Private:
    """Where somebody can be told something alone."""

    room: Room
    reference: str = ""
    """Of an update that can be answered for them alone, where others read along."""


async def release(services: Services) -> int:
    """How many messages went out."""
    now, sent = services.clock.now(), 0
    async with services.storage.unit() as unit:
        due = sorted(await unit.courtesies.due(now), key=_chat)
    for (platform, account_id, _), words in groupby(due, key=_chat):
        sent += await _released(services, Account(platform, account_id), list(words), now)
    return sent


async def release_to(services: Services, account: Account, there: Private) -> bool:
    """What waited for a private way to the account goes out by this one; whether anything did."""
    post, now = services.post, services.clock.now()
    if post is None:
        return False
    async with services.storage.unit() as unit:
        held = await unit.courtesies.due(now + EVER)
    own = [one for one in held if (one.platform, one.account_id) == (account.platform, account.id)]
    post.office.unreached.discard((account.platform, account.id))
    kept = [one for one in own if read_paper(one.document).kept]
    return bool(kept) and await _released(services, account, kept, now, there)


async def _released(
    services: Services, account: Account, words: list[HeldWord], now: datetime, there: Private | None = None
) -> bool:
    """The words of one chat. What belongs to somebody else's time with that account is not said."""
    post, numbers = services.post, tuple(word.number for word in words)
    viewer = await _still_theirs(services, account)
    mine = [word for word in words if viewer and word.viewer_id == viewer.id and now - word.at < KEPT]
    strange = set(numbers) - {word.number for word in mine}
    if strange:
        async with services.storage.unit() as unit:
            await unit.courtesies.release(strange)
    if viewer is None or not mine or post is None:
        return False
    async with services.storage.unit() as unit:
        may = undisturbing(await unit.courtesies.of(viewer.id), zone_called(viewer.time_zone), now)
        if there is not None:
            may = now  # they are here, at whatever hour
        elif not post.reaches(account) or post.is_unreached(account):
            may = max(may, now + LATER)
        if may > now:
            await unit.courtesies.put_off([word.number for word in mine], may)
            return False
    speak = services.translations.to(viewer.locale)
    paper = await _bound(services, viewer, speak, [read_paper(word.document) for word in mine])
    if there is not None:
        paper = replace(paper, room=there.room, reference=there.reference, edits=("",) if there.reference else ())
    await post.send(paper, released=tuple(word.number for word in mine))
    return True


async def _still_theirs(services: Services, account: Account) -> Viewer | None:
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.by_identity(account.platform, account.id)
        if viewer is None or (await unit.correspondents.get(account.platform, account.id)).banned:
            return None
        return viewer if await unit.people.standing(viewer.id) is Standing.ACTIVE else None


async def _bound(services: Services, viewer: Viewer, speak: Translator, papers: Sequence[Paper]) -> Paper:
    """One message of all; a title that may not be seen any more is left out."""
    parts = [part for paper in papers for part in paper.answer.parts]
    allowed = await services.recommender.permitted(viewer.id, [one.item_id for one in parts if isinstance(one, Card)])
    kept: list[Part] = [one for one in parts if not isinstance(one, Card) or one.item_id in allowed]
    key = "kept-heading" if all(paper.kept for paper in papers) else "quiet-heading"
    if len(papers) > 1 or key == "kept-heading":
        kept.insert(0, Text(speak.text(key, count=len(papers))))
    actions = tuple(dict.fromkeys(action for paper in papers for action in paper.answer.actions))
    answer = Answer(tuple(_joined(kept)), actions=actions)
    return replace(papers[-1], answer=answer, locale=viewer.locale, kept=False)


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Texts that follow one another are one text, so that a morning is not a row of short messages."""
    told: list[Part] = []
    for part in parts:
        last = told[-1] if told else None
        if isinstance(part, Text) and isinstance(last, Text):
            told[-1] = Text(f"{last.text}\n\n{part.text}")
        else:
            told.append(part)
    return told


def _chat(word: HeldWord) -> _Chat:
    return word.platform, word.account_id, word.room_id
