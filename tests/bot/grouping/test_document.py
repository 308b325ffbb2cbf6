"""An evening as it is kept."""

from __future__ import annotations

from dataclasses import replace

from bot.grouping.document import read, written
from engine.domain.items import MediaType
from engine.domain.query import Filters
from engine.domain.slate import Confidence
from engine.grouping.night import Attendee, Night, Stage
from engine.grouping.rank import GroupPick, Share
from engine.testing.clock import START

PICK = GroupPick("movie:1", 0.25, (Share("v", 0.8, Confidence.HIGH, "Drama"), Share("w", 0.1, Confidence.LOW)))
NIGHT = Night(
    "n", "a", START, "de",
    attendees=(Attendee("a", "Anna", "v-anna"), Attendee("g", "\u202eGast")),
    mode="mood", text="cosy", wanted="cosy type:tv", size=4, stage=Stage.VOTING, picks=(PICK,), reserve=(PICK,),
    filters=Filters(media_types=frozenset({MediaType.TV}), genres=frozenset({"Drama", "War"}), runtime_to=120),
    votes={"a": ("movie:1",)}, vetoes=("g",), vetoed=("movie:2",), heard={"a": "chat:1"}, again="x",
)  # fmt: skip


def test_everything_comes_back_as_it_was() -> None:
    assert read(written(NIGHT)) == NIGHT
    done = replace(NIGHT, stage=Stage.DECIDED, winner="movie:1", alone=True)
    assert read(written(done)) == done


def test_what_cannot_be_understood_is_nothing() -> None:
    assert read('{"id": 7}') is None
    assert read("nonsense") is None
