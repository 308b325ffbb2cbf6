"""The word in passing after a form: what was done, and the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from multidict import MultiMapping

from bot.call import Call
from engine.domain.records import JournalEntry

_OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*\Z")
_LONGEST = 2_000
_PASSING = ("done", "undone")


@dataclass(frozen=True, slots=True)
class Flash:
    text: str
    entry_id: str | None = None
    """What Undo takes back; None where nothing can be."""
    item_id: str | None = None


async def flash_for(call: Call, params: MultiMapping[str]) -> Flash | None:
    """What the address says was just done, if the journal agrees that it was the last thing."""
    if "undone" in params:
        return Flash(call.speak.text("web-undone"))
    wanted = params.get("done")
    if not wanted:
        return None
    async with call.services.storage.unit() as unit:
        entry = await unit.journal.latest(call.viewer.id)
    return await _told(call, entry) if entry and entry.id == wanted else None


def way_back(given: str, *, anchor: str = "", **passing: str) -> str:
    """An address on this site to go to after a form: ``given`` if it is one of ours, else the front page."""
    parts = urlsplit(given if len(given) <= _LONGEST and _OWN_PATH.match(given) else "/")
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] not in _PASSING]
    query = "&".join((*kept, urlencode(passing))) if passing else "&".join(kept)
    return urlunsplit(("", "", parts.path, query, anchor if re.fullmatch(r"[a-z0-9-]{0,40}", anchor) else ""))


async def _told(call: Call, entry: JournalEntry) -> Flash:
    item = await call.permitted_item(entry.item_id) if entry.item_id else None
    title = call.speak.title(item) if item else ""
    key = f"web-done-{entry.action}"
    text = call.speak.text(key if title and _known(call, key) else "web-done", title=title)
    return Flash(text, entry.id, entry.item_id)


def _known(call: Call, key: str) -> bool:
    return call.speak.has(key) or call.services.translations.to("en").has(key)
