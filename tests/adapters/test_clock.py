"""The real clock and the real ids."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from adapters.clock import ALPHABET, SystemClock, SystemIds
from engine.ports.clock import Clock, Ids


def test_the_clock_tells_the_present_in_utc() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_ids_are_long_url_safe_and_never_the_same() -> None:
    ids: Ids = SystemIds()
    made = [ids.new() for _ in range(5_000)]
    assert len(set(made)) == 5_000
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{15}", each) for each in made)


def test_short_codes_have_eight_characters_that_cannot_be_mistaken() -> None:
    made = [SystemIds().short() for _ in range(2_000)]
    assert len(set(made)) == 2_000
    assert {len(code) for code in made} == {8}
    assert set("".join(made)) == set(ALPHABET)
    assert not set(ALPHABET) & set("01OIL")
