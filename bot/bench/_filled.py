"""A data directory that was filled for a measurement: how a service on it is set up, and what it may be asked to do."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings

ANSWER, LEARN = "answer", "learn"


def settings_of(folder: Path) -> Settings:
    """The machine's settings, with everything kept in ``folder``."""
    return Settings().model_copy(update={"data_dir": folder, "database_url": None, "chroma_url": None})
