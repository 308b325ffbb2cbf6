"""From an answer to lines of text. Pure."""

from __future__ import annotations

from adapters.chat.console.text import Style, wrap
from bot.fitting import visible
from bot.vocabulary import Action, Answer, Card, Choice, Part, Picture, Progress, Text

_INDENT = "   "
_BAR = 20


def write(answer: Answer, width: int, style: Style) -> list[str]:
    """The lines of a fitted answer, none longer than ``width`` columns but those of addresses and styles."""
    cards = [part for part in answer.parts if isinstance(part, Card)]
    lines: list[str] = []
    before: Part | None = None
    for part in answer.parts:
        if isinstance(part, Card | Choice) or isinstance(before, Card):
            lines.extend([""] if lines else [])
        lines.extend(_part(part, width, style, alone=len(cards) == 1))
        before = part
    hint = [action for action in cards[0].actions if action.url is None] if len(cards) > 1 else []
    below = [*hint, *(action for action in answer.actions if action.url is None)]
    if below:
        lines.extend(["", *_buttons(below, width, style)] if cards else _buttons(below, width, style))
    for action in answer.actions:
        if action.url is not None:
            lines.extend(wrap(f"{action.label}: {action.url}", width))
    return lines


def _part(part: Part, width: int, style: Style, *, alone: bool) -> list[str]:
    if isinstance(part, Card):
        return _card(part, width, style, alone=alone)
    if isinstance(part, Choice):
        labels = (line for action in part.actions for line in wrap(action.label, width, "  "))
        return [*wrap(part.prompt, width), *labels]
    if isinstance(part, Picture):
        return wrap(f"{part.description}\n{part.url}", width)
    if isinstance(part, Progress):
        return _progress(part, width)
    return wrap(Text(part.text).text, width)


def _card(card: Card, width: int, style: Style, *, alone: bool) -> list[str]:
    number = f"{card.number:>2}" if card.number is not None else "  "
    title, *more = wrap(card.title, width, _INDENT) or [_INDENT]
    lines = [f"{number} {style.bold(title.strip())}", *(_INDENT + style.bold(line.strip()) for line in more)]
    lines.extend(wrap(" · ".join(part for part in (card.facts, card.match) if part), width, _INDENT))
    for text in (card.reason, card.synopsis):
        lines.extend(wrap(text, width, _INDENT) if text else [])
    if card.badges:
        lines.extend(style.dim(line) for line in wrap(" ".join(f"[{badge}]" for badge in card.badges), width, _INDENT))
    addresses = (card.page_url, card.poster_url) if alone else (card.poster_url,)
    lines.extend(style.dim(_INDENT + visible(address)) for address in addresses if address)
    if alone:
        opened = [action for action in card.actions if action.url is not None]
        lines.extend(style.dim(_INDENT + visible(f"{action.label}: {action.url}")) for action in opened)
        typed = [action for action in card.actions if action.url is None]
        lines.extend(_buttons(typed, width, style, _INDENT) if typed else [])
    return lines


def _buttons(actions: list[Action] | tuple[Action, ...], width: int, style: Style, indent: str = "") -> list[str]:
    """What can be typed, on as many lines as it takes; no button is torn apart."""
    glued = (f"{action.emoji} {action.label}".strip().replace(" ", "\u00a0") for action in actions)
    return [style.dim(line.replace("\u00a0", " ")) for line in wrap(" · ".join(glued), width, indent)]


def _progress(progress: Progress, width: int) -> list[str]:
    if progress.fraction is None:
        return wrap(progress.text, width)
    full = round(min(max(progress.fraction, 0.0), 1.0) * _BAR)
    return wrap(f"{'█' * full}{'░' * (_BAR - full)} {progress.text}", width)
