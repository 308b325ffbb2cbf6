"""Updates and answers as JSON, to be read again by a later version: what is not known is left out, not an error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bot.vocabulary import (
    Account,
    Action,
    Answer,
    Card,
    Choice,
    Invocation,
    Part,
    Picture,
    Press,
    Progress,
    Room,
    Style,
    Text,
    Update,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value")
_NAMES: Mapping[type, str] = {
    Text: "text",
    Card: "card",
    Choice: "choice",
    Picture: "picture",
    Progress: "progress",
    Invocation: "said",
    Press: "pressed",
}
_KINDS = {name: kind for kind, name in _NAMES.items()}


@dataclass(frozen=True, slots=True)
class Paper:
    """What a letter says, and where it belongs."""

    answer: Answer
    account: Account
    room: Room
    reference: str = ""
    edits: tuple[str, ...] = ()
    locale: str = "en"
    or_nothing: bool = False
    """Worth an edit alone: where that cannot be, it is not said at all."""
    kept: bool = False
    """It waits for a private way to its reader."""


def written(value: Update | Paper) -> str:
    """``value`` as JSON."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def read_update(document: str) -> Update:
    """The update that ``written`` wrote."""
    found: dict[str, Any] = json.loads(document)
    kind = cast("type[Invocation | Press]", _KINDS[found["is"]])
    whole = found | {
        "account": _made(Account, found["account"]),
        "room": _made(Room, found["room"]),
        "at": datetime.fromisoformat(found["at"]),
    }
    return _made(kind, whole)


def read_paper(document: str) -> Paper:
    """The letter's content that ``written`` wrote."""
    found: dict[str, Any] = json.loads(document)
    answer: dict[str, Any] = found["answer"]
    whole = answer | {
        "parts": tuple(_part(part) for part in answer.get("parts", ())),
        "actions": _actions(answer.get("actions", ())),
    }
    return Paper(
        answer=_made(Answer, whole),
        account=_made(Account, found["account"]),
        room=_made(Room, found["room"]),
        reference=found.get("reference", ""),
        edits=tuple(found.get("edits", ())),
        locale=found.get("locale", "en"),
        or_nothing=bool(found.get("or_nothing", False)),
        kept=bool(found.get("kept", False)),
    )


def _part(found: dict[str, Any]) -> Part:
    kind = cast("type[Part]", _KINDS[found["is"]])
    if "actions" in found:
        found = found | {"actions": _actions(found["actions"])}
    if "badges" in found:
        found = found | {"badges": tuple(found["badges"])}
    return _made(kind, found)


def _actions(found: Iterable[dict[str, Any]]) -> tuple[Action, ...]:
    return tuple(_made(Action, one | {"style": Style(one.get("style", Style.PLAIN))}) for one in found)


def _made(kind: type[Value], found: Mapping[str, Any]) -> Value:
    known = _known(kind)
    return kind(**{name: value for name, value in found.items() if name in known})


@cache
def _known(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(cast("type[DataclassInstance]", kind)))


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Name of each field, and what is usual there."""
    return tuple((field.name, field.default) for field in fields(cast("type[DataclassInstance]", kind)))


def _plain(value: object) -> object:
    """A dataclass by its fields that are not as usual, with its name where several may stand in its place."""
    if isinstance(value, datetime):
        return value.isoformat()
    told: dict[str, object] = {} if (kind := _NAMES.get(type(value))) is None else {"is": kind}
    for name, usual in _fields(type(value)):
        own = getattr(value, name)
        if usual is MISSING or own != usual:
            told[name] = own
    return told
