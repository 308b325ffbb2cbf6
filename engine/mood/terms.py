"""Tones, genres, kinds of title, places, subjects, lengths and ages, with “not”, “less” and “more” before them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from engine.domain.items import MediaType
from engine.mood.draft import Draft, Stand
from engine.mood.kinds import Kind
from engine.mood.reading import Reading, Wish
from engine.mood.request import Relative
from engine.mood.tones import HARSH_GENRES, TONES
from engine.mood.vocabulary import Mark

_REACH = 8
"""Words a “not” reaches at most."""
_NEAR = 3
"""Words a “more” or “less” reaches at most."""
_RELATIVES = {
    Kind.SHORTER: Relative.SHORTER,
    Kind.LONGER: Relative.LONGER,
    Kind.OLDER: Relative.OLDER,
    Kind.NEWER: Relative.NEWER,
}
_MEASURES = (Kind.SHORT, Kind.LONG, Kind.OLD, Kind.NEW)
_BACKWARDS = {
    Relative.SHORTER: Relative.LONGER,
    Relative.LONGER: Relative.SHORTER,
    Relative.OLDER: Relative.NEWER,
    Relative.NEWER: Relative.OLDER,
}
FAMILY = "family"
_OLDEST_CHILD = 12


@dataclass(slots=True)
class _Scope:
    """What stands before a term: a negation, a “less”, a “more”, and whether an “and” came since."""

    negator: Mark | None = None
    negated: int = 0
    """Terms negated so far by it."""
    less: Mark | None = None
    more: Mark | None = None
    after_and: bool = False


def read_terms(reading: Reading) -> None:
    """Understand all wishes that are words of a lexicon."""
    _Terms(reading).read()


class _Terms:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.scope = _Scope()

    def read(self) -> None:
        position = 0
        while position < len(self.reading.words):
            if self.reading.words[position].after_break:
                self.scope = _Scope()
            mark = self.reading.mark(position)
            if mark is None:
                position += 1
                continue
            self._forget_the_far(position)
            if not self._modifies(mark):
                self._term(mark)
            position = mark.end
        self._ages()

    def _forget_the_far(self, position: int) -> None:
        scope = self.scope
        if scope.negator is not None and position - scope.negator.end > _REACH:
            scope.negator = None
        if scope.less is not None and position - scope.less.end > _NEAR:
            scope.less = None
        if scope.more is not None and position - scope.more.end > _NEAR:
            scope.more = None

    def _modifies(self, mark: Mark) -> bool:
        """Take a word that only says how to take others; False where it is a wish."""
        scope = self.scope
        if mark.term() and not (Kind.NOT in mark or Kind.LESS in mark):
            return False
        if Kind.SPEECH in mark:
            self.reading.pass_over(mark.start, mark.end)
        if Kind.NOT in mark:
            self.scope = _Scope(negator=mark)
        elif Kind.LESS in mark:
            scope.less, scope.more = mark, None
        elif Kind.MORE in mark or Kind.WITH in mark:
            scope.more = mark
        if Kind.AND in mark:
            scope.after_and = True
        elif Kind.BUT in mark:
            self.scope = _Scope()
        return True

    def _term(self, mark: Mark) -> None:
        if self._beside_speech(mark):
            self.reading.pass_over(mark.start, mark.end)
            return
        if not self._measures_something(mark):
            return
        scope = self.scope
        if scope.after_and and scope.negator is not None and scope.negated and not _harsh(mark):
            self.scope = scope = _Scope()
        scope.after_and = False
        wishes = [wish for kind, value in mark.senses.items() if (wish := self._wish(mark, kind, value)) is not None]
        if not wishes:
            return
        self._take(mark, wishes)

    def _take(self, mark: Mark, wishes: list[Wish]) -> None:
        scope, reading = self.scope, self.reading
        before = scope.negator or scope.less
        said = reading.typed(mark.start, mark.end)
        if before is not None:
            scope.negated += 1
            near = scope.negated == 1
            said = (
                reading.typed(before.start, mark.end) if near else f"{reading.typed(before.start, before.end)} {said}"
            )
            reading.pass_over(before.start, before.end)
        elif scope.more is not None and Kind.MORE in scope.more:
            said = reading.typed(scope.more.start, mark.end)
            reading.pass_over(scope.more.start, scope.more.end)
        reading.take(mark.start, mark.end, partial(_all, wishes=tuple(wishes)), typed=said)
        scope.less = scope.more = None

    def _wish(self, mark: Mark, kind: Kind, value: str) -> Wish | None:
        wanted = self.scope.negator is None and self.scope.less is None
        match kind:
            case Kind.TONE:
                return partial(_tones, names=tuple(value.split("+")), wanted=wanted)
            case Kind.GENRE:
                return partial(_genres, names=tuple(value.split("+")), stand=self._stand())
            case Kind.TYPE:
                return self._type(mark, value, wanted=wanted)
            case Kind.PLACE:
                return partial(_places, codes=tuple(value.split("+")), wanted=wanted)
            case Kind.COUNTRY:
                return self._country(mark, value, wanted=wanted)
            case Kind.SUBJECT:
                return self._subject(value, wanted=wanted)
            case Kind.FAMILY:
                return lambda draft: draft.family(wanted=wanted)
            case _:
                return _measure(kind, wanted=wanted)

    def _subject(self, value: str, *, wanted: bool) -> Wish:
        if value == FAMILY and len(self.reading.words) == 1:  # alone it is an audience, beside other words a subject
            return lambda draft: draft.family(wanted=wanted)
        return partial(_keywords, keywords=tuple(value.split("+")), wanted=wanted)

    def _stand(self) -> Stand:
        if self.scope.negator is not None:
            return Stand.NONE
        if self.scope.less is not None:
            return Stand.DOWN
        return Stand.UP if self.scope.more is not None else Stand.ONLY

    def _type(self, mark: Mark, value: str, *, wanted: bool) -> Wish:
        """“No horror films” is not against films."""
        said_of_another = self.scope.negated > 0 or len(mark.senses) > 1
        if not wanted and said_of_another:
            return _nothing
        return lambda draft: draft.media_type(MediaType(value), wanted=wanted)

    def _country(self, mark: Mark, value: str, *, wanted: bool) -> Wish | None:
        """A country counts only after “from”; otherwise it is what a title is about."""
        before = self.reading.mark_before(mark.start)
        if before is None or Kind.FROM not in before:
            return None
        self.reading.pass_over(before.start, before.end)
        return partial(_places, codes=tuple(value.split("+")), wanted=wanted)

    def _beside_speech(self, mark: Mark) -> bool:
        """Subtitles or dubbing in a language say nothing of the film's own."""
        if Kind.PLACE not in mark:
            return False
        near = (mark.end, mark.start - 1, mark.start - 2)
        return any(position >= 0 and self.reading.is_kind(position, Kind.SPEECH) for position in near)

    def _measures_something(self, mark: Mark) -> bool:
        """“Old”, “short” and their like are bounds beside a kind of title, not in “an old friend” or “New York”."""
        if not any(kind in mark for kind in _MEASURES) or Kind.TONE in mark:
            return True
        reading = self.reading
        before = reading.mark_before(mark.start)
        if before is not None and (Kind.SOMETHING in before or Kind.TYPE in before):
            return True
        after = reading.mark(mark.end)
        return (
            reading.breaks_at(mark.end)
            or reading.says_nothing(mark.end)
            or not reading.free(mark.end, mark.end + 1)
            or (after is not None and after.term())
        )

    def _ages(self) -> None:
        """“For my 8 year old”: children watch too."""
        reading = self.reading
        for mark in list(reading.marks()):
            if Kind.AGED not in mark or not mark.start:
                continue
            age = reading.words[mark.start - 1].folded
            cued = any(
                reading.is_kind(i, Kind.FOR, Kind.WITH, Kind.SINCE) for i in range(max(0, mark.start - 6), mark.start)
            )
            if cued and age.isascii() and age.isdigit() and len(age) < 3 and 0 < int(age) <= _OLDEST_CHILD:
                since = reading.mark_before(mark.start - 1)
                start = since.start if since is not None and Kind.SINCE in since else mark.start - 1
                reading.take(start, mark.end, lambda draft: draft.family(wanted=True))


def _harsh(mark: Mark) -> bool:
    tones = mark.senses.get(Kind.TONE, "").split("+")
    return any(name in TONES and TONES[name].harsh for name in tones) or mark.senses.get(Kind.GENRE) in HARSH_GENRES


def _all(draft: Draft, *, wishes: tuple[Wish, ...]) -> None:
    for wish in wishes:
        wish(draft)


def _nothing(draft: Draft) -> None:
    """Understood, and asks for nothing."""
    del draft


def _tones(draft: Draft, *, names: tuple[str, ...], wanted: bool) -> None:
    for name in names:
        draft.tone(name, wanted=wanted)


def _keywords(draft: Draft, *, keywords: tuple[str, ...], wanted: bool) -> None:
    for keyword in keywords:
        draft.keyword(keyword, wanted=wanted)


def _genres(draft: Draft, *, names: tuple[str, ...], stand: Stand) -> None:
    for name in names:
        draft.genre(name, stand)


def _places(draft: Draft, *, codes: tuple[str, ...], wanted: bool) -> None:
    for code in codes:
        draft.place(code, wanted=wanted)


def _measure(kind: Kind, *, wanted: bool) -> Wish | None:
    match kind:
        case Kind.SHORT:
            return lambda draft: draft.short(wanted=wanted)
        case Kind.LONG:
            return lambda draft: draft.long(wanted=wanted)
        case Kind.OLD:
            return lambda draft: draft.old(wanted=wanted)
        case Kind.NEW:
            return lambda draft: draft.new(wanted=wanted)
        case _:
            relative = _RELATIVES.get(kind)
            if relative is None:
                return None
            return lambda draft: draft.relative(relative if wanted else _BACKWARDS[relative])
