from __future__ import annotations

from copy import deepcopy

import pytest

from bot.demo import built_in, facts_check

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module")
def records():
    return built_in.records()


def test_the_built_in_catalogue_and_household_are_well_formed(capsys):
    assert facts_check.main() == 0
    assert "well-formed" in capsys.readouterr().out


def test_the_catalogue_spans_the_world_and_a_century(records):
    years = [record["year"] for _, record in records]
    countries = {code for _, record in records for code in record["countries"]}
    kinds = {record["type"] for _, record in records}
    assert min(years) < 1930
    assert max(years) >= 2024
    assert len(countries) >= 25
    assert kinds == {"movie", "tv", "anime", "manga"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "no title"),
        ({"imdb_id": "0133093"}, "imdb_id"),
        ({"genres": ["Sci-fi-ish"]}, "no genre"),
        ({"countries": ["ZZ9"]}, "no country"),
        ({"language": "xx9"}, "no language"),
        ({"library": "cellar"}, "no library"),
        ({"synopsis": {"en": "Too short."}}, "synopsis (en) of 2 words"),
        ({"rating": 9}, "no field 'rating'"),
    ],
)
def test_a_malformed_fact_is_named_with_its_place(records, change, said):
    broken = deepcopy(records)
    broken[3][1].update(change)
    faults = list(facts_check.catalogue_faults(broken))
    assert any(said in fault and fault.startswith(broken[3][0]) for fault in faults), faults


def test_a_title_that_stands_there_twice_is_found(records):
    faults = list(facts_check.catalogue_faults([*records, records[0]]))
    assert any("more than once" in fault for fault in faults)


def test_two_parts_of_a_franchise_with_one_number_are_found(records):
    parts = [record for _, record in records if (record.get("collection") or {}).get("order") == 2]
    broken = deepcopy(records)
    twin = next(r for _, r in broken if (r.get("collection") or {}).get("name") == parts[0]["collection"]["name"])
    twin["collection"]["order"] = 2
    assert any("two parts are number 2" in fault for fault in facts_check.catalogue_faults(broken))


def test_a_catalogue_that_is_too_small_is_refused(records):
    faults = list(facts_check.catalogue_faults(records[:20]))
    assert any("only 20 titles" in fault for fault in faults)
    assert any("countries" in fault for fault in faults)
