"""An admin looks at how far the media servers are read, and has them read anew."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.syncing.syncing import Syncing
from bot.syncing.telling import fraction, progress_line, run_line
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Part, Progress, Text
from engine.domain.media_records import SyncKind
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    syncing = syncing_of(call)
    if text.strip():
        syncing.begin(_named(syncing, text.strip()))
    return await _told(call, syncing, begun=bool(text.strip()))


def syncing_of(call: Call) -> Syncing:
    """Raises InvalidQuery("sync-none") where there is no media server."""
    if call.services.syncing is None or not call.services.syncing.servers:
        raise InvalidQuery("sync-none")
    return call.services.syncing


def _named(syncing: Syncing, typed: str) -> str:
    """The server meant; with one server every word means it."""
    names = list(syncing.servers)
    found = [name for name in names if name.casefold() == typed.casefold()]
    return found[0] if found else names[0] if len(names) == 1 else typed


async def _told(call: Call, syncing: Syncing, *, begun: bool) -> Answer:
    speak, running = call.speak, syncing.running
    parts, actions = list[Part](), list[Action]()
    async with call.services.storage.unit() as unit:
        for name in syncing.servers:
            if (progress := running.get(name)) is not None:
                parts.append(Progress(progress_line(speak, name, progress), fraction(progress)))
            elif syncing.is_running(name):
                parts.append(Text(speak.text("sync-begun", name=name)))
            else:
                parts.append(Text(run_line(call, name, await unit.sync_runs.get(name, SyncKind.FULL))))
                if token := word_token("run", f"sync {name}"):
                    actions.append(Action(speak.text("sync-button", name=name), token))
        items, unmatched = await unit.server_items.count()
    if items and not begun:
        parts.append(Text(speak.text("sync-shelves", items=items, unmatched=unmatched)))
        if unmatched and (token := word_token("run", "unmatched")):
            actions.append(Action(speak.text("sync-unmatched-button"), token))
    return Answer(tuple(parts), actions=tuple(actions))


COMMAND = Command("sync", _run, (Argument("server", Kind.TEXT, required=False),), admin=True)
"""Servers, how far each is read, and a button to read it anew."""
