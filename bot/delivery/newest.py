"""Of several new states of one message that wait at the same time, only the last is of any use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.delivery.documents import Paper
    from engine.domain.letters import Letter


class Newest:
    """Knows the newest letter for each message that is to be brought up to date."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def note(self, letter: Letter, paper: Paper) -> None:
        """It waits from now on; of no consequence unless it is ``or_nothing``."""
        if paper.or_nothing:
            key = _message(letter, paper)
            self._numbers[key] = max(letter.number, self._numbers.get(key, 0))

    def passed(self, letter: Letter, paper: Paper) -> bool:
        """Whether a newer one waits."""
        return paper.or_nothing and self._numbers.get(_message(letter, paper), 0) > letter.number

    def gone(self, letter: Letter, paper: Paper) -> None:
        """It waits no more."""
        if paper.or_nothing and self._numbers.get(_message(letter, paper)) == letter.number:
            del self._numbers[_message(letter, paper)]


def _message(letter: Letter, paper: Paper) -> tuple[str, str]:
    return letter.platform, paper.edits[0] if paper.edits else ""
