"""What was shown under a code, so that a number or a word means something there next week as well. Pure."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.vocabulary import Action, Answer, Card, Choice

LETTERS, DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"
"""Without what is mistaken for something else when read aloud or typed from a screen."""
CODE = r"[A-HJKMNP-Z][2-9][A-HJKMNP-Z]{1,2}"
SHORT_TRIES, TRIES = 6, 16
_MARK = re.compile(rf"(?<!\\)\[({CODE})(\d{{0,2}})\]")


@dataclass(frozen=True, slots=True)
class Button:
    """A button that could not be shown as one."""

    verb: str
    token: str
    emoji: str = ""


@dataclass(frozen=True, slots=True)
class ShownCard:
    item_id: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Deal:
    """One answer with something to choose from."""

    id: str
    """Of the answer."""
    owner: str
    """Account that asked."""
    at: datetime
    shared: bool = False
    """Not for the owner alone."""
    cards: Mapping[int, ShownCard] = field(default_factory=dict[int, ShownCard])
    choices: Mapping[int, str] = field(default_factory=dict[int, str])
    """Number to token."""
    loose: Mapping[str, str] = field(default_factory=dict[str, str])
    """Word to token, for buttons under the whole answer and for choices."""

    @property
    def is_empty(self) -> bool:
        return not (self.cards or self.choices or self.loose)


def deal_of(answer: Answer, deal_id: str, owner: str, at: datetime) -> Deal:
    """What a fitted answer puts on the table."""
    choices = [action for part in answer.parts if isinstance(part, Choice) for action in part.actions if action.token]
    return Deal(
        id=deal_id,
        owner=owner,
        at=at,
        shared=not answer.private,
        cards=dict(_cards(answer)),
        choices={int(action.label.partition(" ")[0]): action.token for action in choices},
        # Undo is a command of its own: typed, it always means the last thing done, wherever that was.
        loose={
            _word(action.label): action.token
            for action in answer.actions
            if action.token and not action.token.startswith("undo:")
        }
        | {_word(action.label.partition(" · ")[2]): action.token for action in choices if " · " in action.label},
    )


def _word(label: str) -> str:
    return label.casefold().replace("'", "’")


def numbered(answer: Answer) -> dict[int, int]:
    """The number of each card, by its place among the parts: its own, or the next that is free."""
    taken = {part.number for part in answer.parts if isinstance(part, Card) and part.number}
    free = (number for number in range(1, 100) if number not in taken)
    return {place: part.number or next(free) for place, part in enumerate(answer.parts) if isinstance(part, Card)}


def codes(deal_id: str) -> Iterator[str]:
    """Codes to try for an answer, always the same: three signs, then four where those are taken."""
    for attempt in range(TRIES):
        digest = hashlib.sha256(f"{attempt}:{deal_id}".encode()).digest()
        letters = [LETTERS[int.from_bytes(digest[place : place + 2], "big") % len(LETTERS)] for place in (0, 2, 4)]
        digit = DIGITS[digest[6] % len(DIGITS)]
        yield letters[0] + digit + "".join(letters[1 : 2 if attempt < SHORT_TRIES else 3])


def mark(code: str, number: int | None = None) -> str:
    """How a code stands in a message: ``[K7F2]`` for the second card of K7F."""
    return f"[{code}{number or ''}]"


def find_mark(source: str) -> tuple[str, int | None] | None:
    """The code in a message of ours, and the card's number. A title cannot forge one: its brackets are escaped."""
    found = _MARK.search(source)
    return (found[1], int(found[2]) if found[2] else None) if found else None


def to_json(deal: Deal) -> str:
    return json.dumps(
        {
            "id": deal.id,
            "owner": deal.owner,
            "at": deal.at.isoformat(),
            "shared": deal.shared,
            "cards": {
                number: [card.item_id, *([one.verb, one.token, one.emoji] for one in card.buttons)]
                for number, card in deal.cards.items()
            },
            "choices": deal.choices,
            "loose": deal.loose,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> Deal:
    """What ``to_json`` wrote."""
    kept: Any = json.loads(text)
    return Deal(
        id=kept["id"],
        owner=kept["owner"],
        at=datetime.fromisoformat(kept["at"]),
        shared=kept["shared"],
        cards={
            int(number): ShownCard(item_id, tuple(Button(*button) for button in buttons))
            for number, (item_id, *buttons) in kept["cards"].items()
        },
        choices={int(number): token for number, token in kept["choices"].items()},
        loose=kept["loose"],
    )


def _cards(answer: Answer) -> Iterator[tuple[int, ShownCard]]:
    for place, number in numbered(answer).items():
        card = answer.parts[place]
        if isinstance(card, Card):
            buttons = tuple(Button(_verb(one), one.token, one.emoji) for one in card.actions if one.token)
            yield number, ShownCard(card.item_id, buttons)


def _verb(action: Action) -> str:
    """The verb of a button: ``like:slate:1`` is like, ``choose:seen::movie:1`` is seen."""
    verb, _, rest = action.token.partition(":")
    return rest.partition(":")[0] if verb == "choose" else verb
