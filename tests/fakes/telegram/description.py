"""The official description of the Bot API as validators: what a method takes, what a type holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[4] / "shared" / "contracts" / "chat" / "telegram-bot-api-10.1.json"
ABSENT = f"the official description ({FILE.name}) lies beside the project and is not there"

Check = Callable[[Any], str]
"""What is wrong with a value; empty where nothing is."""


class Upload(bytes):
    """A file that came with the request."""


def available() -> bool:
    """Whether requests and responses can be validated."""
    return FILE.is_file()


@cache
def _description() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def known(method: str) -> bool:
    """Whether there is such a method."""
    return method in _description()["methods"]


def wrong_request(method: str, parameters: Mapping[str, Any]) -> str:
    """What the description has against these parameters (JSON is read already)."""
    return _fields("methods", method)(parameters)


def wrong_response(method: str, result: Any) -> str:
    """What the description has against this result."""
    return _any_of(tuple(_description()["methods"][method]["returns"]))(result)


def wrong_value(kind: str, value: Any) -> str:
    """What the description has against a value of a type."""
    return _check(kind)(value)


def structured(method: str, name: str) -> bool:
    """Whether a parameter is sent as JSON."""
    fields = _description()["methods"][method].get("fields", [])
    kinds = next((field["types"] for field in fields if field["name"] == name), [])
    return any(kind.startswith("Array of ") or kind in _description()["types"] for kind in kinds if kind != "InputFile")


def _whole(value: Any) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) else "no integer"


_PLAIN: dict[str, Check] = {
    "Integer": _whole,
    "Float": lambda value: "" if isinstance(value, float | int) and not isinstance(value, bool) else "no number",
    "String": lambda value: "" if isinstance(value, str) else "no string",
    "Boolean": lambda value: "" if isinstance(value, bool) else "no boolean",
    "True": lambda value: "" if value is True else "not true",
    "InputFile": lambda value: "" if isinstance(value, Upload) else "no file",
}


@cache
def _check(kind: str) -> Check:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind.startswith("Array of "):
        return _array(_check(kind.removeprefix("Array of ")))
    if subtypes := _description()["types"][kind].get("subtypes"):
        return _subtype(tuple(subtypes))
    return _fields("types", kind)


def _array(each: Check) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, list):
            return "no array"
        return next((f"[{place}]: {wrong}" for place, one in enumerate(value) if (wrong := each(one))), "")

    return check


@cache
def _any_of(kinds: tuple[str, ...]) -> Check:
    checks: list[Check] = []

    def check(value: Any) -> str:
        if not checks:  # types hold each other: looked up when first needed
            checks.extend(_check(kind) for kind in kinds)
        wrong = [one(value) for one in checks]
        return "" if "" in wrong else " / ".join(wrong)

    return check


def _subtype(kinds: tuple[str, ...]) -> Check:
    """One of several objects: the one whose constant (``status``, ``type``) it carries."""
    fixed = {kind: _constant(kind) for kind in kinds}

    def check(value: Any) -> str:
        if not isinstance(value, Mapping):
            return "no object"
        for kind, constant in fixed.items():
            if constant and value.get(constant[0]) == constant[1]:
                return _check(kind)(value)
        return _any_of(tuple(kind for kind in kinds if not fixed[kind]) or kinds)(value)

    return check


def _constant(kind: str) -> tuple[str, str] | None:
    for field in _description()["types"][kind].get("fields", []):
        for marker in ("always “", 'always "', "must be "):
            _, found, rest = field["description"].partition(marker)
            if found and field["name"] in {"status", "type", "source"}:
                return field["name"], rest.split("”")[0].split('"')[0].split(" ")[0].strip("*")
    return None


@cache
def _fields(section: str, name: str) -> Check:
    fields = {field["name"]: field for field in _description()[section][name].get("fields", [])}
    checks = {key: _any_of(tuple(field["types"])) for key, field in fields.items()}
    required = [key for key, field in fields.items() if field["required"]]

    def check(value: Any) -> str:
        if not isinstance(value, Mapping):
            return "no object"
        for key in required:
            if key not in value:
                return f"{name}.{key} is missing"
        for key, one in value.items():
            if key not in checks:
                return f"{name}.{key} is unknown"
            if wrong := checks[key](one):
                return f"{name}.{key}: {wrong}"
        return ""

    return check
