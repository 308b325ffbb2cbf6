"""The buttons under a card, and the state they become once pressed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.tokens import item_token, pick_token
from bot.vocabulary import Action, Style

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.playing.copies import Copies

EMOJI = {"like": "👍", "dislike": "👎", "save": "＋", "seen": "✓"}
ON_PICK = ("why", "like", "dislike", "save", "seen", "next", "open")
ON_TITLE = ("similar", "save", "seen", "whynot", "open")
STATES = frozenset({"like", "dislike", "save", "seen"})


def pick_buttons(slate_id: str, rank: int, speak: Translator, *, done: Collection[str] = ()) -> tuple[Action, ...]:
    """Buttons under a pick; those in ``done`` show that they were pressed."""
    return tuple(_button(verb, pick_token(verb, slate_id, rank), speak, done) for verb in ON_PICK)


def title_buttons(
    item_id: str, speak: Translator, *, done: Collection[str] = (), listed: str | None = None
) -> tuple[Action, ...]:
    """Buttons under a title that was looked up, or that stands on the watchlist ``listed``."""
    tokens = {verb: item_token(verb, item_id) for verb in ON_TITLE}
    if listed is not None:
        tokens = {"unsave": item_token("unsave", item_id, listed)} | {
            verb: token for verb, token in tokens.items() if verb != "save"
        }
    return tuple(_button(verb, token, speak, done) for verb, token in tokens.items() if token)


def play_buttons(item_id: str, speak: Translator, copies: Copies, *, devices: bool = False) -> tuple[Action, ...]:
    """Into the app of a server where the reader may open it; ``devices``: and onto one of their devices."""
    if not copies.of(item_id):
        return ()
    link, token = copies.link(item_id), item_token("play", item_id)
    opens = (Action(speak.text("card-play"), url=link, emoji="▶"),) if link else ()
    plays = (Action(speak.text("press-play"), token, emoji="📺"),) if devices and token else ()
    return (*opens, *plays)


def _button(verb: str, token: str, speak: Translator, done: Collection[str]) -> Action:
    if verb in done and verb in STATES:
        return Action(speak.text(f"press-{verb}.done"), token, Style.DONE, emoji=EMOJI[verb])
    return Action(speak.text(f"press-{verb}"), token, emoji=EMOJI.get(verb, ""))
