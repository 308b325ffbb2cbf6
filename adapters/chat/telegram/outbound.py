"""From a fitted answer to Telegram's messages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from adapters.chat.telegram.keyboard import Rows, joined, kept_rows, rows, unopened, without_addresses
from adapters.chat.telegram.limits import LONGEST_CAPTION, LONGEST_TEXT, LONGEST_TOAST, size
from adapters.chat.telegram.markup import NOTHING, bold, escape, is_blank, is_public, linked, plain, read
from bot.fitting import fit, split_text, trim
from bot.vocabulary import Action, Answer, Capabilities, Card, Choice, Part, Picture, Progress

_BAR = 10


@dataclass(frozen=True, slots=True)
class Message:
    """One message: markup, buttons, perhaps a photo."""

    markup: str
    rows: Rows = ()
    photo: str = ""
    """Address of the photo; the markup is then its caption."""
    instead: str = ""
    """Markup where the photo cannot be had; the same where empty."""
    opens: bool = True
    """Whether it is the first message of a part."""

    @property
    def textual(self) -> Message:
        """The same without a photo."""
        return replace(self, markup=self.instead or self.markup, photo="", instead="")

    @property
    def unlinked(self) -> Message:
        """The same without buttons that open addresses."""
        return replace(self, rows=without_addresses(self.rows))

    @property
    def bare(self) -> Message:
        """The same without bold, italics and links."""
        return replace(self, markup=escape(read(self.markup)), instead=escape(read(self.instead)))


def write(answer: Answer, kept: Iterable[tuple[str, str]] = ()) -> list[Message]:
    """The messages of an answer. ``kept``: buttons that stay under the message the first part replaces."""
    messages = [message for part in answer.parts for message in _part(part)]
    if answer.actions:
        messages = messages or [Message(NOTHING, opens=False)]
        # Under a card among several the buttons of the whole must outlive what becomes of the card.
        shared = len(messages) > 1 and not answer.replaces
        last = messages[-1]
        messages[-1] = replace(last, rows=joined(last.rows, rows(answer.actions, kept=shared)))
        messages[-1] = _with_links(messages[-1], unopened(answer.actions))
    if messages and answer.replaces:
        messages[0] = replace(messages[0], rows=joined(messages[0].rows, kept_rows(kept)))
    return messages


def toast(answer: Answer) -> str:
    """What is said in passing; empty where it is too long for that."""
    word = plain(answer.toast)
    return word if size(word) <= LONGEST_TOAST else ""


def _part(part: Part) -> list[Message]:
    if isinstance(part, Card):
        return [_card(part)]
    if isinstance(part, Choice):
        return _texts(part.prompt, part.actions)
    if isinstance(part, Picture):
        return [_picture(part)]
    if isinstance(part, Progress):
        return [Message(_progress(part))]
    return _texts(part.text)


def _texts(text: str, actions: tuple[Action, ...] = ()) -> list[Message]:
    links = "".join(f"\n{action.label}: {action.url}" for action in unopened(actions))
    pieces = [piece for piece in _pieces(plain(text + links)) if not is_blank(piece)]
    found = [Message(escape(piece), opens=place == 0) for place, piece in enumerate(pieces or [NOTHING])]
    return [*found[:-1], replace(found[-1], rows=rows(actions))]


def _pieces(text: str) -> Iterator[str]:
    for piece in split_text(text, LONGEST_TEXT):
        # Of emoji and the like, half as many fit: each is two units.
        yield from (piece,) if size(piece) <= LONGEST_TEXT else split_text(piece, LONGEST_TEXT // 2)


def _card(card: Card) -> Message:
    markup = _caption(card)
    message = Message(markup, rows(card.actions), photo=card.poster_url or "")
    return _with_links(message, unopened(card.actions))


def _caption(card: Card) -> str:
    """The card within a caption's length, whether its poster can be shown or not."""
    room = LONGEST_CAPTION
    while True:
        (fitted,) = fit(Answer((card,)), Capabilities(buttons=True, message_length=room)).parts
        markup = _lines(fitted) if isinstance(fitted, Card) else ""
        over = size(read(markup)) - LONGEST_CAPTION
        if over <= 0:
            return NOTHING if is_blank(read(markup)) else markup
        if room < LONGEST_CAPTION // 2:
            # Small print alone is too long for it: no product of ours, and no reason to say nothing.
            return escape(trim(read(markup), LONGEST_CAPTION // 2))
        room -= over


def _lines(card: Card) -> str:
    number = f"{card.number}. " if card.number is not None else ""
    title = bold(number + card.title.replace("\n", " "))
    if card.page_url and is_public(card.page_url):
        title = linked(title, card.page_url)
    facts = escape(" · ".join(word for word in (card.facts, card.match) if word))
    badges = escape(" · ".join(card.badges))
    synopsis = f"<i>{escape(card.synopsis)}</i>" if card.synopsis else ""
    return "\n".join(line for line in (title, facts, escape(card.reason), synopsis, badges) if line)


def _picture(picture: Picture) -> Message:
    description = trim(plain(picture.description), LONGEST_CAPTION - 24)
    return Message(escape(description), photo=picture.url, instead=f"{escape(description)}\n{escape(picture.url)}")


def _progress(progress: Progress) -> str:
    text = escape(progress.text) or NOTHING
    if progress.fraction is None:
        return f"⏳ {text}"
    full = round(min(max(progress.fraction, 0.0), 1.0) * _BAR)
    return f"{'█' * full}{'░' * (_BAR - full)} {text}"


def _with_links(message: Message, actions: list[Action]) -> Message:
    """Addresses that cannot stand on a button are written out, where there is room."""
    longest = LONGEST_CAPTION if message.photo else LONGEST_TEXT
    for action in actions:
        line = "\n" + escape(f"{action.label}: {action.url}")
        if size(read(message.markup + line)) <= longest:
            instead = message.instead + line if message.instead else ""
            message = replace(message, markup=message.markup + line, instead=instead)
    return message


def text_only(words: str, *actions: Action) -> Message:
    """A few words that are no part of an answer."""
    return replace(_texts(words, actions)[0], opens=False)
