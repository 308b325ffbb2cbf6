"""Reads one language's folder of Fluent files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast


def bundle_of(folder: Path) -> FluentBundle:
    """Every file of one language; their names do not matter, their keys share one space.

    Raises ValueError naming the file that is not Fluent, or the folder that is not named after a language.
    """
    parsed = [(path, FluentResource(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.ftl"))]
    for path, resource in parsed:
        _refuse_junk(path, resource.body)
    try:
        Locale.parse(folder.name.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{folder} is not named after a language") from error
    bundle = FluentBundle([folder.name], use_isolating=True)
    for _, resource in parsed:
        bundle.add_resource(resource)
    return bundle


def _refuse_junk(path: Path, body: Sequence[ast.EntryType]) -> None:
    for entry in body:
        if not isinstance(entry, ast.Junk):
            continue
        said = entry.annotations[0].message if entry.annotations else "not Fluent"
        raise ValueError(f"{path}: {said}, at: {(entry.content or '').strip()[:60]}")
