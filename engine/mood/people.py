"""People named in a request: “with Song Kang-ho”, “by Miyazaki”, “ein Film von Haneke”."""

from __future__ import annotations

from engine.mood.draft import Draft
from engine.mood.kinds import Kind
from engine.mood.reading import Reading
from engine.search.hits import PersonHit

_LONGEST = 4
_LOOKUPS = 3
_SURE = 0.90
_NEARLY_WHOLE, _NEARLY_LAST = 0.88, 0.80
_LEAST_LAST_NAME = 5
_SAME_NAME = 3
_PLAIN_STARTS = 40
_CUES = 24


def read_people(reading: Reading) -> None:
    """Understand names after “by”, “with” and their like, and full names wherever they stand."""
    _People(reading).read()


class _People:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lookups = _LOOKUPS

    def read(self) -> None:
        cues = [mark for mark in self.reading.marks() if Kind.BY in mark or Kind.WITH in mark]
        for mark in cues[:_CUES]:
            if self.reading.free(mark.start, mark.end):
                end = self._after_cue(mark.end, by=Kind.BY in mark and Kind.FROM not in mark)
                if end is not None:
                    self.reading.pass_over(mark.start, mark.end)
        self._plainly_written()

    def _after_cue(self, start: int, *, by: bool) -> int | None:
        """Understand the names from ``start`` on, joined by “and”, “or” or commas; where they end."""
        end = self._name_at(start, by=by)
        last = end
        while end is not None:
            last = end
            begin = end + 1 if self.reading.is_kind(end, Kind.AND, Kind.OR) else end
            joined = begin > end or (end < len(self.reading.words) and self.reading.words[end].after_break)
            end = self._name_at(begin, by=by) if joined else None
            if end is not None:
                self.reading.pass_over(last, begin)
        return last

    def _name_at(self, start: int, *, by: bool) -> int | None:
        reading = self.reading
        last = self._last(start)
        for end in range(last, start, -1):
            hit = reading.titles.person_named(reading.typed(start, end), reading.allowed)
            if hit is not None and (not reading.ordinary(start, end) or reading.words[start].capital):
                return self._note(start, end, (hit.name,))
        return self._nearly_named_at(start, last, by=by)

    def _nearly_named_at(self, start: int, last: int, *, by: bool) -> int | None:
        """A last name, or a name nearly spelled so. A capital letter is asked for, except for last names after “by”."""
        reading = self.reading
        if start >= last or not self.lookups or reading.ordinary(start, start + 1):
            return None
        capital = reading.words[start].capital
        if not capital and not (by and len(reading.words[start].folded) >= _LEAST_LAST_NAME):
            return None
        self.lookups -= 1
        end = start + 1
        while end < last and self._goes_on(end, capital=capital):
            end += 1
        names = self._chosen(
            reading.titles.find_people(reading.typed(start, end), allowed=reading.allowed),
            end - start,
            by=by and capital,
        )
        return self._note(start, end, names) if names else None

    def _goes_on(self, position: int, *, capital: bool) -> bool:
        word = self.reading.words[position]
        if capital:
            return word.capital or word.joined
        return not self.reading.ordinary(position, position + 1)

    def _chosen(self, hits: list[PersonHit], words: int, *, by: bool) -> tuple[str, ...]:
        """Everyone of just this last name; else the one whose name is nearly this."""
        sure = [hit for hit in hits if hit.score >= _SURE]
        if sure:
            most = max(len(hit.item_ids) for hit in sure)
            return tuple(hit.name for hit in sure if 2 * len(hit.item_ids) >= most)[:_SAME_NAME]
        least = _NEARLY_LAST if words == 1 else _NEARLY_WHOLE
        near = [hit for hit in hits if hit.score >= least] if by or words > 1 else []
        near.sort(key=lambda hit: (-hit.score, -len(hit.item_ids)))
        return (near[0].name,) if near else ()

    def _last(self, start: int) -> int:
        reading = self.reading
        last = start
        while last < min(len(reading.words), start + _LONGEST) and reading.free(last, last + 1):
            if last > start and reading.words[last].after_break:
                break
            last += 1
        return last

    def _plainly_written(self) -> None:
        """Full names of two or three words, without a cue; lower-case only for people of several titles."""
        reading = self.reading
        starts = [i for i in range(len(reading.words) - 1) if not reading.ordinary(i, i + 1) and reading.free(i, i + 2)]
        for start in starts[:_PLAIN_STARTS]:
            for end in range(min(self._last(start), start + 3), start + 1, -1):
                hit = reading.titles.person_named(reading.typed(start, end), reading.allowed)
                ending = reading.words[end - 1]
                capital = reading.words[start].capital and (ending.capital or ending.joined)
                if hit is not None and (capital or (len(hit.item_ids) > 1 and not reading.ordinary(end - 1, end))):
                    self._note(start, end, (hit.name,))
                    break

    def _note(self, start: int, end: int, names: tuple[str, ...]) -> int:
        reading = self.reading
        negator = self._negator(start)

        def wish(draft: Draft) -> None:
            for name in names:
                draft.person(name, wanted=negator is None)

        if negator is not None:
            reading.pass_over(negator, start)
        said = reading.typed(start if negator is None else negator, end)
        reading.take(start, end, wish, typed=said)
        return end

    def _negator(self, start: int) -> int | None:
        reading = self.reading
        cue = reading.mark_before(start)
        begin = cue.start if cue is not None and (Kind.BY in cue or Kind.WITH in cue) else start
        before = reading.mark_before(begin)
        if before is not None and Kind.TYPE in before:
            before = reading.mark_before(before.start)
        return before.start if before is not None and Kind.NOT in before and not reading.breaks_at(begin) else None
