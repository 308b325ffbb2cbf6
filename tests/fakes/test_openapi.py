"""The check of fakes against official descriptions finds what is wrong, in descriptions of both versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.openapi import OpenApi

KIND = {"$ref": "#/components/schemas/Kind"}
THING = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "integer"}, "name": {"type": "string", "nullable": True}, "kind": KIND},
}
NAMED = [
    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
    {"name": "kinds", "in": "query", "required": True, "schema": {"type": "array", "items": KIND}},
]
DESCRIBED: dict[str, Any] = {
    "openapi": "3.0.1",
    "paths": {
        "/things/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Deep"}],
            "get": {
                "parameters": NAMED,
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                    "204": {"description": "nothing"},
                },
            },
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                },
                "responses": {"default": {"description": "anything"}},
            },
        }
    },
    "components": {
        "parameters": {"Deep": {"name": "deep", "in": "query", "schema": {"type": "boolean"}}},
        "schemas": {"Thing": THING, "Kind": {"type": "string", "enum": ["a", "b"]}},
    },
}
PLACE = "/things/{id}"


@pytest.fixture
def api(tmp_path: Path) -> OpenApi:
    path = tmp_path / "described.json"
    path.write_text(json.dumps(DESCRIBED), encoding="utf-8")
    return OpenApi(path)


def test_what_is_right_is_not_wrong(api: OpenApi) -> None:
    assert api.wrong_in_request("GET", PLACE, {"limit": "5", "KINDS": "a,b", "deep": "true"}) == []
    assert api.wrong_in_request("POST", PLACE, {}, {"id": 1, "name": None, "kind": "a"}) == []
    assert api.wrong_in_response("GET", PLACE, 200, {"id": 1, "name": None}) == []
    assert api.wrong_in_response("GET", PLACE, 404, "anything") == []


@pytest.mark.parametrize(
    "query",
    [{}, {"kinds": "c"}, {"kinds": "a", "limit": "x"}, {"kinds": "a", "deep": "7"}, {"kinds": "a", "other": "1"}],
)
def test_a_wrong_query_is_found(api: OpenApi, query: dict[str, str]) -> None:
    assert len(api.wrong_in_request("GET", PLACE, query)) == 1


@pytest.mark.parametrize("body", [None, {}, {"id": "1"}, {"id": 1, "kind": "c"}, {"id": 1, "unheard": True}])
def test_a_wrong_body_is_found(api: OpenApi, body: object) -> None:
    assert len(api.wrong_in_request("POST", PLACE, {}, body)) == 1


def test_a_wrong_answer_is_found(api: OpenApi) -> None:
    assert api.wrong_in_response("GET", PLACE, 200, {"id": None})
    assert api.wrong_in_response("GET", PLACE, 201, {}) == [f"GET {PLACE} never answers 201"]
    assert api.wrong_in_request("GET", "/other") == ["GET /other is not described"]
    assert api.wrong_in_request("GET", PLACE, {"kinds": "a"}, {"id": 1}) == [f"GET {PLACE} takes no body"]


def test_without_a_description_nothing_is_wrong(tmp_path: Path) -> None:
    absent = OpenApi(tmp_path / "absent.json")
    assert not absent.present
    assert absent.wrong_in_request("GET", "/x") == absent.wrong_in_response("GET", "/x", 200, None) == []
