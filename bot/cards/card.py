"""One pick or title as a card in the reader's language."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from bot.call import Call
from bot.cards.buttons import pick_buttons, play_buttons
from bot.cards.facts import NO_COPIES, badges, facts
from bot.charts.raster import can_rasterise
from bot.explain import reason, said_in
from bot.fitting import trim
from bot.playing.chosen import Chosen, chosen
from bot.playing.copies import Copies, on_servers, open_copies
from bot.playing.quality import brief, whole
from bot.requesting.standing import Outstanding, outstanding, wish_badges, wish_buttons
from bot.tokens import item_token, pick_token
from bot.vocabulary import Action, Card
from bot.web.card_links import card_urls
from engine.domain.evidence import Evidence
from engine.domain.items import Item
from engine.domain.slate import Pick, Slate
from engine.domain.viewers import Viewer
from engine.errors import Misconfigured, SourceUnavailable

_log = logging.getLogger(__name__)
LONGEST_TITLE = 300
PICTURE = "/poster.png"
"""Where a card's public page has its poster."""
DRAWING = frozenset({"console", "web"})
"""Where addresses of drawings are shown as they are."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that cards are made from, permitted at this moment."""

    items: Mapping[str, Item]
    parts: Mapping[str, int]
    """How many titles of the same series the reader may know of, by item id."""
    posters: Mapping[str, str]
    """Where a chat gets the poster as a picture without signing in, by item id; empty where drawings do."""
    copies: Copies = NO_COPIES
    """What the reader may open of them on media servers."""
    device: Chosen | None = None
    """On which they play, where they have chosen one."""
    wishes: Mapping[str, Outstanding] = field(default_factory=dict[str, "Outstanding"])
    """How those on no shelf stand with the reader, by item id."""

    def citable(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence whose every title may be named."""
        return tuple(one for one in evidence if all(item_id in self.items for item_id in one.items))


async def material(call: Call, picks: Collection[Pick], more: Iterable[str] = (), *, cards: bool = True) -> Material:
    """Looks up the titles of ``picks`` and those their reasons cite, leaving out what the asker may not see.

    Without ``cards``: for sentences alone.
    """
    wanted = set(more)
    for pick in picks:
        wanted.add(pick.item_id)
        wanted.update(item_id for evidence in pick.evidence for item_id in evidence.items)
    items = await call.services.recommender.permitted_items(call.viewer.id, wanted)
    if not cards:
        return Material(items, {}, {})
    own = [pick.item_id for pick in picks]
    parts, posters = _parts(call, items.values()), await public_posters(call, own or items, call.viewer)
    wishes = await outstanding(call, items.values(), sized=own)
    return Material(items, parts, posters, *await _copies(call, items), wishes)


def pick_card(
    call: Call, slate: Slate, pick: Pick, found: Material, *, done: Collection[str] = (), full: bool = False
) -> Card:
    """A pick; ``full`` with its synopsis. ``done``: verbs that were pressed."""
    item = found.items[pick.item_id]
    return Card(
        item_id=item.id,
        title=trim(call.speak.title(item), LONGEST_TITLE),
        facts=facts(item, call.speak),
        reason=_reason(call, slate, pick, found),
        match=match_line(call, pick),
        synopsis=(item.synopsis_in(call.speak.locale) or "") if full else "",
        badges=(*_badges(call, item, found, full=full), *((call.speak.text("card-trial"),) if pick.trial else ())),
        number=pick.rank,
        poster_url=found.posters.get(item.id) or poster_url(call, item),
        page_url=call.page("item", item.id),
        actions=(
            *wish_buttons(found.wishes.get(item.id), lambda verb: pick_token(verb, slate.id, pick.rank), call.speak),
            *pick_buttons(slate.id, pick.rank, call.speak, done=done),
            *play_buttons(item.id, call.speak, found.copies, devices=full),
        ),
    )


def title_card(
    call: Call, item: Item, found: Material, *, number: int = 1, actions: tuple[Action, ...], full: bool = False
) -> Card:
    """A title that was looked up, without a match."""
    return Card(
        item_id=item.id,
        title=trim(call.speak.title(item), LONGEST_TITLE),
        facts=facts(item, call.speak),
        reason="",
        synopsis=(item.synopsis_in(call.speak.locale) or "") if full else "",
        badges=_badges(call, item, found, full=full),
        number=number,
        poster_url=found.posters.get(item.id) or poster_url(call, item),
        page_url=call.page("item", item.id),
        actions=(
            *wish_buttons(found.wishes.get(item.id), lambda verb: item_token(verb, item.id), call.speak),
            *actions,
            *play_buttons(item.id, call.speak, found.copies, devices=full),
        ),
    )


def match_line(call: Call, pick: Pick) -> str:
    """“92 % · sure”."""
    return f"{call.speak.percent(pick.match)} · {call.speak.text(f'confidence-{pick.confidence}')}"


def poster_url(call: Call, item: Item) -> str:
    """Where the companion serves the title's poster."""
    return f"{call.services.page_url}/poster/{quote(item.id, safe='')}.svg"


async def public_posters(call: Call, item_ids: Iterable[str], viewer: Viewer) -> Mapping[str, str]:
    """For chats that show pictures: links that only who has them can open, as long as ``viewer`` may see the title.

    They tell nothing of ``viewer``.
    """
    if not viewer.id or call.account.platform in DRAWING or not can_rasterise():
        return {}
    try:
        links = await card_urls(call.services, viewer, item_ids)
    except (Misconfigured, SourceUnavailable) as error:
        _log.warning("cards have no pictures: %s", error)
        return {}
    return {item_id: f"{link}{PICTURE}" for item_id, link in links.items()}


def _reason(call: Call, slate: Slate, pick: Pick, found: Material) -> str:
    """Why it was picked, in other words and by other facts than the cards above it."""
    evidence: Sequence[Evidence] = found.citable(pick.evidence)
    if not evidence:
        return ""
    variant = pick.rank - 1 + slate.query.attempt * slate.query.limit
    above = (one for one in slate.picks if one.rank < pick.rank and one.item_id in found.items)
    said = said_in((found.citable(one.evidence) for one in above), found.items)
    return reason(evidence, found.items, call.speak, variant=variant, said=said)


async def _copies(call: Call, items: Mapping[str, Item]) -> tuple[Copies, Chosen | None]:
    if not on_servers(call.viewer.library_ids):
        return NO_COPIES, None
    async with call.services.storage.unit() as unit:
        copies = await open_copies(call.services, unit, call.viewer.library_ids, items)
        return copies, await chosen(unit, call.viewer.id) if copies.by_item else None


def files(call: Call, item: Item, found: Material) -> list[str]:
    """Everything that is known of the files the reader may open, a line each."""
    device = found.device
    formats = device.formats if device else frozenset[str]()
    return whole(found.copies.files(item.id), call.speak, device=device.name if device else "", formats=formats)


def _badges(call: Call, item: Item, found: Material, *, full: bool) -> tuple[str, ...]:
    told = badges(
        item,
        call.speak,
        open_libraries=call.viewer.library_ids,
        now=call.now,
        parts=found.parts.get(item.id, 0),
        copies=found.copies,
    )
    told += wish_badges(found.wishes.get(item.id), call.speak)
    lines = files(call, item, found) if full else []
    short = brief(found.copies.files(item.id)) if lines else []
    return (*(word for word in told if word not in short), *lines)


def _parts(call: Call, items: Iterable[Item]) -> dict[str, int]:
    catalogue = call.services.snapshots.current
    parts = dict[str, int]()
    for item in items:
        row = catalogue.index.get(item.id)
        if item.collection is None or row is None or (series := int(catalogue.collection[row])) < 0:
            continue
        same = (catalogue.collection == series).nonzero()[0]
        parts[item.id] = int(catalogue.visible_rows(call.viewer.library_ids, same).sum())
    return parts
