"""Limits of Telegram as data, each with its source."""

from __future__ import annotations

from dataclasses import dataclass

from bot.gateway import Pace, Rate
from bot.vocabulary import Capabilities

LONGEST_TEXT = 4_096
"""Characters after entities: https://core.telegram.org/bots/api#sendmessage. Ours: the strictest way of counting."""
LONGEST_CAPTION = 1_024
"""Characters after entities: https://core.telegram.org/bots/api#sendphoto."""
LONGEST_TOAST = 200
"""Characters: https://core.telegram.org/bots/api#answercallbackquery."""
LARGEST_TOKEN = 64
"""Bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton."""
MOST_BUTTONS = 100
"""In one keyboard; measured."""
BUTTONS_PER_ROW = 8
"""Measured; more are refused."""
LARGEST_PHOTO = 10 * 1024 * 1024
"""Bytes: https://core.telegram.org/bots/api#sending-files."""
MOST_COMMANDS = 100
"""In a menu: https://core.telegram.org/bots/api#setmycommands."""
LONGEST_COMMAND = 32
"""Characters: https://core.telegram.org/bots/api#botcommand."""
LARGEST_UPDATE = 1024 * 1024
"""Bytes of a webhook's body; ours: real ones have a few kB."""
LONGEST_LABEL = 60
"""Characters on a button; ours: what a telephone shows of it."""
ROW_WIDTH = 30
"""Columns of letters in a row of buttons, with BUTTON_EDGE for each; ours: what a telephone shows uncut."""
BUTTON_EDGE = 3
ROOMY_ROW = 5
"""Buttons in a row at most; ours: what a thumb can tell apart."""
TYPING_LASTS = 4.5
"""Seconds; “5 seconds or less”: https://core.telegram.org/bots/api#sendchataction."""

CAPABILITIES = Capabilities(
    buttons=True,
    edit=True,
    ephemeral=False,
    images=True,
    links=True,
    message_length=4_000,  # LONGEST_TEXT, and room for the signs that keep names from being called
    actions_per_message=45,  # a card's and the answer's own stand under one message: MOST_BUTTONS in all
    extras=frozenset({"toast"}),
)
PACE = Pace(overall=Rate(30), private=Rate(1), room=Rate(20, 60))
"""https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds. Ours."""

    poll: float = 30.0
    """A long poll; Telegram allows up to 50."""
    request: float = 15.0
    """An answer of Telegram's."""
    upload: float = 30.0
    """The same where a photo is sent along."""
    fetch: float = 5.0
    """A poster from our own server."""
    typing: float = 0.4
    """Until “typing …” is shown; an answer within that needs none."""
    toast: float = 1.5
    """Until a press is acknowledged without the word that its answer may bring."""
    retry: tuple[float, ...] = (1.0, 2.0, 5.0, 15.0, 30.0)
    """After failures in a row."""
    refused: tuple[float, ...] = (30.0, 60.0, 300.0, 900.0)
    """After a token was refused: nothing but its owner mends that."""
    watch: float = 300.0
    """Between looks at the webhook."""
    menu: float = 3_600.0
    """Between looks at the menu of commands."""


def size(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts where entities stand."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
