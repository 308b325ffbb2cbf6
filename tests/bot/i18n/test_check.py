"""All languages say the same things, and say everything that code asks for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.i18n import Translations
from bot.i18n.check import main, problems

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).parents[3]
ENGLISH = """
hello = Hello, { $name }
many = { $count ->
    [one] one film of yours
   *[other] { $count } films of yours
}
error-gone = { $title } is gone
"""
GERMAN = """
hello = Hallo, { $name }
many = { $count } Filme von dir
error-gone = { $title } ist weg
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for tag, text in {"en": ENGLISH, "de": GERMAN}.items():
        (tmp_path / "locales" / tag).mkdir(parents=True)
        (tmp_path / "locales" / tag / "a.ftl").write_text(text, encoding="utf-8")
    (tmp_path / "code").mkdir()
    return tmp_path


def _amiss(folder: Path, code: str = "") -> str:
    (folder / "code" / "said.py").write_text(code, encoding="utf-8")
    return "\n".join(problems(folder / "locales", [folder / "code"]))


def _german(folder: Path, text: str) -> None:
    (folder / "locales" / "de" / "a.ftl").write_text(text, encoding="utf-8")


def test_every_language_has_every_text_and_code_asks_for_none_that_is_missing() -> None:
    found = problems(ROOT / "locales", [ROOT / "bot", ROOT / "adapters", ROOT / "engine"])
    assert not found, "\n".join(found)


def test_the_check_can_be_run_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert capsys.readouterr().out == "Every text is there.\n"


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("path", sorted((ROOT / "locales").glob("*/*.ftl")), ids=lambda path: "/".join(path.parts[-2:]))
def test_texts_are_typed_with_care(path: Path) -> None:
    for line in _lines(path):
        _, _, text = line.partition("=")
        assert not re.search(r"\S  +\S", text), f"two spaces: {line}"
        assert "\u2068" not in line, line
        assert not re.search(r"\b(TODO|FIXME|XXX)\b", line), line


@pytest.mark.parametrize("path", sorted((ROOT / "locales" / "fr").glob("*.ftl")), ids=lambda path: path.stem)
def test_french_signs_do_not_break_away_from_their_words(path: Path) -> None:
    for line in _lines(path):
        assert not re.search(r"«[^\u00a0\u202f]|[^\u00a0\u202f]»| [:;!?]", line), line


@pytest.mark.parametrize("tag", ["de", "fr"])
def test_french_and_german_reasons_never_meet_a_name_they_would_have_to_bend(tag: str) -> None:
    words = {"fr": r"\b(de|que|le|la|je|ne|se|te|ce)", "de": r"\b(des|eines)"}[tag]
    for line in (ROOT / "locales" / tag / "reasons.ftl").read_text(encoding="utf-8").splitlines():
        assert not re.search(words + r" \{ \$(titles|people|genres|title|subject) }", line), line


def test_every_row_that_an_import_cannot_use_is_explained(translations: Translations) -> None:
    """Their keys are put together at run time, so the check cannot see them whole."""
    folders = {"Problem": "import-problem", "Note": "import-note", "Match": "import-problem"}
    files = [path for folder in ("bot/importing", "adapters/imports") for path in (ROOT / folder).rglob("*.py")]
    calls = [
        node
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in folders
    ]
    keys = {
        f"{folders[call.func.id]}-{said.value}"
        for call in calls
        for said in (*call.args[:2], *(keyword.value for keyword in call.keywords if keyword.arg == "reason"))
        if isinstance(call.func, ast.Name) and isinstance(said, ast.Constant) and isinstance(said.value, str)
    }
    assert not [key for key in sorted(keys) if not translations.to("en").has(key)]


def test_languages_that_agree_pass(folder: Path) -> None:
    code = 'speak.text("hello", name=x); speak.text(f"man{x}"); raise InvalidQuery("gone", title=x)'
    assert _amiss(folder, code) == ""


def test_a_missing_key_is_found(folder: Path) -> None:
    _german(folder, GERMAN.replace("hello =", "hallo ="))
    found = _amiss(folder)
    assert "de: hello is missing" in found
    assert "de/a.ftl: hallo is not in en" in found


def test_another_variable_is_found(folder: Path) -> None:
    _german(folder, GERMAN.replace("$name", "$person"))
    assert "hello tells ['person'], en tells ['name']" in _amiss(folder)


def test_english_left_in_another_language_is_found(folder: Path) -> None:
    untranslated = "many = Nothing was changed here, { $count }"
    _german(folder, GERMAN.replace("many = { $count } Filme von dir", untranslated))
    english = re.sub(r"(?s)many = .*?\n}", untranslated, ENGLISH)
    (folder / "locales" / "en" / "a.ftl").write_text(english, encoding="utf-8")
    assert "many is still in en" in _amiss(folder)


def test_text_that_is_not_fluent_is_found(folder: Path) -> None:
    _german(folder, GERMAN + "broken = { $x\n")
    assert "not Fluent" in _amiss(folder)


def test_the_same_key_twice_is_found(folder: Path) -> None:
    (folder / "locales" / "de" / "b.ftl").write_text("hello = Servus, { $name }\n", encoding="utf-8")
    assert "hello is already in de/a.ftl" in _amiss(folder)


def test_a_reference_to_nothing_is_found(folder: Path) -> None:
    _german(folder, GERMAN.replace("ist weg", "ist { weg } { -ganz } { hello.sehr }"))
    found = _amiss(folder)
    assert all(f"refers to {name}" in found for name in ("weg", "-ganz", "hello.sehr"))


def test_a_part_that_one_language_makes_for_its_own_grammar_is_fine(folder: Path) -> None:
    _german(folder, GERMAN.replace("ist weg", "ist { fort }") + "fort = weg\n-haus = Haus\n")
    assert _amiss(folder) == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('speak.text("helo", name=x)', "no text for helo"),
        ('speak.text("hello")', "hello needs name"),
        ('speak.text("hello" if x else "bye", name=x)', "no text for bye"),
        ('speak.text(f"greet-{x}")', "no text begins with greet-"),
        ('speak.variants("greet")', "no text begins with greet"),
        ('raise InvalidQuery("lost")', "no text for error-lost"),
        ('raise errors.SourceRejected("gone")', "error-gone needs title"),
        ('raise InvalidQuery(f"lost-{x}")', "no text begins with error-lost-"),
        ('class A(InvalidQuery):\n def __init__(self):\n  super().__init__("lost")', "no text for error-lost"),
    ],
)  # fmt: skip
def test_what_code_asks_for_in_vain_is_found(folder: Path, code: str, said: str) -> None:
    found = _amiss(folder, code)
    assert said in found
    assert "said.py:" in found


@pytest.mark.parametrize(
    "code", ['speak.text("hello", **facts)', "await response.text()", 'page.text("Some words")', "speak.text(key)"]
)
def test_what_cannot_be_known_or_is_no_text_of_ours_is_left_alone(folder: Path, code: str) -> None:
    assert _amiss(folder, code) == ""
