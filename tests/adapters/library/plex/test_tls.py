"""A server with a certificate of its owner's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.library.plex.client_tv import PlexTv
from adapters.library.plex.opening import open_plex
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.errors import SourceUnavailable
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.adapters.http.tls import self_signed
from tests.fakes.plex import start
from tests.fakes.plex.world import MACHINE, OWNER_TOKEN


async def test_a_certificate_nobody_vouches_for_is_taken_only_where_the_owner_says_so(tmp_path: Path):
    fake = await start(tls=self_signed(tmp_path))
    outside = Outside(SteppedClock(), MemoryStorage(), Settings(_env_file=None))
    told: dict[bool, object] = {}
    for verify in (True, False):
        opened = await open_plex(Instance("plex", fake.url, OWNER_TOKEN, {"tv_url": fake.tv_url}, verify), outside)
        assert opened.server
        if verify:
            with pytest.raises(SourceUnavailable, match="integration-tls"):
                await opened.server.identity()
        else:
            told[verify] = (await opened.server.identity()).id
        await opened.close()
    await fake.close()
    assert told == {False: MACHINE}


async def test_a_certificate_of_ones_own_never_excuses_plex_tv():
    outside = Outside(SteppedClock(), MemoryStorage(), Settings(_env_file=None))
    tv = PlexTv(Instance("plex", "https://plex.lan", OWNER_TOKEN, {}, verify_tls=False), outside, {})
    services = (tv._owner, tv._people, tv._metadata, tv._discover)
    assert all(service._instance.verify_tls for service in services)
    await tv.close()
