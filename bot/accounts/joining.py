"""Makes one person of somebody in a chat and the account they proved to hold on a media server."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.media.sealing import Sealer
from bot.people.admins import keep_an_admin
from engine.domain.media_records import SealedToken, StoredAccount
from engine.domain.people import Standing
from engine.domain.records import Identity
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.services import Services
    from bot.syncing.light import Reading
    from bot.vocabulary import Account
    from engine.domain.media import SignedIn
    from engine.domain.viewers import Viewer
    from engine.ports.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Joined:
    """Who one is from now on."""

    viewer: Viewer
    moved: str = ""
    """Name of the person one was until now, where that is another."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An account on a media server, proved to be held by whoever asks."""

    instance: str
    vendor: str
    server_id: str
    signed_in: SignedIn


async def join(services: Services, account: Account, asker: Viewer | None, proof: Proof) -> Joined:
    """Join and keep the key. Raises InvalidQuery: ``no-access-to-server``, ``last-admin``."""
    async with services.storage.unit() as unit:
        stored = await _stored(unit, proof)
        owner = await unit.viewers.by_identity(proof.vendor, proof.signed_in.account_id)
        if owner is None or not stored.account.active:
            raise InvalidQuery("no-access-to-server")
        if await unit.people.standing(owner.id) is not Standing.ACTIVE:
            raise InvalidQuery("no-access-to-server")
        joined = await _one_person(unit, account, asker, owner, proof)
        sealed = Sealer(services.settings.data_dir).seal(proof.signed_in.token, joined.viewer.id)
        token = SealedToken(joined.viewer.id, proof.server_id, proof.signed_in.account_id, sealed, services.clock.now())
        await unit.tokens.put(token)
    for viewer in (joined.viewer, owner, *([asker] if asker else [])):
        services.profiles.drop(viewer.id)
    return joined


async def _stored(unit: UnitOfWork, proof: Proof) -> StoredAccount:
    stored = await unit.server_accounts.get(proof.server_id, proof.signed_in.account_id)
    if stored is None:
        raise InvalidQuery("no-access-to-server")
    return stored


async def _one_person(unit: UnitOfWork, account: Account, asker: Viewer | None, owner: Viewer, proof: Proof) -> Joined:
    """The account's owner is the asker. Whoever of them was in chats before stays; the other one becomes them."""
    if asker is not None and asker.id == owner.id:
        return Joined(owner)
    if asker is None or await _is_in_chats(unit, owner, proof.vendor):
        here = (account.platform, account.id)
        if asker is not None:
            await keep_an_admin(unit, without_accounts=(here,), joined_to={here: owner.id})
        await unit.viewers.link(Identity(*here, owner.id))
        return Joined(owner, asker.name if asker is not None else "")
    return Joined(await _become(unit, owner, asker, proof))


async def _is_in_chats(unit: UnitOfWork, viewer: Viewer, vendor: str) -> bool:
    return any(one.platform != vendor for one in await unit.viewers.identities(viewer.id))


async def _become(unit: UnitOfWork, owner: Viewer, asker: Viewer, proof: Proof) -> Viewer:
    """The person that the server made known has done nothing here yet: what they watched is the asker's."""
    key = (proof.vendor, proof.signed_in.account_id)
    await keep_an_admin(unit, without_accounts=(key,), joined_to={key: asker.id})
    await unit.interactions.hand_over(owner.id, asker.id)
    for one in await unit.viewers.identities(owner.id):
        await unit.viewers.link(replace(one, viewer_id=asker.id))
    accounts = await unit.server_accounts.of_viewer(owner.id)
    await unit.server_accounts.put([replace(one, viewer_id=asker.id) for one in accounts])
    await unit.viewers.set_access(asker.id, asker.library_ids | owner.library_ids)
    await unit.viewers.set_access(owner.id, ())
    return await unit.viewers.get(asker.id) or asker


def server_id_of(reading: Reading | None) -> str:
    """Id of the server that was read; empty where it was not."""
    return reading.identity.id if reading is not None else ""
