"""What real servers with Talk 19 and 21 sent is verified and understood, byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.chat.nextcloud_talk.activities import Entered, Noted, Reacted, Said, read_activity
from adapters.chat.nextcloud_talk.signing import is_signed

RECORDED = Path(__file__).parents[5] / "shared" / "fixtures" / "talk"
pytestmark = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded webhooks are not here")


def recorded() -> Iterator[Any]:
    for path in sorted(RECORDED.glob("*.jsonl")):
        secret = path.with_suffix(".secret").read_text().strip()
        for number, line in enumerate(path.read_text().splitlines()):
            yield pytest.param(secret, json.loads(line), id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("secret", "webhook"), list(recorded()))
def test_the_signature_is_right_and_any_other_is_not(secret: str, webhook: dict[str, Any]) -> None:
    random, given = (webhook["headers"][f"X-Nextcloud-Talk-{name}"] for name in ("Random", "Signature"))
    body = webhook["raw"].encode()
    assert is_signed(secret, random, body, given)
    assert is_signed(secret, random, body, given.upper())
    assert not is_signed(secret[:-1], random, body, given)
    assert not is_signed(secret, random[1:] + "x", body, given)
    assert not is_signed(secret, random, body + b" ", given)
    assert not is_signed(secret, random, body, given[:-1])


@pytest.mark.parametrize(("secret", "webhook"), list(recorded()))
def test_it_is_understood(secret: str, webhook: dict[str, Any]) -> None:
    activity = read_activity(webhook["raw"].encode())
    kinds = {"Create": Said, "Activity": Noted, "Like": Reacted, "Undo": Reacted, "Join": Entered, "Leave": Entered}
    assert isinstance(activity, kinds[webhook["body"]["type"]])
    assert activity.actor.id == webhook["body"]["actor"]["id"]


def test_what_was_said_is_read_with_mentions_and_quotes() -> None:
    said = [one for _, webhook in _both() if isinstance(one := read_activity(webhook["raw"].encode()), Said)]
    assert [one.text for one in said[:2]] == ["!recommend sci-fi **bold** <b>x</b> @Bob", "2"]
    assert said[1].quoted == ""
    assert said[3].quoted.startswith("**1. Arrival** (2016)")
    assert said[3].message_id == "9"


def _both() -> Iterator[tuple[str, dict[str, Any]]]:
    for case in recorded():
        yield case.values
