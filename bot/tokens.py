"""What is written on a button: at most 64 bytes of ASCII, understood again next week.

``verb:slate:rank`` for a button under a pick, ``verb:argument…`` for any other. Arguments are
percent-quoted; a title whose id would not fit is named by a digest of its id.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from engine.errors import InvalidQuery

LIMIT = 64
_VERB = re.compile(r"[a-z]{2,12}\Z")
_PICK = re.compile(r"(?P<slate>[A-Za-z0-9_-]{8,40}):(?P<rank>[1-9][0-9]?)\Z")
_QUOTED = re.compile(r"(?:[A-Za-z0-9_.~:-]|%[0-9A-F]{2})*\Z")
_DIGEST = "~"


@dataclass(frozen=True, slots=True)
class PickTarget:
    """Where a pick stands: in which slate, at which rank from 1."""

    slate_id: str
    rank: int


def pick_token(verb: str, slate_id: str, rank: int) -> str:
    """Token for a button under a pick."""
    token = f"{verb}:{slate_id}:{rank}"
    if len(token) > LIMIT:
        raise ValueError(f"token too long: {token}")
    return token


def word_token(verb: str, *words: str) -> str | None:
    """Token that carries words; None where they do not fit on a button."""
    *early, last = words
    quoted = [quote(word, safe="") for word in early] + [quote(last, safe=":")]
    token = ":".join((verb, *quoted))
    return token if len(token) <= LIMIT else None


def item_token(command: str, item_id: str, argument: str = "") -> str | None:
    """Token that applies a command to a title; None where the argument does not fit."""
    token = None if item_id.startswith(_DIGEST) else word_token("choose", command, argument, item_id)
    return token or word_token("choose", command, argument, item_digest(item_id))


def item_digest(item_id: str) -> str:
    """A short name of an item id, told from an id by its leading tilde."""
    digest = hashlib.sha256(item_id.encode()).digest()[:12]
    return _DIGEST + urlsafe_b64encode(digest).decode()


def find_item(name: str, item_ids: Iterable[str]) -> str | None:
    """The id that ``name`` stands for: itself, or the one among ``item_ids`` with that digest."""
    if not name.startswith(_DIGEST):
        return name
    return next((item_id for item_id in item_ids if item_digest(item_id) == name), None)


def split(token: str) -> tuple[str, str]:
    """The verb and all after it. Raises InvalidQuery for anything the bot cannot have written."""
    verb, colon, rest = token.partition(":")
    if len(token) > LIMIT or not colon or not _VERB.match(verb) or not _QUOTED.match(rest):
        raise InvalidQuery("button-unknown")
    return verb, rest


def read_pick(rest: str) -> PickTarget:
    """The slate and rank of a pick's token. Raises InvalidQuery."""
    if not (match := _PICK.match(rest)):
        raise InvalidQuery("button-unknown")
    return PickTarget(match["slate"], int(match["rank"]))


def read_words(rest: str, count: int = 1) -> tuple[str, ...]:
    """Exactly ``count`` words of a token. Raises InvalidQuery."""
    words = rest.split(":", maxsplit=count - 1)
    if len(words) != count or not words[-1]:
        raise InvalidQuery("button-unknown")
    try:
        return tuple(unquote_to_bytes(word).decode() for word in words)
    except UnicodeDecodeError:
        raise InvalidQuery("button-unknown") from None
