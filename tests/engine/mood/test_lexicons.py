"""Every language can say every wish, and every value is one the engine knows."""

from __future__ import annotations

import pytest

from engine.discovery import discover
from engine.domain.genres import GENRES
from engine.domain.items import MediaType
from engine.mood.kinds import Kind
from engine.mood.lexicon._form import Lexicon
from engine.mood.tones import HARSH_GENRES, TONES
from engine.mood.vocabulary import VOCABULARY
from engine.mood.words import words_of
from tests.engine.mood.asking import facts, read

LEXICONS = discover("engine.mood.lexicon", "LEXICON", Lexicon, key=lambda lexicon: lexicon.language)
EVERY = sorted(LEXICONS)


def test_english_german_and_french_are_there() -> None:
    assert {"en", "de", "fr"} <= set(EVERY)


@pytest.mark.parametrize("language", EVERY)
def test_every_tone_and_genre_can_be_said(language: str) -> None:
    phrases = LEXICONS[language].phrases
    assert set(phrases[Kind.TONE]) == set(TONES)
    assert set(GENRES) <= {genre for names in phrases[Kind.GENRE] for genre in names.split("+")}
    assert set(phrases[Kind.TYPE]) == {media_type.value for media_type in MediaType}


@pytest.mark.parametrize("language", EVERY)
def test_every_value_is_one_the_engine_knows(language: str) -> None:
    phrases = LEXICONS[language].phrases
    assert {genre for names in phrases[Kind.GENRE] for genre in names.split("+")} <= set(GENRES)
    assert set(LEXICONS[language].compounds.values()) <= {media_type.value for media_type in MediaType}
    for kind in (Kind.PLACE, Kind.COUNTRY):
        codes = [code for value in phrases[kind] for code in value.split("+")]
        assert all(len(code) == 2 and code.isalpha() and (code.islower() or code.isupper()) for code in codes)


@pytest.mark.parametrize("language", EVERY)
def test_every_language_has_the_same_subjects_and_small_words(language: str) -> None:
    english = LEXICONS["en"].phrases
    assert set(LEXICONS[language].phrases) | {Kind.DECADES} == set(english) | {Kind.DECADES}
    missing = set(english[Kind.SUBJECT]) - set(LEXICONS[language].phrases[Kind.SUBJECT])
    assert missing <= {"cyberpunk", "halloween", "winter", "found family"}


def test_tones_weigh_known_genres_within_bounds_and_carry_their_own_name() -> None:
    for name, tone in TONES.items():
        assert tone.name == name
        assert tone.keywords[0] == name
        assert len(set(tone.keywords)) == len(tone.keywords), name
        assert set(tone.genres) <= set(GENRES)
        assert all(-1 <= weight <= 1 for weight in tone.genres.values())
        assert tone.sentence
    assert set(GENRES) >= HARSH_GENRES


@pytest.mark.parametrize("name", sorted(TONES))
def test_every_tone_is_understood_by_its_own_name(name: str) -> None:
    assert name in {tone.name for tone in read(name).wanted}


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_is_understood_by_its_own_name(genre: str) -> None:
    assert genre in read(genre).genres_up


def test_a_clash_is_heard_only_in_its_own_language() -> None:
    assert facts(read("un chat")) == {"about": {"cat"}}
    assert facts(read("a chat with you")) == {"rest": "chat with you"} or facts(read("a chat with you")) == {
        "rest": "chat"
    }
    assert facts(read("das war gut")) == {}
    assert VOCABULARY.languages(words_of("ich will was Lustiges")) == {"de"}
