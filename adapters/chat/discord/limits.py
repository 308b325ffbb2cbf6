"""Discord's limits as data, each with its source. Lengths are in UTF-16 units: the strictest way of counting.

Pages are those of https://discord.com/developers/docs.
"""

from __future__ import annotations

from bot.gateway import Pace, Rate
from bot.vocabulary import Capabilities

CONTENT = 2_000  # resources/message, Create Message
EMBED_TITLE = 256  # resources/message, Embed Limits, as are the next six
EMBED_TEXT = 4_096
FIELD_NAME = 256
FIELD_VALUE = 1_024
FOOTER = 2_048
EMBED_WHOLE = 6_000
"""All texts of all embeds of one message."""
EMBED_URL = 2_048  # the official OpenAPI description, RichEmbed.url
ROWS = 5  # components/reference, Legacy Message Component Behavior
BUTTONS_IN_ROW = 5  # components/reference, Action Row
OPTIONS = 25  # components/reference, String Select
LABEL = 80  # components/reference, Button
OPTION_LABEL = 100  # components/reference, Select Option Structure
CUSTOM_ID = 100  # components/reference, Custom ID
BUTTON_URL = 512  # components/reference, Button
CHOICES = 25  # interactions/application-commands, Option Structure; the same for autocompletion
CHOICE = 100
COMMANDS = 100  # interactions/application-commands, Registering a Command
DESCRIPTION = 100  # interactions/application-commands, Command Structure
ATTACHMENT = 10 * 1024 * 1024  # reference, Uploading Files
ALT_TEXT = 1_024  # resources/message, Attachment Object
NONCE = 25  # resources/message, Create Message
EPHEMERAL = 1 << 6
"""Message flag (resources/message, Message Flags)."""

FIRST_ANSWER = 2.5
"""Seconds in which an interaction is acknowledged: Discord takes 3, the rest is for the way there."""
GRACE = 0.4
"""Ours, seconds: nobody notices yet that nothing is said, and most answers are there."""
CROWD, CROWDED_GRACE = 20, 1.5
"""Where more than so many wait for a first answer, their patience, seconds: a word to each would keep all waiting."""
MOST_PATIENT = 150
"""Where so many wait already, whoever comes is told at once: all of them must be told in time."""
TOKEN_LIFE = 14.5 * 60
"""Seconds for which an interaction's token is used: it lives 15 minutes (interactions/receiving-and-responding)."""

BUTTONS_BEFORE_SELECT = 10
"""Ours: two rows of buttons can be read at a glance, more become a select."""
CHOICES_BEFORE_SELECT = 5
"""Ours: the answers to a question are often titles, and those read better below each other."""

CAPABILITIES = Capabilities(
    lines=False,
    buttons=True,
    edit=True,
    ephemeral=True,
    images=True,
    links=True,
    message_length=CONTENT,
    actions_per_message=OPTIONS,
    extras=frozenset({"toast"}),  # a line above what is edited; of its own, a message that only its reader sees
)
PACE = Pace(
    overall=Rate(40),  # topics/rate-limits: 50 requests per second for all routes together
    private=Rate(5, 5),  # X-RateLimit headers of Create Message: 5 in 5 seconds for each channel
    room=Rate(5, 5),
)
USER_AGENT = "DiscordBot (Recommendarr, 1)"
"""Discord asks every program for one of this shape (reference, User Agent); the library has none for interactions."""
PERMISSIONS = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 38
"""View Channel, Send Messages, Embed Links, Attach Files, Send Messages in Threads (topics/permissions)."""


def size(text: str) -> int:
    """Length as Discord may count it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
