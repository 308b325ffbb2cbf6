"""People and their accounts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from adapters.storage.rows import IdentityRow, ViewerRow
from engine.domain.items import MediaType
from engine.domain.records import Identity
from engine.domain.viewers import HistoryDepth, Role, Viewer


def folded(name: str) -> str:
    """``name`` as it is compared: without case, however its accents are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def viewer_values(viewer: Viewer) -> dict[str, object]:
    """The columns of ``viewer``; library access is kept apart."""
    return {
        "id": viewer.id,
        "name": viewer.name,
        "folded_name": folded(viewer.name),
        "locale": viewer.locale,
        "role": str(viewer.role),
        "history_depth": str(viewer.history_depth),
        "blends": sorted(sorted(str(domain) for domain in pair) for pair in viewer.blends),
        "time_zone": viewer.time_zone,
    }


def viewer_of(row: ViewerRow, library_ids: Iterable[str]) -> Viewer:
    """The person that ``row`` keeps, with the libraries they may open."""
    return Viewer(
        id=row.id,
        name=row.name,
        locale=row.locale,
        role=Role(row.role),
        library_ids=frozenset(library_ids),
        history_depth=HistoryDepth(row.history_depth),
        blends=frozenset(frozenset(MediaType(domain) for domain in pair) for pair in row.blends or ()),
        time_zone=row.time_zone,
    )


def identity_values(identity: Identity) -> dict[str, object]:
    """The columns of ``identity``."""
    return {"platform": identity.platform, "account_id": identity.account_id, "viewer_id": identity.viewer_id}


def identity_of(row: IdentityRow) -> Identity:
    """The account that ``row`` keeps."""
    return Identity(row.platform, row.account_id, row.viewer_id)
