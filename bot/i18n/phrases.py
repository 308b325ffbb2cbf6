"""A Fluent pattern as it is filled again and again: what it asks for, and how it reads where nothing is chosen in it.

The Fluent runtime walks a pattern's tree each time and makes objects of its own of every argument, asked for or not.
Most texts of a chat are words with a few words put into them, or words alone: those are joined here, in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import NeverIsolatingPlaceable, Pattern
from fluent.syntax import ast

from bot.i18n.typography import FIRST_STRONG_ISOLATE, POP_ISOLATE

Parts = tuple[tuple[str, bool], ...]
"""Words, and names of arguments, which are told apart by the second."""


@dataclass(slots=True)
class Phrase:
    """One text of one language."""

    pattern: Pattern
    names: frozenset[str]
    """Arguments that may be asked for, also by the texts it refers to."""
    parts: Parts | None
    """All there is to join, where nothing is chosen or referred to."""
    constant: str | None = None
    """As it always reads; kept by whoever filled it the first time."""

    def joined(self, filled: Mapping[str, Any]) -> str | None:
        """What the Fluent runtime would make of it; None where it is needed for that."""
        if self.parts is None:
            return None
        words: list[str] = []
        for part, named in self.parts:
            word = filled.get(part) if named else part
            if type(word) is not str:
                return None
            words.append(word)
        return "".join(words)


def phrase_of(bundle: FluentBundle, pattern: Pattern) -> Phrase:
    """``pattern`` looked through once."""
    names = frozenset(_names(bundle, pattern, set()))
    return Phrase(pattern, names, _parts(pattern, isolating=bundle.use_isolating))


def _parts(pattern: object, *, isolating: bool) -> Parts | None:
    """The library makes of a pattern with one element that element itself, and never isolates it."""
    parts: list[tuple[str, bool]] = []
    for element in pattern.elements if isinstance(pattern, Pattern) else (pattern,):
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
            continue
        if not isinstance(element, ast.Placeable) or not isinstance(element.expression, ast.VariableReference):
            return None
        named = (element.expression.id.name, True)
        apart = isolating and not isinstance(element, NeverIsolatingPlaceable)
        parts.extend(((FIRST_STRONG_ISOLATE, False), named, (POP_ISOLATE, False)) if apart else (named,))
    return tuple(parts)


def _names(bundle: FluentBundle, node: object, seen: set[str]) -> Iterator[str]:
    """A term sees only what is handed to it by name, which stands in the reference itself."""
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    elif isinstance(node, ast.MessageReference):
        yield from _referred(bundle, node, seen)
    elif isinstance(node, list | tuple):
        for one in node:  # pyright: ignore[reportUnknownVariableType] - of the library's tree
            yield from _names(bundle, one, seen)  # pyright: ignore[reportUnknownArgumentType] - likewise
    elif isinstance(node, ast.BaseNode):
        for one in vars(node).values():
            yield from _names(bundle, one, seen)


def _referred(bundle: FluentBundle, node: ast.MessageReference, seen: set[str]) -> Iterator[str]:
    name = node.id.name
    if name in seen or not bundle.has_message(name):
        return
    seen.add(name)
    message = bundle.get_message(name)
    yield from _names(bundle, [message.value, *message.attributes.values()], seen)
