"""Lists what is amiss in ``locales/``: ``python -m bot.i18n.check`` exits 1 if anything is."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.serializer import FluentSerializer

from bot.i18n.use import Use, uses

SOURCE = "en"
_SAME_FACT = MappingProxyType({"genres_leading": "genres", "quoted": "keywords"})
_UNTRANSLATED_WORDS = 3
_UNDERSTOOD = re.compile(r"filter-.+|.+\.words")
"""Words that people type. Those of all languages are understood, so each language adds only its own."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Text:
    """One message or attribute of one language."""

    where: str
    shown: frozenset[str]
    """Variables whose value is written out."""
    chosen: frozenset[str]
    """Variables that only choose between forms; languages need different ones."""
    references: frozenset[str]
    words: str
    """Its source, as written."""


def problems(locales: Path, code: Sequence[Path]) -> list[str]:
    """Everything amiss, one line each: files, keys, variables, and keys that ``code`` asks for in vain."""
    found: list[str] = []
    languages = {folder.name: _read(folder, found) for folder in sorted(locales.iterdir()) if any(folder.glob("*.ftl"))}
    source = languages.get(SOURCE, {})
    for tag, texts in languages.items():
        found += _against_references(tag, texts)
        found += [] if tag == SOURCE else _against_source(tag, texts, source)
    for use in uses(code):
        found += _against_use(use, languages)
    return found


def main() -> int:
    """Print what is missing; 1 if anything is."""
    root = Path(__file__).resolve().parents[2]
    found = problems(root / "locales", [root / name for name in ("bot", "adapters", "engine")])
    sys.stdout.write("".join(f"{line.replace(f'{root}/', '')}\n" for line in found) or "Every text is there.\n")
    return 1 if found else 0


def _read(folder: Path, found: list[str]) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                found.append(f"{path}: not Fluent: {(entry.content or '').strip()[:60]!r}")
            elif isinstance(entry, ast.Message | ast.Term):
                for key, pattern in _patterns(entry):
                    if key in texts:
                        found.append(f"{path}: {key} is already in {texts[key].where}")
                    texts[key] = _text(pattern, f"{folder.name}/{path.name}")
    return texts


def _patterns(entry: ast.Message | ast.Term) -> Iterator[tuple[str, ast.Pattern]]:
    name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
    if entry.value:
        yield name, entry.value
    for attribute in entry.attributes:
        yield f"{name}.{attribute.id.name}", attribute.value


def _text(pattern: ast.Pattern, where: str) -> Text:
    shown: set[str] = set()
    chosen: set[str] = set()
    references: set[str] = set()
    for node, selecting in _nodes(pattern, selecting=False):
        if isinstance(node, ast.VariableReference):
            (chosen if selecting else shown).add(node.id.name)
        elif isinstance(node, ast.MessageReference):
            references.add(node.id.name + (f".{node.attribute.name}" if node.attribute else ""))
        elif isinstance(node, ast.TermReference):
            references.add(f"-{node.id.name}")
    words = FluentSerializer().serialize_entry(ast.Message(ast.Identifier("words"), pattern))
    return Text(where, frozenset(shown), frozenset(chosen), frozenset(references), words)


def _nodes(node: object, *, selecting: bool) -> Iterator[tuple[ast.BaseNode, bool]]:
    if isinstance(node, list):
        for child in node:  # pyright: ignore[reportUnknownVariableType] – the tree's lists are untyped
            yield from _nodes(child, selecting=selecting)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(node, ast.BaseNode):
        yield node, selecting
        for name, child in vars(node).items():
            yield from _nodes(child, selecting=selecting or name == "selector")


def _against_references(tag: str, texts: Mapping[str, Text]) -> list[str]:
    return [
        f"{text.where}: {key} refers to {reference}, which {tag} does not have"
        for key, text in texts.items()
        for reference in sorted(text.references - texts.keys())
    ]


def _against_source(tag: str, texts: Mapping[str, Text], source: Mapping[str, Text]) -> list[str]:
    found = [f"{tag}: {key} is missing (it is in {source[key].where})" for key in _public(source, texts)]
    found += [f"{texts[key].where}: {key} is not in {SOURCE}" for key in _public(texts, source)]
    for key in sorted(texts.keys() & source.keys()):
        mine, theirs = _facts(key, texts), _facts(key, source)
        if mine != theirs:
            found.append(f"{texts[key].where}: {key} tells {sorted(mine)}, {SOURCE} tells {sorted(theirs)}")
        same = texts[key].words == source[key].words
        if same and len(_WORD.findall(re.sub(r"{[^}]*}", " ", texts[key].words))) > _UNTRANSLATED_WORDS:
            found.append(f"{texts[key].where}: {key} is still in {SOURCE}")
    return found


def _against_use(use: Use, languages: Mapping[str, Mapping[str, Text]]) -> list[str]:
    source = languages.get(SOURCE, {})
    if not use.whole:
        return [] if any(key.startswith(use.key) for key in source) else [f"{use.where}: no text begins with {use.key}"]
    if use.key not in source:
        return [f"{use.where}: no text for {use.key}"]
    if use.arguments is None:
        return []
    needed: set[str] = set()
    for texts in languages.values():
        needed |= _variables(use.key, texts) if use.key in texts else set()
    missing = sorted(needed - use.arguments)
    return [f"{use.where}: {use.key} needs {', '.join(missing)}"] if missing else []


def _public(these: Mapping[str, Text], those: Mapping[str, Text]) -> list[str]:
    """Keys only of ``these`` that code can ask for: not terms, nor parts that a language makes for its own grammar."""
    parts = {reference for text in these.values() for reference in text.references}
    alone = these.keys() - those.keys() - parts
    return sorted(key for key in alone if not key.startswith("-") and not _UNDERSTOOD.fullmatch(key))


def _facts(key: str, texts: Mapping[str, Text]) -> frozenset[str]:
    """Variables written out by ``key`` or by what it refers to; two spellings of one fact count as one."""
    named = texts[key].shown.union(*(_facts(part, texts) for part in texts[key].references if part in texts))
    return frozenset(_SAME_FACT.get(name, name) for name in named)


def _variables(key: str, texts: Mapping[str, Text]) -> frozenset[str]:
    text = texts[key]
    parts = (_variables(part, texts) for part in text.references if part in texts)
    return (text.shown | text.chosen).union(*parts)


if __name__ == "__main__":
    sys.exit(main())
