"""When and of what the bot speaks to somebody unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.acting.journal import note, undo_button
from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.hours import read_span, read_until, told
from bot.people.quiet import zone_called
from bot.people.words import words_of
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.people import Manners, Rhythm
from engine.domain.records import JournalEntry
from engine.errors import InvalidQuery

_USUAL = Manners("")


async def _run(call: Call, text: str) -> Answer:
    async with call.services.storage.unit() as unit:
        manners = await unit.courtesies.of(call.viewer.id)
    if not text:
        return Answer((Choice(_told(call, manners), _offers(call, manners)),))
    first, _, rest = text.partition(" ")
    key = next((key for key in _CHANGES if fold(first) in words_of(call, f"notify-words-{key}")), None)
    changed = _CHANGES[key](call, manners, rest.strip()) if key else None
    if changed is None:
        raise InvalidQuery("notify-unknown", typed=text)
    entry = await note(call, "notify", None, _kept(manners))
    async with call.services.storage.unit() as unit:
        await unit.courtesies.put(changed)
    return Answer((Text(_told(call, changed)),), actions=(undo_button(call, entry),))


def _quiet(call: Call, manners: Manners, typed: str) -> Manners | None:
    if _says(call, "off", typed):
        return replace(manners, quiet_from=0, quiet_until=0)
    if _says(call, "on", typed):
        return replace(manners, quiet_from=_USUAL.quiet_from, quiet_until=_USUAL.quiet_until)
    span = read_span(typed)
    return replace(manners, quiet_from=span[0], quiet_until=span[1]) if span else None


def _digest(call: Call, manners: Manners, typed: str) -> Manners | None:
    rhythm = next((one for one in Rhythm if _says(call, one.value, typed)), None)
    return replace(manners, digest=rhythm) if rhythm else None


def _alerts(call: Call, manners: Manners, typed: str) -> Manners | None:
    wanted = _switch(call, typed)
    return None if wanted is None else replace(manners, alerts=wanted)


def _news(call: Call, manners: Manners, typed: str) -> Manners | None:
    wanted = _switch(call, typed)
    return None if wanted is None else replace(manners, news=wanted)


def _undisturbed(call: Call, manners: Manners, typed: str) -> Manners | None:
    if _says(call, "off", typed):
        return replace(manners, undisturbed_until=None)
    until = read_until(typed, call.now, zone_called(call.viewer.time_zone))
    return replace(manners, undisturbed_until=until) if until else None


_CHANGES: Mapping[str, Callable[[Call, Manners, str], Manners | None]] = MappingProxyType(
    {"quiet": _quiet, "digest": _digest, "alerts": _alerts, "news": _news, "dnd": _undisturbed}
)


def _says(call: Call, key: str, typed: str) -> bool:
    return fold(typed) in words_of(call, f"notify-words-{key}")


def _switch(call: Call, typed: str) -> bool | None:
    if _says(call, "on", typed):
        return True
    return False if _says(call, "off", typed) else None


def _told(call: Call, manners: Manners) -> str:
    speak = call.speak
    hours = {"start": told(manners.quiet_from), "end": told(manners.quiet_until)}
    quiet = manners.quiet_from != manners.quiet_until
    lines = [
        speak.text("notify-heading"),
        speak.text("notify-quiet", zone=call.viewer.time_zone, **hours) if quiet else speak.text("notify-no-quiet"),
        speak.text("notify-alerts", state=_state(manners.alerts)),
        speak.text("notify-news", state=_state(manners.news)),
        speak.text("notify-digest", rhythm=str(manners.digest)),
    ]
    until = manners.undisturbed_until
    if until is not None and until > call.now:
        local = until.astimezone(zone_called(call.viewer.time_zone))
        lines.append(speak.text("notify-dnd", date=local.date(), time=told(local.hour * 60 + local.minute)))
    lines.append(speak.text("notify-usage"))
    return "\n".join(lines)


def _offers(call: Call, manners: Manners) -> tuple[Action, ...]:
    """What is most often changed, the other way round than it is."""
    quiet = manners.quiet_from != manners.quiet_until
    wanted = (
        ("quiet", "off" if quiet else "on"),
        ("alerts", "off" if manners.alerts else "on"),
        ("news", "off" if manners.news else "on"),
        ("digest", "weekly" if manners.digest is Rhythm.OFF else "off"),
    )
    tokens = [(key, to, word_token("run", f"notify {key} {to}")) for key, to in wanted]
    return tuple(Action(call.speak.text(f"notify-{key}-to", to=to), token) for key, to, token in tokens if token)


def _state(on: bool) -> str:  # noqa: FBT001 - it is what is told
    return "on" if on else "off"


def _kept(manners: Manners) -> dict[str, object]:
    until = manners.undisturbed_until
    return {
        "quiet": [manners.quiet_from, manners.quiet_until],
        "alerts": manners.alerts,
        "news": manners.news,
        "digest": str(manners.digest),
        "until": until.isoformat() if until else "",
    }


async def _undo(call: Call, entry: JournalEntry) -> None:
    before = entry.undo
    hours = before.get("quiet")
    start, end = (int(hours[0]), int(hours[1])) if isinstance(hours, list | tuple) else (0, 0)  # pyright: ignore[reportUnknownArgumentType] - JSON
    until = str(before.get("until") or "")
    manners = Manners(
        viewer_id=call.viewer.id,
        quiet_from=start,
        quiet_until=end,
        alerts=bool(before.get("alerts")),
        news=bool(before.get("news")),
        digest=Rhythm(str(before.get("digest", Rhythm.OFF))),
        undisturbed_until=datetime.fromisoformat(until) if until else None,
    )
    async with call.services.storage.unit() as unit:
        await unit.courtesies.put(manners)


COMMAND = Command(
    "notify",
    _run,
    (Argument("what", Kind.TEXT, required=False), Argument("value", Kind.TEXT, required=False)),
    undoes={"notify": _undo},
)
