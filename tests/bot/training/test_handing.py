"""Values arrive in another process as they were sent, piece by piece."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pytest

from bot.training import handing
from bot.training.handing import receive, send
from engine.testing.worlds import Size, World


@dataclass(frozen=True, slots=True)
class Crate:
    label: str
    content: object


def handed(value: object) -> object:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    with ours, theirs:
        sending = threading.Thread(target=send, args=(ours, value))
        sending.start()
        found = receive(theirs)
        sending.join()
    return found


@pytest.mark.parametrize("few", [0, 2, 500])
@pytest.mark.parametrize(
    "value",
    [
        None,
        (),
        {},
        "text",
        Crate("outer", Crate("inner", (1, "two", None))),
        {"a": 1, "b": {"c": [1, 2, 3]}},
        (({"x": 1}, {"y": (2, 3)}), 4),
        tuple(range(1_000)),
        {number: str(number) for number in range(1_000)},
    ],
)
def test_it_arrives_as_it_was(monkeypatch: pytest.MonkeyPatch, few: int, value: object) -> None:
    monkeypatch.setattr(handing, "FEW", few)
    assert handed(value) == value


def test_mappings_that_cannot_be_written_arrive_with_the_same_entries() -> None:
    large = MappingProxyType({str(number): number for number in range(1_000)})
    assert handed(large) == large
    assert handed(MappingProxyType({"few": 1})) == {"few": 1}


def test_a_catalogue_with_its_vectors_arrives_whole() -> None:
    catalogue = World(Size(60, 1)).catalogue()
    found = handed(catalogue)
    assert type(found) is type(catalogue)
    assert found.ids == catalogue.ids
    assert found.index == catalogue.index
    assert found.vectors is not None
    assert catalogue.vectors is not None
    assert np.array_equal(found.vectors.full, catalogue.vectors.full)
    assert (found.people.matrix.toarray() == catalogue.people.matrix.toarray()).all()
    assert found.people.names == catalogue.people.names


def test_where_nobody_sends_any_more_it_is_said() -> None:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    with theirs:
        ours.close()
        with pytest.raises(EOFError):
            receive(theirs)
