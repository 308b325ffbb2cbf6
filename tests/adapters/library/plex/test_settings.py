"""Which Plex servers are configured, and where their accounts are asked for."""

from __future__ import annotations

import json

import pytest

from adapters.library.plex import INTEGRATION, settings
from bot.integration import Instance
from bot.settings import Settings
from engine.errors import Misconfigured


def test_without_a_token_there_is_no_plex(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("RECOMMENDARR_PLEX_URL", raising=False)
    assert INTEGRATION.instances() == []


def test_several_servers_have_names_of_their_own_and_keep_their_tokens_to_themselves(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RECOMMENDARR_PLEX_URL", "http://one.lan:32400/")
    monkeypatch.setenv("RECOMMENDARR_PLEX_TOKEN", "first-token")
    more = [{"name": "attic", "url": "https://two.lan", "token": "second-token", "verify_tls": False}]
    monkeypatch.setenv("RECOMMENDARR_PLEX_INSTANCES", json.dumps(more))
    one, two = INTEGRATION.instances()
    assert (one.name, one.url, one.secret, one.verify_tls) == ("plex", "http://one.lan:32400", "first-token", True)
    assert (two.name, two.secret, two.verify_tls) == ("plex-attic", "second-token", False)
    assert "token" not in repr([one, two])


def test_an_address_without_a_token_is_said_to_be_wrong(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RECOMMENDARR_PLEX_URL", "http://one.lan:32400")
    with pytest.raises(Misconfigured):
        INTEGRATION.instances()


def test_peoples_tokens_go_where_plex_tv_is():
    real = Instance("plex", "http://one.lan", "t", {})
    other = Instance("plex", "http://one.lan", "t", {"tv_url": "http://tv.lan"})
    own = Instance("plex", "http://one.lan", "t", {"tv_url": "http://tv.lan", "discover_url": "http://d.lan"})
    assert settings.plex_tv(real) == settings.PLEX_TV
    assert settings.discover(real) == settings.DISCOVER
    assert settings.metadata(real) == settings.METADATA
    assert settings.discover(other) == settings.metadata(other) == "http://tv.lan"
    assert settings.discover(own) == "http://d.lan"


def test_how_it_is_set_up_names_the_address_of_its_hook_and_no_secret():
    assert INTEGRATION.steps
    told = INTEGRATION.steps(Settings(_env_file=None, public_url="https://watch.example.org/"))
    assert told == [("plex-steps", {"hook": "https://watch.example.org/hooks/plex"})]
