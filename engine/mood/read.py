"""Reading a mood request: “like Parasite but funnier, under 100 minutes, nothing sad”."""

from __future__ import annotations

from engine.mood.draft import Draft
from engine.mood.durations import read_durations
from engine.mood.people import read_people
from engine.mood.reading import Reading
from engine.mood.references import read_references
from engine.mood.request import MoodRequest
from engine.mood.terms import read_terms
from engine.mood.words import folded_words
from engine.mood.years import read_years
from engine.search.titles import Allowed, TitleIndex


def read_mood(text: str, titles: TitleIndex, allowed: Allowed | None, *, this_year: int) -> MoodRequest:
    """What ``text`` (English, German, French, mixed) asks for.

    Only titles and people that ``allowed`` lets through are ever recognised; others read as unknown ones do.
    Of a very long text only the beginning is read. Never raises.
    """
    reading = Reading(text, titles, allowed, this_year)
    read_references(reading)
    read_people(reading)
    read_durations(reading)
    read_years(reading)
    read_terms(reading)
    draft = Draft(this_year)
    understood: list[str] = []
    for finding in sorted(reading.findings, key=lambda finding: finding.start):
        draft.said = finding.typed
        finding.wish(draft)
        if finding.typed:
            understood.append(finding.typed)
    residual = reading.residual()
    has_meaning = bool(reading.findings) or bool(folded_words(residual))
    return draft.finish(residual=residual, understood=tuple(understood), has_meaning=has_meaning)
