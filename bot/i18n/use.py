"""Finds the text keys that code asks for, by reading its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_ERRORS = frozenset(
    {
        "RecommendarrError", "InvalidQuery", "SourceUnavailable", "RateLimited", "SourceRejected", "Blocked",
        "Undeliverable", "Misconfigured", "ModelRejected",
    }
)  # fmt: skip
_ASKING = frozenset({"text", "variants"})
_KEY = re.compile(r"[a-z][a-z0-9]*([-_.][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that asks for a text."""

    key: str
    """The whole key, or what it begins with where ``whole`` is false."""
    whole: bool
    arguments: frozenset[str] | None
    """Names of what fills it; None where that cannot be read from the code."""
    where: str
    """file:line"""


def uses(folders: Iterable[Path]) -> list[Use]:
    """Every key asked for with ``.text("…")`` or carried by an error, in the Python files under ``folders``."""
    files = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return [use for path in files for use in _uses_of(path)]


def _uses_of(path: Path) -> Iterator[Use]:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _uses_in(node, path)
        elif isinstance(node, ast.ClassDef) and any(_name(parent) in _ERRORS for parent in node.bases):
            yield from (use for call in ast.walk(node) if _is_super(call) for use in _error_uses(call, path))


def _uses_in(call: ast.Call, path: Path) -> Iterator[Use]:
    if _name(call.func) in _ERRORS:
        yield from _error_uses(call, path)
    elif isinstance(call.func, ast.Attribute) and call.func.attr in _ASKING and call.args:
        for key, whole in _keys(call.args[0]):
            if _KEY.fullmatch(key.rstrip("-")):
                exact = whole and call.func.attr == "text"
                yield Use(key, exact, _arguments(call), f"{path}:{call.lineno}")


def _error_uses(call: ast.AST, path: Path) -> Iterator[Use]:
    if isinstance(call, ast.Call) and call.args:
        for key, whole in _keys(call.args[0]):
            known = _arguments(call)
            yield Use(f"error-{key.removeprefix('error-')}", whole, known, f"{path}:{call.lineno}")


def _keys(node: ast.expr) -> Iterator[tuple[str, bool]]:
    match node:
        case ast.Constant(value=str(key)):
            yield key, True
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            yield start, False
        case ast.IfExp(body=body, orelse=orelse):
            yield from _keys(body)
            yield from _keys(orelse)
        case _:
            return


def _arguments(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_super(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="__init__", value=ast.Call(func=ast.Name(id="super")))):
            return True
        case _:
            return False
