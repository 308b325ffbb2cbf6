"""The language the bot speaks with one person."""

from __future__ import annotations

from dataclasses import replace

from bot.acting.journal import note, undo_button
from bot.acting.preferences import change_viewer, undo_preference
from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Action, Answer, Choice, Text
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    translations = call.services.translations
    if not text:
        actions = tuple(
            Action(translations.to(locale).text("language-own-name"), f"run:language%20{locale}")
            for locale in translations.locales
        )
        return Answer((Choice(call.speak.text("language-which"), actions),))
    locale = _locale(call, text)
    entry = await note(call, "language", None, {"locale": call.viewer.locale})
    viewer = await change_viewer(call, replace(call.viewer, locale=locale))
    call = call.as_viewer(viewer)
    return Answer((Text(call.speak.text("language-done")),), actions=(undo_button(call, entry),))


def _locale(call: Call, text: str) -> str:
    """The locale of a code, or of a language's name in any of the languages spoken here."""
    locales = call.services.translations.locales
    typed = text.strip().casefold()
    if typed in {locale.casefold() for locale in locales}:
        return typed
    code = call.registry.filters.language(text)
    if code is None or code not in locales:
        names = [call.services.translations.to(locale).text("language-own-name") for locale in locales]
        raise InvalidQuery("language-unknown", language=text, known=call.speak.list(names))
    return code


COMMAND = Command(
    "language",
    _run,
    (Argument("language", Kind.LANGUAGE, required=False),),
    undoes={"language": undo_preference},
)
