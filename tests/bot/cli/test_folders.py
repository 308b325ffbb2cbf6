"""Folders of ratings as owners have them, read by both commands that take one."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.bot.cli.shell import Outcome, here

pytestmark = pytest.mark.untraced
HEADER = "userId,movieId,rating,timestamp"
TITLES = 40
Rate = Callable[[int, int], str]
Name = Callable[[int], str]


def stars(person: int, title: int) -> str:
    return "4.5" if title % 2 == person % 2 else "2"


def table(rate: Rate = stars, name: Name = str, *, head: str = HEADER, people: int = 12, at: str = ",{}") -> str:
    """Two circles of people who like every second film."""
    rng = np.random.default_rng(4)
    rows = [
        f"{name(person)},{title},{rate(person, title)}{at.format(1_000_000_000 + place * 3_600)}"
        for person in range(1, people + 1)
        for place, title in enumerate(rng.permutation(np.arange(1, TITLES + 1))[:20].tolist())
    ]
    return "\n".join([head, *rows]) + "\n"


def titles(count: int = TITLES) -> str:
    return "".join(f'{{"movieId": {n}, "title": "Film {n}", "year": {1950 + n}}}\n' for n in range(1, count + 1))


def learned(folder: Path) -> Outcome:
    return here("--data-dir", str(folder / "d"), "train", "--data", str(folder), "--out", str(folder / "m"), "--json")


def measured(folder: Path) -> Outcome:
    asked = ("--slice", "main", "--model", "popularity", "--json")
    return here("--data-dir", str(folder / "d"), "evaluate", "--data", str(folder), *asked)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("\ufeff" + table().replace("\n", "\r\n"), []),
        (table().replace("\n", "\r"), []),
        (table().replace(",", ";").replace(".", ","), []),
        (table().replace(",", "\t"), []),
        (table(name=lambda person: f'"Zoë, 🎬 {person}"'), []),
        (table(lambda p, t: str(90 if stars(p, t) == "4.5" else 30)), ["reach up to 100"]),
        (table(lambda p, t: str(9 if stars(p, t) == "4.5" else 3)), ["reach up to 10;"]),
        (table(lambda p, t: str(int(stars(p, t) == "4.5"))), ["reach up to 1;"]),
        (table(lambda p, t: "1"), ["reach up to 1;"]),
        (
            table(lambda p, t: "", head="userId,movieId", at="").replace(",\n", "\n"),
            ["no column rating", "no rating has a timestamp"],
        ),
        (table(head="userId,movieId,rating", at=""), ["no rating has a timestamp"]),
        (table(at=",-7"), ["240 timestamps lie before 1970 or in the future"]),
        (table() + "1,1,2,1100000000\n1,1,5,1100000001\n", ["that the same person had rated"]),
        (table() + "1,999,5,1\n", ["one rating was left out"]),
    ],
)
def test_what_can_be_read_is_learned_and_measured_and_what_is_odd_is_told(
    tmp_path: Path, text: str, notes: list[str]
) -> None:
    (tmp_path / "ratings.csv").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "items.jsonl").write_text(titles())
    for done, about in ((learned(tmp_path), "public"), (measured(tmp_path), "")):
        assert done.code == 0, done.err
        assert [line[:1] for line in done.out.splitlines()].count("{") == 1, "one JSON object, in the last line"
        found = json.loads(done.out.splitlines()[-1])
        found = found[about] if about else found
        assert (found["people"], len(found["notes"])) == (12, len(notes))
        assert all(said in told for said, told in zip(notes, found["notes"], strict=True))


@pytest.mark.parametrize("people", [1, 2])
@pytest.mark.parametrize("known", [1, 2, TITLES])
def test_what_one_or_two_people_watched_is_not_passed_on(tmp_path: Path, people: int, known: int) -> None:
    (tmp_path / "ratings.csv").write_text(table(people=people))
    (tmp_path / "items.jsonl").write_text(titles(known))
    done = learned(tmp_path)
    assert done.code == 1
    assert "(ratings: " in done.err or "What fewer than 3 people watched is not passed on" in done.err
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize("people", [3, 4])
@pytest.mark.parametrize("known", [1, 2, TITLES])
def test_a_model_is_learned_from_however_little(tmp_path: Path, people: int, known: int) -> None:
    (tmp_path / "ratings.csv").write_text(table(people=people))
    (tmp_path / "items.jsonl").write_text(titles(known))
    done = learned(tmp_path)
    found = json.loads(done.out.splitlines()[-1]) if done.code == 0 else {}
    assert done.code == 0 or (known < TITLES and "What fewer than 3 people watched" in done.err)
    assert not found or found["public"]["people"] <= people


@pytest.mark.parametrize("done", [learned, measured])
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("ratings.csv", b"", "no column userId, movieId; it is empty"),
        ("ratings.csv.gz", b"", "no column userId, movieId; it is empty"),
        ("ratings.csv.gz", gzip.compress(table().encode())[:-40], "fetch or pack it anew"),
        ("items.jsonl.gz", gzip.compress(titles().encode())[:-40], "fetch or pack it anew"),
        ("ratings.csv", b"1::1193::5::978300760\n", "the first line is to name the columns, and says 1::1193"),
        ("ratings.csv", table(head="userId,movieId,score,timestamp").encode(), "no column rating"),
        ("ratings.csv", table(lambda p, t: "4,5").encode(), "240 lines cannot be used"),
        ("ratings.csv", table(name='"Ann {}'.format, people=3).encode(), "a quote is not closed there"),
        ("ratings.csv", table().encode("utf-16"), "save the file in that encoding"),
        ("ratings.csv", table().replace("\n2,", "\n2\0,", 1).encode(), "a byte 0 in it"),
        ("ratings.csv", f"{HEADER}\n".encode(), "(ratings: 0, titles: 40)"),
        ("ratings.csv", f"{HEADER}\n1,1,-1,5\n".encode(), "rating -1 is not between 0 and 5"),
        ("items.jsonl", b"", "titles: 0)"),
        ("items.jsonl", json.dumps([{"movieId": 1}]).encode(), "each line is to be one JSON object"),
        ("items.jsonl", json.dumps({"movieId": "A film"}).encode(), "a whole number, or letters, digits, dots"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(
    tmp_path: Path, done: Callable[[Path], Outcome], name: str, content: bytes, told: str
) -> None:
    for usual, text in (("ratings.csv", table()), ("items.jsonl", titles())):
        if not name.startswith(usual):
            (tmp_path / usual).write_text(text)
    (tmp_path / name).write_bytes(content)
    found = done(tmp_path)
    assert (found.code, found.out) == (1, "")
    assert found.err.count("\n") == 1
    assert told in found.err
    assert "nothing was measured or learned" in found.err
