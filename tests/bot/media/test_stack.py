"""The services together, and what of them may be kept in the clear: nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.integration import Instance
from bot.media.sealing import Sealer
from bot.media.stack import open_stack
from engine.errors import Misconfigured
from tests.bot.media.stage import FOLDERS, Stage


async def test_one_that_is_wrongly_set_up_leaves_the_others_as_they_are(stage: Stage) -> None:
    def wrong() -> Sequence[Instance]:
        raise Misconfigured("integration-setting-missing", setting="RECOMMENDARR_TMDB_URL")

    _, plex = stage.of_plex()
    made = [replace(FOLDERS["tmdb"], instances=wrong), replace(FOLDERS["plex"], instances=lambda: [plex])]
    stack = await open_stack(stage.settings, stage.storage, stage.clock, integrations=lambda: made)
    assert list(stack.opened) == ["plex"]
    assert [one.key for one in stack.misconfigured] == ["integration-setting-missing"]
    assert stack.metadata is None
    await stack.close()


async def test_a_history_speaks_of_the_server_its_owner_named_else_of_the_first_plex(stage: Stage) -> None:
    stage.configured.append(stage.of_plex("plex-attic"))
    vendor, tautulli = stage.of_tautulli()
    named = replace(tautulli, name="tautulli-attic", options={"server": "plex-attic"})
    stage.configured.append((vendor, named))
    async with stage.running() as running:
        assert running.stack.speaks_of("plex") == "plex"
        assert running.stack.speaks_of("tautulli") == "plex"
        assert running.stack.speaks_of("tautulli-attic") == "plex-attic"
        assert running.stack.speaks_of("nobody") == ""
        assert set(running.stack.health()) == {"plex", "plex-attic", "tautulli", "tautulli-attic", "tmdb"}


def test_what_is_sealed_opens_for_its_holder_alone_and_with_this_installations_key(tmp_path: Path) -> None:
    here, elsewhere = Sealer(tmp_path / "a"), Sealer(tmp_path / "b")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    sealed = here.seal("key-ünï", "anna")
    assert "key" not in sealed
    assert here.open(sealed, "anna") == "key-ünï"
    assert here.open(sealed, "ben") is None
    assert elsewhere.open(sealed, "anna") is None
    other = "B" if sealed[20] == "A" else "A"
    for broken in ("", "x", sealed[:-4], sealed[:20] + other + sealed[21:]):
        assert here.open(broken, "anna") is None


@pytest.mark.parametrize("secret", ["hook-secret-Marjoram", "owner-token-Sw0rdfish"])
def test_an_instance_never_shows_its_secrets(stage: Stage, secret: str) -> None:
    assert secret not in repr(stage.of_plex())
