"""Readings of servers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.domain.media_records import SyncRun, SyncState

if TYPE_CHECKING:
    from bot.call import Call
    from bot.i18n import Translator
    from bot.syncing.server import Progress


def progress_line(speak: Translator, name: str, progress: Progress) -> str:
    """How far the reading of a server is."""
    counts = progress.counts
    return speak.text(
        "sync-progress",
        name=name,
        step=speak.text(f"sync-step-{progress.step}"),
        items=counts.get("items", 0),
        total=progress.total,
        plays=counts.get("plays", 0),
        facts=counts.get("facts", 0),
        wanted=counts.get("wanted", 0),
    )


def fraction(progress: Progress) -> float | None:
    """0–1 of the present step, where it can be told."""
    done, of = {
        "shelves": (progress.counts.get("items", 0), progress.total),
        "facts": (progress.counts.get("facts", 0), progress.counts.get("wanted", 0)),
    }.get(progress.step, (0, 0))
    return min(done / of, 1.0) if of else None


def run_line(call: Call, name: str, run: SyncRun | None) -> str:
    """When a server was last read whole, and what was found."""
    speak = call.speak
    if run is None:
        return speak.text("sync-never", name=name)
    if run.state is not SyncState.DONE:
        return speak.text("sync-stopped", name=name, items=run.counts.get("items", 0))
    at = run.finished_at or run.started_at
    counts = {what: run.counts.get(what, 0) for what in ("items", "fresh", "gone", "plays")}
    return speak.text("sync-done", name=name, date=speak.date(at), **counts)
