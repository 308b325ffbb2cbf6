"""French."""

from __future__ import annotations

from engine.mood.kinds import Kind
from engine.mood.lexicon._form import Lexicon
from engine.mood.lexicon.fr.genres import GENRES, TYPES
from engine.mood.lexicon.fr.grammar import CLASHES, GRAMMAR, ORDINARY, STOP
from engine.mood.lexicon.fr.places import COUNTRIES, PLACES
from engine.mood.lexicon.fr.subjects import SUBJECTS
from engine.mood.lexicon.fr.tones import TONES

LEXICON = Lexicon(
    language="fr",
    endings=("", "e", "s", "es"),
    compounds={"film": "movie", "films": "movie", "serie": "tv", "series": "tv"},
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
