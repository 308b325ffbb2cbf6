"""What was learned, as text with little bars."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.cards.taste import cited, taste_text
from bot.filters.words import fold
from bot.vocabulary import Answer, Picture, Text
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    domain = call.registry.filters.media_types.get(fold(text)) if text else None
    if text and domain is None:
        raise InvalidQuery("setting-unknown", word=text)
    view = await call.services.profiles.view(call.viewer, domain)
    if not view.interactions:
        return Answer((Text(call.speak.text("taste-nothing")),))
    items = await call.services.recommender.permitted_items(call.viewer.id, cited(view))
    text = taste_text(view, items, call.speak)
    return Answer((Text(text), Picture(call.page("taste"), call.speak.text("taste-page"))))


COMMAND = Command("taste", _run, (Argument("domain", Kind.TEXT, required=False),))
