"""Speaks the reader's language."""

from bot.i18n.translations import Translations
from bot.i18n.translator import Translator

__all__ = ["Translations", "Translator"]
