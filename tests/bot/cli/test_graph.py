"""The graph from the command line, on the built-in household."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.cli.shell import here, recommendarr

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert here("--data-dir", str(folder), "demo", "--prepare").code == 0
    return folder


def ask(home: Path, *words: str) -> tuple[str, dict[str, object]]:
    answer = here("--data-dir", str(home), "graph", *words, "--json")
    assert answer.code == 0, answer.err
    lines, _, report = answer.out.rstrip("\n").rpartition("\n")
    return lines, json.loads(report)


def test_stats_count_every_kind_of_vertex_and_edge(home):
    lines, report = ask(home, "stats")
    assert {"title", "person", "studio", "keyword", "genre", "collection", "name", "viewer"} <= set(report["vertices"])
    assert all(report["edges"][kind] > 0 for kind in ("acted in", "directed", "has keyword", "mentions", "watched"))
    assert "directed" in lines


def test_a_path_is_told_step_by_step(home):
    lines, report = ask(home, "path", "The Matrix", "The Matrix Reloaded")
    assert [step["to"] for step in report["steps"]] == ["The Matrix Reloaded (2003)"]
    assert lines.splitlines()[0] == "The Matrix (1999)"
    assert lines.splitlines()[-1] == "The Matrix Reloaded (2003)"


def test_what_is_near_has_reasons_people_and_its_series(home):
    lines, report = ask(home, "near", "The Matrix", "--most", "4")
    assert len(report["alike"]) == 4
    assert "The Matrix Reloaded (2003)" in {one["title"] for one in report["alike"]}
    assert "Keanu Reeves" in report["people"]["The Matrix Reloaded (2003)"]
    assert report["series"][0] == "The Matrix (1999)"
    assert "Two people or more in common" in lines


def test_what_is_central_is_told_by_kind(home):
    lines, report = ask(home, "central", "--most", "3")
    assert len(report["titles"]) == len(report["people"]) == 3
    assert "Hayao Miyazaki" in lines


def test_communities_are_told_with_what_they_share(home):
    pytest.importorskip("networkit")
    lines, report = ask(home, "communities", "--most", "3")
    assert len(report["communities"]) == 3
    assert "Between them" in lines


def test_one_who_may_not_open_a_shelf_does_not_learn_of_its_titles(home):
    everything, seen = ask(home, "stats")[1], ask(home, "stats", "--viewer", "Jonas")[1]
    assert seen["vertices"]["title"] < everything["vertices"]["title"]
    answer = here("--data-dir", str(home), "graph", "near", "The Shining", "--viewer", "Jonas")
    assert answer.code == 1
    assert "The Shining (" not in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("path", "Xyzzy Plugh", "Jaws"), "no title “Xyzzy Plugh”"),
        (("near", "Akira"), "Akira (1988)"),
        (("stats", "--viewer", "Nobody"), "Ben, Camille"),
    ],
)
def test_what_is_not_clear_is_answered_with_what_would_be(home, words, said):
    answer = here("--data-dir", str(home), "graph", *words)
    assert answer.code == 1
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_without_titles_it_says_where_to_get_some(tmp_path):
    answer = recommendarr("--data-dir", str(tmp_path), "graph", "stats")
    assert answer.code == 1
    assert "recommendarr import catalogue" in answer.err
