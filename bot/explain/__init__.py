"""Says in the reader's language why something is recommended, or why not. Only evidence is voiced, never more."""

from bot.explain.accounts import note, why, why_not
from bot.explain.choice import said_in
from bot.explain.sentences import reason, sentence

__all__ = ["note", "reason", "said_in", "sentence", "why", "why_not"]
