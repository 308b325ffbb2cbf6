"""In which role a person stands behind a title and behind others: what may be said of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue, role_bit, roles_of
from engine.domain.items import CreditRole


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """A person of a title, and other titles of theirs."""

    role: CreditRole | None
    """What they did in the title and in every one of ``rows``; None where that is not one role."""
    rows: NDArray[np.int64]


def connections(
    catalogue: Catalogue, person: int, row: int, others: NDArray[np.int64], most: int
) -> Iterator[Connection]:
    """What connects the title at ``row`` with ``others`` through a person (a column), the plainest first.

    One for each role that the person has in the title and had in some of ``others``, with up to ``most`` of those, the
    role with most of them first; at last one without a role, with the first of ``others``. Nothing where the person is
    not behind the title.
    """
    found = catalogue.credits_in(person, np.append(others, row))
    own, theirs = int(found[-1]), found[:-1]
    shared = [Connection(role, others[theirs & role_bit(role) > 0][:most]) for role in roles_of(own)]
    yield from sorted((one for one in shared if len(one.rows)), key=lambda one: -len(one.rows))
    met = others[theirs > 0][:most]
    if own and len(met):
        yield Connection(None, met)
