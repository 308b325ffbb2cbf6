"""From a fitted answer to the texts of Talk's messages. Pure, and with ``markdown`` the one place of its escaping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from adapters.chat.nextcloud_talk.limits import LONGEST_MESSAGE
from adapters.chat.nextcloud_talk.markdown import escape, line
from adapters.chat.nextcloud_talk.shown import mark, numbered
from bot.fitting import ELLIPSIS
from bot.vocabulary import Action, Answer, Card, Choice, Part, Picture, Progress, Text

SEPARATOR = " · "
_OF_TITLES = frozenset({"choose", "ask", "seasons"})
"""Verbs behind the answers to a question about a title."""
_TOGETHER = 4_000
"""Characters up to which texts that follow each other are one message."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds an answer."""

    code: str = ""
    """Of this answer; empty where there is nothing to choose from."""
    links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Public address of a title's page, by item id."""
    about: str = ""
    """Code and number of the card that was spoken of, such as K7F2."""
    page: str = ""
    """Where the companion is: addresses below it stay links."""


def write(answer: Answer, setting: Setting | None = None) -> list[str]:
    """One message per card and choice, and one for texts that follow each other; what may be typed ends the last."""
    setting = setting or Setting()
    numbers = numbered(answer)
    messages: list[str] = []
    before: Part | None = None
    for place, part in enumerate(answer.parts):
        written = _part(part, numbers.get(place), setting)
        if isinstance(part, Text) and isinstance(before, Text) and len(messages[-1]) + len(written) < _TOGETHER:
            messages[-1] += f"\n{written}"
        elif written.strip():
            messages.append(written)
        before = part if written.strip() else before
    if setting.about and messages and isinstance(answer.parts[0], Text):
        messages[0] = f"[{setting.about}] {messages[0]}"
    return [_within(message) for message in _with_buttons(messages, answer, setting)]


def impersonal(answer: Answer, instead: str) -> Answer:
    """What others may read of a private answer: titles without what they have to do with anybody, or ``instead``."""
    parts: list[Part] = []
    for part in answer.parts:
        if isinstance(part, Card):
            parts.append(replace(part, match="", reason=""))
        elif isinstance(part, Progress) or (isinstance(part, Choice) and _asks_for_a_title(part)):
            parts.append(part)
    if parts or not answer.parts:
        return replace(answer, parts=tuple(parts))
    return replace(answer, parts=(Text(instead),), actions=())


def _asks_for_a_title(choice: Choice) -> bool:
    """Which one is meant, or how many points for it. Any other question may tell of somebody's settings or accounts."""
    return all(action.token.partition(":")[0] in _OF_TITLES for action in choice.actions if action.token)


def _with_buttons(messages: list[str], answer: Answer, setting: Setting) -> Iterator[str]:
    """Words that may be typed under all cards are told once, at the end."""
    cards = [part for part in answer.parts if isinstance(part, Card)]
    on_cards = [action for action in cards[0].actions if action.url is None] if cards else []
    typed = [*on_cards, *(action for action in answer.actions if action.url is None)]
    below = [SEPARATOR.join(map(_button, typed))] if typed else []
    below += [_linked(action, setting) for action in answer.actions if action.url is not None]
    if not below:
        yield from messages
        return
    yield from messages[:-1]
    yield "\n\n".join([*messages[-1:], "\n".join(below)])


def _part(part: Part, number: int | None, setting: Setting) -> str:
    if isinstance(part, Card):
        return _card(part, number, setting)
    if isinstance(part, Choice):
        return _choice(part, setting)
    if isinstance(part, Picture):
        return "\n".join(told for told in (escape(part.description), _address(part.url)) if told)
    if isinstance(part, Progress):
        share = "" if part.fraction is None else f" {round(min(max(part.fraction, 0.0), 1.0) * 100)} %"
        return escape(part.text) + share
    return escape(part.text, own=setting.page)


def _card(card: Card, number: int | None, setting: Setting) -> str:
    """Our own link stands before any other, on a line of its own: only such a one is previewed."""
    code = f" {mark(setting.code, number)}" if setting.code else ""
    shown = f"{card.number}{SEPARATOR}{line(card.title)}" if card.number is not None else line(card.title)
    lines = [
        f"**{shown}**{code}",
        _address(setting.links.get(card.item_id) or card.page_url or ""),
        SEPARATOR.join(line(told) for told in (card.facts, card.match) if told),
        *map(line, card.reason.split("\n")),
        *(line(told) for told in card.synopsis.split("\n")),
        SEPARATOR.join(map(line, card.badges)),
        *(_linked(action, setting) for action in card.actions if action.url is not None),
    ]
    return "\n".join(told for told in lines if told)


def _choice(choice: Choice, setting: Setting) -> str:
    code = f" {mark(setting.code)}" if setting.code and any(action.token for action in choice.actions) else ""
    labels = [_linked(action, setting) if action.url else line(action.label) for action in choice.actions]
    figures = all(label.isdecimal() for label in labels)
    told = [SEPARATOR.join(labels)] if figures and labels else labels
    return "\n".join([escape(choice.prompt, own=setting.page) + code, *told])


def _button(action: Action) -> str:
    return f"{action.emoji} {line(action.label)}".strip()


def _linked(action: Action, setting: Setting) -> str:
    label = f"{line(action.label)}: " if action.label else ""
    own = setting.page and (action.url or "").startswith(f"{setting.page}/")
    return label + _address(action.url or "", guard="" if own else "<>")


def _address(url: str, guard: str = "") -> str:
    """An address as a link; one that could break out of its line is none."""
    clean = url.startswith(("http://", "https://")) and not any(sign.isspace() or sign in '<>"' for sign in url)
    if not clean:
        return escape(url)
    return f"{guard[:1]}{url}{guard[1:]}"


def _within(message: str) -> str:
    """Never more than Talk takes. What is cut here is no text of ours: those were fitted before."""
    return message if len(message) <= LONGEST_MESSAGE else message[: LONGEST_MESSAGE - 2].rstrip("\\") + ELLIPSIS
