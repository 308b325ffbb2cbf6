"""Which instances are configured, by plain variables and by a list; and that keys stay where they belong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance
from engine.errors import Misconfigured


class Settings(InstanceSettings):
    model_config = vendor_config("radarr")

    api_key: SecretStr | None = None
    profile: str = ""
    days: int = 7


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.chdir(tmp_path)  # no .env of whoever runs the tests


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[Instance]:
    for name, value in variables.items():
        monkeypatch.setenv(f"RECOMMENDARR_RADARR_{name}", value)
    return configured("radarr", Settings)


def test_nothing_set_is_nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch) == []
    assert given(monkeypatch, PROFILE="HD") == []


def test_one_instance_is_made_of_plain_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    [made] = given(
        monkeypatch, URL=" http://nas:7878/radarr/ ", API_KEY=" k ", PROFILE="HD", HOOK_SECRET="h", VERIFY_TLS="false"
    )
    assert (made.name, made.url, made.secret) == ("radarr", "http://nas:7878/radarr", "k")
    assert (dict(made.options), made.hook_secret, made.verify_tls) == ({"profile": "HD", "days": "7"}, "h", False)
    assert "'k'" not in repr(made)


def test_further_ones_take_nothing_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    more = [{"name": "4k", "url": "https://b", "api_key": "z"}, {"name": "kids-2", "url": "https://c", "api_key": "y"}]
    made = given(monkeypatch, URL="http://a", API_KEY="k", PROFILE="HD", VERIFY_TLS="0", INSTANCES=json.dumps(more))
    assert [one.name for one in made] == ["radarr", "radarr-4k", "radarr-kids-2"]
    assert [one.secret for one in made] == ["k", "z", "y"]
    assert (dict(made[1].options), made[1].verify_tls) == ({"days": "7"}, True)


@pytest.mark.parametrize(
    ("variables", "key", "setting"),
    [
        ({"URL": "http://a"}, "integration-setting-missing", "API_KEY"),
        ({"API_KEY": "k"}, "integration-setting-missing", "URL"),
        ({"URL": "nas:7878", "API_KEY": "k"}, "integration-setting-invalid", "URL"),
        ({"URL": "ftp://a", "API_KEY": "k"}, "integration-setting-invalid", "URL"),
        ({"URL": "http://me:pass@a", "API_KEY": "k"}, "integration-setting-invalid", "URL"),
        ({"URL": "http://a?x=1", "API_KEY": "k"}, "integration-setting-invalid", "URL"),
        ({"URL": "http://a:port", "API_KEY": "k"}, "integration-setting-invalid", "URL"),
        ({"URL": "http://a", "API_KEY": "k\nX: y"}, "integration-setting-invalid", "API_KEY"),
        ({"URL": "http://a", "API_KEY": "k", "VERIFY_TLS": "perhaps"}, "integration-setting-invalid", "VERIFY_TLS"),
        ({"INSTANCES": "{"}, "integration-setting-invalid", "INSTANCES"),
        ({"INSTANCES": "{}"}, "integration-setting-invalid", "INSTANCES"),
        ({"INSTANCES": "[7]"}, "integration-setting-invalid", "INSTANCES"),
        ({"INSTANCES": '[{"url": "http://a"}]'}, "integration-name-invalid", "INSTANCES"),
        ({"INSTANCES": '[{"name": "Four K", "url": "http://a"}]'}, "integration-name-invalid", "INSTANCES"),
        ({"INSTANCES": '[{"name": "a", "url": "http://a"}]'}, "integration-setting-missing", "INSTANCES a API_KEY"),
        ({"INSTANCES": '[{"name": "a", "url": 7}]'}, "integration-setting-invalid", "INSTANCES a URL"),
        (
            {"INSTANCES": json.dumps([{"name": "a", "url": "http://a", "api_key": "k"}] * 2)},
            "integration-setting-invalid",
            "INSTANCES",
        ),
    ],
)
def test_what_is_wrong_is_named_and_no_value_shown(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], key: str, setting: str
) -> None:
    with pytest.raises(Misconfigured) as told:
        given(monkeypatch, **variables)
    assert (told.value.key, dict(told.value.arguments)) == (key, {"setting": f"RECOMMENDARR_RADARR_{setting}"})
