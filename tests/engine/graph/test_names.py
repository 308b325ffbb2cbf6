"""Names in running text, in any language, from their capitals alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.graph.names import names_in
from engine.graph.words import LONGEST_TEXT, read, spans


def found(*texts: str) -> list[tuple[int, str]]:
    names = names_in(read(texts))
    return [(int(names.owner[place]), names.text(place)) for place in range(len(names.mark))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Led by Woody, Andy's toys live happily.", ["Woody", "Andy"]),
        ("In New York, Batman meets the Joker.", ["New York", "Batman", "Joker"]),
        ("They sail with the Lord of the Rings to Rio de Janeiro!", ["Lord of the Rings", "Rio de Janeiro"]),
        ("James Bond must stop GoldenEye.", ["James Bond", "GoldenEye"]),
        ("Everyone runs. Nobody stays.", []),
        ("A man called Dr. Evil fights Spider-Man.", ["Dr. Evil", "Spider-Man"]),
        ("Il rencontre Élodie à Paris – Étienne Marcel attend.", ["Élodie", "Paris", "Étienne Marcel"]),
        ("Он встречает Анну Каренину в Москве.", ["Анну Каренину", "Москве"]),
        ("七人の侍", []),
        ("", []),
        ("and then I saw it", []),
    ],
)
def test_names_are_what_is_capital_where_no_sentence_begins(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


def test_each_text_keeps_its_own_names_and_none_runs_into_the_next() -> None:
    assert found("with Anna", "Karenina leaves", "seen by Ben") == [(0, "Anna"), (2, "Ben")]


def test_the_same_name_has_one_mark_wherever_it_stands_and_however_it_is_spelt() -> None:
    names = names_in(read(["near New York", "in old NEW YORK", "a New Yorker, New York"]))
    marks = {names.text(place).casefold(): int(names.mark[place]) for place in range(len(names.mark))}
    assert names.mark[0] == names.mark[1] == names.mark[3]
    assert marks["new yorker"] != marks["new york"]


def test_a_sign_of_a_script_without_spaces_is_a_word() -> None:
    words = read(["七人の侍 stand"])
    assert [words.text[a:b] for a, b in zip(words.start, words.end, strict=True)] == ["七", "人", "の", "侍", "stand"]


def test_a_text_without_end_is_read_in_part() -> None:
    assert len(read(["word " * 100_000]).mark) == LONGEST_TEXT // 5


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_texts_can_be_read(texts: list[str]) -> None:
    words = read(texts)
    assert all(0 <= owner < max(len(texts), 1) for owner in words.owner.tolist())
    for owner, name in found(*texts):
        assert name.replace("\n", " ") in texts[owner].replace("\n", " ")


def test_the_mark_of_a_row_of_words_does_not_depend_on_what_is_around_it() -> None:
    first, second = read(["one two three two three"]), read(["two three"])
    starts = np.array([1, 3])
    marks = spans(first.mark, starts, starts + 1)
    assert marks[0] == marks[1] == spans(second.mark, np.array([0]), np.array([1]))[0]
