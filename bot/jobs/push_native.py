"""Keeps playlists and collections in the servers' own apps up to date, and takes away what is wanted no more."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.native import collections, playlists
from bot.services import Services


async def run(services: Services) -> None:
    """Each is made anew once a day, and at once where rights are others; so it is looked at more often."""
    if services.stack is not None and services.stack.servers:
        await playlists.keep_up(services)
        await collections.keep_up(services)


JOB = Job("push-native", timedelta(minutes=15), run)
