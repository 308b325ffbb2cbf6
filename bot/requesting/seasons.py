"""Which seasons of a series are asked for: all, or one of them, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.requesting.cancelling import cancel_button
from bot.requesting.sought import Origin, Sought, named
from bot.tokens import pick_token, word_token
from bot.vocabulary import Action, Answer, Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.call import Call
    from engine.domain.media_records import MediaRequest

ALL = "all"
PAGE = 9
"""Buttons for single seasons at a time, the latest first."""
_PAGE = "p"


def which_seasons(
    call: Call, sought: Sought, origin: Origin, known: Sequence[int], mine: Sequence[MediaRequest] = (), page: int = 0
) -> Answer:  # fmt: skip
    """A page of them, with the ways to the others and back from what was asked for already (``mine``)."""
    speak = call.speak
    numbers = sorted((one for one in known if one > 0), reverse=True)
    last = (len(numbers) - 1) // PAGE
    page = min(max(page, 0), last)
    labels = [(speak.text("request-seasons-all", count=len(numbers)), ALL)]
    shown = sorted(numbers[page * PAGE : (page + 1) * PAGE])
    labels += [(speak.text("request-season", season=number), str(number)) for number in shown]
    if 0 in known and page == last:
        labels.append((speak.text("request-specials"), "0"))
    if page < last:
        labels.append((speak.text("request-seasons-earlier"), f"{_PAGE}{page + 1}"))
    if page > 0:
        labels.append((speak.text("request-seasons-later"), f"{_PAGE}{page - 1}"))
    actions = [Action(label, token) for label, which in labels if (token := _token(which, sought, origin))]
    actions += [button for one in mine[-1:] if (button := cancel_button(call, one))]
    return Answer((Choice(speak.text("request-seasons", title=named(call, sought)), tuple(actions)),))


def page_of(which: str) -> int | None:
    """The page that a button leads to; None for one that means seasons."""
    number = which.removeprefix(_PAGE)
    return int(number) if which.startswith(_PAGE) and number.isascii() and number.isdecimal() else None


def _token(which: str, sought: Sought, origin: Origin) -> str | None:
    if origin.slate_id:
        return pick_token(f"seasons:{which}", origin.slate_id, origin.rank)
    return word_token("seasons", which, sought.item_id)
