"""What an owner sets, and what they are told to do."""

from __future__ import annotations

import json

import pytest

from bot.integration import Integration
from bot.settings import Settings
from engine.discovery import discover
from engine.errors import Misconfigured
from tests.adapters.acquisition.conftest import VENDORS
from tests.conversations.household import TRANSLATIONS

SETTINGS = Settings(_env_file=None, public_url="https://watch.example.org/")


@pytest.fixture(autouse=True)
def own_environment(monkeypatch, tmp_path):
    """No .env of a developer's."""
    monkeypatch.chdir(tmp_path)


def test_the_vendors_are_found_among_what_they_share():
    found = discover("adapters.acquisition", "INTEGRATION", Integration, key=lambda one: one.name, folders=True)
    assert set(found) == set(VENDORS)


@pytest.mark.parametrize("vendor", VENDORS)
def test_configured_means_enabled(vendor, monkeypatch):
    assert list(VENDORS[vendor].instances()) == []
    prefix = f"RECOMMENDARR_{vendor.upper()}"
    monkeypatch.setenv(f"{prefix}_URL", "http://nas.lan:5055/base/")
    with pytest.raises(Misconfigured, match=f"{prefix}_API_KEY"):
        VENDORS[vendor].instances()
    monkeypatch.setenv(f"{prefix}_API_KEY", "very-secret")
    monkeypatch.setenv(f"{prefix}_INSTANCES", json.dumps([{"name": "4k", "url": "http://b.lan", "api_key": "other"}]))
    one, two = VENDORS[vendor].instances()
    assert (one.name, one.url, one.secret, two.name) == (
        vendor,
        "http://nas.lan:5055/base",
        "very-secret",
        f"{vendor}-4k",
    )
    assert "secret" not in repr(one)


def test_how_titles_are_added_is_an_option_of_the_instance(monkeypatch):
    for name, value in {"URL": "http://a", "API_KEY": "k", "PROFILE": "HD", "SEARCH": "false"}.items():
        monkeypatch.setenv(f"RECOMMENDARR_RADARR_{name}", value)
    (one,) = VENDORS["radarr"].instances()
    usual = {"approval": "members", "weekly": "0", "takes": "all"}
    assert one.options == {"profile": "HD", "minimum_availability": "released", "search": "False", **usual}
    monkeypatch.setenv("RECOMMENDARR_RADARR_MINIMUM_AVAILABILITY", "soon")
    with pytest.raises(Misconfigured, match="RECOMMENDARR_RADARR_MINIMUM_AVAILABILITY"):
        VENDORS["radarr"].instances()


def test_the_path_of_seerrs_api_is_not_part_of_its_address(monkeypatch):
    monkeypatch.setenv("RECOMMENDARR_SEERR_URL", "https://ask.example.org/api/v1/")
    monkeypatch.setenv("RECOMMENDARR_SEERR_API_KEY", "k")
    assert [one.url for one in VENDORS["seerr"].instances()] == ["https://ask.example.org"]


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_steps_name_the_webhooks_address_in_every_language(vendor, monkeypatch):
    ((key, arguments),) = VENDORS[vendor].steps(SETTINGS)
    assert arguments["hook"] == f"https://watch.example.org/hooks/{vendor}"
    for locale in TRANSLATIONS.locales:
        assert arguments["hook"] in TRANSLATIONS.to(locale).text(key, **arguments)
    monkeypatch.setenv(f"RECOMMENDARR_{vendor.upper()}_INSTANCES", json.dumps(
        [{"name": name, "url": "http://a", "api_key": "k"} for name in ("a", "b")]))  # fmt: skip
    hooks = [told["hook"].rpartition("/")[2] for _, told in VENDORS[vendor].steps(SETTINGS) if "hook" in told]
    assert hooks == [f"{vendor}-a", f"{vendor}-b"]
    monkeypatch.setenv(f"RECOMMENDARR_{vendor.upper()}_INSTANCES", "[broken")
    assert len(VENDORS[vendor].steps(SETTINGS)) == 1


def test_where_titles_are_shared_out_the_steps_tell_who_is_asked_for_what(monkeypatch):
    several = [("a", "series"), ("b", "anime"), ("c", "children"), ("d", "nothing"), ("e", "all")]
    monkeypatch.setenv("RECOMMENDARR_SONARR_INSTANCES", json.dumps(
        [{"name": name, "url": "http://a", "api_key": "k", "takes": takes} for name, takes in several]))  # fmt: skip
    told = [arguments for key, arguments in VENDORS["sonarr"].steps(SETTINGS) if key == "servarr-takes"]
    assert [one["name"] for one in told] == [f"sonarr-{name}" for name, _ in several]
    for locale in TRANSLATIONS.locales:
        lines = [TRANSLATIONS.to(locale).text("servarr-takes", **arguments) for arguments in told]
        assert len({line.partition(":")[2] for line in lines}) == len(several)
        assert all(takes in line for line, (_, takes) in zip(lines, several, strict=True))


@pytest.mark.parametrize(
    ("vendor", "allowed"),
    [
        ("radarr", "all, films, anime, children, nothing"),
        ("sonarr", "all, series, anime, children, nothing"),
    ],
)
def test_a_kind_of_titles_that_there_is_not_is_named_with_those_there_are(vendor, allowed, monkeypatch):
    prefix = f"RECOMMENDARR_{vendor.upper()}"
    wrong = json.dumps([{"name": "kids", "url": "http://a", "api_key": "k", "takes": "cartoons"}])
    for name, value, setting in (
        ("TAKES", "cartoons", f"{prefix}_TAKES"),
        ("INSTANCES", wrong, f"{prefix}_INSTANCES kids TAKES"),
    ):
        with monkeypatch.context() as patched:
            patched.setenv(f"{prefix}_{name}", value)
            with pytest.raises(Misconfigured, match="integration-setting-choice") as caught:
                VENDORS[vendor].instances()
        assert caught.value.arguments == {"setting": setting, "allowed": allowed}
        for locale in TRANSLATIONS.locales:
            assert allowed in TRANSLATIONS.to(locale).error(caught.value)
