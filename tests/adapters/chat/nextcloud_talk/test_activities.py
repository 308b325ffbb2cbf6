"""Webhooks are read, and whatever is wrong with one is said in one way."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.chat.nextcloud_talk.activities import Actor, Reacted, Said, Unreadable, read_activity
from adapters.chat.nextcloud_talk.inbound import account_of
from adapters.chat.nextcloud_talk.settings import Place

ACTOR = {"type": "Person", "id": "users/anna", "name": "Anna"}
TARGET = {"type": "Collection", "id": "abcd1234", "name": "Movie night"}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def note(text: str = "hello", parameters: object = (), **more: object) -> dict[str, Any]:
    content = json.dumps({"message": text, "parameters": parameters})
    return {"type": "Note", "id": "7", "name": "message", "content": content, "mediaType": "text/markdown", **more}


def create(**changed: object) -> dict[str, Any]:
    return {"type": "Create", "actor": ACTOR, "object": note(), "target": TARGET} | changed


def read(activity: object) -> Any:
    return read_activity(json.dumps(activity).encode())


def test_names_stand_in_place_of_placeholders_and_are_not_read_again() -> None:
    parameters = {
        "mention-user1": {"type": "user", "id": "bob", "name": "{file} Bob"},
        "file": {"type": "file", "name": "poster.png"},
        "odd": ["no", "name"],
    }
    said = read(create(object=note("{mention-user1} {file} {odd} {unknown}", parameters)))
    assert isinstance(said, Said)
    assert said.text == "@{file} Bob poster.png {odd} {unknown}"


@pytest.mark.parametrize("name", ["file", "object", "actor"])
def test_something_shared_without_a_word_says_nothing(name: str) -> None:
    assert read(create(object=note(f"{{{name}}}", {name: {"type": name, "name": "/tonight"}}, name=""))).text == ""
    assert read(create(object=note("{mention-user1}", {"mention-user1": {"name": "Bot"}}))).text == "@Bot"
    assert read(create(object=note("{typed}"))).text == "{typed}"


@pytest.mark.parametrize(
    "name", ["users/anna", "users/cli", "guests/0f", "emails/x", "federated_users/bob@other.example"]
)
def test_people_of_all_kinds_are_people(name: str) -> None:
    assert read(create(actor=ACTOR | {"id": name})).actor.is_person


@pytest.mark.parametrize(
    "name",
    ["bots/bot-1", "bridged/bridge", "deleted_users/x", "guests/cli", "guests/changelog", "guests/sample", "users/"],
)
def test_programs_and_nobody_are_not(name: str) -> None:
    assert not read(create(actor=ACTOR | {"id": name})).actor.is_person


@pytest.mark.parametrize(
    ("actor", "name"),
    [("guests/0f1e2d3c", "👤 0f1e"), ("users/bob", "bob"), ("federated_users/bob@https://b.example", "bob")],
)
def test_who_gave_no_name_is_called_by_nothing_of_an_address(actor: str, name: str) -> None:
    assert account_of(Place("https://cloud.example", "x"), Actor(actor, " ")).name == name


def test_an_emoji_and_its_being_taken_away_are_read() -> None:
    like = {"type": "Like", "actor": ACTOR, "object": note("card"), "target": TARGET, "content": "👍"}
    assert read(like) == Reacted(read(like).actor, "abcd1234", "7", "card", "👍")
    assert read({"type": "Undo", "actor": ACTOR, "object": like, "target": TARGET}).removed
    assert read({"type": "Undo", "actor": ACTOR, "object": {"type": "Follow"}, "target": TARGET}) is None


def test_kinds_of_the_future_are_passed_over() -> None:
    assert read({"type": "Announce", "actor": ACTOR}) is None


@pytest.mark.parametrize(
    "broken",
    [
        [], 7, None, {}, {"type": 7}, create(actor=None), create(actor={"id": 7}), create(actor={"id": "anna"}),
        create(actor={"id": "users/\nanna"}), create(actor={"id": "users/" + "a" * 400}), create(object=[]),
        create(object=note() | {"id": "7; drop"}), create(object=note() | {"id": True}),
        create(object=note() | {"id": []}),
        create(object=note() | {"content": {}}), create(object=note() | {"content": "no json"}),
        create(object=note() | {"content": "[" * 100_000}), create(object=note("x" * 70_000)),
        create(object=note() | {"content": '{"parameters": []}'}), create(object=note("x", "y")), create(target=None),
        create(target={"id": "../../admin"}), create(target={"id": 7}),
        {"type": "Like", "actor": ACTOR, "object": note(), "target": TARGET, "content": 7},
        {"type": "Like", "actor": ACTOR, "object": note(), "target": TARGET, "content": "👍" * 50},
    ],
)  # fmt: skip
def test_what_is_wrong_is_unreadable(broken: object) -> None:
    with pytest.raises(Unreadable):
        read(broken)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[" * 200_000, b'{"type": "Create"', b"NaN"])
def test_what_is_no_json_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_activity(body)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["type", "actor", "object", "target", "content"]), ANYTHING), st.data())
@pytest.mark.untraced
def test_nothing_else_is_ever_raised(odd: dict[str, Any], data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["Create", "Activity", "Like", "Undo", "Join", "Leave"]))
    for activity in (odd, create(type=kind) | odd, odd | {"type": kind}):
        with suppress(Unreadable):
            read(activity)


def test_an_answer_without_its_parent_is_no_reply() -> None:
    assert read(create(object=note(inReplyTo=None))).quoted == ""
    assert read(create(object=note(inReplyTo={"actor": None, "object": None}))).quoted == ""
    parent = {"type": "Note", "actor": ACTOR, "object": note("from a person")}
    assert read(create(object=note(inReplyTo=parent))).quoted == ""
    assert read(create(object=note(inReplyTo=parent | {"actor": {"id": "bots/bot-1"}}))).quoted == "from a person"


BOT = {"id": "bots/bot-1"}


@pytest.mark.parametrize(
    "parent",
    [7, [], {"actor": 7, "object": note()}, {"actor": BOT}, {"actor": BOT, "object": note() | {"content": False}}],
)
def test_what_was_said_counts_though_what_it_quotes_cannot_be_read(parent: object) -> None:
    said = read(create(object=note("why", inReplyTo=parent)))
    assert (said.text, said.quoted) == ("why", "")
