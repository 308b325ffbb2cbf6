"""Limits of Nextcloud Talk as data, each with its source.

“docs” is docs/bots.md of nextcloud/spreed, “source” its code, “seen” what servers with Talk 19 and 21 did.
"""

from __future__ import annotations

from bot.gateway import Pace, Rate
from bot.vocabulary import Capabilities

CAPABILITIES = Capabilities(
    buttons=False,  # source: bots cannot send rich objects or interactive parts
    edit=False,  # docs: there is no call to edit or delete a message
    ephemeral=False,
    images=False,  # source: bots cannot share files; a link is previewed by what its page says in og: tags
    links=True,
    message_length=12_000,  # half of what Talk takes at most, since escaping may double it
    actions_per_message=40,  # ours: lines that can still be looked through
)
PACE = Pace(overall=Rate(2_000), private=Rate(100), room=Rate(100))
"""Talk throttles wrong signatures only (source: BruteForceProtection of BotController), so this is ours."""
LONGEST_MESSAGE = 32_000
"""Characters (docs: 413 above)."""
LONGEST_TOKEN = 64
"""Characters of a room's token (source: 4–30 letters and digits)."""
LARGEST_BODY = 1 << 20
"""Bytes of a webhook: 32,000 emoji, escaped twice, with as many quoted (measured: 0.9 MB)."""
RANDOM_LENGTHS = range(32, 257)
"""Of the random that is signed with a body (docs: 64 from the server, at least 32 from a bot)."""
OWN_RANDOM_BYTES = 32
"""Sent as 64 hexadecimal digits (source: at least 32 characters)."""
READING = 10.0
"""Seconds for a webhook's body to arrive."""
PATIENCE = 30.0
"""Seconds for an answer: Nextcloud keeps a throttled caller waiting for up to 25 (source: Throttler)."""
CONNECTING = 5.0
"""Seconds to reach the server."""
THROTTLED = 60.0
"""Seconds to leave a server alone that said 429 without saying for how long."""
CLOSED = 600.0
"""Seconds in which nothing is sent to a room that refused us, unless somebody there writes first.

Every refusal counts towards the throttling of our address (source: BruteForceProtection).
"""
REMEMBERED_RANDOMS = 50_000
"""Randoms kept in memory to refuse replays; older ones are known by their message in the inbox."""
ASKED_AGAIN = 6 * 3_600.0
"""Seconds between two looks at a server's version."""
ASKED_SOON = 60.0
"""The same where the last look failed."""
LONGEST_NAME = 200
"""Characters kept of what people and rooms are called."""
