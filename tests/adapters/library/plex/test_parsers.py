"""Plex's words into ours, whatever stands there."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.plex import accounts, parsers, playing
from adapters.library.plex.elements import Unreadable, moment, page, tree, whole
from adapters.library.plex.files import files
from engine.domain.media import ExternalIds, Hdr

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
ODD = WORDS | st.sampled_from(["", "-1", "0", "1e400", "nan", "9" * 6_000, "99999999999999", "2026-01-01", "true"])
NAMES = st.sampled_from(
    [
        *("key", "ratingKey", "type", "title", "year", "duration", "addedAt", "updatedAt", "viewedAt", "accountID"),
        *("viewCount", "viewOffset", "userRating", "lastViewedAt", "leafCount", "viewedLeafCount", "childCount"),
        *("index", "parentIndex", "guid", "id", "size", "userID", "shared", "allLibraries", "acceptedAt", "width"),
        *("height", "bitrate", "channels", "streamType", "historyKey", "grandparentKey", "machineIdentifier"),
        *("provides"),
    ]
)
TAGS = st.sampled_from(["Video", "Directory", "Guid", "Media", "Part", "Stream", "User", "Player", "Section", "Genre"])
LEAVES = st.builds(Element, TAGS, st.dictionaries(NAMES, ODD, max_size=8))


def _grown(tag: str, told: dict[str, str], inner: list[Element]) -> Element:
    element = Element(tag, told)
    element.extend(inner)
    return element


TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(_grown, TAGS, st.dictionaries(NAMES, ODD), st.lists(inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None)
@given(element=TREES, kind=st.sampled_from(["movie", "show", "episode", "track"]))
def test_whatever_a_server_tells_is_read_or_left(element: Element, kind: str):
    element.set("type", kind)
    item = parsers.shelf_item(element, "1", "en")
    assert item is None or (item.key and item.title)
    state = playing.watched(element, "7")
    assert state is None or (0 <= state.completion <= 1 and (state.rating is None or 1 <= state.rating <= 10))
    play = playing.playback(element, "7")
    assert play is None or play.started_at.tzinfo is UTC
    playing.now_playing(element, "7")
    playing.client(element)
    playing.device(element)
    container = Element("MediaContainer")
    container.append(element)
    for one in accounts.shares(container, {}):
        assert one.id


@pytest.mark.parametrize(
    ("guids", "ids"),
    [
        (["tmdb://603", "imdb://tt0133093", "tvdb://169"], ExternalIds(603, "tt0133093", 169)),
        (["com.plexapp.agents.imdb://tt0133093?lang=en"], ExternalIds(imdb="tt0133093")),
        (["com.plexapp.agents.themoviedb://603?lang=de"], ExternalIds(tmdb=603)),
        (["com.plexapp.agents.thetvdb://81189/1/1?lang=en"], ExternalIds(tvdb=81_189)),
        (["com.plexapp.agents.hama://tvdb-81797?lang=en"], ExternalIds(tvdb=81_797)),
        (["plex://movie/5d77682a54f42c001f8c3d6e", "local://5"], ExternalIds()),
        (["tmdb://0", "tmdb://-5", "tmdb://" + "9" * 6_000, "imdb://603", "tmdb://٣"], ExternalIds()),
    ],
)
def test_ids_are_found_in_guids_of_every_age(guids: list[str], ids: ExternalIds):
    assert parsers.ids_of(guids) == ids


def media(video: str, audio: str = "") -> Element:
    return fromstring(
        f'<Video><Media width="3840" videoCodec="HEVC"><Part size="5"><Stream streamType="1" {video}/>'
        f'<Stream streamType="2" codec="aac" channels="2"/><Stream streamType="2" {audio}/></Part></Media></Video>'
    )


@pytest.mark.parametrize(
    ("stream", "hdr"),
    [
        ('DOVIPresent="1" DOVIBLCompatID="0" colorTrc="smpte2084"', (Hdr.DOLBY_VISION,)),
        ('DOVIPresent="1" DOVIBLCompatID="1" colorTrc="smpte2084"', (Hdr.DOLBY_VISION, Hdr.HDR10)),
        ('displayTitle="4K HDR10+ (HEVC Main 10)" colorTrc="smpte2084"', (Hdr.HDR10_PLUS,)),
        ('colorTrc="smpte2084"', (Hdr.HDR10,)),
        ('colorTrc="arib-std-b67"', (Hdr.HLG,)),
        ('displayTitle="4K DoVi (HEVC Main 10)"', (Hdr.DOLBY_VISION,)),
        ('colorTrc="bt709" displayTitle="1080p (H.264)"', ()),
    ],
)
def test_high_dynamic_range_is_told_apart(stream: str, hdr: tuple[Hdr, ...]):
    assert files(media(stream))[0].hdr == hdr


def test_the_best_track_speaks_for_the_sound():
    (file,) = files(media("", 'codec="eac3" channels="6" extendedDisplayTitle="English (EAC3 5.1 Atmos)"'))
    assert (file.atmos, file.audio_codec, file.channels, file.video_codec) == (True, "eac3", 6, "hevc")


def test_the_best_version_comes_first_and_copies_for_weak_devices_are_left_out():
    item = fromstring(
        '<Video><Media videoResolution="720"/><Media videoResolution="4k"/>'
        '<Media videoResolution="1080" proxyType="42"/></Video>'
    )
    assert [file.width for file in files(item)] == [3840, 1280]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("1700000000", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ("2024-07-16T17:03:05Z", datetime(2024, 7, 16, 17, 3, 5, tzinfo=UTC)),
        ("2024-07-16 17:03:05 UTC", datetime(2024, 7, 16, 17, 3, 5, tzinfo=UTC)),
        ("0", None),
        ("", None),
        ("1e30", None),
        ("soon", None),
    ],
)
def test_times_are_read_in_each_of_plexs_ways(written: str, made: datetime | None):
    assert moment(Element("Video", at=written), "at") == made


def test_somebody_the_server_is_shared_with_twice_may_open_what_either_share_opens():
    written = """<MediaContainer size="4">
      <SharedServer userID="7" username="" acceptedAt=""><Section key="9" shared="1"/></SharedServer>
      <SharedServer userID="7" username=""><Section key="1" shared="1"/></SharedServer>
      <SharedServer userID="7" username="ann" pending="1"><Section key="3" shared="1"/></SharedServer>
      <SharedServer userID="7" username="ann"><Section key="2" shared="1"/><Section id="5" shared="1"/></SharedServer>
    </MediaContainer>"""
    (one,) = accounts.shares(fromstring(written), {})
    assert (one.name, one.active, one.sections) == ("ann", True, frozenset({"1", "2"}))


def test_json_and_xml_tell_the_same():
    written = tree(
        b'{"MediaContainer": {"size": 1, "Metadata": [{"title": "A", "live": true, "Guid": [{"id": "b"}]}]}}'
    )
    assert tostring(written) == tostring(
        fromstring('<MediaContainer size="1"><Metadata title="A" live="1"><Guid id="b"/></Metadata></MediaContainer>')
    )


@pytest.mark.parametrize("body", [b"", b"{", b"<a", b"[" * 200_000, b"\xff"])
def test_what_is_neither_is_unreadable(body: bytes):
    with pytest.raises(Unreadable):
        tree(body)


def test_a_server_that_does_not_say_who_it_is_is_unreadable():
    with pytest.raises(Unreadable):
        parsers.identity(Element("MediaContainer"))


def test_figures_out_of_all_bounds_are_no_figures():
    assert whole(Element("a", n="9" * 400), "n") is None
    assert page(Element("a", size="0"), parsers.section).rows == []
