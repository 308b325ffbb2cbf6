"""Posters drawn from nothing but facts."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.poster import PosterFacts, draw_poster, neutral_poster
from bot.charts.poster.chance import Chance
from bot.charts.poster.lettering import SIZES, breadth, reads_right_to_left, set_title
from bot.charts.poster.palettes import PALETTES
from engine.domain.genres import GENRES

SVG = "{http://www.w3.org/2000/svg}"
CATALOGUE = Path(__file__).parents[3] / "bot" / "demo" / "catalogue"
WIDTH = 256.0


def lines_of(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_the_same_title_always_gets_the_same_poster() -> None:
    facts = PosterFacts("movie:1", "Heat", "1995 · Film", ("Crime",))
    assert draw_poster(facts) == draw_poster(facts)


def test_titles_of_one_genre_do_not_look_alike() -> None:
    drawn = {draw_poster(PosterFacts(f"movie:{number}", "Same", "", ("Drama",))) for number in range(30)}
    assert len(drawn) == 30


def test_the_art_is_the_same_in_every_language() -> None:
    english = draw_poster(PosterFacts("movie:1", "Heat", "1995 · Film", ("Crime",)))
    german = draw_poster(PosterFacts("movie:1", "Hitze", "1995 · Film", ("Crime",)))
    assert english.replace("Heat", "Hitze") == german


@pytest.mark.parametrize("genre", [*GENRES, "Unheard of"])
@pytest.mark.parametrize("printed", [False, True])
def test_every_genre_has_a_poster_that_is_well_formed_and_shows_title_and_facts(genre: str, *, printed: bool) -> None:
    for number in range(6):
        svg = draw_poster(PosterFacts(f"x:{number}", "Title", "1999 · Film", (genre,), printed=printed))
        assert lines_of(svg) == ["Title", "1999 · Film"]
        assert len(svg) < 20_000


def test_every_title_of_the_demo_fits_its_poster() -> None:
    titles = [json.loads(line) for path in CATALOGUE.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert titles
    for one in titles:
        for title in (one["title"], one.get("original_title", ""), *one.get("titles", {}).values()):
            lettering = set_title(title, WIDTH)
            assert all(breadth(line) * lettering.size <= WIDTH for line in lettering.lines), title


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_at_all_makes_a_poster(title: str) -> None:
    ET.fromstring(draw_poster(PosterFacts(title, title, title[:20])))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=300))
@settings(max_examples=60)
def test_no_line_is_wider_than_the_poster(title: str) -> None:
    lettering = set_title(title, WIDTH)
    assert lettering.size in SIZES
    assert len(lettering.lines) <= 6
    assert all(breadth(line) * lettering.size <= WIDTH + 0.01 for line in lettering.lines)


def test_a_short_title_is_set_larger_than_a_long_one() -> None:
    assert set_title("M", WIDTH).size > set_title("The Assassination of Jesse James by the Coward", WIDTH).size


def test_a_title_of_three_hundred_letters_ends_in_an_ellipsis() -> None:
    assert set_title("word " * 60, WIDTH).lines[-1].endswith("…")


def test_chinese_breaks_between_characters_but_not_before_a_comma() -> None:
    lines = set_title("千と千尋の神隠し、そして長い長い長いお話", WIDTH).lines
    assert len(lines) > 1
    assert "".join(lines) == "千と千尋の神隠し、そして長い長い長いお話"
    assert not any(line.startswith("、") for line in lines)


def test_arabic_is_set_from_the_right() -> None:
    assert reads_right_to_left("الانفصال")
    assert not reads_right_to_left("1984 Сталкер")
    assert not reads_right_to_left("1984")
    first = next(ET.fromstring(draw_poster(PosterFacts("a", "الانفصال", "2011"))).iter(f"{SVG}text"))
    assert first.attrib["direction"] == "rtl"
    assert float(first.attrib["x"]) > 200


def test_a_script_in_a_title_is_written_out_and_never_run() -> None:
    svg = draw_poster(PosterFacts("a", "<script>alert(1)</script>", '"><img src=x>'))
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert "<img" not in svg


def test_a_poster_without_a_title_has_a_question_mark() -> None:
    assert lines_of(draw_poster(PosterFacts("a", " \x00 "))) == ["?"]


def test_the_neutral_poster_tells_nothing_but_its_label() -> None:
    svg = neutral_poster("Nothing here")
    assert lines_of(svg) == []
    assert svg == neutral_poster("Nothing here")


def test_titles_stand_out_from_the_ground_of_every_palette() -> None:
    for name, ink in PALETTES.items():
        assert contrast(ink.paper, ink.night) >= 7, name


def test_chance_is_the_same_for_ever() -> None:
    chance = Chance("seed")
    assert [round(chance.share(), 6) for _ in range(2)] == [0.200915, 0.451756]


def test_whole_numbers_reach_both_ends() -> None:
    chance = Chance("ends")
    assert {chance.whole(1, 3) for _ in range(80)} == {1, 2, 3}


def contrast(first: str, second: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
