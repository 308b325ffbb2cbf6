"""Posters as pictures."""

from __future__ import annotations

import struct

from bot.charts.poster import PosterFacts, draw_poster
from bot.charts.raster import WIDTH, can_rasterise, png_of


async def test_a_poster_becomes_a_picture_of_its_width() -> None:
    assert can_rasterise()
    picture = await png_of(draw_poster(PosterFacts("movie:1", "Der Himmel über Berlin & <Café>", "1987", ("Drama",))))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert width == WIDTH
    assert height > width
