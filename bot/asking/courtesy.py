"""What is said out of politeness asks for nothing, and must not be taken for a mood."""

from __future__ import annotations

from bot.call import Call
from bot.vocabulary import Answer, Text
from engine.search.fold import fold


def courtesy(call: Call, line: str) -> Answer | None:
    """The answer to thanks, in whichever of our languages; None for anything else."""
    said, translations = fold(line), call.services.translations
    for locale in translations.locales:
        if said in {fold(word) for word in translations.to(locale).text("courtesy-thanks").split(",")}:
            return Answer((Text(call.speak.text("courtesy-welcome")),), neutral=True)
    return None
