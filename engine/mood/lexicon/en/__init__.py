"""English."""

from __future__ import annotations

from engine.mood.kinds import Kind
from engine.mood.lexicon._form import Lexicon
from engine.mood.lexicon.en.genres import GENRES, TYPES
from engine.mood.lexicon.en.grammar import CLASHES, GRAMMAR, ORDINARY, STOP
from engine.mood.lexicon.en.places import COUNTRIES, PLACES
from engine.mood.lexicon.en.subjects import SUBJECTS
from engine.mood.lexicon.en.tones import TONES

LEXICON = Lexicon(
    language="en",
    endings=("", "s"),
    compounds={"film": "movie", "films": "movie", "movie": "movie", "movies": "movie"},
    spellings=(),
    phrases={
        Kind.TONE: TONES,
        Kind.GENRE: GENRES,
        Kind.TYPE: TYPES,
        Kind.PLACE: PLACES,
        Kind.COUNTRY: COUNTRIES,
        Kind.SUBJECT: SUBJECTS,
        **GRAMMAR,
    },
    stop=STOP,
    ordinary=ORDINARY,
    clashes=CLASHES,
)
