"""Long lists are read to their end, whatever becomes of them meanwhile."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.plex.elements import Page
from adapters.library.plex.paging import to_the_end

CHANGES = st.lists(
    st.tuples(st.sampled_from(["remove", "append", "insert", "shrink"]), st.integers(0, 400), st.integers(1, 30)),
    max_size=4,
)


def changed(keys: list[int], change: tuple[str, int, int], fresh: int) -> None:
    what, place, many = change
    if what == "remove":
        del keys[place : place + many]
    elif what == "shrink":
        del keys[: len(keys) * 3 // 4]
    else:
        at = len(keys) if what == "append" else min(place, len(keys))
        keys[at:at] = range(fresh, fresh + many)


@settings(max_examples=25, deadline=None)
@given(
    size=st.integers(2, 40),
    count=st.integers(0, 400),
    meanwhile=st.lists(CHANGES, max_size=12),
    every=st.integers(1, 3),
    total=st.booleans(),
)
async def test_whatever_was_there_all_the_while_is_told_once_at_most_twice_never_not_at_all(
    size: int, count: int, meanwhile: list[list[tuple[str, int, int]]], every: int, total: bool
):
    keys, there, asked = list(range(count)), set(range(count)), 0

    async def fetch(at: int) -> Page[int] | None:
        nonlocal asked
        asked += 1
        if asked > 1 and meanwhile:
            for change in meanwhile.pop():
                changed(keys, change, fresh=1_000 * asked)
            there.intersection_update(keys)
        some = keys[at : at + size]
        kept = [key for key in some if key % every == 0]
        return Page(kept, [str(key) for key in kept], [str(key) for key in some], len(keys) if total else None)

    told = [key async for rows in to_the_end(fetch, size, "plex") for key in rows]
    assert {key for key in there if key % every == 0} <= set(told)
    assert asked < 2_000
