"""What remains of an answer once it is delivered: which message shows which pick."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.delivery.documents import Paper
from bot.tokens import PickTarget, read_pick, split
from bot.vocabulary import Card
from engine.domain.letters import Letter, ShownPick
from engine.errors import InvalidQuery


def shown_picks(letter: Letter, paper: Paper, messages: tuple[str, ...], at: datetime) -> tuple[ShownPick, ...]:
    """One for each card of a stored slate whose message is known."""
    return tuple(_shown(letter, paper, messages, at))


def _shown(letter: Letter, paper: Paper, messages: tuple[str, ...], at: datetime) -> Iterator[ShownPick]:
    for part, message in zip(paper.answer.parts, messages, strict=False):
        if isinstance(part, Card) and message and (target := _target(part)):
            yield ShownPick(
                platform=letter.platform,
                room_id=letter.room_id,
                message_id=message,
                account_id=letter.account_id,
                slate_id=target.slate_id,
                rank=target.rank,
                item_id=part.item_id,
                at=at,
            )


def _target(card: Card) -> PickTarget | None:
    """Where the card's pick stands, as its buttons say; None for one that is no pick."""
    for action in card.actions:
        if action.token:
            try:
                return read_pick(split(action.token)[1])
            except InvalidQuery:
                continue
    return None
