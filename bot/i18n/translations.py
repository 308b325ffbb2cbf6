"""All languages there are, and the one that a reader gets."""

from __future__ import annotations

from pathlib import Path

from bot.i18n.bundles import bundle_of
from bot.i18n.translator import Translator

_SOURCE_LANGUAGE = "en"


class Translations:
    """All languages under ``folder``, read once. A file that is not valid Fluent stops the start with its name."""

    def __init__(self, folder: Path, *, default: str = _SOURCE_LANGUAGE, strict: bool = False) -> None:
        """``strict``: a text or argument that is missing raises KeyError instead of falling back."""
        tags = sorted(path.name for path in folder.iterdir() if any(path.glob("*.ftl")))
        if _SOURCE_LANGUAGE not in tags:
            raise FileNotFoundError(f"no texts in {folder / _SOURCE_LANGUAGE}")
        self.locales: tuple[str, ...] = tuple(tags)
        source = Translator(_SOURCE_LANGUAGE, bundle_of(folder / _SOURCE_LANGUAGE), strict=strict)
        others = (
            Translator(tag, bundle_of(folder / tag), source, strict=strict) for tag in tags if tag != source.locale
        )
        self._translators = {source.locale: source} | {translator.locale: translator for translator in others}
        self._by_folded = {tag.casefold(): translator for tag, translator in self._translators.items()}
        self._default = self._by_folded.get(default.casefold(), source)

    def to(self, locale: str | None) -> Translator:
        """The nearest language there is: de-AT, de, then the default."""
        wanted = (locale or "").strip().replace("_", "-").casefold()
        while wanted:
            if found := self._by_folded.get(wanted):
                return found
            wanted = wanted.rpartition("-")[0]
        return self._default
