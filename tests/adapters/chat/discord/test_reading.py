"""What is odd about an event stays with that event."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from adapters.chat.discord.library import discord
from adapters.chat.discord.reading import make_tolerant


def test_an_event_that_cannot_be_read_is_told_of_once_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def parse(data: Any) -> None:
        data["user"]["secret of a person"]

    parsers = {"READY": parse, "GUILD_CREATE": parse}
    make_tolerant(parsers)
    for _ in range(3):
        parsers["GUILD_CREATE"]({"user": {}})
    assert len(caplog.records) == 1
    assert "secret" not in caplog.text
    with pytest.raises(KeyError):
        parsers["READY"]({"user": {}})


@pytest.mark.parametrize("kind", [0, 2, 11])
def test_an_interaction_is_read_whatever_little_is_told_of_its_channel(kind: int) -> None:
    read: list[Any] = []
    parsers = {"INTERACTION_CREATE": read.append}
    make_tolerant(parsers)
    parsers["INTERACTION_CREATE"]({"guild_id": "5", "channel_id": "7", "channel": {"id": "7", "type": kind}})
    parsers["INTERACTION_CREATE"]({"guild_id": "5", "channel_id": "7"})
    parsers["INTERACTION_CREATE"]("nothing of the kind")
    factory, _ = discord.channel._threaded_channel_factory(kind)
    assert factory is not None
    state: Any = SimpleNamespace()
    guild: Any = SimpleNamespace(id=5, _state=state)
    assert factory(guild=guild, state=state, data=read[0]["channel"]).id == 7
    assert read[1]["channel"]["id"] == "7"
    assert read[2] == "nothing of the kind"
