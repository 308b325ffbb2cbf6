"""A folder of public ratings as something to learn from, by the same rules as it is measured on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from bot.evaluating.files import read_folder
from bot.training.reading import PublicData, read_public
from tests.bot.evaluating.conftest import HEADER, folder, items, ratings

NOW = 1_700_000_000.0
WITHOUT = HEADER.removesuffix(",timestamp")


def times(data: PublicData) -> list[float]:
    """When each title was rated, by its number."""
    numbers = [int(data.log.items[column].rsplit(":", 1)[1]) for column in data.log.item.tolist()]
    return [at for _, at in sorted(zip(numbers, data.log.at.tolist(), strict=True))]


def first_of(year: int) -> float:
    return datetime(year, 1, 1, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("rows", [[WITHOUT, "1,1,5", "1,20,2"], [HEADER, "1,1,5,", "1,20,2,-7"], [HEADER, "1,1,5,0"]])
def test_what_has_no_date_at_all_was_rated_when_every_title_was_out(tmp_path: Path, rows: list[str]) -> None:
    data = read_public(folder(tmp_path, rows, items(20)), NOW)
    assert set(data.log.at.tolist()) == {first_of(2011)}
    assert {"folder-timeless", "folder-no-dates"} & {note.key for note in data.notes}


def test_among_dates_what_has_none_is_just_before_them(tmp_path: Path) -> None:
    told = ("", "1600000000", "1600000060000", "9999999999", "2020-09-13T12:28:40Z")
    rows = [f"1,{number},5,{moment}" for number, moment in enumerate(told, start=1)]
    data = read_public(folder(tmp_path, [HEADER, *rows], items(20)), NOW)
    assert times(data) == [1_599_999_999, 1_600_000_000, 1_600_000_060, 1_599_999_999, 1_600_000_120]
    assert len(data.notes) == 2


def test_an_order_instead_of_dates_stays_one_also_where_titles_are_yet_to_come(tmp_path: Path) -> None:
    data = read_public(folder(tmp_path, [HEADER, "1,1,5,1", "1,2,5,2", "1,3,5,3"], items(50)), NOW)
    assert times(data) == [first_of(2041) - 2, first_of(2041) - 1, first_of(2041)]


@pytest.mark.parametrize(
    "rows",
    [
        ratings(),
        [row.rsplit(",", 1)[0] for row in ratings()],
        [HEADER, *(f"{n % 3},{n % 9 + 1},{n % 5 + 1},{n * n % 7 * 1_000_000 or ''}" for n in range(60)), "1,999,5,1"],
    ],
)
def test_what_is_learned_from_is_what_is_measured_on(tmp_path: Path, rows: list[str]) -> None:
    made = folder(tmp_path, rows, items())
    data, found = read_public(made, NOW), read_folder(made, NOW)
    assert data.notes == found.notes
    measured = {
        (person.viewer.id, meeting.item_id): (meeting.at.timestamp(), meeting.liked)
        for person in found.corpus.people
        for meeting in person.meetings
    }
    log = data.log
    learned = {
        (log.people[person], log.items[item]): (at, liking >= 0.75)
        for person, item, at, liking in zip(
            log.person.tolist(), log.item.tolist(), log.at.tolist(), log.liking.tolist(), strict=True
        )
    }
    assert learned == measured


def test_titles_come_in_the_order_of_their_ids_and_others_are_counted(tmp_path: Path) -> None:
    titles = [json.dumps({"movieId": number}) for number in (10, 9, 1)]
    data = read_public(folder(tmp_path, [HEADER, "7,9,5,100", "7,8,5,100", "8,8,5,100"], titles), NOW)
    assert data.log.items == tuple(item.id for item in data.items) == tuple(sorted(data.log.items))
    assert (data.log.people, data.skipped) == (("person-7",), 2)
    assert np.flatnonzero(np.bincount(data.log.item)).tolist() == [data.log.items.index("movie:movielens:9")]
