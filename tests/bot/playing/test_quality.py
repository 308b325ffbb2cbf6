"""Files in words."""

from __future__ import annotations

import pytest

from bot.i18n import Translations
from bot.playing.quality import brief, plays_directly, resolution, whole
from engine.domain.media import Hdr, MediaFile

FINE = MediaFile(
    3840, 1600, (Hdr.DOLBY_VISION, Hdr.HDR10), "hevc", "truehd", 8, atmos=True, container="mkv", size=58_300_000_000
)
PLAIN = MediaFile(1920, 800, (), "h264", "ac3", 6, container="mp4", size=7_260_000_000)


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [
        (3840, 1600, "4K"),
        (None, 2160, "4K"),
        (1920, 800, "1080p"),
        (1440, 1080, "1080p"),
        (2560, 1440, "1440p"),
        (1280, 534, "720p"),
        (720, 576, "SD"),
        (0, 0, ""),
        (None, None, ""),
        (-1, -1, ""),
    ],
)
def test_a_picture_is_called_by_its_columns_or_lines(width: int | None, height: int | None, told: str) -> None:
    assert resolution(MediaFile(width, height)) == told


@pytest.mark.parametrize(
    ("hdr", "told"),
    [((Hdr.HDR10_PLUS, Hdr.HDR10), "HDR10+"), ((Hdr.HLG,), "HLG"), ((Hdr.HDR10,), "HDR10")],
)
def test_a_card_tells_the_best_range_of_the_best_file(hdr: tuple[Hdr, ...], told: str) -> None:
    assert brief([MediaFile(1920, 1080, hdr, "av1"), FINE]) == ["1080p", told, "AV1"]


def test_a_card_has_at_most_four_badges_of_quality_and_none_of_nothing() -> None:
    assert brief([FINE, PLAIN]) == ["4K", "Dolby Vision", "Atmos", "HEVC"]
    assert brief([]) == brief([MediaFile()]) == []


def test_files_are_told_in_full_in_the_readers_language(translations: Translations) -> None:
    english, french = translations.to("en"), translations.to("fr")
    assert whole([FINE, PLAIN], english, formats=frozenset()) == [
        "4K · Dolby Vision · HDR10 · HEVC · TrueHD 7.1 · Dolby Atmos · MKV · 58.3 GB",
        "1080p · H.264 · Dolby Digital 5.1 · MP4 · 7.3 GB",
    ]
    assert whole([PLAIN], french, formats=frozenset())[0].endswith("Go")
    assert whole([MediaFile(), MediaFile()], english, formats=frozenset()) == []
    assert len(whole([MediaFile(size=10**9 * n) for n in range(1, 20)], english, formats=frozenset())) == 4


def test_a_device_that_tells_its_formats_plays_directly_or_not(translations: Translations) -> None:
    english = translations.to("en")
    told = whole([FINE, PLAIN], english, device="Living Room", formats=frozenset({"avc"}))
    assert told[0].endswith("may be transcoded for Living Room")
    assert told[1].endswith("plays directly on Living Room")
    assert plays_directly(PLAIN, frozenset()) is None
    assert plays_directly(MediaFile(), frozenset({"hevc"})) is None


def test_what_a_server_makes_up_for_a_codec_stays_short() -> None:
    assert brief([MediaFile(1920, 1080, video_codec="x" * 400)]) == ["1080p", "X" * 16]
