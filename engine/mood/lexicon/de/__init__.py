"""German."""

from __future__ import annotations

from engine.mood.kinds import Kind
from engine.mood.lexicon._form import Lexicon
from engine.mood.lexicon.de.genres import GENRES, TYPES
from engine.mood.lexicon.de.grammar import CLASHES, GRAMMAR, ORDINARY, STOP
from engine.mood.lexicon.de.places import COUNTRIES, PLACES
from engine.mood.lexicon.de.subjects import SUBJECTS
from engine.mood.lexicon.de.tones import TONES

LEXICON = Lexicon(
    language="de",
    endings=("", "e", "er", "es", "en", "em", "ere", "erer", "eres", "eren", "ste", "sten", "stes", "s", "n"),
    compounds={"film": "movie", "filme": "movie", "filmen": "movie", "films": "movie", "serie": "tv", "serien": "tv"},
    spellings=(("ä", "ae"), ("ö", "oe"), ("ü", "ue")),
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
