"""Short words for what a request was understood as."""

from __future__ import annotations

from engine.mood.read import read_mood
from engine.mood.request import MoodRequest
from tests.engine.search.shelf import INDEX, key

THIS_YEAR = 2026


def read(text: str) -> MoodRequest:
    return read_mood(text, INDEX, None, this_year=THIS_YEAR)


def facts(request: MoodRequest) -> dict[str, object]:
    """Everything that was understood, in sets and figures, empty fields left out."""
    filters = request.filters
    found: dict[str, object] = {
        "like": {key(item) for item in request.references},
        "unlike": {key(item) for item in request.unlike},
        "unknown": set(request.unknown_references),
        "want": {tone.name for tone in request.wanted},
        "spare": {tone.name for tone in request.unwanted},
        "genres": set(filters.genres),
        "lean": set(request.genres_up) - set(filters.genres),
        "fewer": set(request.genres_down),
        "no_genres": set(filters.exclude_genres),
        "types": {media_type.value for media_type in filters.media_types},
        "places": set(filters.languages | filters.countries),
        "no_places": set(request.exclude_languages | request.exclude_countries),
        "people": set(filters.people),
        "no_people": set(request.exclude_people),
        "about": set(request.keywords),
        "not_about": set(request.keywords_down),
        "minutes": (filters.runtime_from, filters.runtime_to),
        "years": (filters.year_from, filters.year_to),
        "relative": {relative.value for relative in request.relative},
        "family": request.family,
        "rest": request.residual,
    }
    return {name: value for name, value in found.items() if value and value != (None, None)}
