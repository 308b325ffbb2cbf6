"""What the conversation works with, put together once by ``bot.app``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.i18n import Translations
from bot.settings import Settings
from engine.intake import Intake
from engine.ports.clock import Clock, Ids
from engine.ports.language import Embedder
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots

if TYPE_CHECKING:
    from bot.delivery.post import Post
    from bot.media.stack import Stack
    from bot.requesting.requesting import Requesting
    from bot.syncing.syncing import Syncing
    from bot.training.training import Training


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
    training: Training | None = None
    """Learning from everyone; None where nothing is learned in the background, as in a measurement."""
    post: Post | None = None
    """What is said unasked goes through it; None where nothing is delivered, as in an import."""
    stack: Stack | None = None
    """Media servers and what belongs to them; None where none is asked, as in an import or a measurement."""
    syncing: Syncing | None = None
    """Keeps what is known of the media servers up to date; None as above."""
    requesting: Requesting | None = None
    """Wishes for titles that are on no shelf; None as above."""
