"""Lists of what one wants to see: show, add, remove, drop."""

from __future__ import annotations

import re

from bot.acting import acts
from bot.acting.journal import note, undo_button
from bot.acting.lists import DEFAULT, all_lists, existing, shown_name, stored_name
from bot.asking.titles import known, with_title
from bot.call import Argument, Call, Command, Kind
from bot.cards.buttons import title_buttons
from bot.cards.card import material, title_card
from bot.filters.words import fold
from bot.naming import may_be_named
from bot.vocabulary import Answer, Part, Text
from engine.domain.records import Watchlist
from engine.errors import InvalidQuery
from engine.search.hits import PLAUSIBLE, SURE, TitleHit

SHOWN = 10
_TO = re.compile(
    r"(?P<title>.*\S)\s+(?:to|on|onto|from|zu|auf|in|von|aus|à|a|dans|sur|de)\s+(?P<list>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_VERBS = ("add", "remove", "drop")


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.partition(" ")
    verb = next((verb for verb in _VERBS if fold(first) in _words(call, verb)), None)
    if verb == "drop":
        return await _drop(call, rest)
    if verb is not None and rest.strip():
        title, name = await _split(call, rest.strip())
        return await with_title(call, "save" if verb == "add" else "unsave", title, name)
    if verb is not None and await existing(call, text) is None:
        raise InvalidQuery("title-missing", usage=_example(call, verb))
    return await _show(call, text)


def _example(call: Call, verb: str) -> str:
    """How the verb is used."""
    words, examples = _words(call, verb), call.speak.text("command-watchlist.examples").split("|")
    return next((one.strip() for one in examples if set(fold(one).split()[1:2]) & words), examples[0].strip())


async def _show(call: Call, typed: str) -> Answer:
    lists = await all_lists(call)
    chosen = await existing(call, typed)
    if chosen is None and typed:
        raise InvalidQuery(
            "list-unknown", name=typed, known=call.speak.list([shown_name(call, one.name) for one in lists])
        )
    parts: list[Part] = []
    others = [one for one in lists if chosen is None or one.id != chosen.id]
    items = await known(call, list(chosen.item_ids)) if chosen else []
    if items and chosen:
        parts.append(Text(call.speak.text("watchlist-heading", list=shown_name(call, chosen.name), count=len(items))))
        found = await material(call, [], [item.id for item in items[:SHOWN]])
        parts.extend(
            title_card(call, item, found, number=place, actions=title_buttons(item.id, call.speak, listed=chosen.name))
            for place, item in enumerate(items[:SHOWN], start=1)
        )
        if len(items) > SHOWN:
            parts.append(Text(call.speak.text("watchlist-rest", count=len(items) - SHOWN)))
    else:
        parts.append(Text(call.speak.text("watchlist-empty")))
    if others and not typed:
        told = [await _told(call, one) for one in others]
        parts.append(Text(call.speak.text("watchlist-others", lists=call.speak.list(told))))
    return Answer(tuple(parts))


async def _told(call: Call, one: Watchlist) -> str:
    return f"{shown_name(call, one.name)} ({len(await known(call, list(one.item_ids)))})"


async def _drop(call: Call, typed: str) -> Answer:
    if not typed.strip():
        raise InvalidQuery(
            "list-missing", known=call.speak.list([shown_name(call, one.name) for one in await all_lists(call)])
        )
    found = await existing(call, typed)
    if found is None:
        raise _unknown(call, typed, await all_lists(call))
    async with call.services.storage.unit() as unit:
        dropped = await unit.watchlists.drop(call.viewer.id, found.name)
    kept = dropped or found
    entry = await note(call, "drop", None, {"list": kept.name, "items": list(kept.item_ids)})
    said = call.speak.text("watchlist-dropped", list=shown_name(call, kept.name))
    return Answer((Text(said),), actions=(undo_button(call, entry),))


def _unknown(call: Call, typed: str, lists: list[Watchlist]) -> InvalidQuery:
    known_names = call.speak.list([shown_name(call, one.name) for one in lists])
    return InvalidQuery("list-unknown", name=typed, known=known_names)


async def _split(call: Call, text: str) -> tuple[str, str]:
    """Title and list; “Back to the Future” is a title that names no list, even if a letter of it is wrong."""
    match = _TO.match(text)
    if match is None:
        return text, DEFAULT
    whole, part = _best(call, text), _best(call, match["title"])
    likely = whole.score >= SURE or (whole.score >= PLAUSIBLE and whole.score >= part.score)
    if whole.exact or (likely and not await existing(call, match["list"])):
        return text, DEFAULT
    return match["title"], stored_name(call, match["list"])


def _best(call: Call, text: str) -> TitleHit:
    """The title that ``text`` most likely is."""
    hits = call.services.snapshots.titles.find(text, limit=1, allowed=may_be_named(call))
    return hits[0] if hits else TitleHit("", 0.0, exact=False)


def _words(call: Call, verb: str) -> set[str]:
    translations = call.services.translations
    listed = [translations.to(locale).text(f"watchlist-words-{verb}") for locale in translations.locales]
    return {verb} | {fold(word) for words in listed for word in words.split(",")}


COMMAND = Command(
    "watchlist",
    _run,
    (Argument("list", Kind.LIST, required=False), Argument("title", Kind.TITLE, required=False)),
    undoes={"drop": acts.undo_unsave},
)
