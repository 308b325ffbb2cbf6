"""What is begun beside is done once, by whoever is free."""

from __future__ import annotations

from threading import Event, current_thread

import pytest

from engine.learning import beside
from engine.learning.beside import begun


class Work:
    """Notes in which threads it was done."""

    def __init__(self, go_on: Event | None = None) -> None:
        self.done_in: list[str] = []
        self._go_on = go_on

    def __call__(self) -> None:
        if self._go_on is not None:
            assert self._go_on.wait(10)
        self.done_in.append(current_thread().name)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 2)


def test_work_is_done_in_the_other_thread_by_the_time_it_is_asked_for() -> None:
    for _ in range(20):
        work = Work()
        begun(work)()
        assert len(work.done_in) == 1


def test_who_comes_while_it_is_busy_does_the_work_alone() -> None:
    go_on = Event()
    first, second, here = Work(go_on), Work(), current_thread().name
    of_first, of_second = begun(first), begun(second)
    assert second.done_in == []
    of_second()
    assert second.done_in == [here]
    go_on.set()
    of_first()
    assert first.done_in != [here]
    assert len(first.done_in) == 1


def test_with_one_processor_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 1)
    work = Work()
    done = begun(work)
    assert work.done_in == []
    done()
    assert work.done_in == [current_thread().name]


def test_what_goes_wrong_is_told_where_it_is_asked_for_and_the_thread_is_free_again() -> None:
    def wrong() -> None:
        raise ArithmeticError("no")

    for _ in range(3):
        with pytest.raises(ArithmeticError):
            begun(wrong)()
    work = Work()
    begun(work)()
    assert len(work.done_in) == 1
