"""Every kind of evidence, every phrasing, every language."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest

from bot.explain import reason, sentence
from bot.explain.facts import facts
from bot.i18n import Translations, Translator
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.genres import GENRES
from engine.domain.items import CreditRole, Item, MediaType

KINDS = EvidenceKind
HOSTILE = (
    "“Quoted” « twice » „thrice“",
    "{ $titles } { -x } \\u0041 }",
    "ואלס עם באשיר",
    "👩‍👩‍👧‍👦 The *Family* <b>_Film_</b> & Co.",
    "A very long title indeed " * 12,
    "  line\nbreaks\t and  spaces ",
    "\u202egnorts",
)
PLAIN = ("Parasite", "Memories of Murder", "Alien", "L’Avventura", "Das Boot")
PLURALS = (0, 1, 2, 5, 21, 1_000_000)


def _items(titles: tuple[str, ...]) -> dict[str, Item]:
    return {f"movie:{n}": Item(f"movie:{n}", MediaType.MOVIE, title) for n, title in enumerate(titles)}


def _evidence(kind: EvidenceKind, **fields: object) -> Evidence:
    return Evidence(kind, "content", 0.1, **fields)  # type: ignore[arg-type] – fields vary by kind


def _of(kind: EvidenceKind, size: int, count: int, names: tuple[str, ...]) -> list[Evidence]:
    """Everything a piece of evidence of that kind can look like."""
    items, people, genres = tuple(f"movie:{n}" for n in range(size)), names[:size], GENRES[:size]
    by_role: list[dict[str, object]] = [
        {"items": items, "people": people, "role": role} for role in (*CreditRole, None)
    ]
    totals = ((count, count), (count, 3 * count + 1), (None, count + 1), (None, None))
    by_genre: list[dict[str, object]] = [{"genres": genres, "count": known, "total": total} for known, total in totals]
    shapes: dict[EvidenceKind, list[dict[str, object]]] = {
        KINDS.SIMILAR_TO_LIKED: [{"items": items}],
        KINDS.SEED_SIMILAR: [{"items": items}],
        KINDS.LIKE_ABANDONED: [{"items": items}],
        KINDS.LIKED_TOGETHER: [{"items": items, "count": count}],
        KINDS.OFTEN_TOGETHER: [{"items": items}],
        KINDS.LINKED_MAKER: by_role,
        KINDS.LINKED_PEOPLE: [{**fields, "people": names[: max(size, 2)]} for fields in by_role],
        KINDS.LINKED_THEMES: [{"items": items, "keywords": people}],
        KINDS.LINKED_NAME: [{"items": items, "keywords": people[:1]}],
        KINDS.LINKED_SERIES: [{"items": items}],
        KINDS.LIKE_HIDDEN: [{"items": items}],
        KINDS.GENRE_LIKED: by_genre,
        KINDS.GENRE_AVOIDED: by_genre,
        KINDS.PERSON_LIKED: by_role,
        KINDS.PERSON_DROPPED: [*by_role, {}],
        KINDS.MOOD_AVOIDED: [{"keywords": people}],
        KINDS.SEED_SHARED: [*by_role, {"items": items, "genres": genres}, {"items": items, "keywords": people}],
        KINDS.MOOD_MATCH: [{"keywords": people}, {"items": items}, {"items": items, "keywords": people}, {}],
        KINDS.STARTER: [{"genres": genres}],
        KINDS.LOVED_BEFORE: [{"on": date(2024, 8, 9), "count": count}],
    }
    return [_evidence(kind, **fields) for fields in shapes.get(kind, [{"figure": 8.4, "count": count}])]


def _all_variants(evidence: Evidence, items: dict[str, Item], speak: Translator) -> list[str]:
    found = facts(evidence, items, speak)
    if found is None:
        return []
    return [sentence(evidence, items, speak, variant=n) for n in range(speak.variants(f"reason-{found.family}"))]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("titles", [PLAIN, HOSTILE], ids=["plain", "hostile"])
@pytest.mark.untraced
def test_every_phrasing_reads_well_for_any_number_and_any_title(
    speak: Translator, kind: EvidenceKind, titles: tuple[str, ...]
) -> None:
    items = _items(titles)
    sizes = itertools.product((1, 2, 3, 5), PLURALS)
    for evidence in dict.fromkeys(fact for size, count in sizes for fact in _of(kind, size, count, titles)):
        voiced = _all_variants(evidence, items, speak)
        assert len(voiced) >= 4 or (kind in {KINDS.POPULAR_HERE, KINDS.LIKED_TOGETHER} and (evidence.count or 0) < 3)
        assert len(set(voiced)) == len(voiced), "two phrasings are the same"
        for text in voiced:
            _well_formed(text, right_to_left=titles is HOSTILE)


def _well_formed(text: str, *, right_to_left: bool) -> None:
    assert text.endswith("."), text
    assert "  " not in text, text
    assert "\n" not in text, text
    assert " ," not in text, text
    assert " ." not in text, text
    assert "??" not in text, text
    assert "\u202e" not in text
    assert text.count("\u2068") == text.count("\u2069")
    if not right_to_left:
        assert "\u2068" not in text, text
        assert "{" not in text, text
        assert "$" not in text, text
        assert not re.match(r"[a-zäöüéà]", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_usual_titles_keep_a_sentence_short(speak: Translator, kind: EvidenceKind) -> None:
    items = _items(PLAIN)
    for evidence in _of(kind, 2, 9, ("Bong Joon-ho", "Song Kang-ho")):
        for variant in range(5):
            text = sentence(evidence, items, speak, variant=variant)
            assert len(text) <= 140, f"{len(text)}: {text}"


@pytest.mark.parametrize("kind", KINDS)
def test_neighbouring_phrasings_begin_with_different_words(speak: Translator, kind: EvidenceKind) -> None:
    items = _items(PLAIN)
    for evidence in _of(kind, 1, 5, ("Bong Joon-ho",)):
        voiced = _all_variants(evidence, items, speak)
        openings = [text.split()[0] for text in voiced]
        for one, other in itertools.pairwise([*openings, openings[0]]):
            assert one != other, voiced


def test_the_card_of_each_rank_sounds_different(speak: Translator) -> None:
    items = _items(PLAIN)
    evidence = _evidence(KINDS.SIMILAR_TO_LIKED, items=("movie:0",))
    assert len({reason([evidence], items, speak, variant=rank) for rank in range(5)}) == 5


@pytest.mark.parametrize(
    ("tag", "kind", "fields", "variant", "said"),
    [
        (
            "en",
            KINDS.SIMILAR_TO_LIKED,
            {"items": ("movie:0", "movie:2")},
            0,
            "Close to “Parasite” and “Alien”, which you liked.",
        ),
        ("de", KINDS.SIMILAR_TO_LIKED, {"items": ("movie:0",)}, 0, "Nah an „Parasite“, das dir gefallen hat."),
        (
            "de",
            KINDS.SIMILAR_TO_LIKED,
            {"items": ("movie:0", "movie:2")},
            0,
            "Nah an „Parasite“ und „Alien“, die dir gefallen haben.",
        ),
        (
            "fr",
            KINDS.SIMILAR_TO_LIKED,
            {"items": ("movie:0", "movie:2")},
            1,
            "Ressemble à « Parasite » et « Alien », des titres que tu as aimés.",
        ),
        (
            "fr",
            KINDS.QUALITY,
            {"figure": 8.4, "count": 1_000_000},
            3,
            "Bien accueilli : 8,4 sur 10 pour 1 000 000 de votes.",
        ),
        ("fr", KINDS.QUALITY, {"figure": 8.0, "count": 1}, 3, "Bien accueilli : 8,0 sur 10 pour un vote."),
        ("de", KINDS.QUALITY, {"figure": 8.4, "count": 1}, 3, "Gut aufgenommen: 8,4 von 10 bei einer Stimme."),
        ("en", KINDS.QUALITY, {"figure": 8.4, "count": 21}, 0, "Rated 8.4 out of 10 by 21 people."),
        ("en", KINDS.NEW_RELEASE, {"figure": 2026.0}, 0, "New: it came out in 2026."),
        ("de", KINDS.NEW_IN_LIBRARY, {"count": 0}, 0, "Neu hier: heute dazugekommen."),
        (
            "de",
            KINDS.LOVED_BEFORE,
            {"on": date(2024, 3, 1), "count": 2},
            0,
            "Du hast es zweimal beendet, zuletzt im März 2024.",
        ),
        (
            "en",
            KINDS.GENRE_LIKED,
            {"genres": ("Drama",), "count": 2, "total": 2},
            0,
            "Drama suits you: you finished both you started.",
        ),
        (
            "en",
            KINDS.GENRE_LIKED,
            {"genres": ("Film Noir", "War"), "count": 3, "total": 4},
            0,
            "Film Noir and war suit you: you finished 3 of the 4 you started.",
        ),
        (
            "fr",
            KINDS.GENRE_LIKED,
            {"genres": ("Drama",), "count": 9, "total": 12},
            0,
            "Côté drame, tu as terminé 9 titres sur les 12 commencés.",
        ),
        (
            "de",
            KINDS.GENRE_AVOIDED,
            {"genres": ("Horror",), "total": 66},
            0,
            "Im Genre Horror hast du noch nie etwas angefangen, dabei gibt es hier 66 Titel.",
        ),
        (
            "en",
            KINDS.GENRE_AVOIDED,
            {"genres": ("Family",), "total": 66},
            2,
            "So far you have left family alone: 66 available, none started.",
        ),
        (
            "en",
            KINDS.GENRE_AVOIDED,
            {"genres": ("Family",), "count": 1, "total": 9},
            0,
            "Family rarely works for you: 9 started, 1 finished.",
        ),
        (
            "fr",
            KINDS.GENRE_AVOIDED,
            {"genres": ("Family",), "total": 1},
            0,
            "Tu n’as encore rien commencé côté famille, pour un titre disponible.",
        ),
        (
            "fr",
            KINDS.GENRE_LIKED,
            {"genres": ("Family",), "count": 3, "total": 3, "domain": MediaType.TV},
            0,
            "Côté famille (séries), tu as terminé les 3 titres commencés.",
        ),
        (
            "en",
            KINDS.GENRE_LIKED,
            {"genres": ("Drama",), "count": 26, "total": 27, "domain": MediaType.MOVIE},
            0,
            "Drama (films) suits you: you finished 26 of the 27 you started.",
        ),
        ("en", KINDS.GENRE_LIKED, {"genres": ("War",), "count": 1, "total": 6}, 1, "You have a liking for war."),
        (
            "en",
            KINDS.GENRE_AVOIDED,
            {"genres": ("War",), "count": 5, "total": 6},
            0,
            "Lately war has not been your thing.",
        ),
        (
            "en",
            KINDS.PERSON_LIKED,
            {"items": ("movie:0", "movie:2"), "people": ("Hayao Miyazaki",)},
            0,
            "Hayao Miyazaki, known to you from “Parasite” and “Alien”, is among the people behind this one.",
        ),
        (
            "fr",
            KINDS.PERSON_DROPPED,
            {"items": ("movie:0", "movie:2"), "people": ("Ozu",), "role": CreditRole.WRITER},
            2,
            "Revoici Ozu à l’écriture : « Parasite » et « Alien » n’étaient pas pour toi.",
        ),
        ("de", KINDS.MOOD_AVOIDED, {"keywords": ("nichts Trauriges",)}, 0, "Wie gewünscht: „nichts Trauriges“."),
        ("de", KINDS.MOOD_MATCH, {"keywords": ("funny",)}, 2, "Ausgesucht für „lustig“."),
        ("fr", KINDS.MOOD_MATCH, {"keywords": ("cozy", "samurai")}, 2, "Choisi pour « douillet » et « samurai »."),
    ],
)
def test_numbers_and_agreement_are_right(
    translations: Translations, tag: str, kind: EvidenceKind, fields: dict[str, object], variant: int, said: str
) -> None:
    told = sentence(_evidence(kind, **fields), _items(PLAIN), translations.to(tag), variant=variant)
    assert told.replace("\u00a0", " ").replace("\u202f", " ") == said


@pytest.mark.parametrize("name", ["Agnès Varda", "Émile Zola", "Hayao Miyazaki", "Henri Verneuil", "Ozu"])
def test_french_never_needs_to_elide_before_a_name(translations: Translations, name: str) -> None:
    french, items = translations.to("fr"), _items((f"{name} et moi",))
    for kind in KINDS:
        for evidence in _of(kind, 1, 5, (name,)):
            for text in _all_variants(evidence, items, french):
                assert not re.search(rf"\b(de|que|le|la|je|ne|se|te|ce|du|au) (« ?)?{name}", text), text


def test_a_title_the_reader_may_not_see_is_not_named(speak: Translator) -> None:
    items = _items(("Parasite",))
    evidence = _evidence(KINDS.SIMILAR_TO_LIKED, items=("movie:9", "movie:0"))
    told = reason([evidence], items, speak, variant=0)
    assert "Parasite" in told
    assert told == reason([_evidence(KINDS.SIMILAR_TO_LIKED, items=("movie:0",))], items, speak, variant=0)


def test_evidence_with_only_unseen_titles_gives_way_to_the_next(speak: Translator) -> None:
    hidden = Evidence(KINDS.SIMILAR_TO_LIKED, "content", 0.3, items=("movie:9",))
    genre = Evidence(KINDS.GENRE_LIKED, "genre", 0.1, genres=("Drama",), count=9, total=12)
    assert reason([hidden, genre], {}, speak, variant=1) == sentence(genre, {}, speak, variant=1)


@pytest.mark.parametrize(
    ("contribution", "family"),
    [("content", "taste"), ("mood", "request"), ("quality", "rating"), ("popularity", "any")],
)
def test_where_nothing_may_be_told_only_the_largest_contribution_is_claimed(
    speak: Translator, contribution: str, family: str
) -> None:
    hidden = Evidence(KINDS.SEED_SIMILAR, contribution, 0.3, items=("movie:9",))
    assert reason([hidden], {}, speak, variant=2) == speak.text(f"reason-general-{family}-3")


def test_no_evidence_at_all_claims_nothing_in_particular(speak: Translator) -> None:
    assert reason([], {}, speak, variant=0) == speak.text("reason-general-any-1")


def test_what_speaks_against_a_pick_is_never_its_reason(speak: Translator) -> None:
    against = Evidence(KINDS.FEW_VOTES, "confidence", -0.4, count=3)
    mild = Evidence(KINDS.CHANCE, "chance", 0.01)
    assert reason([against, mild], {}, speak, variant=0) == sentence(mild, {}, speak, variant=0)


def test_fewer_than_three_people_are_never_counted_aloud(speak: Translator) -> None:
    two = Evidence(KINDS.POPULAR_HERE, "popularity", 0.2, count=2)
    assert "2" not in reason([two], {}, speak, variant=0)


@pytest.mark.parametrize(
    "evidence",
    [
        _evidence(KINDS.SEED_SHARED, items=("movie:0",)),
        _evidence(KINDS.PERSON_LIKED, items=("movie:0",)),
        _evidence(KINDS.PERSON_LIKED, people=("Bong Joon-ho",)),
        _evidence(KINDS.MOOD_AVOIDED),
        _evidence(KINDS.QUALITY, figure=8.0),
        _evidence(KINDS.LOVED_BEFORE, count=2),
        _evidence(KINDS.SIMILAR_TO_LIKED),
    ],
)
def test_evidence_without_its_facts_is_not_filled_up_with_guesses(speak: Translator, evidence: Evidence) -> None:
    assert sentence(evidence, _items(PLAIN), speak, variant=0) == speak.text("reason-general-taste-1")


def test_two_strong_facts_share_a_sentence(translations: Translations) -> None:
    liked = Evidence(KINDS.SIMILAR_TO_LIKED, "content", 0.3, items=("movie:0",))
    rated = Evidence(KINDS.QUALITY, "quality", 0.2, figure=8.4, count=900)
    told = [reason([liked, rated], _items(PLAIN), translations.to(tag), variant=0) for tag in ("en", "de", "fr")]
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in told] == [
        "Close to “Parasite”, which you liked; also rated 8.4 out of 10.",
        "Nah an „Parasite“, das dir gefallen hat; außerdem mit 8,4 von 10 bewertet.",
        "Tu as aimé « Parasite », et ce titre est dans la même veine ; et noté 8,4 sur 10.",
    ]


def test_a_weak_second_fact_is_left_out(speak: Translator) -> None:
    liked = Evidence(KINDS.SIMILAR_TO_LIKED, "content", 0.3, items=("movie:0",))
    rated = Evidence(KINDS.QUALITY, "quality", 0.1, figure=8.4, count=900)
    assert reason([liked, rated], _items(PLAIN), speak, variant=0) == sentence(liked, _items(PLAIN), speak, variant=0)


@pytest.mark.parametrize("second", [KINDS.QUALITY, KINDS.NEW_IN_LIBRARY, KINDS.NEW_RELEASE, KINDS.POPULAR_HERE])
def test_every_fact_that_may_follow_reads_well(speak: Translator, second: EvidenceKind) -> None:
    first = Evidence(KINDS.SEED_SIMILAR, "seed", 0.3, items=("movie:0",))
    for count in (3, 5, 1_000_000):
        other = Evidence(second, "x", 0.3, figure=8.4, count=count)
        told = reason([first, other], _items(PLAIN), speak, variant=0)
        assert ";" in told
        _well_formed(told, right_to_left=False)


@pytest.mark.parametrize("role", [*CreditRole, None])
def test_a_person_may_follow_in_any_role(speak: Translator, role: CreditRole) -> None:
    first = Evidence(KINDS.SEED_SIMILAR, "seed", 0.3, items=("movie:2",))
    other = Evidence(KINDS.PERSON_LIKED, "personnel", 0.3, items=("movie:0",), people=("Bong Joon-ho",), role=role)
    told = reason([first, other], _items(PLAIN), speak, variant=0)
    assert "Bong Joon-ho" in told
    assert "Parasite" in told


def test_a_card_names_fewer_titles_rather_than_growing_long(speak: Translator) -> None:
    items = _items(
        (
            "The Assassination of Jesse James by the Coward Robert Ford",
            "Borat: Cultural Learnings of America for Make Benefit Glorious Nation",
            "Alien",
        )
    )
    told = reason([_evidence(KINDS.SIMILAR_TO_LIKED, items=tuple(items))], items, speak, variant=0)
    assert len(told) <= 140
    assert "Alien" not in told
