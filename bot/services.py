"""What the conversation works with, put together once by ``bot.app``."""

from __future__ import annotations

from dataclasses import dataclass

from bot.i18n import Translations
from bot.settings import Settings
from engine.intake import Intake
from engine.ports.clock import Clock, Ids
from engine.ports.language import Embedder
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to every command, press and page; nothing else is global."""

    settings: Settings
    storage: Storage
    snapshots: Snapshots
    profiles: Profiles
    recommender: Recommender
    intake: Intake
    embedder: Embedder
    translations: Translations
    clock: Clock
    ids: Ids
    page_url: str
    """Where the companion page is reached, without a trailing slash."""
    demo: bool = False
