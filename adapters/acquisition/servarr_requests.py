"""What is true of Radarr and Sonarr as services that titles are asked of: they know no people and decide nothing."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.acquisition.servarr import Servarr
from adapters.acquisition.servarr_settings import takes_of
from bot.integration import Health, Instance, Outside
from engine.domain.acquisition import Approval, Quota, Requested, Rules
from engine.domain.items import MediaType
from engine.errors import InvalidQuery


class ServarrRequests:
    """The part of ``Requests`` that both fulfil alike. Whoever may ask is decided before."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self._arr = Servarr(instance, outside)
        self._name = instance.name
        self._options = instance.options
        self._excluded = instance.options.get("excluded_root", "")
        self._sizes: dict[int, list[float]] = {}
        """Bytes a minute of the files that are there, by quality profile."""

    @property
    def decides(self) -> bool:
        return False

    @property
    def rules(self) -> Rules:
        return _rules(self._options)

    def health(self) -> Health:
        return self._arr.health

    async def pending(self) -> list[Requested]:
        return []

    async def decide(self, request_id: str, *, approve: bool) -> Requested:
        del request_id, approve
        raise InvalidQuery("request-undecidable", name=self._name)

    async def quota(self, account_id: str, media_type: MediaType) -> Quota:
        del account_id, media_type
        return Quota(None)

    async def close(self) -> None:
        await self._arr.close()

    @property
    def _searches(self) -> bool:
        """Whether what is added is looked for at once."""
        return self._options.get("search", "True") == "True"


def _rules(options: Mapping[str, str]) -> Rules:
    approval = Approval(options.get("approval", Approval.MEMBERS))
    return Rules(approval, int(options.get("weekly", "0")), takes_of(options))
