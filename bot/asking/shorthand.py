"""What people type instead of pressing: “like 1”, “👎 2”, “3”, “more”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NUMBERED = re.compile(r"/?(?P<word>[^\d#]*?)\s*#?(?P<number>[1-9]\d?)(?:\s+(?P<rest>\S.*))?\Z", re.DOTALL)
OPEN = "open"
_SCORED = "rate"
"""What a number behind it is for: points. Behind any other word it is that of a card."""
NEEDS_NO_NUMBER = frozenset({"more", "undo"})


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A verb and the number of the card it is meant for; None where the verb needs none."""

    verb: str
    number: int | None = None
    argument: str = ""


def read_shorthand(line: str, words: Mapping[str, str]) -> Shorthand | None:
    """``line`` as a typed button, or None. ``words`` are the registry's."""
    folded = " ".join(line.casefold().split()).rstrip("?!.")
    bare = folded.removeprefix("/").strip()
    if words.get(bare) in NEEDS_NO_NUMBER:
        return Shorthand(words[bare])
    if not (match := _NUMBERED.match(folded)):
        return None
    if not match["word"]:
        return None if match["rest"] else Shorthand(OPEN, int(match["number"]))
    verb = words.get(match["word"].strip())
    return None if verb is None else Shorthand(verb, int(match["number"]), match["rest"] or "")


def read_named(line: str, words: Mapping[str, str]) -> Shorthand | None:
    """``line`` as a button of a card that is known already: “like”, “rate 8”. None where it names another, or none."""
    folded = " ".join(line.casefold().split()).rstrip("?!.").removeprefix("/").strip()
    word, _, score = folded.rpartition(" ") if folded[-1:].isdecimal() else (folded, "", "")
    verb = words.get(word.strip())
    if verb is None or verb in NEEDS_NO_NUMBER or (score and verb != _SCORED):
        return None
    return Shorthand(verb, argument=score.replace(",", "."))
