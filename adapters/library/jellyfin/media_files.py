"""What lies in a file, by the streams Jellyfin found in it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from adapters.library.jellyfin.fields import Json, count, rows, text
from engine.domain.media import Hdr, MediaFile

NOTHING: Json = MappingProxyType({})
_HDR: Mapping[str, tuple[Hdr, ...]] = MappingProxyType(
    {
        "DOVI": (Hdr.DOLBY_VISION,),
        "DOVIWithEL": (Hdr.DOLBY_VISION,),
        "DOVIWithSDR": (Hdr.DOLBY_VISION,),
        "DOVIWithHLG": (Hdr.DOLBY_VISION, Hdr.HLG),
        "DOVIWithHDR10": (Hdr.DOLBY_VISION, Hdr.HDR10),
        "DOVIWithHDR10Plus": (Hdr.DOLBY_VISION, Hdr.HDR10_PLUS),
        "DOVIWithELHDR10Plus": (Hdr.DOLBY_VISION, Hdr.HDR10_PLUS),
        "DOVIInvalid": (Hdr.HDR10,),
        "HDR10Plus": (Hdr.HDR10_PLUS,),
        "HDR10": (Hdr.HDR10,),
        "HLG": (Hdr.HLG,),
    }
)
"""``VideoRangeType`` of Jellyfin; an invalid Dolby Vision layer is played without it."""
_AUDIO = ("truehd", "flac", "pcm", "dts", "eac3", "ac3", "opus", "aac", "mp3")
"""Best first: lossless, then by what they carry."""


def media_files(row: Json) -> tuple[MediaFile, ...]:
    """Every version of a title, best first."""
    sources = rows(row.get("MediaSources"))
    found = [_media_file(source) for source in sources]
    if not found and (streams := rows(row.get("MediaStreams"))):
        found = [_media_file({"MediaStreams": streams, "Container": row.get("Container")})]
    return tuple(sorted(found, key=_worth, reverse=True))


def _media_file(source: Json) -> MediaFile:
    streams = rows(source.get("MediaStreams"))
    video = next((stream for stream in streams if stream.get("Type") == "Video"), NOTHING)
    audio = max((stream for stream in streams if stream.get("Type") == "Audio"), key=_sound, default=None)
    bits = count(source.get("Bitrate")) or count(video.get("BitRate"))
    return MediaFile(
        width=count(video.get("Width")),
        height=count(video.get("Height")),
        hdr=_HDR.get(text(video.get("VideoRangeType")), ()),
        video_codec=text(video.get("Codec")).lower(),
        audio_codec=text(audio.get("Codec")).lower() if audio else "",
        channels=count(audio.get("Channels")) if audio else None,
        atmos=any(_is_atmos(stream) for stream in streams if stream.get("Type") == "Audio"),
        container=text(source.get("Container")).split(",")[0].lower(),
        bitrate=round(bits / 1000) if bits else None,
        size=count(source.get("Size")),
    )


def _worth(file: MediaFile) -> tuple[int, int, int, int]:
    return (file.width or 0) * (file.height or 0), len(file.hdr), file.bitrate or 0, file.size or 0


def _sound(stream: Json) -> tuple[bool, int, int]:
    codec = text(stream.get("Codec")).lower()
    rank = next((len(_AUDIO) - place for place, name in enumerate(_AUDIO) if codec.startswith(name)), 0)
    return _is_atmos(stream), rank, count(stream.get("Channels")) or 0


def _is_atmos(stream: Json) -> bool:
    if stream.get("AudioSpatialFormat") == "DolbyAtmos":
        return True
    told = (text(stream.get(name)).lower() for name in ("Profile", "DisplayTitle", "Title"))
    return any("atmos" in part for part in told)
