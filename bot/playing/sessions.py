"""What is on now: one's own, and for those who look after the place everybody's."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.fitting import trim, visible
from bot.playing.accounts import Part, parts_of
from bot.playing.copies import is_open
from bot.playing.devices import Found
from bot.playing.starting import troubles as told_troubles
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.media import NowPlaying
from engine.errors import InvalidQuery, RecommendarrError
from engine.ports.library import Control

if TYPE_CHECKING:
    from bot.call import Call

MOST = 10
LONGEST = 60
BUTTONS: Mapping[str, Control] = {"pause": Control.PAUSE, "resume": Control.RESUME, "stop": Control.STOP}
_CODE = 10


@dataclass(frozen=True, slots=True)
class OnNow:
    """One playback that the asker may know of."""

    code: str
    part: Part
    session: NowPlaying
    own: bool
    title: str
    """Empty where the title lies in a library that is closed to the asker."""
    person: str = ""
    """Whose it is, where that is not the asker."""


async def playing(call: Call) -> Answer:
    """Everything that is on for the asker, with what can be told to it."""
    found, troubles = await _on_now(call)
    more = told_troubles(call, Found(troubles=troubles))
    if not found:
        return Answer((*(() if more else (Text(call.speak.text("playing-nothing")),)), *more))
    return Answer((*(_shown(call, one) for one in found[:MOST]), *more))


async def control(call: Call, verb: str, code: str) -> Answer:
    """Tells it to one playback that is the asker's, or anybody's for an admin, at this moment.

    Raises InvalidQuery ``playing-over`` where it is not on any more, or never was theirs to know of.
    """
    if verb not in BUTTONS:
        raise InvalidQuery("button-unknown")
    found, _ = await _on_now(call)
    one = next((one for one in found if one.code == code), None)
    if one is None:
        raise InvalidQuery("playing-over")
    key = one.part.key if one.own else ""
    await one.part.serving.server.control(one.session.player_id, BUTTONS[verb], token=key)
    toast = call.speak.text(f"playing-{verb}-done", device=_name(one.session.player))
    if verb == "stop":
        return Answer((Text(toast),), replaces=True)
    after = replace(one, session=replace(one.session, paused=verb == "pause"))
    return Answer((_shown(call, after),), toast=toast, replaces=True)


async def _on_now(call: Call) -> tuple[list[OnNow], list[RecommendarrError]]:
    parts = await parts_of(call.services, call.viewer)
    answers = await asyncio.gather(*(_asked(part) for part in parts))
    allowed = [(part, one) for part, (told, _) in zip(parts, answers, strict=True) for one in told]
    shown = [await _told(call, part, one) for part, one in allowed]
    shown.sort(key=lambda one: (not one.own, one.person.casefold(), one.code))
    return shown, [trouble for _, trouble in answers if trouble is not None]


async def _asked(part: Part) -> tuple[list[NowPlaying], RecommendarrError | None]:
    try:
        told = await part.serving.server.now_playing()
    except RecommendarrError as error:
        return [], error
    return [one for one in told if part.admin or one.account_id in part.accounts], None


async def _told(call: Call, part: Part, one: NowPlaying) -> OnNow:
    server = part.serving.id
    own = one.account_id in part.accounts
    async with call.services.storage.unit() as unit:
        stored = (await unit.server_items.get(server, [one.item_key])).get(one.item_key)
        account = None if own else await unit.server_accounts.get(server, one.account_id)
        whose = await unit.viewers.get(account.viewer_id) if account is not None and account.viewer_id else None
        item = (await unit.items.get_many([stored.item_id])).get(stored.item_id) if stored is not None else None
    open_to_asker = stored is not None and is_open(stored, call.viewer.library_ids)
    title = (call.speak.title(item) if item is not None else one.title) if open_to_asker else ""
    known = whose.name if whose is not None else account.account.name if account is not None else ""
    person = "" if own else _name(known) or call.speak.text("playing-somebody")
    return OnNow(_code(part, one), part, one, own, trim(title, LONGEST), person)


def _shown(call: Call, one: OnNow) -> Choice:
    speak, session = call.speak, one.session
    told = [
        one.title or speak.text("playing-closed"),
        _name(session.player),
        *([one.person] if one.person else []),
        speak.percent(min(max(session.position, 0.0), 1.0)),
        *([speak.text("playing-paused")] if session.paused else []),
        *([speak.text("playing-transcoding")] if session.transcoding else []),
    ]
    verbs: Sequence[str] = ("resume" if session.paused else "pause", "stop")
    tokens = [(verb, word_token("control", verb, one.code)) for verb in verbs]
    actions = tuple(Action(speak.text(f"playing-{verb}"), token) for verb, token in tokens if token)
    return Choice(" · ".join(word for word in told if word), actions)


def _name(text: str) -> str:
    return trim(" ".join(visible(text).split()), LONGEST)


def _code(part: Part, one: NowPlaying) -> str:
    told = f"session\x1f{part.serving.name}\x1f{one.session}\x1f{one.account_id}\x1f{one.item_key}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_CODE]
