"""Names of commands in texts so that they can be tapped on: Telegram sees only a–z, 0–9 and _ as part of one.

“/warum-nicht” would be shown as “/warum” with something behind it, and a tap would ask for that. Either is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.vocabulary import Answer, Choice, Part, Text


class Tapping:
    """Rewrites what an answer says of commands. ``names``: what they are called, in any language."""

    def __init__(self, names: Iterable[str]) -> None:
        divided = sorted({name for name in names if "-" in name and name.isascii()}, key=len, reverse=True)
        self._names = re.compile(rf"(?<![\w/])/({'|'.join(map(re.escape, divided))})(?![\w/-])") if divided else None

    def __call__(self, answer: Answer) -> Answer:
        """The same where nothing has to change. Cards stay as they are: titles are nobody's commands."""
        parts = tuple(map(self._part, answer.parts))
        return answer if parts == answer.parts else replace(answer, parts=parts)

    def _part(self, part: Part) -> Part:
        if isinstance(part, Text) and "/" in part.text:
            return replace(part, text=self._written(part.text))
        if isinstance(part, Choice) and "/" in part.prompt:
            return replace(part, prompt=self._written(part.prompt))
        return part

    def _written(self, text: str) -> str:
        return self._names.sub(lambda found: found[0].replace("-", "_"), text) if self._names else text
