"""Says in the reader's language why something is recommended, or why not. Only evidence is voiced, never more."""

from bot.explain.accounts import note, why, why_not
from bot.explain.sentences import reason, sentence

__all__ = ["note", "reason", "sentence", "why", "why_not"]
