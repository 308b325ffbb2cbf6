"""What a share keeps from somebody within a library: read from plex.tv's words, and never read too widely."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.plex.limits import Filters, allows, filters, told_of
from engine.domain.media import ServerAccount
from engine.errors import SourceUnavailable
from tests.adapters.library.plex.conftest import ALICE, KID, Opening, Plexed
from tests.fakes.plex import PlexWorld
from tests.fakes.plex.titles import SHOWS

pytestmark = pytest.mark.untraced

RATINGS = ("G", "PG", "R", "NR", "", "de/12")
LABELS = ("Kids", "Horror", "Movie Night", "A, B")


def may_see(written: str, rating: str = "", labels: tuple[str, ...] = ()) -> bool:
    told = filters(Element("User", {"filterMovies": written})).movies
    return told is not None and allows(told, rating, frozenset(one.casefold() for one in labels))


async def account(plex: Plexed, person: int) -> ServerAccount:
    return next(one for one in await plex.server.accounts() if one.id == str(person))


async def seen(plex: Plexed, person: int, section: str = "1", *, of: list[str] | None = None) -> set[int]:
    told = await account(plex, person)
    part = next(one for one in told.parts if one.section == section)
    return {int(key) async for keys in plex.server.visible(told.id, part, of) for key in keys}


def shown(plex: Plexed, person: int, section: str = "1") -> set[int]:
    """By what the server would show the person itself."""
    world = plex.fake.world
    return {key for key in world.keys[section] if world.sees(world.people[person], key)}


@pytest.mark.parametrize(
    "written",
    [
        "contentRating=G%2CPG",
        "contentRating!=R",
        "label=kids",
        "label!=kids",
        "contentRating=G%2CPG%2CPG-13|label!=kids",
        "contentRating!=PG-13%2CR|label!=kids",
    ],
)
@pytest.mark.parametrize("in_lists", [True, False])
async def test_of_a_section_with_a_filter_those_titles_are_open_that_the_server_shows(
    opening: Opening, written: str, in_lists: bool
):
    plex = await opening(PlexWorld(labels_in_lists=in_lists))
    plex.fake.world.people[ALICE].filters = {"filterMovies": written}
    told = await account(plex, ALICE)
    assert told.sections == {"2"}
    assert {one.section for one in told.parts} == {"1"}
    # one without a rating passes no filter on ratings here, whatever it says
    unrated = {key for key in plex.fake.world.keys["1"] if key % 5 == 4} if "contentRating" in written else set()
    assert await seen(plex, ALICE) == shown(plex, ALICE) - unrated
    assert await seen(plex, ALICE)
    some = [str(number) for number in range(1, 21)]
    asked = [*some, str(SHOWS + 1), "999", "no key", "1,2"]  # a series, and what is not there
    assert await seen(plex, ALICE, of=asked) == await seen(plex, ALICE) & set(map(int, some))


async def test_where_ratings_and_labels_are_allowed_fewer_are_open_than_the_server_shows(plex: Plexed):
    plex.fake.world.people[ALICE].filters = {"filterMovies": "contentRating=G|label=kids"}
    assert await seen(plex, ALICE) < shown(plex, ALICE)


async def test_a_filter_for_everything_and_one_for_series_hold_together(plex: Plexed):
    plex.fake.world.people[ALICE].filters = {"filterAll": "contentRating!=R", "filterTelevision": "contentRating=TV-Y"}
    told = await account(plex, ALICE)
    assert (told.sections, {one.section for one in told.parts}) == (frozenset(), {"1", "2"})
    assert await seen(plex, ALICE, "2") == {SHOWS + number for number in range(1, 11) if number % 3 == 0}


async def test_a_managed_child_may_open_what_its_profile_allows(plex: Plexed):
    plex.fake.world.people[KID].profile = "older_kid"
    assert await seen(plex, KID) == shown(plex, KID)
    plex.fake.world.people[KID].profile = "toddler"
    told = await account(plex, KID)
    assert (told.sections, told.parts, told.unclear) == (frozenset(), frozenset(), {"1"})


async def test_those_with_the_same_limits_have_the_same_part_and_others_another(plex: Plexed):
    people = plex.fake.world.people
    people[ALICE].filters = people[KID].filters = {"filterMovies": "contentRating=G%2CPG"}
    assert (await account(plex, KID)).parts == {one for one in (await account(plex, ALICE)).parts if one.section == "1"}
    people[KID].filters = {"filterMovies": "contentRating=G"}
    assert (await account(plex, KID)).parts.isdisjoint((await account(plex, ALICE)).parts)


async def test_a_part_whose_limits_are_others_by_now_holds_nothing(plex: Plexed):
    plex.fake.world.people[KID].filters = {"filterMovies": "contentRating=G"}
    before = await account(plex, KID)
    plex.fake.world.people[KID].filters = {"filterMovies": "contentRating=R"}
    await account(plex, KID)
    (part,) = before.parts
    assert [keys async for keys in plex.server.visible(str(KID), part)] == []


async def test_a_filter_nobody_understands_closes_its_sections_alone(plex: Plexed):
    plex.fake.world.people[ALICE].filters = {"filterMovies": "studio=Gaumont"}
    told = await account(plex, ALICE)
    assert (told.sections, told.unclear) == ({"2"}, {"1"})


async def test_without_the_servers_labels_a_filter_on_them_opens_nothing(plex: Plexed):
    plex.fake.world.people[ALICE].filters = {"filterMovies": "label!=kids"}
    plex.fake.faults.add("GET /library/sections/1/label", status=404, times=9)
    with pytest.raises(SourceUnavailable):
        await seen(plex, ALICE)


async def test_a_list_of_users_that_is_suddenly_empty_does_not_lift_limits(plex: Plexed):
    plex.fake.world.people[KID].filters = {"filterMovies": "contentRating=G"}
    await account(plex, KID)
    plex.fake.tv_faults.add("GET /api/users", status=200, body=b'<MediaContainer size="0"/>', times=9)
    with pytest.raises(SourceUnavailable):
        await plex.server.accounts()


async def test_who_is_missing_among_the_users_may_open_nothing(plex: Plexed):
    body = f'<MediaContainer size="1"><User id="{ALICE}" title="Alice"/></MediaContainer>'.encode()
    plex.fake.tv_faults.add("GET /api/(home/)?users", status=200, body=body, times=9)
    assert (await account(plex, KID)).unclear == {"1"}
    assert (await account(plex, ALICE)).sections == {"1", "2"}


def test_an_owner_without_a_home_may_be_refused_and_managed_people_are_closed_then():
    users = Element("MediaContainer")
    users.append(Element("User", {"id": "3", "restricted": "1"}))
    shares = Element("MediaContainer")
    shares.append(Element("SharedServer", {"userID": "3"}))
    assert told_of(shares, users, Element("MediaContainer")) == {"3": Filters(None, None)}
    assert told_of(shares, users, None) == {"3": Filters()}


@pytest.mark.parametrize(
    ("written", "rating", "labels", "told"),
    [
        ("contentRating%3DG%252CPG", "PG", (), True),
        ("contentRating=g,pg", "PG", (), True),
        ("contentRating=NR", "NR", (), True),
        ("contentRating!=R", "NR", (), False),
        ("contentRating!=R", "", (), False),
        ("label!=Movie+Night", "G", ("Movie Night",), False),
        ("label!=Movie%20Night", "G", ("movie night",), False),
        ("label!=A%2C B", "G", ("A, B",), False),
        ("label=A%2C B", "G", ("A, B",), False),
        ("label!=Horror%7Clabel!%3DKids", "G", (), False),
        ("contentRating=", "G", (), False),
        ("contentRating", "G", (), False),
        ("contentRating=G||label!=Horror", "G", (), True),
        ("contentRating<=PG", "G", (), False),
        ("", "", (), True),
    ],
)
def test_a_filter_is_read_as_it_is_meant_or_not_at_all(written, rating, labels, told):
    assert may_see(written, rating, labels) is told


@given(
    name=st.sampled_from(("contentRating!", "label!")),
    values=st.lists(st.sampled_from((*RATINGS, *LABELS)), min_size=1, max_size=3),
    join=st.sampled_from(("%2C", ",", "%252C", ", ")),
    more=st.sampled_from(("", "|label=Kids", "|contentRating=G%2CPG", "|x=1", "&label!=Kids")),
)
@settings(max_examples=200, deadline=None)
def test_what_is_excluded_is_never_open(name, values, join, more):
    written = f"{name}={join.join(values)}{more}"
    for value in values:
        for rating, labels in ((value, ()), ("G", (value,))):
            hit = rating == value if name == "contentRating!" else value in labels
            if hit and re.search(r"\w", value):
                assert not may_see(written, rating, labels), (written, rating, labels)
