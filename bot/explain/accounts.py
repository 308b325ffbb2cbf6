"""The whole account of a score: what spoke for a title, what against, and what kept it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.explain.facts import LONGEST_TITLE
from bot.explain.sentences import told
from bot.i18n import Translator
from bot.i18n.typography import shortened
from engine.domain.evidence import Evidence
from engine.domain.items import Item
from engine.domain.slate import Contribution, Exclusion, ExclusionKind, Note, NoteKind, Pick, WhyNot

_OVERRULING = (
    (ExclusionKind.ON_NO_SHELF, "whynot-override-no-shelf"),
    (ExclusionKind.HIDDEN, "whynot-override-hidden"),
    (ExclusionKind.WATCHED, "whynot-override-seen"),
    (ExclusionKind.IN_PROGRESS, "whynot-override-seen"),
)
"""What can be done about it, by the exclusion that weighs most."""
_DEALT_WITH = frozenset(
    {
        ExclusionKind.WATCHED, ExclusionKind.IN_PROGRESS, ExclusionKind.GIVEN_UP, ExclusionKind.DISLIKED,
        ExclusionKind.SKIPPED,
    }
)  # fmt: skip
"""What the viewer did with the very title: that does not only keep it out, it is in its score, too."""
_TENTHS = 1_000  # a score of 1 is 100 points, shown to one decimal


def why(pick: Pick, items: Mapping[str, Item], speak: Translator, *, notes: Iterable[Note] = ()) -> list[str]:
    """Lines for /why: each contribution with its signed points and facts, their sum, and how sure the match is.

    The points shown add up to the sum shown. ``notes`` are the slate's, told at the end.
    """
    ordered = sorted(pick.contributions, key=lambda part: -part.value)
    shares = balanced([part.value for part in ordered], pick.score)
    moved = [(part, share) for part, share in zip(ordered, shares, strict=True) if share]
    tell = _Account(pick.evidence, items, speak)
    lines = [tell.line(part, share, turn) for turn, (part, share) in enumerate(moved)]
    if idle := [label(part.name, speak) for part, share in zip(ordered, shares, strict=True) if not share]:
        lines.append(speak.text("why-none", labels=speak.list(idle)))
    lines.append(speak.text("why-sum", points=_signed(round(pick.score * _TENTHS), speak)))
    lines.append(speak.text(f"why-match-{pick.confidence}", match=speak.percent(pick.match)))
    return lines + [note(said, speak) for said in notes]


def why_not(answer: WhyNot, items: Mapping[str, Item], speak: Translator) -> list[str]:
    """Lines for /whynot: what keeps it out, what speaks against it, its place, and how to overrule it."""
    lines = [_excluded(exclusion, items, speak) for exclusion in answer.exclusions]
    negative = sorted((part for part in answer.contributions if _tenths(part.value) < 0), key=lambda part: part.value)
    if negative:
        lines.append(speak.text("whynot-against"))
        tell = _Account(answer.evidence, items, speak)
        lines += [tell.line(part, _tenths(part.value), turn) for turn, part in enumerate(negative)]
    elif not lines:
        lines.append(speak.text("whynot-nothing-against"))
    lines.append(_place(answer, speak))
    kinds = {exclusion.kind for exclusion in answer.exclusions}
    lines.append(speak.text(next((key for kind, key in _OVERRULING if kind in kinds), "whynot-override")))
    return lines


def note(said: Note, speak: Translator) -> str:
    """What an answer says about itself."""
    subject = shortened(said.subject, LONGEST_TITLE)
    if said.kind in {NoteKind.UNKNOWN_REFERENCE, NoteKind.WORDING_UNKNOWN}:
        subject = speak.quoted(subject)
    share = speak.percent(said.count / 100)
    return speak.text(f"note-{said.kind}", count=said.count, subject=subject, share=share)


def label(name: str, speak: Translator) -> str:
    """What a contribution is called; one without a text goes by its own name, made readable."""
    key = f"contribution-{name}"
    return speak.text(key) if speak.has(key) else name.replace("-", " ").replace("_", " ").strip().capitalize()


def balanced(values: Sequence[float], total: float) -> list[int]:
    """``values`` in tenths of a point, rounded so that they add up to the rounded ``total``.

    Only what rounding lost is spread; values that do not sum to the total to begin with are left as they are.
    """
    tenths = [_tenths(value) for value in values]
    missing = _tenths(total) - sum(tenths)
    if abs(sum(values) - total) * _TENTHS > 1 or not missing:
        return tenths
    step = 1 if missing > 0 else -1
    lost = sorted(range(len(values)), key=lambda at: -step * (values[at] * _TENTHS - tenths[at]))
    for at in lost[: abs(missing)]:
        tenths[at] += step
    return tenths


def _tenths(value: float) -> int:
    return round(value * _TENTHS)


def _signed(tenths: int, speak: Translator) -> str:
    return speak.signed(tenths / 10, 1)


@dataclass(frozen=True, slots=True)
class _Account:
    """What there is to tell, and to whom."""

    evidence: Sequence[Evidence]
    items: Mapping[str, Item]
    speak: Translator

    def line(self, part: Contribution, tenths: int, turn: int) -> str:
        """One contribution with its facts; neighbouring ``turn`` s use other words."""
        about = [fact for fact in self.evidence if fact.contribution == part.name]
        sentences = [told(fact, self.items, self.speak, variant=turn + place) for place, fact in enumerate(about)]
        known = " ".join(dict.fromkeys(text for text in sentences if text))
        named, points = label(part.name, self.speak), _signed(tenths, self.speak)
        if not known:
            return self.speak.text("why-line", label=named, points=points)
        return self.speak.text("why-line-facts", label=named, points=points, facts=known)


def _excluded(exclusion: Exclusion, items: Mapping[str, Item], speak: Translator) -> str:
    key = f"whynot-{exclusion.kind}"
    if exclusion.on and speak.has(f"{key}-on"):
        return speak.text(f"{key}-on", when=speak.date(exclusion.on))
    item = items.get(exclusion.item_id) if exclusion.item_id else None
    if item and speak.has(f"{key}-title"):
        return speak.text(f"{key}-title", title=speak.quoted(shortened(speak.title(item), LONGEST_TITLE)))
    return speak.text(key)


def _place(answer: WhyNot, speak: Translator) -> str:
    own = any(exclusion.kind in _DEALT_WITH for exclusion in answer.exclusions)
    allowed = "whynot-rank-known" if own else "whynot-rank-allowed"
    return speak.text(
        allowed if answer.exclusions else "whynot-rank",
        place=answer.rank,
        ordinal=speak.ordinal(answer.rank),
        of=answer.of,
        points=speak.number(answer.score * 100, 1),
        needed=speak.number(answer.needed * 100, 1),
    )
