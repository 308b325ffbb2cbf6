"""A group's evening as messages that everybody in the room may read: names, matches and genres, and no history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.cards.card import LONGEST_TITLE, PICTURE, poster_url
from bot.cards.facts import badges, facts
from bot.fitting import trim
from bot.naming import label
from bot.tokens import item_digest, word_token
from bot.vocabulary import Action, Answer, Card, Choice, Style, Text
from engine.grouping.night import Attendee, Night, Stage
from engine.grouping.rank import GroupPick, Share

if TYPE_CHECKING:
    from bot.call import Call
    from engine.domain.items import Item

MOST_NAMES, MOST_LINES = 20, 8
_ON_RESULT = ("save", "seen")


@dataclass(frozen=True, slots=True)
class Shown:
    """An evening, and its titles that may be shown here."""

    call: Call
    """In the language of the room."""
    night: Night
    items: Mapping[str, Item]
    posters: Mapping[str, str]
    """As pictures that a chat gets without signing in, by item id."""

    @property
    def pages(self) -> Mapping[str, str]:
        """By item id, what everybody in the room can open, known here or not."""
        return {item_id: url.removesuffix(PICTURE) for item_id, url in self.posters.items()}


def spoken(call: Call, night: Night) -> Call:
    """The same update, answered in the language of the room."""
    return replace(call, speak=call.services.translations.to(night.locale))


def gathering(call: Call, night: Night, *, replaces: bool = False) -> Answer:
    """Who is in."""
    speak = call.speak
    lines = [speak.text("group-gathering"), _names(call, night)]
    if night.wanted:
        lines.append(speak.text("group-wanted", wanted=trim(night.wanted, LONGEST_TITLE)))
    lines.append(speak.text("group-gathering-how"))
    actions = (
        Action(speak.text("group-in"), _night_token(night, "in"), Style.PRIMARY),
        Action(speak.text("group-out"), _night_token(night, "out")),
        Action(speak.text("group-show"), _night_token(night, "show")),
    )
    # Without a word in passing: where messages cannot be edited, only that word would be said, and not who is in.
    return Answer((Choice("\n".join(lines), actions),), private=False, replaces=replaces)


def offer(call: Call, night: Night) -> Answer:
    """One goes on already."""
    speak = spoken(call, night).speak
    text = "\n".join((speak.text("group-goes-on"), _names(spoken(call, night), night)))
    actions = (
        Action(speak.text("group-go-on"), _night_token(night, "on"), Style.PRIMARY),
        Action(speak.text("group-anew"), _night_token(night, "new")),
    )
    return Answer((Choice(text, actions),), private=False)


def picks(shown: Shown, *, replaces: bool = False) -> Answer:
    """All that may be voted on, and how it is decided."""
    speak, night = shown.call.speak, shown.night
    heading = [speak.text("group-picks", count=len(shown.items)), _names(shown.call, night)]
    if night.wanted:
        heading.append(speak.text("group-wanted", wanted=trim(night.wanted, LONGEST_TITLE)))
    cards = [pick_card(shown, one.item_id) for one in night.picks if one.item_id in shown.items]
    rule = Text(speak.text("group-rule-alone" if night.alone else "group-rule"))
    action = Action(speak.text("group-decide"), _night_token(night, "decide"), Style.PRIMARY)
    parts = (Text("\n".join(heading)), *cards, rule)
    return Answer(parts, private=False, actions=(action,), replaces=replaces)


def pick_card(shown: Shown, item_id: str, *, instead: bool = False) -> Card:
    """One pick as it stands. ``instead``: it has come in the place of one that was vetoed."""
    night, speak = shown.night, shown.call.speak
    pick = next(one for one in night.picks if one.item_id == item_id)
    digest = item_digest(item_id)
    actions = (
        Action(speak.text("press-vote"), word_token("vote", night.id, digest) or "", emoji="👍"),
        Action(speak.text("press-veto"), word_token("veto", night.id, digest) or ""),
    )
    told = (
        *((speak.text("group-votes", votes=night.count(item_id)),) if night.count(item_id) else ()),
        *((speak.text("group-instead"),) if instead else ()),
    )
    return _card(shown, pick, () if night.stage is Stage.DECIDED else actions, told)


def closing(shown: Shown, item_id: str, *, replaces: bool) -> Answer:
    """The last vote: its card as it stays, and what is decided."""
    result = outcome(shown)
    card = (pick_card(shown, item_id),) if replaces else ()
    return replace(result, parts=(*card, *result.parts), replaces=replaces)


def outcome(shown: Shown) -> Answer:
    """What is decided, by which rule, and what can be done with it."""
    call, night, speak = shown.call, shown.night, shown.call.speak
    item = shown.items.get(night.winner)
    if item is None:
        return Answer((Text(speak.text("group-decided-gone")),), private=False)
    votes, people = night.count(night.winner), len(night.attendees)
    lines = (
        speak.text("group-decided", title=label(call, item)),
        speak.text(f"group-decided-{night.rule}", votes=votes, people=people),
    )
    pick = next(one for one in night.picks if one.item_id == night.winner)
    card = replace(_card(shown, pick, _result_actions(shown, item), ()), number=1)
    return Answer((Text("\n".join(lines)), card), private=False)


def _result_actions(shown: Shown, item: Item) -> tuple[Action, ...]:
    call = shown.call
    url = shown.pages.get(item.id) or call.page("item", item.id)
    actions = [Action(call.speak.text("group-open"), url=url)]
    for verb in _ON_RESULT:
        token = word_token("keep", verb, item.id) or word_token("keep", verb, item_digest(item.id))
        actions.append(Action(call.speak.text(f"press-{verb}"), token or ""))
    return tuple(actions)


def _card(shown: Shown, pick: GroupPick, actions: tuple[Action, ...], told: tuple[str, ...]) -> Card:
    call, item = shown.call, shown.items[pick.item_id]
    lowest = min((one.match for one in pick.shares), default=None)
    return Card(
        item_id=item.id,
        title=trim(call.speak.title(item), LONGEST_TITLE),
        facts=facts(item, call.speak),
        reason="\n".join(_lines(shown, pick)),
        match="" if lowest is None else call.speak.text("group-match", match=call.speak.percent(lowest)),
        badges=(*told, *badges(item, call.speak, open_libraries=item.library_ids, now=call.now, parts=0)),
        number=shown.night.place(item.id),
        poster_url=shown.posters.get(item.id) or poster_url(call, item),
        page_url=shown.pages.get(item.id) or call.page("item", item.id),
        actions=actions,
    )


def _lines(shown: Shown, pick: GroupPick) -> list[str]:
    """One for each who is in; where they are many, for those whom it suits least."""
    shares = {one.viewer_id: one for one in pick.shares}
    linked = [one for one in shown.night.attendees if one.viewer_id in shares]
    linked.sort(key=lambda one: shares[one.viewer_id].match)
    people = (
        linked[:MOST_LINES] if len(linked) > MOST_LINES else [one for one in shown.night.attendees if one in linked]
    )
    lines = [_line(shown.call, one, shares[one.viewer_id]) for one in people]
    if others := len(linked) - len(people):
        lines.append(shown.call.speak.text("group-line-others", count=others))
    unknown = [one.name for one in shown.night.attendees if one.viewer_id not in shares]
    if unknown:
        lines.append(shown.call.speak.text("group-line-guests", people=_list(shown.call, unknown), count=len(unknown)))
    return lines


def _line(call: Call, one: Attendee, share: Share) -> str:
    speak = call.speak
    told = {
        "person": one.name,
        "match": speak.percent(share.match),
        "sure": speak.text(f"confidence-{share.confidence}"),
    }
    if share.genre:
        return speak.text("group-line-genre", **told, genre=speak.genre(share.genre))
    return speak.text("group-line", **told)


def _names(call: Call, night: Night) -> str:
    names = [one.name for one in night.attendees]
    if not names:
        return call.speak.text("group-nobody")
    return call.speak.text("group-people", people=_list(call, names), count=len(names))


def _list(call: Call, names: list[str]) -> str:
    told = [call.speak.isolated(name) for name in names[:MOST_NAMES]]
    if more := len(names) - len(told):
        told.append(call.speak.text("group-more", count=more))
    return call.speak.list(told)


def _night_token(night: Night, deed: str) -> str:
    return word_token("night", night.id, deed) or ""
