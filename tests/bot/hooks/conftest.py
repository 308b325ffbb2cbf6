"""A household over media servers of our own."""

from tests.bot.media.stage import stage

__all__ = ["stage"]
