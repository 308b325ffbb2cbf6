"""Titles named in a request: quoted, after “like”, around “meets”, or plainly written as titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.mood.draft import Draft
from engine.mood.kinds import Kind
from engine.mood.reading import Reading

_QUOTED = re.compile(r"[\"“„«»”]([^\"“”„«»\n]{1,80})[\"”“»«]|(?:(?<=\s)|^)['‘‚]([^'‘’\n]{1,80})['’‘](?=[\s,.!?;:)]|$)")
_LONGEST = 10
_LEAST_FIT, _LEAST_FIT_CAPITAL = 0.85, 0.80
_FUZZY_LOOKUPS = 3
_LEAST_LETTERS = 3
_WORDS_OF_A_SENTENCE = 3
"""So many everyday words at the start are a title, if they are one: “in the mood for love”."""
_STARTS = 40
_CUES = 24


def read_references(reading: Reading) -> None:
    """Understand every title that is named; what is named as one and not known is kept as unknown."""
    _Titles(reading).read()


class _Titles:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lookups = _FUZZY_LOOKUPS

    def read(self) -> None:
        self._quoted()
        cues = [mark for mark in self.reading.marks() if Kind.LIKE in mark or Kind.MEETS in mark or Kind.LIKED in mark]
        for mark in cues[:_CUES]:
            if self.reading.free(mark.start, mark.end):
                self._after_cue(mark.start, mark.end)
        self._before_cue()
        self._at_the_start()
        self._plainly_written()

    def _quoted(self) -> None:
        for found in list(_QUOTED.finditer(self.reading.text))[:_CUES]:
            group = 1 if found.group(1) is not None else 2
            span = self._words_within(*found.span(group))
            if span is None or not self.reading.free(*span):
                continue
            item = self._exact(found.group(group)) or self._nearly(found.group(group), _LEAST_FIT_CAPITAL)
            before = self.reading.mark_before(span[0])
            cued = before is not None and (Kind.LIKE in before or Kind.LIKED in before)
            if item is not None or cued:
                start = before.start if before is not None and cued else span[0]
                self._note(start, span[0], span[1], item)
                self._more_after(span[1])

    def _words_within(self, start: int, end: int) -> tuple[int, int] | None:
        inside = [i for i, word in enumerate(self.reading.words) if start <= word.start and word.end <= end]
        return (inside[0], inside[-1] + 1) if inside else None

    def _after_cue(self, cue: int, start: int) -> None:
        reading = self.reading
        mark = reading.mark(cue)
        if mark is None or start >= len(reading.words):
            return
        verb = Kind.LIKED in mark or self._is_verb(cue)
        if Kind.MEETS in mark and not self._meets(cue):
            return
        for begin in self._beginnings(start):
            end = self._title_at(begin, strict=verb)
            if end is None and not verb and Kind.LIKE in mark:
                end = self._named_at(begin)
            if end is not None:
                reading.pass_over(cue, begin)
                self._more_after(end)
                return

    def _is_verb(self, cue: int) -> bool:
        before = self.reading.mark_before(cue)
        return before is not None and Kind.WOULD in before

    def _meets(self, cue: int) -> bool:
        """The title before “meets” is read with it; without one, “meets” is an ordinary word."""
        for begin in range(max(0, cue - _LONGEST), cue):
            if self._try(begin, cue, strict=False):
                return True
        return not self.reading.free(cue - 1, cue) if cue else False

    def _beginnings(self, start: int) -> Iterator[int]:
        """Right after the cue, or after “the film” and the like."""
        yield start
        for skipped in (start, start + 1):
            if self.reading.is_kind(skipped, Kind.TYPE) and all(map(self.reading.says_nothing, range(start, skipped))):
                yield skipped + 1

    def _more_after(self, end: int) -> None:
        """“… and Oldboy”, “…, Oldboy”, “… / Oldboy”."""
        reading = self.reading
        while end < len(reading.words):
            begin = end + 1 if reading.is_kind(end, Kind.AND, Kind.OR, Kind.MEETS) else end
            joined = begin > end or reading.words[end].after_break or reading.words[end].joined
            found = self._title_at(begin, strict=begin == end) if joined and begin < len(reading.words) else None
            if found is None:
                return
            reading.pass_over(end, begin)
            end = found

    def _title_at(self, begin: int, *, strict: bool) -> int | None:
        """Understand the longest exact title that begins at ``begin``; where it ends.

        Everyday words need a capital letter, and in strict places every single word does.
        """
        reading = self.reading
        last = self._last(begin)
        if begin >= last or not reading.free(begin, begin + 1):
            return None
        texts = [reading.typed(begin, end) for end in range(begin + 1, last + 1)]
        count, hits = reading.titles.longest(texts, reading.allowed)
        while count and not self._reads_as_title(begin, begin + count, strict=strict):
            count, hits = reading.titles.longest(texts[: count - 1], reading.allowed)
        if not count:
            return None
        self._note(begin, begin, begin + count, hits[0].item_id)
        return begin + count

    def _last(self, begin: int) -> int:
        last = begin
        while last < min(len(self.reading.words), begin + _LONGEST) and self.reading.free(last, last + 1):
            last += 1
        return last

    def _reads_as_title(self, begin: int, end: int, *, strict: bool) -> bool:
        reading = self.reading
        capital = any(word.capital for word in reading.words[begin:end])
        if reading.ordinary(begin, end) and not (begin == 0 and end >= _WORDS_OF_A_SENTENCE):
            return reading.words[begin].capital and (end == begin + 1 or reading.words[end - 1].capital)
        return capital or not (strict and end == begin + 1)

    def _named_at(self, begin: int) -> int | None:
        """What stands where a title is expected: one nearly spelled so, or, capitalised, an unknown one."""
        reading = self.reading
        end = self._chunk_end(begin)
        if begin >= end or reading.ordinary(begin, end):
            return None
        capital = reading.words[begin].capital
        least = _LEAST_FIT_CAPITAL if capital else _LEAST_FIT
        for stop in dict.fromkeys((end, min(end, begin + 2), begin + 1)):
            if reading.ordinary(begin, stop):
                continue
            item = self._nearly(reading.typed(begin, stop), least)
            if item is not None:
                self._note(begin, begin, stop, item)
                return stop
        if not capital or reading.is_kind(begin, *_NOT_TITLES) or self._is_person(begin, end):
            return None
        return self._unknown(begin, end)

    def _is_person(self, begin: int, end: int) -> bool:
        """“In the style of Wong Kar-wai” is about a person."""
        reading = self.reading
        texts = [reading.typed(begin, stop) for stop in range(begin + 1, end + 1)]
        return any(reading.titles.person_named(text, reading.allowed) is not None for text in texts)

    def _unknown(self, begin: int, end: int) -> int:
        words = self.reading.words
        last = 1 + max(i for i in range(begin, end) if words[i].capital)
        while last < end and words[last].joined:
            last += 1
        self._note(begin, begin, last, None)
        return last

    def _chunk_end(self, begin: int) -> int:
        reading = self.reading
        end = begin
        while end < min(len(reading.words), begin + 7) and reading.free(end, end + 1):
            stops = reading.breaks_at(end) or reading.is_kind(end, *_CHUNK_STOPS)
            if end > begin and stops and not reading.words[end].capital:
                break
            if end > begin and reading.words[end].after_break:
                break
            end += 1
        return end

    def _before_cue(self) -> None:
        """“Blade Runner vibes”."""
        cues = [mark for mark in self.reading.marks() if Kind.VIBE in mark][:_CUES]
        for mark in cues:
            for begin in range(max(0, mark.start - _LONGEST), mark.start):
                if self.reading.words[begin].capital and self._try(begin, mark.start, strict=True):
                    self.reading.pass_over(mark.start, mark.end)
                    break

    def _at_the_start(self) -> None:
        """“Parasite but funnier”, or nothing but a title."""
        reading = self.reading
        end = 0
        while end < min(len(reading.words), _LONGEST) and not reading.is_kind(end, Kind.BUT):
            end += 1
        whole = end == len(reading.words) or reading.is_kind(end, Kind.BUT)
        if end and whole and (end >= _WORDS_OF_A_SENTENCE or not reading.ordinary(0, end)):
            self._try(0, end, strict=False)

    def _plainly_written(self) -> None:
        """Two or more words with capitals that are just a title."""
        reading = self.reading
        starts = [i for i, word in enumerate(reading.words) if word.capital and reading.free(i, i + 1)]
        for begin in starts[:_STARTS]:
            last = self._last(begin)
            texts = [reading.typed(begin, end) for end in range(begin + 1, last + 1)]
            count, hits = reading.titles.longest(texts, reading.allowed)
            end = begin + count
            if hits and count > 1 and reading.words[end - 1].capital and not reading.ordinary(begin, end):
                self._note(begin, begin, end, hits[0].item_id)

    def _try(self, begin: int, end: int, *, strict: bool) -> bool:
        if not self.reading.free(begin, end) or not self._reads_as_title(begin, end, strict=strict):
            return False
        item = self._exact(self.reading.typed(begin, end))
        if item is not None:
            self._note(begin, begin, end, item)
        return item is not None

    def _exact(self, typed: str) -> str | None:
        hits = self.reading.titles.named(typed, self.reading.allowed)
        return hits[0].item_id if hits else None

    def _nearly(self, typed: str, least: float) -> str | None:
        if not self.lookups or len(typed) < _LEAST_LETTERS:
            return None
        self.lookups -= 1
        hits = self.reading.titles.find(typed, limit=1, allowed=self.reading.allowed)
        return hits[0].item_id if hits and hits[0].score >= least else None

    def _note(self, start: int, begin: int, end: int, item: str | None) -> None:
        reading = self.reading
        negator = self._negator(start)
        typed = reading.typed(begin, end)
        wanted = negator is None
        if negator is not None:
            reading.pass_over(negator, start)
        said = typed if negator is None else reading.typed(negator, end)

        def wish(draft: Draft) -> None:
            if item is not None:
                draft.like(item, wanted=wanted)
            elif wanted:
                draft.unknown(typed)

        reading.pass_over(start, begin)
        reading.take(begin, end, wish, typed=said if item is not None else "")

    def _negator(self, start: int) -> int | None:
        """Where “not”, “nothing” or “don't” begins, right before the title or the cue before it."""
        reading = self.reading
        for position in (start, self._cue_start(start)):
            before = reading.mark_before(position)
            if before is not None and Kind.NOT in before and not reading.breaks_at(position):
                return before.start
        return None

    def _cue_start(self, start: int) -> int:
        before = self.reading.mark_before(start)
        return before.start if before is not None and (Kind.LIKE in before or Kind.LIKED in before) else start


_NOT_TITLES = (Kind.PLACE, Kind.TONE, Kind.GENRE, Kind.TYPE, Kind.DECADE, Kind.SUBJECT)
_CHUNK_STOPS = (
    Kind.BUT, Kind.AND, Kind.OR, Kind.NOT, Kind.WITH, Kind.FROM, Kind.BY, Kind.AT_MOST, Kind.AT_LEAST, Kind.LESS,
    Kind.MORE, Kind.FOR, Kind.FAMILY, Kind.PLACE,
)  # fmt: skip
