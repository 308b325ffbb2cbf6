"""How a title that is on no shelf stands with the asker: on cards as badges and buttons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.media.choosing import sort_of
from bot.requesting.asking import OPEN
from bot.requesting.sought import twins
from bot.syncing.recognising import listed_as
from bot.vocabulary import Action, Style
from engine.domain.acquisition import RequestState
from engine.domain.items import Item, MediaType
from engine.domain.media_records import MediaRequest

if TYPE_CHECKING:
    from bot.call import Call
    from bot.i18n import Translator

BELL = "🔔"
_TOLD = {RequestState.PENDING, RequestState.APPROVED, RequestState.DECLINED, RequestState.FAILED}
GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What the asker wished of one title, and what can be wished."""

    state: RequestState | None = None
    """Of their latest request; None where they made none."""
    wanted: bool = False
    """They are told when it can be played."""
    can_be_asked_for: bool = False
    size: int | None = None
    """Bytes it will probably take."""


async def outstanding(call: Call, items: Iterable[Item], sized: Collection[str] = ()) -> Mapping[str, Outstanding]:
    """By item id, of those on no shelf; ``sized``: ids whose size is worth waiting for a moment."""
    requesting = call.services.requesting
    wanted = {one.id: one for one in items if not one.library_ids and _numbered(one)}
    if requesting is None or not wanted or not call.viewer.id:
        return {}
    async with call.services.storage.unit() as unit:
        wants = {one.item_id for one in await unit.wants.of_viewer(call.viewer.id) if one.told_at is None}
        own = await unit.media_requests.of_viewer(call.viewer.id)
    latest = dict[str, MediaRequest]()
    for request in own:
        latest.setdefault(request.item_id, request)
    sizes = await requesting.sizes.of(wanted[key] for key in sized if key in wanted)
    found = dict[str, Outstanding]()
    for key, item in wanted.items():
        keys = twins(key)
        known = next((latest[one] for one in keys if one in latest), None)
        found[key] = Outstanding(
            state=known.state if known and known.state in _TOLD else None,
            wanted=any(one in wants for one in keys),
            can_be_asked_for=bool(requesting.stack.requesters(sort_of(listed_as(key)[0], key, item))),
            size=sizes.get(key),
        )
    return found


def wish_badges(one: Outstanding | None, speak: Translator) -> tuple[str, ...]:
    """“grab ~12 GB”."""
    if one is None or not one.size:
        return ()
    gigabytes = one.size / GIGABYTE
    return (speak.text("request-size", size=speak.number(gigabytes, 0 if gigabytes >= 10 else 1)),)


def wish_buttons(one: Outstanding | None, token: Callable[[str], str | None], speak: Translator) -> tuple[Action, ...]:
    """Request, or what became of it, and the bell; ``token`` of a verb. None for a title that stands on a shelf."""
    if one is None:
        return ()
    told: list[Action] = []
    if one.can_be_asked_for and (request := token("request")):
        state = one.state
        if state is None:
            told.append(Action(speak.text("press-request"), request, Style.PRIMARY))
        else:
            style = Style.DONE if state in OPEN else Style.PLAIN
            told.append(Action(speak.text(f"request-state-{state}"), request, style))
    if bell := token("want"):
        key = "press-want.done" if one.wanted else "press-want"
        told.append(Action(speak.text(key), bell, Style.DONE if one.wanted else Style.PLAIN, emoji=BELL))
    return tuple(told)


def _numbered(item: Item) -> bool:
    return item.media_type is not MediaType.MANGA and listed_as(item.id)[1] is not None
