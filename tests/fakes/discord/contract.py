"""Requests and responses checked against the official description, where it is at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

DESCRIPTION = Path(__file__).parents[3].parent / "shared" / "contracts" / "chat" / "discord-v10.openapi.json"
_ROOT = "urn:discord"


@cache
def described() -> dict[str, Any] | None:
    """The description; None where it is absent."""
    return json.loads(DESCRIPTION.read_text(encoding="utf-8")) if DESCRIPTION.exists() else None


@cache
def _registry() -> Registry[Any]:
    return Registry().with_resource(_ROOT, Resource.from_contents(described(), default_specification=DRAFT202012))


@cache
def _validator(pointer: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"{_ROOT}#{pointer}"}, registry=_registry())


def wrong_in_request(method: str, template: str, body: object) -> list[str]:
    """What the description says against a request's body."""
    operation = _operation(method, template)
    if operation is None:
        return [] if described() is None else [f"{method} {template} is not described"]
    if "requestBody" not in operation:
        return [] if body is None else [f"{method} {template} takes no body"]
    pointer = f"{_place(method, template)}/requestBody/content/application~1json/schema"
    return [
        *_problems(pointer, body),
        *_unknown(operation["requestBody"]["content"]["application/json"]["schema"], body),
    ]


def wrong_in_response(method: str, template: str, status: int, body: object) -> list[str]:
    """What the description says against an answer."""
    operation = _operation(method, template)
    if operation is None:
        return []
    if status in {401, 403, 404, 400}:
        return _problems("/components/responses/ClientErrorResponse/content/application~1json/schema", body)
    if status == 429:
        return _problems("/components/responses/ClientRatelimitedResponse/content/application~1json/schema", body)
    if status >= 500:
        return []
    told = operation["responses"].get(str(status))
    if told is None:
        return [f"{method} {template} never answers {status}"]
    if "content" not in told:
        return [] if body is None else [f"{method} {template} answers {status} without a body"]
    return _problems(f"{_place(method, template)}/responses/{status}/content/application~1json/schema", body)


def _operation(method: str, template: str) -> dict[str, Any] | None:
    whole = described()
    return whole["paths"].get(template, {}).get(method.lower()) if whole else None


def _place(method: str, template: str) -> str:
    return f"/paths/{quote(template.replace('~', '~0').replace('/', '~1'), safe='~@')}/{method.lower()}"


def _problems(pointer: str, body: object) -> list[str]:
    return [
        f"{'/'.join(map(str, error.path))}: {error.message[:300]}" for error in _validator(pointer).iter_errors(body)
    ]


def _unknown(schema: dict[str, Any], body: object) -> list[str]:
    """Names that no form of the body has: the description itself lets them pass."""
    known = set(_names(schema))
    return [f"{name}: unknown" for name in body if name not in known] if known and isinstance(body, dict) else []


def _names(schema: dict[str, Any]) -> Iterator[str]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = (described() or {})["components"]["schemas"][name]
    yield from schema.get("properties", {})
    for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from _names(form)
