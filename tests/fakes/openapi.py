"""Requests and responses checked against a service's own OpenAPI description, 3.0 or 3.1, where it is at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

CONTRACTS = Path(__file__).parents[2].parent / "shared" / "contracts"
_ROOT = "urn:description"
_LONGEST = 300


class OpenApi:
    """One description; nothing is wrong where the file is absent.

    ``nulls``: anything may be null, for descriptions that do not tell what can be. ``free``: names of a request's
    body that the description need not know.
    """

    def __init__(self, path: str | Path, *, nulls: bool = False, free: frozenset[str] = frozenset()) -> None:
        self._path = CONTRACTS / path
        self._nulls = nulls
        self._free = free
        self._validators: dict[str, Draft202012Validator] = {}

    @property
    def present(self) -> bool:
        return self._path.exists()

    def wrong_in_request(
        self, method: str, template: str, query: Mapping[str, Any] | None = None, body: object = None
    ) -> list[str]:
        """What the description has against a request; ``template`` as it writes the path, ``body`` None for none."""
        if not self.present:
            return []
        operation = self._operation(method, template)
        if operation is None:
            return [f"{method} {template} is not described"]
        return [
            *self._wrong_in_query(template, method, operation, query or {}),
            *self._wrong_in_body(method, template, body),
        ]

    def wrong_in_response(self, method: str, template: str, status: int, body: object) -> list[str]:
        """What the description has against an answer; errors it does not describe pass."""
        operation = self._operation(method, template) if self.present else None
        if operation is None:
            return []
        name = next(
            (code for code in (str(status), f"{status // 100}XX", "default") if code in operation["responses"]), ""
        )
        if not name:
            return [f"{method} {template} never answers {status}"] if status < 400 else []
        pointer, told = self._resolved(f"{_place(method, template)}/responses/{name}", operation["responses"][name])
        kind = _json_kind(told.get("content", {}))
        return self._problems(f"{pointer}/content/{_token(kind)}/schema", body) if kind else []

    @cached_property
    def _whole(self) -> dict[str, Any]:
        told = json.loads(self._path.read_text(encoding="utf-8"))
        return _modern(told, nulls=self._nulls) if told["openapi"].startswith("3.0") or self._nulls else told

    @cached_property
    def _registry(self) -> Registry[Any]:
        return Registry().with_resource(_ROOT, Resource.from_contents(self._whole, default_specification=DRAFT202012))

    def _operation(self, method: str, template: str) -> dict[str, Any] | None:
        return self._whole["paths"].get(template, {}).get(method.lower())

    def _wrong_in_query(
        self, template: str, method: str, operation: dict[str, Any], query: Mapping[str, Any]
    ) -> Iterator[str]:
        known = dict(self._query_parameters(template, method, operation))
        for name, value in query.items():
            pointer, _ = known.get(name.casefold(), (None, False))
            if pointer is None:
                yield f"query {name}: unknown"
            elif pointer and all(self._problems(pointer, reading) for reading in _readings(str(value))):
                yield f"query {name}: {str(value)[:80]!r} does not fit"
        given = {name.casefold() for name in query}
        yield from (f"query {name}: missing" for name, (_, needed) in known.items() if needed and name not in given)

    def _query_parameters(
        self, template: str, method: str, operation: dict[str, Any]
    ) -> Iterator[tuple[str, tuple[str, bool]]]:
        """Name in lower case, where its schema stands (empty: it has none), whether it must be there."""
        place = _place(method, template)
        shared = place.rpartition("/")[0]
        own = [(f"{place}/parameters/{at}", entry) for at, entry in enumerate(operation.get("parameters", ()))]
        common = self._whole["paths"][template].get("parameters", ())
        for where, entry in [*own, *((f"{shared}/parameters/{at}", entry) for at, entry in enumerate(common))]:
            pointer, told = self._resolved(where, entry)
            if told["in"] == "query":
                schema = f"{pointer}/schema" if "schema" in told else ""
                yield told["name"].casefold(), (schema, bool(told.get("required")))

    def _wrong_in_body(self, method: str, template: str, body: object) -> list[str]:
        operation = self._operation(method, template) or {}
        if "requestBody" not in operation:
            return [] if body is None else [f"{method} {template} takes no body"]
        pointer, told = self._resolved(f"{_place(method, template)}/requestBody", operation["requestBody"])
        kind = _json_kind(told.get("content", {}))
        if not kind or (body is None and not told.get("required")):
            return []
        schema = told["content"][kind]["schema"]
        return [*self._problems(f"{pointer}/content/{_token(kind)}/schema", body), *self._unknown(schema, body)]

    def _problems(self, pointer: str, body: object) -> list[str]:
        if pointer not in self._validators:
            self._validators[pointer] = Draft202012Validator({"$ref": f"{_ROOT}#{pointer}"}, registry=self._registry)
        found = self._validators[pointer].iter_errors(body)
        return [f"{'/'.join(map(str, error.path))}: {error.message[:_LONGEST]}" for error in found]

    def _unknown(self, schema: dict[str, Any], body: object) -> list[str]:
        """Names that no form of the body has: the description itself lets them pass."""
        known = set(self._names(schema)) | self._free
        named = isinstance(body, dict) and set(self._names(schema))
        return [f"{name}: unknown" for name in body if name not in known] if named and isinstance(body, dict) else []

    def _names(self, schema: dict[str, Any]) -> Iterator[str]:
        schema = self._inlined(schema)
        yield from schema.get("properties", {})
        for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
            yield from self._names(form)

    def _resolved(self, pointer: str, told: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return (quote(told["$ref"][1:], safe="/~@%"), self._inlined(told)) if "$ref" in told else (pointer, told)

    def _inlined(self, told: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in told:
            place: Any = self._whole
            for part in told["$ref"].removeprefix("#/").split("/"):
                place = place[part.replace("~1", "/").replace("~0", "~")]
            told = place
        return told


def _modern(told: Any, *, nulls: bool) -> Any:
    """Schemas of 3.0 in the words of 3.1: ``nullable`` becomes a type."""
    if isinstance(told, list):
        return [_modern(entry, nulls=nulls) for entry in told]
    if not isinstance(told, dict):
        return told
    made = {name: _modern(value, nulls=nulls) for name, value in told.items()}
    kind = made.get("type")
    able = made.pop("nullable", False) is True if not isinstance(made.get("nullable"), dict) else False
    if not (able or (nulls and isinstance(kind, str) and "paths" not in made)):
        return made
    if isinstance(kind, str):
        made["type"] = [kind, "null"]
    if "enum" in made and None not in made["enum"]:
        made["enum"] = [*made["enum"], None]
    if any(word in made for word in ("$ref", "allOf", "oneOf", "anyOf")):
        return {"anyOf": [made, {"type": "null"}]}
    return made


def _json_kind(content: Mapping[str, Any]) -> str:
    return next((kind for kind in content if "json" in kind and "schema" in content[kind]), "")


def _place(method: str, template: str) -> str:
    return f"/paths/{_token(template)}/{method.lower()}"


def _token(text: str) -> str:
    """A name as part of a JSON pointer in an address."""
    return quote(text.replace("~", "~0").replace("/", "~1"), safe="~@")


def _readings(text: str) -> list[object]:
    """A query holds only texts: what one may mean; with bars, any one of its parts."""
    parts = text.split(",")
    numbers = [number for part in parts for number in _numbers(part)]
    found: list[object] = [text, parts, numbers] if numbers else [text, parts]
    found += [number for part in text.split("|") for number in _numbers(part)]
    return [*found, text.casefold() == "true"] if text.casefold() in {"true", "false"} else found


def _numbers(text: str) -> list[Any]:
    for kind in (int, float):
        try:
            return [kind(text)]
        except ValueError:
            continue
    return []
