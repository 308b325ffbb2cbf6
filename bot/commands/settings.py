"""Shows and changes how far back the history is read, which kinds learn from each other, and the time zone."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.acting.journal import note, undo_button
from bot.acting.preferences import change_viewer, kept, undo_preference
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.items import MediaType
from engine.domain.viewers import HistoryDepth, Viewer
from engine.errors import InvalidQuery

_KEYS = ("history", "blend", "timezone")
_ALL, _NONE = "all", "none"


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return _shown(call)
    first, _, rest = text.partition(" ")
    key = next((key for key in _KEYS if fold(first) in _words(call, key)), None)
    if key is None:
        raise InvalidQuery("setting-unknown", word=first)
    viewer = _CHANGES[key](call, rest.strip())
    if viewer == call.viewer:
        return Answer((Text(_state(call, key)),))
    entry = await note(call, "settings", None, kept(call.viewer))
    call = call.as_viewer(await change_viewer(call, viewer))
    said = call.speak.text("settings-done", state=_state(call, key))
    return Answer((Text(said),), actions=(undo_button(call, entry),))


def _history(call: Call, typed: str) -> Viewer:
    depth = fold(typed).replace(" ", "")
    for known in HistoryDepth:
        months = known.value.removesuffix("m")
        if depth == known.value or (depth.startswith(months) and depth[len(months) :].startswith("m")):
            return replace(call.viewer, history_depth=known)
    if depth in _words(call, _ALL):
        return replace(call.viewer, history_depth=HistoryDepth.ALL)
    raise InvalidQuery("setting-value", word=typed, usage=call.speak.text("settings-history-usage"))


def _blend(call: Call, typed: str) -> Viewer:
    names = fold(typed.replace("+", " ").replace(",", " "))
    if names in _words(call, _NONE):
        return replace(call.viewer, blends=frozenset())
    if names in _words(call, _ALL):
        return replace(call.viewer, blends=frozenset(frozenset(pair) for pair in combinations(MediaType, 2)))
    known = call.registry.filters.media_types
    kinds = [known[name] for name in names.split() if name in known]
    if len(set(kinds)) < 2:
        raise InvalidQuery("setting-value", word=typed, usage=call.speak.text("settings-blend-usage"))
    return replace(call.viewer, blends=call.viewer.blends | {frozenset(pair) for pair in combinations(set(kinds), 2)})


def _time_zone(call: Call, typed: str) -> Viewer:
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        usage = call.speak.text("settings-timezone-usage")
        raise InvalidQuery("setting-value", word=typed, usage=usage) from None
    return replace(call.viewer, time_zone=typed)


_CHANGES = {"history": _history, "blend": _blend, "timezone": _time_zone}


def _shown(call: Call) -> Answer:
    lines = [call.speak.text("settings-heading")]
    for key in _KEYS:
        lines.extend((_state(call, key), "  " + call.speak.text(f"settings-{key}-usage")))
    depths = tuple(
        Action(_depth(call, depth), f"run:settings%20history%20{depth.value}")
        for depth in HistoryDepth
        if depth is not call.viewer.history_depth
    )
    return Answer((Text("\n".join(lines)), Choice(call.speak.text("settings-history-which"), depths)))


def _state(call: Call, key: str) -> str:
    viewer, speak = call.viewer, call.speak
    if key == "history":
        return speak.text("settings-history", depth=_depth(call, viewer.history_depth))
    if key == "timezone":
        return speak.text("settings-timezone", zone=viewer.time_zone)
    pairs = [" + ".join(speak.text(f"domains-{kind}") for kind in sorted(pair)) for pair in viewer.blends]
    return speak.text("settings-blend", pairs=speak.list(sorted(pairs)) or speak.text("settings-blend-none"))


def _depth(call: Call, depth: HistoryDepth) -> str:
    months = 0 if depth is HistoryDepth.ALL else int(depth.value.removesuffix("m"))
    return call.speak.text("settings-depth", months=months)


def _words(call: Call, key: str) -> set[str]:
    translations = call.services.translations
    listed = [translations.to(locale).text(f"settings-words-{key}") for locale in translations.locales]
    return {key} | {fold(word) for words in listed for word in words.split(",")}


COMMAND = Command(
    "settings",
    _run,
    (Argument("setting", Kind.SETTING, required=False), Argument("value", Kind.TEXT, required=False)),
    undoes={"settings": undo_preference},
)
