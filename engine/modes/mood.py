"""What a free text asks for: bounds bind, the rest leans, and taste is the smaller part."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.catalogue import Catalogue
from engine.columns.named import Features
from engine.domain.query import Filters, Query
from engine.domain.slate import Note, NoteKind
from engine.errors import InvalidQuery, SourceUnavailable
from engine.filters import passing
from engine.modes import Mode, Surroundings, scorers
from engine.mood.read import read_mood
from engine.mood.request import MoodRequest, Relative
from engine.mood.subjects import speaks_plainly, subjects_in
from engine.mood.tones import Tone
from engine.scoring.baselines import Mask
from engine.scoring.context import Asked, Wish, WishPart

UNLIKE = -0.7
"""Factor on closeness to a title it should not be like."""
BESIDE_REFERENCE = 0.5
"""Factor on tones, genres and words where a title was named: “like Parasite but funnier” is Parasite first."""
SUBJECT, TONE = 1.5, 0.5
"""Factors on closeness to what it is about and to how it feels: “funny robot film” is about a robot first."""
NAMED = 1.5
"""Factor on having a subject that was named."""
UNSURE = 0.2
"""Factor on closeness to words of which nothing was understood: they may mean something, taste goes before them."""
CITED_LENGTH = 40
"""Characters of the words left over that a reason repeats."""


async def understand(query: Query, around: Surroundings) -> Asked:
    """Read the text, look up what it names, and embed what is left of it."""
    if not query.text.strip():
        raise InvalidQuery("text-missing")
    catalogue, visible = around.catalogue, around.visible

    def allowed(item_id: str) -> bool:
        row = catalogue.index.get(item_id)
        return row is not None and bool(visible[row])

    request = await asyncio.to_thread(read_mood, query.text, around.titles, allowed, this_year=around.date.year)
    directions, notes = await _directions(request, around)
    references = tuple(catalogue.rows_of(request.references).tolist())
    lean = BESIDE_REFERENCE if references else 1.0
    parts = tuple(replace(part, factor=lean * part.factor) for part in _parts(request, catalogue, directions))
    wish = Wish(references, parts)
    notes = [*(Note(NoteKind.UNKNOWN_REFERENCE, subject=title) for title in request.unknown_references), *notes]
    asked = Asked(query, query.filters, around.today)
    return replace(asked, wish=wish, bound=_bound(request, catalogue), notes=tuple(notes))


async def _directions(request: MoodRequest, around: Surroundings) -> tuple[tuple[WishPart, ...], list[Note]]:
    """The subject and the tone as vectors, apart; and what has to be said where that is not possible."""
    vectors = around.catalogue.vectors
    ready = vectors is not None and vectors.model == around.embedder.name
    notes: list[Note] = []
    if not ready or around.embedded_share < 1:
        notes.append(Note(NoteKind.SEMANTIC_SEARCH_WARMING, count=int(100 * around.embedded_share) if ready else 0))
    # a word of its own vouches for what was left over only where nothing else was understood, and it was
    alone = not request.wanted and not request.keywords
    plain = not alone or not request.residual or speaks_plainly(request.residual, around.catalogue.keywords.index)
    texts = [
        (request.subject_text, _cut(request.residual) if alone and plain else "", SUBJECT if plain else UNSURE),
        (request.tone_text, "", TONE),
    ]
    if not plain and not request.references and not request.genres_up:
        notes.append(Note(NoteKind.WORDING_UNKNOWN, subject=request.residual))
    texts = [entry for entry in texts if entry[0]]
    if not ready or not texts:
        return (), notes
    try:
        vectors_of = await around.embedder.embed([text for text, _, _ in texts])
    except SourceUnavailable:
        return (), [*notes, Note(NoteKind.SOURCE_UNAVAILABLE, subject=around.embedder.name)]
    found = zip(texts, vectors_of, strict=True)
    return tuple(WishPart(word, direction=vector, factor=factor) for (_, word, factor), vector in found), notes


def _parts(request: MoodRequest, catalogue: Catalogue, directions: tuple[WishPart, ...]) -> tuple[WishPart, ...]:
    read = _Reader(catalogue, request.typed)
    parts = [*map(read.tone, request.wanted), *map(read.genre, request.genres_up), *map(read.subject, request.keywords)]
    parts += [read.left_over(*pair) for pair in subjects_in(request.residual, catalogue.keywords.index).items()]
    unwanted = [
        *map(read.tone, request.unwanted),
        *map(read.genre, request.genres_down),
        *map(read.subject, request.keywords_down),
    ]
    parts += [replace(part, factor=-1.0) for part in unwanted]
    parts += directions
    if catalogue.vectors is not None:
        unlike = catalogue.vectors.exact(catalogue.rows_of(request.unlike))
        parts += [WishPart("", direction=vector, factor=UNLIKE) for vector in unlike]
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes parts of a wish, each with the words it was typed in."""

    catalogue: Catalogue
    typed: Mapping[str, str]

    def tone(self, tone: Tone) -> WishPart:
        keywords = _columns(self.catalogue.keywords, dict.fromkeys(tone.keywords, 1.0))
        return WishPart(self.typed.get(tone.name, ""), _columns(self.catalogue.genres, tone.genres), keywords)

    def genre(self, name: str) -> WishPart:
        return WishPart(self.typed.get(name, ""), genres=_columns(self.catalogue.genres, {name: 1.0}))

    def subject(self, name: str) -> WishPart:
        keywords = _columns(self.catalogue.keywords, {name: 1.0})
        return WishPart(self.typed.get(name, ""), keywords=keywords, factor=NAMED)

    def left_over(self, typed: str, names: tuple[str, ...]) -> WishPart:
        keywords = _columns(self.catalogue.keywords, dict.fromkeys(names, 1.0))
        return WishPart(typed, keywords=keywords, factor=NAMED)


def _columns(features: Features, wanted: Mapping[str, float]) -> dict[int, float]:
    return {features.index[name]: weight for name, weight in wanted.items() if name in features.index}


def _cut(text: str) -> str:
    """The beginning of ``text``, ending with a whole word."""
    words, cut = text.split(), ""
    for word in words:
        if len(cut) + len(word) >= CITED_LENGTH:
            break
        cut = f"{cut} {word}".strip()
    return cut


def _bound(request: MoodRequest, catalogue: Catalogue) -> Mask:
    """Titles within everything that binds, [n]."""
    found = passing(catalogue, _relative(request, catalogue))
    if request.exclude_people:
        found &= ~catalogue.people.any_of(request.exclude_people)
    if request.exclude_countries:
        found &= ~catalogue.countries.any_of(request.exclude_countries)
    if request.exclude_languages:
        found &= ~np.isin(catalogue.language, _places(catalogue.languages, request.exclude_languages))
    found[catalogue.rows_of(request.unlike)] = False
    return found


def _relative(request: MoodRequest, catalogue: Catalogue) -> Filters:
    """The request's bounds, with “shorter”, “older” and the like measured by the references."""
    rows = catalogue.rows_of(request.references)
    runtimes, years = catalogue.runtime[rows], catalogue.year[rows]
    runtimes, years = runtimes[runtimes > 0], years[years > 0]
    bounds = request.filters
    if len(runtimes):
        if Relative.SHORTER in request.relative:
            bounds = replace(bounds, runtime_to=_lower(bounds.runtime_to, int(runtimes.min()) - 1))
        if Relative.LONGER in request.relative:
            bounds = replace(bounds, runtime_from=_higher(bounds.runtime_from, int(runtimes.max()) + 1))
    if len(years):
        if Relative.OLDER in request.relative:
            bounds = replace(bounds, year_to=_lower(bounds.year_to, int(years.min()) - 1))
        if Relative.NEWER in request.relative:
            bounds = replace(bounds, year_from=_higher(bounds.year_from, int(years.max()) + 1))
    return bounds


def _lower(known: int | None, other: int) -> int:
    return other if known is None else min(known, other)


def _higher(known: int | None, other: int) -> int:
    return other if known is None else max(known, other)


def _places(names: tuple[str, ...], wanted: Iterable[str]) -> list[int]:
    return [names.index(name) for name in wanted if name in names]


MODE = Mode(
    "mood",
    scorers(taste=0.4, mood=0.6),
    understand=understand,
    match_scale=0.4,
)
