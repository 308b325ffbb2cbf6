"""The charts that page and chats share."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.breakdown import Part, breakdown
from bot.charts.heat import Cell, heat_strip
from bot.charts.radar import HEIGHT, WIDTH, Spoke, radar
from bot.charts.svg import number, plain, tag

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert('x')</script>\" onload=\"y &\x00\x1b\ud800\u202e"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def words_of(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


def test_a_radar_names_every_spoke_and_says_what_it_shows() -> None:
    svg = radar([Spoke("Drama", 0.5), Spoke("Komödie", -0.2), Spoke("戦争", 1.0)], title="Genres", description="More")
    assert words_of(svg) == ["Drama", "Komödie", "戦争"]
    assert parsed(svg).attrib["aria-label"] == "Genres"
    assert parsed(svg).find(f"{SVG}desc").text == "More"  # type: ignore[union-attr]


def test_a_spoke_is_drawn_further_out_the_more_it_is_liked() -> None:
    svg = radar([Spoke("a", 1.0), Spoke("b", 0.0), Spoke("c", -1.0)], title="t")
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in parsed(svg).iter(f"{SVG}circle")]
    far = [((x - WIDTH / 2) ** 2 + (y - HEIGHT / 2) ** 2) ** 0.5 for x, y in dots]
    assert far[0] == pytest.approx(2 * far[1], abs=0.05)
    assert far[2] == pytest.approx(0, abs=0.05)


def test_a_value_beyond_the_scale_stays_on_the_rim() -> None:
    svg = radar([Spoke("a", 40.0), Spoke("b", -9.0), Spoke("c", 0.0)], title="t")
    assert all(0 <= float(dot.attrib["cy"]) <= HEIGHT for dot in parsed(svg).iter(f"{SVG}circle"))


def test_two_spokes_make_no_radar() -> None:
    with pytest.raises(ValueError, match="three"):
        radar([Spoke("a", 1), Spoke("b", 1)], title="t")


def test_each_part_of_a_score_starts_where_the_one_before_it_ended() -> None:
    parts = [Part("A", 0.5, "+50"), Part("B", 0.3, "+30"), Part("C", -0.2, "−20")]
    svg = breakdown(parts, total=Part("Sum", 0.6, "60"), title="Score")
    bars = [(float(b.attrib["x"]), float(b.attrib["width"])) for b in parsed(svg).iter(f"{SVG}rect")]
    (ax, aw), (bx, _), (cx, cw), (sx, sw) = bars
    assert bx == pytest.approx(ax + aw, abs=0.02)
    assert cx + cw == pytest.approx(ax + aw + bars[1][1], abs=0.02)
    assert (sx, sx + sw) == pytest.approx((ax, cx), abs=0.02)
    assert words_of(svg) == ["A", "+50", "B", "+30", "C", "−20", "Sum", "60"]


def test_parts_for_and_against_have_different_colours() -> None:
    svg = breakdown([Part("A", 0.5, ""), Part("B", -0.3, "")], total=Part("S", 0.2, ""), title="t")
    first, second, _ = parsed(svg).iter(f"{SVG}rect")
    assert first.attrib["fill"] != second.attrib["fill"]


def test_a_score_without_parts_still_has_its_total() -> None:
    assert words_of(breakdown([], total=Part("Sum", 0.0, "0"), title="t")) == ["Sum", "0"]


@given(st.lists(st.floats(-5, 5, allow_nan=False), max_size=12))
def test_no_bar_ever_leaves_the_picture(values: list[float]) -> None:
    svg = breakdown([Part("p", value, "x") for value in values], total=Part("s", sum(values), "y"), title="t")
    for bar in parsed(svg).iter(f"{SVG}rect"):
        assert float(bar.attrib["x"]) >= 0
        assert float(bar.attrib["x"]) + float(bar.attrib["width"]) <= 360.05 + 2


def test_the_busiest_hour_is_the_brightest_and_an_empty_one_does_not_glow() -> None:
    svg = heat_strip([Cell(0, "0h"), Cell(2, "1h", "1"), Cell(4, "2h")], title="Hours")
    glow = [float(r.attrib["fill-opacity"]) for r in parsed(svg).iter(f"{SVG}rect") if "fill-opacity" in r.attrib]
    assert len(glow) == 2
    assert glow[0] < glow[1] == 1.0
    assert words_of(svg) == ["1"]


def test_hours_without_any_start_are_all_dark() -> None:
    assert "fill-opacity" not in heat_strip([Cell(0, "")] * 24, title="Hours")


def test_a_strip_without_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="cell"):
        heat_strip([], title="t")


@pytest.mark.parametrize(
    "svg",
    [
        radar([Spoke(HOSTILE, 0.1)] * 3, title=HOSTILE, description=HOSTILE),
        breakdown([Part(HOSTILE, 0.1, HOSTILE)], total=Part(HOSTILE, 0.1, HOSTILE), title=HOSTILE),
        heat_strip([Cell(1, HOSTILE, HOSTILE)], title=HOSTILE),
    ],
)
def test_a_hostile_label_stays_text(svg: str) -> None:
    names = {element.tag for element in parsed(svg).iter()}
    assert not any(name.endswith(("script", "a", "image", "foreignObject")) for name in names)
    assert not any(key.startswith("on") for element in parsed(svg).iter() for key in element.attrib)
    assert "\u202e" not in svg


def test_figures_are_short_and_nought_has_no_sign() -> None:
    assert (number(1.0), number(0.125), number(-0.001), number(-2.5), number(300)) == ("1", "0.12", "0", "-2.5", "300")


def test_control_characters_become_blanks_and_half_characters_go() -> None:
    assert plain("a\nb\ud83dc\ufffe") == "a bc"


def test_an_attribute_that_is_none_is_left_out() -> None:
    assert tag("rect", x=None, y=1, class_="a'b") == '<rect y="1" class="a&#39;b"/>'
