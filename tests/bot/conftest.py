"""The languages as they are shipped, strict: a missing text fails the test that asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.i18n import Translations, Translator

LOCALES = Path(__file__).parents[2] / "locales"


@pytest.fixture(scope="session")
def translations() -> Translations:
    return Translations(LOCALES, strict=True)


@pytest.fixture(params=["en", "de", "fr"])
def speak(request: pytest.FixtureRequest, translations: Translations) -> Translator:
    return translations.to(str(request.param))
