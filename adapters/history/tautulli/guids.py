"""Ids in what Plex calls a guid, of new agents and of old ones. Pure."""

from __future__ import annotations

import re

from adapters.values import imdb, positive
from engine.domain.media import ExternalIds

_GUID = re.compile(r"(?:com\.plexapp\.agents\.)?(imdb|themoviedb|tmdb|thetvdb|tvdb)://([A-Za-z0-9]+)(/[0-9]+)?")


def ids_of(guid: str, *, series: bool) -> ExternalIds:
    """Ids of the film or the series.

    Of an episode an old agent tells the series' id and the episode's number behind it; what stands alone is the
    episode's own and says nothing of the series.
    """
    found = _GUID.match(guid)
    if not found or (series and not found.group(3)):
        return ExternalIds()
    kind, key = found.group(1), found.group(2)
    if kind == "imdb":
        return ExternalIds(imdb=imdb(key))
    return ExternalIds(tmdb=positive(key)) if kind in {"themoviedb", "tmdb"} else ExternalIds(tvdb=positive(key))
