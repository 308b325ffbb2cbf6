"""What Plex tells about the files of a title. Pure."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from adapters.library.plex.elements import flag, text, whole
from engine.domain.media import Hdr, MediaFile

_SIZES = {"8k": (7680, 4320), "4k": (3840, 2160), "1080": (1920, 1080), "720": (1280, 720), "576": (1024, 576)}
_OPTIMISED = "42"
"""proxyType of a copy that Plex made for weak devices."""
_HDR10 = "smpte2084"
_HLG = "arib-std-b67"
_AUDIO = ("truehd", "dca-ma", "flac", "pcm", "dca", "eac3", "ac3", "opus", "aac", "mp3")
"""Codecs, best first."""


def files(item: Element) -> tuple[MediaFile, ...]:
    """The versions of a title, best first."""
    media = list(item.iter("Media"))
    own = [entry for entry in media if text(entry, "proxyType") != _OPTIMISED] or media
    return tuple(sorted((_file(entry) for entry in own), key=_rank, reverse=True))


def has_streams(item: Element) -> bool:
    return item.find(".//Media//Stream") is not None


def _rank(file: MediaFile) -> tuple[int, int, int]:
    return file.width or 0, len(file.hdr), file.bitrate or 0


def _file(media: Element) -> MediaFile:
    streams = list(media.iter("Stream"))
    video = next((stream for stream in streams if text(stream, "streamType") == "1"), None)
    audio = max((stream for stream in streams if text(stream, "streamType") == "2"), key=_audio_rank, default=None)
    width, height = _SIZES.get(text(media, "videoResolution").lower(), (None, None))
    sizes = [size for part in media.iter("Part") if (size := whole(part, "size"))]
    return MediaFile(
        width=whole(media, "width") or width,
        height=whole(media, "height") or height,
        hdr=_hdr(video) if video is not None else (),
        video_codec=text(media, "videoCodec").lower(),
        audio_codec=(text(audio, "codec") if audio is not None else text(media, "audioCodec")).lower(),
        channels=(whole(audio, "channels") if audio is not None else None) or whole(media, "audioChannels"),
        atmos=_atmos(audio) if audio is not None else "atmos" in text(media, "audioProfile").lower(),
        container=text(media, "container").lower(),
        bitrate=whole(media, "bitrate"),
        size=sum(sizes) or None,
    )


def _hdr(video: Element) -> tuple[Hdr, ...]:
    titles = _titles(video)
    vision = flag(video, "DOVIPresent") or "dovi" in titles or "dolby vision" in titles
    # Profile 5 has no picture under Dolby Vision that another screen could show.
    alone = vision and text(video, "DOVIBLCompatID") == "0"
    plus = "hdr10+" in titles
    plain = (text(video, "colorTrc") == _HDR10 or "hdr10" in titles) and not alone
    found = {
        Hdr.DOLBY_VISION: vision,
        Hdr.HDR10_PLUS: plus,
        Hdr.HDR10: plain and not plus,
        Hdr.HLG: text(video, "colorTrc") == _HLG,
    }
    return tuple(kind for kind, present in found.items() if present)


def _atmos(audio: Element) -> bool:
    return "atmos" in f"{_titles(audio)} {text(audio, 'title').lower()}"


def _audio_rank(audio: Element) -> tuple[bool, int, int]:
    codec = text(audio, "codec").lower()
    if codec == "dca" and "ma" in text(audio, "profile").lower():
        codec = "dca-ma"
    rank = -_AUDIO.index(codec) if codec in _AUDIO else -len(_AUDIO)
    return _atmos(audio), whole(audio, "channels") or 0, rank


def _titles(stream: Element) -> str:
    return f"{text(stream, 'displayTitle')} {text(stream, 'extendedDisplayTitle')}".lower()
