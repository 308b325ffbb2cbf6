"""/why and /whynot: figures that add up, facts that may be told, and what to do next."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.explain import note, why, why_not
from bot.explain.accounts import balanced, label
from bot.i18n import Translations, Translator
from engine.discovery import discover
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import CreditRole, Item, MediaType
from engine.domain.slate import (
    Confidence,
    Contribution,
    Exclusion,
    ExclusionKind,
    Note,
    NoteKind,
    Pick,
    WhyNot,
)
from engine.scoring.scorer import Scorer

pytestmark = pytest.mark.untraced

ITEMS = {
    "movie:1": Item("movie:1", MediaType.MOVIE, "Parasite"),
    "movie:2": Item("movie:2", MediaType.MOVIE, "Alien", titles={"fr": "Alien, le huitième passager"}),
}
NAMES = (*discover("engine.scorers", "SCORER", Scorer, key=lambda scorer: scorer.name), "starter")
PARTS = (("content", 0.40149), ("quality", 0.12345), ("anti-profile", -0.05), ("chance", 0.00001))


def _parts(*named: tuple[str, float]) -> tuple[Contribution, ...]:
    return tuple(Contribution(name, value, 1.0, value) for name, value in named)


def _pick(*named: tuple[str, float], evidence: tuple[Evidence, ...] = ()) -> Pick:
    score = sum(value for _, value in named)
    return Pick("movie:2", 1, score, 0.84, Confidence.MEDIUM, _parts(*named), evidence)


def _why_not(**fields: object) -> WhyNot:
    plain = WhyNot("movie:2", 0.312, 0.4, 57, 230, 0.63, _parts(("content", 0.4), ("anti-profile", -0.088)), (), ())
    return replace(plain, **fields)  # type: ignore[arg-type] – fields vary by test


def _figures(lines: list[str]) -> list[float]:
    found = [re.search(r"([+\N{MINUS SIGN}])(\d+)[.,](\d)", line) for line in lines]
    return [float(f"{'-' if m[1] != '+' else ''}{m[2]}.{m[3]}") for m in found if m]


def test_the_points_shown_add_up_to_the_sum_shown(speak: Translator) -> None:
    *parts, total = _figures(why(_pick(*PARTS), ITEMS, speak))
    assert sum(parts) == pytest.approx(total, abs=1e-9)
    assert total == 47.5


def test_every_contribution_has_its_line_or_is_named_as_without_effect(speak: Translator) -> None:
    lines = why(_pick(*PARTS), ITEMS, speak)
    for name, _ in PARTS:
        assert any(label(name, speak) in line for line in lines)
    assert lines[3].startswith(speak.text("why-none", labels=label("chance", speak))[:8])


def test_a_line_tells_the_facts_behind_it(translations: Translations) -> None:
    liked = Evidence(EvidenceKind.SIMILAR_TO_LIKED, "content", 0.4, items=("movie:1",))
    lines = why(_pick(("content", 0.4), evidence=(liked,)), ITEMS, translations.to("en"))
    assert lines[0] == "Like what you enjoy: +40.0 – Close to “Parasite”, which you liked."
    assert lines[1] == "Together: +40.0 points."


def test_a_fact_about_titles_out_of_reach_is_left_out_of_the_account(speak: Translator) -> None:
    hidden = Evidence(EvidenceKind.SIMILAR_TO_LIKED, "content", 0.4, items=("movie:9",))
    lines = why(_pick(("content", 0.4), evidence=(hidden,)), ITEMS, speak)
    assert lines[0] == speak.text("why-line", label=label("content", speak), points=speak.signed(40.0))


@pytest.mark.parametrize("confidence", Confidence)
def test_the_match_is_told_with_how_sure_it_is(speak: Translator, confidence: Confidence) -> None:
    lines = why(replace(_pick(("content", 0.4)), confidence=confidence), ITEMS, speak)
    assert speak.percent(0.84) in lines[-1]
    assert lines[-1] == speak.text(f"why-match-{confidence}", match=speak.percent(0.84))


def test_a_thin_history_is_admitted_in_the_account(speak: Translator) -> None:
    thin = Note(NoteKind.THIN_HISTORY, count=3)
    assert why(_pick(("content", 0.4)), ITEMS, speak, notes=[thin])[-1] == note(thin, speak)


@pytest.mark.parametrize("name", NAMES)
def test_every_contribution_has_a_name_in_every_language(speak: Translator, name: str) -> None:
    assert speak.has(f"contribution-{name}")
    assert len({label(one, speak) for one in NAMES}) == len(NAMES)


def test_what_speaks_against_a_title_is_told_with_its_sentence(translations: Translations) -> None:
    evidence = (
        Evidence(EvidenceKind.PERSON_DROPPED, "personnel", -0.05, ("movie:1",), ("Bong Joon-ho",), CreditRole.DIRECTOR),
        Evidence(EvidenceKind.UNLIKE_LATELY, "present", -0.04),
        Evidence(EvidenceKind.NOTHING_CLOSE, "content", -0.03),
    )
    parts = _parts(("personnel", -0.05), ("present", -0.04), ("content", -0.03))
    answer = WhyNot("movie:2", -0.12, 0.2, 57, 230, 0.63, parts, evidence, ())
    lines = why_not(answer, ITEMS, translations.to("en"))[1:4]
    assert lines == [
        "People behind it: \u22125.0 – Directed by Bong Joon-ho, like “Parasite”, which you gave up on or disliked.",
        "Like what you enjoyed lately: \u22124.0 – It is rather far from what you have been enjoying lately.",
        "Like what you enjoy: \u22123.0 – Taken together, the titles you liked are of another kind.",
    ]


def test_an_unknown_contribution_goes_by_its_own_name(speak: Translator) -> None:
    assert label("moon-phase", speak) == "Moon phase"


@settings(max_examples=200)
@given(st.lists(st.floats(-1, 1, allow_nan=False), min_size=1, max_size=14))
def test_balanced_points_always_add_up_and_stay_within_a_tenth(values: list[float]) -> None:
    total = sum(values)
    tenths = balanced(values, total)
    assert sum(tenths) == round(total * 1_000)
    assert all(abs(tenth - value * 1_000) <= 1.01 for tenth, value in zip(tenths, values, strict=True))


def test_points_that_do_not_sum_to_the_score_are_not_bent_to_it() -> None:
    assert balanced([0.1, 0.1], 0.5) == [100, 100]


def test_why_not_says_first_what_keeps_it_out_then_what_speaks_against_it(translations: Translations) -> None:
    evidence = (Evidence(EvidenceKind.LIKE_ABANDONED, "anti-profile", -0.088, items=("movie:1",)),)
    hidden = Exclusion(ExclusionKind.HIDDEN, on=date(2026, 3, 15))
    assert why_not(_why_not(evidence=evidence, exclusions=(hidden,)), ITEMS, translations.to("en")) == [
        "You have hidden it until 15 March 2026.",
        "What speaks against it:",
        "Like what you dropped: −8.8 – Close to “Parasite”, which you gave up on or disliked.",
        "Without that it would be 57th of 230, with 31.2 points; the last one shown has 63.0.",
        "Bring it back whenever you like; it then counts as before.",
    ]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "what you did with it would count, and it would be 57th of 230"),
        ("de", "zählte mit, was du damit gemacht hast, und es stünde auf Platz 57 von 230"),
        ("fr", "ce que tu en as fait compterait, et il serait à la 57e place sur 230"),
    ],
)
@pytest.mark.parametrize("kind", [ExclusionKind.WATCHED, ExclusionKind.GIVEN_UP, ExclusionKind.DISLIKED])
def test_what_somebody_did_with_a_title_stays_in_its_score(
    translations: Translations, kind: ExclusionKind, tag: str, said: str
) -> None:
    lines = why_not(_why_not(exclusions=(Exclusion(kind),)), ITEMS, translations.to(tag))
    assert sum(said in line for line in lines) == 1


@pytest.mark.parametrize(
    ("tag", "rank", "said"),
    [
        ("en", 1, "It is 1st of 230"), ("en", 22, "It is 22nd of 230"), ("en", 113, "It is 113th of 230"),
        ("de", 57, "Es steht auf Platz 57 von 230"),
        ("fr", 1, "Il est à la 1re place sur 230"), ("fr", 57, "Il est à la 57e place sur 230"),
    ],
)  # fmt: skip
def test_places_are_counted_as_the_language_counts(translations: Translations, tag: str, rank: int, said: str) -> None:
    assert any(said in line for line in why_not(_why_not(rank=rank), ITEMS, translations.to(tag)))


def test_a_title_with_nothing_against_it_is_told_so(speak: Translator) -> None:
    lines = why_not(_why_not(contributions=_parts(("content", 0.3))), ITEMS, speak)
    assert lines[0] == speak.text("whynot-nothing-against")


@pytest.mark.parametrize("kind", ExclusionKind)
def test_every_exclusion_has_its_words_with_and_without_what_it_knows(speak: Translator, kind: ExclusionKind) -> None:
    known = Exclusion(kind, item_id="movie:1", on=date(2024, 5, 6))
    bare, unseen = Exclusion(kind), Exclusion(kind, item_id="movie:9")
    told, plain, discreet = (why_not(_why_not(exclusions=(one,)), ITEMS, speak)[0] for one in (known, bare, unseen))
    assert plain == discreet
    assert (told != plain) == (speak.has(f"whynot-{kind}-on") or speak.has(f"whynot-{kind}-title"))


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        (ExclusionKind.ON_NO_SHELF, "-no-shelf"),
        (ExclusionKind.HIDDEN, "-hidden"),
        (ExclusionKind.WATCHED, "-seen"),
        (ExclusionKind.IN_PROGRESS, "-seen"),
        (ExclusionKind.ANTI_PROFILE, ""),
    ],
)
def test_the_last_line_says_what_can_be_done(speak: Translator, kind: ExclusionKind, ending: str) -> None:
    assert why_not(_why_not(exclusions=(Exclusion(kind),)), ITEMS, speak)[-1] == speak.text(f"whynot-override{ending}")


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 21, 1_000_000])
def test_every_note_reads_well_for_any_number(speak: Translator, kind: NoteKind, count: int) -> None:
    told = note(Note(kind, count=count, subject="Zed & Two Noughts"), speak)
    assert told.endswith(".")
    assert "  " not in told
    assert "{" not in told


def test_a_reference_nobody_knows_is_quoted(translations: Translations) -> None:
    told = note(Note(NoteKind.UNKNOWN_REFERENCE, subject="Parasyte"), translations.to("de"))
    assert told.startswith("„Parasyte“ kenne ich nicht")
