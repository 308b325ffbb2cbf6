"""Languages, fallbacks, numbers, dates, and hostile arguments."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from bot.i18n import Translations, Translator
from engine.domain.genres import GENRES
from engine.domain.items import CreditRole, Item, MediaType
from engine.domain.slate import Confidence
from engine.errors import InvalidQuery, Misconfigured, SourceUnavailable
from engine.mood.tones import TONES

pytestmark = pytest.mark.untraced

NARROW, NO_BREAK = "\u202f", "\u00a0"


def _folder(tmp_path: Path, **languages: str) -> Path:
    for tag, text in languages.items():
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "a.ftl").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_languages_are_english_german_and_french(translations: Translations) -> None:
    assert {"de", "en", "fr"} <= set(translations.locales)


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("FR", "fr"),
        ("en-US", "en"),
        ("tlh", "en"),
        ("", "en"),
        (None, "en"),
        ("-", "en"),
    ],
)
def test_a_reader_gets_the_nearest_language(translations: Translations, asked: str | None, spoken: str) -> None:
    assert translations.to(asked).locale == spoken


def test_readers_of_unknown_languages_get_the_default_of_the_house() -> None:
    folder = Path(__file__).parents[3] / "locales"
    assert Translations(folder, default="fr").to("tlh").locale == "fr"


def test_english_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="en"):
        Translations(_folder(tmp_path, de="a = b\n"))


def test_a_file_that_is_not_fluent_stops_the_start_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.ftl"):
        Translations(_folder(tmp_path, en="hello = { $name\n"))


def test_a_folder_that_is_no_language_stops_the_start_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="klingonese"):
        Translations(_folder(tmp_path, en="a = b\n", klingonese="a = b\n"))


def test_a_missing_text_falls_back_to_english(tmp_path: Path) -> None:
    texts = Translations(_folder(tmp_path, en="hello = Hello, { $name }\nset-1 = x\nset-2 = y\n", de="other = x\n"))
    assert texts.to("de").text("hello", name="Ada") == "Hello, Ada"
    assert texts.to("de").variants("set") == 2


def test_a_text_that_is_nowhere_shows_its_key_and_raises_only_when_strict(tmp_path: Path) -> None:
    folder = _folder(tmp_path, en="hello = Hello\n", de="hello = Hallo\n")
    assert Translations(folder).to("de").text("nothing") == "nothing"
    with pytest.raises(KeyError, match="nothing"):
        Translations(folder, strict=True).to("de").text("nothing")
    with pytest.raises(KeyError, match="nothing-1"):
        Translations(folder).to("en").variants("nothing")


def test_a_missing_argument_is_named_when_strict_and_survived_otherwise(tmp_path: Path) -> None:
    folder = _folder(tmp_path, en="hello = Hello, { $name }\n")
    assert "name" in Translations(folder).to("en").text("hello")
    with pytest.raises(KeyError, match="name"):
        Translations(folder, strict=True).to("en").text("hello")


def test_attributes_are_asked_for_with_a_dot(tmp_path: Path) -> None:
    speak = Translations(_folder(tmp_path, en="hide = Hide\n    .hint = For four months\nbare =\n    .only = x\n")).to(
        "en"
    )
    assert speak.text("hide.hint") == "For four months"
    assert speak.has("hide.hint")
    assert not speak.has("hide.other")
    assert not speak.has("bare")
    assert not speak.has("none.hint")


def test_arguments_of_every_kind_are_written_by_locale(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        en="regional-format = en-GB\nx = { $a }\ny = { $year }\nn = { $a ->\n    [one] one\n   *[other] many\n}\n",
    )
    speak = Translations(folder, strict=True).to("en")
    assert speak.text("x", a=1_000_000) == "1,000,000"
    assert speak.text("y", year=2026) == "2026"
    assert speak.text("n", a=np.int64(1)) == "one"
    assert speak.text("x", a=np.float32(0.5)) == "0.5"
    assert speak.text("x", a=date(2026, 3, 15)) == "15 March 2026"
    assert speak.text("x", a=None) == ""
    assert speak.text("x", a=True) == "true"


@pytest.mark.parametrize("hostile", ["{ $x }", "{", "}", '"', "\\u0041", "-term", "* [other]", "a = b", "🎬" * 40])
def test_what_stands_in_an_argument_is_never_read_as_fluent(speak: Translator, hostile: str) -> None:
    assert hostile in speak.quoted(hostile)


def test_an_endless_argument_is_cut_instead_of_spoiling_the_text(speak: Translator) -> None:
    assert 2_000 < len(speak.quoted("x" * 9_000)) < 2_500


def test_a_right_to_left_title_is_isolated_and_a_latin_one_is_not(speak: Translator) -> None:
    assert "\u2068שלום\u2069" in speak.quoted("שלום")
    assert speak.quoted("Été").strip("“”„«»\u00a0") == "Été"


def test_numbers_dates_and_lists_follow_the_language(translations: Translations) -> None:
    english, german, french = (translations.to(tag) for tag in ("en", "de", "fr"))
    assert english.number(12_345.678, 1) == "12,345.7"
    assert german.number(12_345.678, 1) == "12.345,7"
    assert french.number(12_345.678, 1) == f"12{NARROW}345,7"
    assert german.percent(0.923) == f"92{NO_BREAK}%"
    assert english.date(date(2026, 3, 15)) == "15 March 2026"
    assert german.month(datetime(2026, 3, 15, 12, tzinfo=UTC)) == "März 2026"
    assert french.list(["a", "b", "c"]) == "a, b et c"
    assert german.list(["a", "b"], either=True) == "a oder b"
    assert english.list([]) == ""
    assert [english.ordinal(n) for n in (1, 2, 3, 11, 57)] == ["one", "two", "few", "other", "other"]


def test_signs_are_real_ones_and_nought_has_none(translations: Translations) -> None:
    assert translations.to("de").number(-1234.56, 1) == "\u22121.234,6"
    german = translations.to("de")
    assert german.signed(3.25) == "+3,2"
    assert german.signed(-3.26) == "−3,3"
    assert german.signed(-0.01) == "0,0"


def test_lengths_of_time_read_naturally(speak: Translator) -> None:
    assert [speak.minutes(n) for n in (0, 7, 60, 112, -5)] == ["0 min", "7 min", "1 h", "1 h 52 min", "0 min"]


def test_every_genre_has_a_name_in_every_language(speak: Translator) -> None:
    for genre in GENRES:
        assert speak.has(f"genre-{'-'.join(genre.casefold().split())}.within")
    assert speak.genre("Telenovela") == "Telenovela"
    assert speak.genre("Žánr") == "Žánr"
    assert speak.genre_within("Telenovela") == "Telenovela"


def test_every_tone_has_a_name_in_every_language_and_other_words_stay(translations: Translations) -> None:
    for tag in translations.locales:
        assert all(translations.to(tag).has(f"tone-{name}") for name in TONES), tag
    german, french = translations.to("de"), translations.to("fr")
    assert (german.tone("cozy"), french.tone("funny"), french.tone("Mind-Bending")) == (
        "gemütlich",
        "drôle",
        "vertigineux",
    )
    assert [german.tone(word) for word in ("samurai", "", "été", "funny {x}")] == ["samurai", "", "été", "funny {x}"]


def test_languages_countries_domains_and_roles_are_named(translations: Translations) -> None:
    german = translations.to("de")
    assert german.language("ko") == "Koreanisch"
    assert german.country("kr") == "Südkorea"
    assert german.language("xx-none") == "xx-none"
    assert german.country("??") == "??"
    for tag in translations.locales:
        speak = translations.to(tag)
        assert all(speak.domain(kind) for kind in MediaType)
        assert all(speak.has(f"role-{role}") for role in CreditRole)
        assert all(speak.has(f"confidence-{word}") for word in Confidence)


def test_titles_come_in_the_readers_language_on_one_line(translations: Translations) -> None:
    item = Item("movie:1", MediaType.MOVIE, "The\nLives of Others", titles={"de": "Das Leben der Anderen"})
    assert translations.to("de").title(item) == "Das Leben der Anderen"
    assert translations.to("fr").title(item) == "The Lives of Others"
    assert translations.to("fr").isolated("سلام") == "\u2068سلام\u2069"


def test_an_error_is_told_and_an_unknown_one_still_says_something(speak: Translator) -> None:
    assert "Aliem" in speak.error(InvalidQuery("title-unknown", title="Aliem"))
    assert speak.error(InvalidQuery("never-heard-of")) == speak.text("error-unexpected")
    assert speak.error(InvalidQuery("error-title-gone")) == speak.text("error-title-gone")


def test_an_error_with_a_time_says_when_to_try_again(speak: Translator) -> None:
    told = speak.error(SourceUnavailable("database-busy", retry_after=300))
    assert told.endswith(speak.text("error-retry-after", wait="5 min"))
    assert speak.error(SourceUnavailable("database-busy")) == speak.text("error-database-busy")


def test_a_port_is_not_written_like_an_amount(speak: Translator) -> None:
    assert " 8420 " in speak.error(Misconfigured("port-taken", port=8420))


def test_an_error_does_not_repeat_a_novel(speak: Translator) -> None:
    assert len(speak.error(InvalidQuery("title-unknown", title="so " * 4_000))) < 500
