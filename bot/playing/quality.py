"""What is said of files: on a card in a few badges, on the opened one in full. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.domain.media import Hdr, MediaFile

if TYPE_CHECKING:
    from bot.i18n import Translator

SEPARATOR = " · "
MOST_FILES = 4
"""Versions of a title that are told of."""
_STEPS = ((3_800, 2_000, "4K"), (2_500, 1_400, "1440p"), (1_800, 1_000, "1080p"), (1_200, 700, "720p"))
"""Width or height from which a picture is called so; cropped ones have fewer lines, narrow ones fewer columns."""
_HDR: Mapping[Hdr, str] = MappingProxyType(
    {Hdr.DOLBY_VISION: "Dolby Vision", Hdr.HDR10_PLUS: "HDR10+", Hdr.HDR10: "HDR10", Hdr.HLG: "HLG"}
)
_VIDEO: Mapping[str, str] = MappingProxyType(
    {
        "hevc": "HEVC", "h265": "HEVC", "h264": "H.264", "avc": "H.264", "av1": "AV1", "vp9": "VP9", "vp8": "VP8",
        "vc1": "VC-1", "mpeg2video": "MPEG-2", "mpeg4": "MPEG-4",
    }
)  # fmt: skip
_AUDIO: Mapping[str, str] = MappingProxyType(
    {
        "truehd": "TrueHD", "eac3": "Dolby Digital+", "ac3": "Dolby Digital", "dts": "DTS", "dca": "DTS",
        "dca-ma": "DTS-HD MA", "flac": "FLAC", "aac": "AAC", "mp3": "MP3", "opus": "Opus", "pcm": "PCM",
    }
)  # fmt: skip
_CHANNELS: Mapping[int, str] = MappingProxyType({1: "1.0", 2: "2.0", 3: "2.1", 6: "5.1", 7: "6.1", 8: "7.1"})
_LONGEST_WORD = 16
"""Signs of what a server calls a codec that is not known here."""
_SAME = {"h265": "hevc", "avc": "h264"}


def brief(files: Sequence[MediaFile]) -> list[str]:
    """Two to four words on the best file: “4K”, “Dolby Vision”, “Atmos”, “HEVC”; fewer where little is known."""
    if not files:
        return []
    best = files[0]
    ranges = [_HDR[one] for one in best.hdr[:1]]
    told = [resolution(best), *ranges, "Atmos" if best.atmos else "", _called(best.video_codec, _VIDEO)]
    return [word for word in told if word]


def whole(files: Iterable[MediaFile], speak: Translator, *, device: str = "", formats: frozenset[str]) -> list[str]:
    """A line for every file. ``formats``: what the person's ``device`` plays as it is; empty: that is not known."""
    lines = dict.fromkeys(_line(file, speak, device, formats) for file in files)
    return [line for line in lines if line][:MOST_FILES]


def resolution(file: MediaFile) -> str:
    """“4K”, “1080p”, “SD”; empty where it is not known."""
    width, height = file.width or 0, file.height or 0
    if width <= 0 and height <= 0:
        return ""
    return next((name for wide, high, name in _STEPS if width >= wide or height >= high), "SD")


def plays_directly(file: MediaFile, formats: frozenset[str]) -> bool | None:
    """None where the server does not say what the device plays, or what the file is."""
    if not formats or not file.video_codec:
        return None
    known = {_same(one) for one in formats}
    return _same(file.video_codec) in known


def _line(file: MediaFile, speak: Translator, device: str, formats: frozenset[str]) -> str:
    audio = " ".join(
        word for word in (_called(file.audio_codec, _AUDIO), _CHANNELS.get(file.channels or 0, "")) if word
    )
    told = [
        resolution(file),
        *(_HDR[one] for one in file.hdr),
        _called(file.video_codec, _VIDEO),
        audio,
        "Dolby Atmos" if file.atmos else "",
        file.container[:_LONGEST_WORD].upper(),
        _size(file.size, speak),
    ]
    words = [word for word in told if word]
    directly = plays_directly(file, formats)
    if words and device and directly is not None:
        words.append(speak.text("quality-direct" if directly else "quality-transcode", device=device))
    return SEPARATOR.join(words)


def _size(size: int | None, speak: Translator) -> str:
    if not size or size <= 0:
        return ""
    return speak.text("quality-size", size=speak.number(size / 1e9, 1 if size < 100e9 else 0))


def _called(codec: str, names: Mapping[str, str]) -> str:
    return names.get(codec, codec[:_LONGEST_WORD].upper())


def _same(codec: str) -> str:
    return _SAME.get(codec.casefold(), codec.casefold())
