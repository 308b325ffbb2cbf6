"""What a request is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.fitting import trim
from bot.naming import LONGEST_LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.i18n import Translator
    from engine.domain.media_records import MediaRequest


def called(speak: Translator, request: MediaRequest) -> str:
    """Title, year and seasons."""
    return title_of(speak, request.title, request.year, request.seasons)


def title_of(speak: Translator, title: str, year: int | None, seasons: Sequence[int] = ()) -> str:
    """“Dark (2017), seasons 1 and 2”."""
    title = trim(title, LONGEST_LABEL)
    if year is not None:
        title = speak.text("title-year", title=title, year=year)
    if not seasons:
        return title
    return speak.text("requests-seasons", title=title, seasons=speak.list([str(one) for one in sorted(seasons)]))
