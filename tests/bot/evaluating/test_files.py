"""A folder of ratings and titles, whole, lacking and broken."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import translations
from bot.evaluating import files
from bot.evaluating.files import read_rated
from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus
from engine.evaluation.slices import main
from tests.bot.evaluating.conftest import HEADER, folder, items, ratings

NOW = 1_700_000_000.0


@dataclass(frozen=True)
class Found:
    corpus: Corpus
    notes: list[str]
    fingerprint: str


def read_folder(folder: Path) -> Found:
    """What was read, and what an owner is told of it."""
    found, speak = files.read_folder(folder, NOW), translations().to("en")
    return Found(found.corpus, [note.told(speak) for note in found.notes], found.fingerprint)


def read_corpus(folder: Path, *, votes: bool = False) -> Corpus:
    return files.read_corpus(folder, NOW, votes=votes)


@pytest.mark.parametrize("packed", [False, True])
def test_files_become_people_titles_and_ratings(tmp_path: Path, packed: bool) -> None:
    found = read_folder(folder(tmp_path, ratings(), items(), packed=packed))
    assert (len(found.corpus.items), len(found.corpus.people), found.notes) == (30, 4, [])
    first = found.corpus.people[0].meetings
    assert [meeting.facts[0].rating for meeting in first[:3]] == [5.0, 5.0, 10.0]
    assert [meeting.liked for meeting in first[:3]] == [False, False, True]
    everything = {item.id for item in found.corpus.items}
    assert all(found.corpus.open_to(person.viewer) == everything for person in found.corpus.people)


def test_votes_that_were_counted_later_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    assert {item.vote_count for item in read_corpus(made).items} == {None}
    assert {item.vote_count for item in read_corpus(made, votes=True).items} == {40_000}


def test_a_title_needs_no_more_than_its_number(tmp_path: Path) -> None:
    bare = [json.dumps({"movieId": number, "title": f"Film {number}"}) for number in range(1, 31)]
    empty = {"genres": None, "overview": "", "cast": [], "year": None, "collection": None, "runtime": float("nan")}
    odd = json.dumps({"movieId": "31.0", "title": "Odd", "imdbId": "0114709", "tmdbId": "862", **empty})
    corpus = read_corpus(folder(tmp_path, [*ratings(), "1,31,5,99"], [*bare, odd, "", '{"movieId": 32}']))
    assert len(corpus.items) == 32
    assert corpus.items[-2].id == "movie:movielens:31"
    assert corpus.items[-1].title == "#32"
    assert main.divide(corpus, 0)[0].truth


@pytest.mark.parametrize(
    "row",
    ["1,1,six,100", "1,1,6.5,100", "1,1,-1,100", "1,a b,4,100", "1,7.5,4,100", "1,nan,4,100", "1,,4,100", ",1,4,100",
     "1,1,,100", "1,1", "1,1,nan,100", "1,1,inf,100", "1,1,4,inf", "1,1,4,yesterday", "1,1,4,5,100", "1,1,1;5,100"],
)  # fmt: skip
def test_a_bad_rating_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(InvalidQuery) as told:
        read_corpus(folder(tmp_path, [HEADER, "2,2,4,100", row, *(f"3,{n},4,100" for n in range(3, 13))], items()))
    assert told.value.key == "evaluate-bad-line"
    assert (told.value.arguments["file"], told.value.arguments["line"]) == ("ratings.csv", 3)


def test_a_quote_that_is_not_closed_is_named_by_the_line_it_stands_in(tmp_path: Path) -> None:
    rows = [HEADER, "1,1,5,100", '"1,2,5,100', *(f"2,{number},5,100" for number in range(1, 9))]
    with pytest.raises(InvalidQuery, match="a quote is not closed there") as told:
        read_corpus(folder(tmp_path, rows, items()))
    assert told.value.arguments["line"] == 3


def test_many_bad_ratings_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    rows = [HEADER, *("1,1,,100" for _ in range(9)), "2,2,4,100"]
    with pytest.raises(InvalidQuery) as told:
        read_corpus(folder(tmp_path, rows, items()))
    assert told.value.key == "evaluate-bad-lines"
    assert told.value.arguments == {
        "file": "ratings.csv", "count": 9, "lines": "2, 3, 4, 5, 6 …", "reason": "no rating",
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "7", "[" * 100_000, '{"title": "no id"}', '{"movieId": "a b"}', '{"movieId": 7.5}', '{"movieId": null}',
     '{"movieId": true, "title": "A"}', '{"movieId": 1, "title": ["A"]}', '{"movieId": 1, "title": "A", "genres": 7}'],
)  # fmt: skip
def test_a_bad_title_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(InvalidQuery) as told:
        read_corpus(folder(tmp_path, ratings(), [*items(2), line]))
    assert (told.value.arguments["file"], told.value.arguments["line"]) == ("items.jsonl", 3)


def rating_in(corpus: Corpus) -> float | None:
    return corpus.people[0].meetings[0].facts[0].rating


@pytest.mark.parametrize(
    ("rows", "rating"),
    [
        (["1,1,2,100", "1,1,5,100"], 10.0),
        (["1,1,5,100", "1,1,2,100"], 4.0),
        (["1,1,5,200", "1,1,2,100"], 10.0),
        (["1,1,5,100", "1,01,5,100", "1,1.0,2,300"], 4.0),
    ],
)
def test_of_several_ratings_the_latest_counts_and_that_is_told(tmp_path: Path, rows: list[str], rating: float) -> None:
    found = read_folder(folder(tmp_path, [HEADER, *rows], items()))
    assert len(found.corpus.people[0].meetings) == 1
    assert len(found.corpus.people[0].meetings[0].facts) == 1
    assert rating_in(found.corpus) == rating
    told = "one rating is of a title" if len(rows) == 2 else "2 ratings are of titles"
    assert f"{told} that the same person had rated" in found.notes[0]
    assert "3" in found.notes[0]


def test_ratings_of_unknown_titles_and_titles_given_twice_are_told(tmp_path: Path) -> None:
    again = json.dumps({"movieId": 2, "title": "Another name"})
    found = read_folder(folder(tmp_path, [*ratings(1), "1,999,5,100"], [*items(20), again]))
    assert len(found.notes) == 2
    assert found.notes[0].startswith("items.jsonl: one title is given again")
    assert "line 21" in found.notes[0]
    assert "ratings.csv: one rating was left out" in found.notes[1]
    assert "line 17" in found.notes[1]
    assert [item.title for item in found.corpus.items if item.id.endswith(":2")] == ["Another name"]


def test_what_happened_at_one_moment_does_not_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [HEADER, *(f"1,{number},5,100" for number in range(1, 31))]
    (person,) = read_corpus(folder(tmp_path, rows, items())).people
    facts = sorted((meeting.facts[0] for meeting in person.meetings), key=lambda fact: (fact.at, fact.id))
    assert [fact.item_id for fact in facts] != [meeting.item_id for meeting in person.meetings]


def test_a_missing_column_or_file_is_said(tmp_path: Path) -> None:
    for head, missing in (("userId,rating", "movieId"), ("userId,movieId,score,timestamp", "rating"), ("1::2::3", "")):
        with pytest.raises(InvalidQuery, match=f"no column {missing}.* the first line is to name the columns"):
            read_corpus(folder(tmp_path, [head, "1,1,5,100"], items()))
    with pytest.raises(InvalidQuery, match="more than one column rating"):
        read_corpus(folder(tmp_path, [f"{HEADER},Rating", "1,1,5,100,5"], items()))
    with pytest.raises(InvalidQuery, match="it is empty"):
        read_corpus(folder(tmp_path, ["", ""], items()))
    (tmp_path / "ratings.csv").unlink()
    with pytest.raises(InvalidQuery, match="evaluate-no-file"):
        read_corpus(tmp_path)
    with pytest.raises(InvalidQuery, match="evaluate-no-file"):
        read_corpus(tmp_path / "nowhere")


def test_a_file_that_only_looks_packed_is_an_error_with_its_name(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    (made / "ratings.csv").rename(made / "ratings.csv.gz")
    with pytest.raises(InvalidQuery, match=r"ratings\.csv\.gz"):
        read_corpus(made)
    (made / "ratings.csv.gz").write_bytes(gzip.compress("\n".join(ratings()).encode())[:-30])
    with pytest.raises(InvalidQuery, match=r"ratings\.csv\.gz"):
        read_corpus(made)


def test_a_packed_file_may_be_called_otherwise(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items(), packed=True)
    for name in ("ratings.csv", "items.jsonl"):
        (made / f"{name}.gz").rename(made / name)
    assert len(read_corpus(made).people) == 4


@pytest.mark.parametrize("name", ["ratings.csv", "items.jsonl"])
def test_letters_of_another_encoding_are_named_by_their_line(tmp_path: Path, name: str) -> None:
    made = folder(tmp_path, ratings(), items())
    lines = (made / name).read_bytes().splitlines()
    lines[4] += "Amélie".encode("latin-1")
    (made / name).write_bytes(b"\n".join(lines))
    with pytest.raises(InvalidQuery, match="not UTF-8") as told:
        read_corpus(made)
    assert (told.value.key, told.value.arguments["line"]) == ("evaluate-bad-line", 5)


def test_a_packed_file_with_a_flipped_bit_is_an_error_wherever_it_lies(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(40), items(), packed=True)
    whole = (made / "ratings.csv.gz").read_bytes()
    for place in (0, 2, *range(10, len(whole), len(whole) // 25)):
        (made / "ratings.csv.gz").write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with pytest.raises(InvalidQuery, match="evaluate-bad-"):
            read_corpus(made)


def test_a_mark_of_byte_order_and_other_columns_do_no_harm(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    text = (made / "ratings.csv").read_text(encoding="utf-8")
    lines = [f"{line},x" for line in text.splitlines()]
    (made / "ratings.csv").write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    assert len(read_corpus(made).people) == 4


def test_heads_are_known_in_any_case_and_order(tmp_path: Path) -> None:
    rows = ["note,Timestamp, RATING,movie_id,User ID", *(f'"a, ""b""\nc",100,4,{n},1' for n in range(1, 4)), "", ""]
    (person,) = read_corpus(folder(tmp_path, rows, items())).people
    assert [meeting.item_id[-1] for meeting in person.meetings] == ["1", "2", "3"]
    assert all(meeting.liked for meeting in person.meetings)


def test_what_has_no_timestamp_counts_as_older_than_all_others(tmp_path: Path) -> None:
    rows = [HEADER, "1,1,5,1000000", "1,2,5,", "1,3,5", "1,4,5,NaN", "1,5,5,1000060", "1,5,2,"]
    found = read_folder(folder(tmp_path, rows, items()))
    (person,) = found.corpus.people
    assert [meeting.item_id[-1] for meeting in person.meetings][3:] == ["1", "5"]
    assert all(meeting.liked for meeting in person.meetings), "what is dated is later than what is not"
    assert any("4 ratings have no timestamp" in note and "(lines 3, 4, 5, 7)" in note for note in found.notes)


def test_a_table_without_a_column_of_timestamps_can_be_read(tmp_path: Path) -> None:
    found = read_folder(folder(tmp_path, ["userId,movieId,rating", "1,1,5", "1,2,3"], items()))
    assert len(found.corpus.people[0].meetings) == 2
    assert "no rating has a timestamp" in found.notes[0]


@pytest.mark.parametrize("rows", [["1,1,5,", "1,30,3,"], ["1,1,5,1", "1,30,3,2"], ["1,1,5,1", "1,30,3,"]])
def test_without_dates_every_title_is_out_when_people_are_asked(tmp_path: Path, rows: list[str]) -> None:
    (person,) = read_corpus(folder(tmp_path, [HEADER, *rows], items())).people
    last = person.meetings[-1]
    assert last.at.year == 2021, "the year after the newest title came out"
    assert last.at == last.facts[0].at


def test_dates_are_left_as_they_are(tmp_path: Path) -> None:
    made = folder(tmp_path, [HEADER, "1,1,5,1000000000", "1,2,5,1000000060", "1,30,5,1000000120"], items())
    (person,) = read_corpus(made).people
    assert [meeting.at.timestamp() for meeting in person.meetings] == [1e9, 1e9 + 60, 1e9 + 120]


def test_milliseconds_are_read_as_such(tmp_path: Path) -> None:
    made = folder(tmp_path, [HEADER, "1,1,5,1600000000000", "1,2,5,1600000000"], items())
    assert len({meeting.at for meeting in read_corpus(made).people[0].meetings}) == 1


@pytest.mark.parametrize("factor", [1e3, 1e6, 1e9])
def test_finer_units_than_seconds_are_read_as_such(tmp_path: Path, factor: float) -> None:
    rows = [HEADER, f"1,1,5,{1_600_000_000 * factor:.0f}", "1,2,5,1600000000", "1,3,5,1.6E+09"]
    assert len({meeting.at for meeting in read_corpus(folder(tmp_path, rows, items())).people[0].meetings}) == 1


def test_dates_may_be_written_out(tmp_path: Path) -> None:
    told = ("2020-09-13", "2020-09-13T12:26:40Z", "2020-09-13 14:26:40+02:00", "1600000000")
    rows = [HEADER, *(f"1,{number},5,{moment}" for number, moment in enumerate(told, start=1))]
    (person,) = read_corpus(folder(tmp_path, rows, items())).people
    assert [meeting.at.timestamp() for meeting in person.meetings] == [1_599_955_200, *([1_600_000_000] * 3)]


@pytest.mark.parametrize("moment", ["-5", "1e300", "-1e20", "9999999999", "2099-01-01", "1960-01-01"])
def test_what_cannot_be_a_date_counts_as_none_and_that_is_told(tmp_path: Path, moment: str) -> None:
    rows = [HEADER, f"1,1,5,{moment}", "1,2,5,1600000000", "1,3,5,1600000060"]
    found = read_folder(folder(tmp_path, rows, items(20)))
    (person,) = found.corpus.people
    assert [meeting.at.timestamp() for meeting in person.meetings] == [1_599_999_999, 1_600_000_000, 1_600_000_060]
    (note,) = found.notes
    assert "one timestamp lies before 1970 or in the future" in note
    assert "(line 2)" in note


def test_where_no_date_can_be_one_every_title_is_out(tmp_path: Path) -> None:
    (person,) = read_corpus(folder(tmp_path, [HEADER, "1,1,5,-1", "1,30,3,-2"], items())).people
    assert {meeting.at.year for meeting in person.meetings} == {2021}


@pytest.mark.parametrize(
    ("said", "liked", "note"),
    [
        (["1", "3", "5", "8", "10", "7.5"], [0, 0, 0, 1, 1, 0], "up to 10; what has 8 or"),
        (["10", "79", "80", "100", "50", "60"], [0, 0, 1, 1, 0, 0], "up to 100; what has 80 or"),
        (["0", "1", "1", "0", "1", "0"], [0, 1, 1, 0, 1, 0], "up to 1; what has 0.8 or"),
        (["0.2", "0.8", "0.5", "1.0", "0.4", "0.6"], [0, 1, 0, 1, 0, 0], "up to 1; what has 0.8 or"),
        (["1", "2", "3", "4", "5", "3"], [0, 0, 0, 1, 1, 0], ""),
        (["0.5", "1", "1", "0.5", "1", "1"], [0] * 6, ""),
        (["5"] * 6, [1] * 6, ""),
        (["1"] * 6, [1] * 6, "up to 1; what has 0.8 or"),
        (["4,5", "4", "3,9", "4.5", "2", "1"], [1, 1, 0, 1, 0, 0], ""),
    ],
)
def test_four_fifths_of_the_scale_are_liked_and_another_scale_is_told(
    tmp_path: Path, said: list[str], liked: list[int], note: str
) -> None:
    rows = [f'1,{number},"{stars}",{number}' for number, stars in enumerate(said, start=1)]
    found = read_folder(folder(tmp_path, [HEADER, *rows], items()))
    assert [int(meeting.liked) for meeting in found.corpus.people[0].meetings] == liked
    about = [one for one in found.notes if "so nothing counts as liked" not in one]
    assert [note] * bool(note) == [
        one.removeprefix("ratings.csv: ratings reach ").removesuffix(" more counts as liked.") for one in about
    ]
    assert len(found.notes) - len(about) == (not any(liked))


def test_without_ratings_all_of_it_is_liked_and_that_is_told(tmp_path: Path) -> None:
    found = read_folder(folder(tmp_path, ["userId,movieId,timestamp", "1,1,100", "1,2,200"], items()))
    assert all(meeting.liked for meeting in found.corpus.people[0].meetings)
    assert "no column rating" in found.notes[0]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_cells_may_be_parted_by_other_signs(tmp_path: Path, separator: str) -> None:
    odd = ["4", "16", "3.5" if separator == "," else "3,5", "1000960"], ['"Ann, B"', "1", '"4,5"', "1000960"], [""] * 4
    rows = [*(row.split(",") for row in ratings()), *odd]
    corpus = read_corpus(folder(tmp_path, ["", *map(separator.join, rows)], items()))
    assert [len(person.meetings) for person in corpus.people] == [15, 15, 15, 16, 1]
    assert corpus.people[-2].meetings[-1].facts[0].rating == 7.0


def test_ids_may_be_words(tmp_path: Path) -> None:
    rows = [HEADER, "Zoë,tt0114709,5,1", "Zoë,b_2.x-1,5,2"]
    titles = [json.dumps({"movieId": key}) for key in ("tt0114709", "b_2.x-1", 7)]
    corpus = read_corpus(folder(tmp_path, rows, titles))
    assert [item.id.rsplit(":", 1)[1] for item in corpus.items] == ["7", "b_2.x-1", "tt0114709"]
    assert len(corpus.people[0].meetings) == 2


@pytest.mark.parametrize("written", [(862, "tt0114709"), ("862", "0114709"), (862.0, 114709)])
def test_titles_keep_the_ids_by_which_they_are_known_elsewhere(tmp_path: Path, written: tuple[object, object]) -> None:
    tmdb, imdb = written
    made = folder(tmp_path, ratings(), [json.dumps({"movieId": 1, "tmdbId": tmdb, "imdbId": imdb})])
    (item,) = read_rated(made, NOW).items
    assert (item.tmdb_id, item.imdb_id) == (862, "tt0114709")
    odd = folder(tmp_path, ratings(), [json.dumps({"movieId": 1, "tmdbId": "?", "imdbId": [7]})])
    assert [(item.tmdb_id, item.imdb_id) for item in read_rated(odd, NOW).items] == [(None, None)]


def test_the_fingerprint_is_that_of_the_content(tmp_path: Path) -> None:
    made = folder(tmp_path, ratings(), items())
    before = read_folder(made).fingerprint
    assert before == read_folder(made).fingerprint
    assert before != read_folder(folder(tmp_path, [*ratings(), "9,1,5,100"], items())).fingerprint
