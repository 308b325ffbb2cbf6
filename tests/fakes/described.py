"""Answers made from a service's own OpenAPI description: whatever it allows, and what servers make of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

CONTRACTS = Path(__file__).parents[2].parent / "shared" / "contracts"
DEEPEST = 4
JUNK: tuple[Any, ...] = (None, 5, "x", [], {})


@dataclass(frozen=True)
class Manner:
    """How answers are made."""

    name: str
    bare: bool = False
    """Only what must be there; lists are empty."""
    nothing: bool = False
    """Everything that is not the whole answer is null."""
    odd: bool = False
    """Unknown words and fields, and rows among the others that are none."""
    swapped: bool = False
    """Numbers as texts, texts as numbers, lists and objects as texts."""
    number: float = 2
    text: str = "text"
    moment: str = "2024-02-28T10:00:00.1234567Z"


MANNERS = (
    Manner("as described"),
    Manner("bare", bare=True),
    Manner("nothing", nothing=True),
    Manner("odd", odd=True, number=-1, moment="0001-01-01T00:00:00+14:00"),
    Manner("swapped", swapped=True),
    Manner("huge", number=10**30, text="\u202e\x00\ud83d 🎬" * 40, moment="9999-12-31T23:59:59.9999999-14:00"),
    Manner("no number", number=float("nan"), text="", moment="tomorrow"),
)


class Described:
    """One description as a source of answers."""

    def __init__(self, name: str, prefix: str = "", *, paths: Mapping[str, Any] | None = None) -> None:
        """``prefix`` stands before all paths; ``paths`` are told instead of, or besides, those of the file."""
        self._path = CONTRACTS / name
        self._prefix = prefix
        self._further = paths or {}

    @property
    def present(self) -> bool:
        return self._path.exists()

    @cache  # noqa: B019 - there is one for each description, for as long as the tests run
    def answer(self, method: str, path: str, manner: Manner) -> bytes | None:
        """JSON of the first answer that is described; empty for one without a body, None for what is not described."""
        local = path.removeprefix(self._prefix)
        for pattern, operations in self._routes:
            if pattern.fullmatch(local) and method.lower() in operations:
                schema = self._schema(operations[method.lower()])
                made = b"" if schema is None else json.dumps(self._made(schema, manner, 0)).encode()
                return made.replace(b"NaN", b"1e999") if manner.odd else made
        return None

    @cached_property
    def _whole(self) -> dict[str, Any]:
        told = json.loads(self._path.read_text(encoding="utf-8")) if self._path.is_file() else {"paths": {}}
        return told | {"paths": told["paths"] | self._further}

    @cached_property
    def _routes(self) -> list[tuple[re.Pattern[str], dict[str, Any]]]:
        paths = sorted(self._whole["paths"].items(), key=lambda pair: pair[0].count("{"))
        return [(re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)), operations) for path, operations in paths]

    def _schema(self, operation: Mapping[str, Any]) -> dict[str, Any] | None:
        answers = operation["responses"]
        told = self._inlined(answers[next(code for code in answers if code[0] in "2d")])
        return next((kind["schema"] for name, kind in told.get("content", {}).items() if "json" in name), None)

    def _inlined(self, told: Any) -> Any:
        while isinstance(told, dict) and "$ref" in told:
            place: Any = self._whole
            for part in told["$ref"].removeprefix("#/").split("/"):
                place = place[part.replace("~1", "/").replace("~0", "~")]
            told = place
        return told

    def _joined(self, told: dict[str, Any]) -> dict[str, Any]:
        """All that is said of a value, in one."""
        properties: dict[str, Any] = {}
        joint: dict[str, Any] = {}
        for part in (told, *(self._joined(self._inlined(one)) for one in told.get("allOf", ()))):
            properties |= part.get("properties", {})
            joint = part | joint
        for form in ("oneOf", "anyOf"):
            if form in joint and not properties:
                return self._joined(self._inlined(joint[form][0]))
        return joint | ({"properties": properties} if properties else {})

    def _made(self, schema: Any, manner: Manner, depth: int) -> Any:
        schema = self._joined(self._inlined(schema))
        if manner.nothing and depth:
            return None
        if schema.get("properties") or _kind(schema) == "object":
            return dict(self._fields(schema, manner, depth))
        if _kind(schema) == "array":
            return self._rows(schema, manner, depth)
        return _plain(schema, manner)

    def _fields(self, schema: dict[str, Any], manner: Manner, depth: int) -> Iterator[tuple[str, Any]]:
        if depth > DEEPEST:
            return
        for name, told in schema.get("properties", {}).items():
            if not manner.bare or name in schema.get("required", ()):
                yield name, self._made(told, manner, depth + 1)
        if manner.odd:
            yield "somethingNew", {"deep": [1, None, {"x": []}]}

    def _rows(self, schema: dict[str, Any], manner: Manner, depth: int) -> list[Any]:
        if depth > DEEPEST or (manner.bare and depth):
            return []
        rows = [self._made(schema.get("items", {}), manner, depth + 1) for _ in range(2 if depth < 4 else 1)]
        return [*JUNK, *rows] if manner.odd else rows


def _kind(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type", "string")
    return next((one for one in kind if one != "null"), "string") if isinstance(kind, list) else kind


def _plain(schema: Mapping[str, Any], manner: Manner) -> Any:
    kind = _kind(schema)
    if manner.swapped:
        return {"integer": "12", "number": "7.5", "boolean": "true"}.get(kind, 7)
    if kind == "boolean":
        return not manner.odd
    if kind in {"integer", "number"}:
        return manner.number
    if "enum" in schema:
        return "SomethingNobodyKnows" if manner.odd else schema["enum"][0]
    return manner.moment if str(schema.get("format", "")).startswith("date") else manner.text
