"""What a share keeps from somebody within the libraries it opens, from plex.tv's words into ours. Pure.

A filter is written ``contentRating=G%2CPG|label!=Horror``: what is joined by ``|`` must hold together here. Plex itself
shows a title also where it has an allowed label and no allowed rating; we show fewer then, never more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from adapters.library.plex.elements import flag, text
from engine.domain.items import MediaType
from engine.domain.media import Part, Section, ServerAccount

_ALL = "filterAll"
_OF_TYPE = {MediaType.MOVIE: "filterMovies", MediaType.TV: "filterTelevision"}
_PROFILE = "restrictionProfile"
_RATING, _LABEL = "contentRating", "label"
_CONDITION = re.compile(rf"({_RATING}|{_LABEL})(!?)=(.+)\Z", re.DOTALL)
_ENCODED = 3
"""How often a filter may have been percent-encoded."""
_LITTLE = frozenset({"g", "tv-y", "tv-g"})
_OLDER = _LITTLE | {"pg", "tv-y7", "tv-y7-fv", "tv-pg"}
_PROFILES = {"little_kid": _LITTLE, "older_kid": _OLDER, "teen": _OLDER | {"pg-13", "tv-14"}}
"""By their American ratings. Plex knows which of other countries are alike; here they are not among them."""
_UNRATED = frozenset({"", "nr", "not rated", "unrated", "none"})


@dataclass(frozen=True, slots=True, order=True)
class Condition:
    """Something that has to hold of a title; texts are folded."""

    of_label: bool
    """Else of its age rating."""
    wanted: bool
    """Else it must not be one of these."""
    values: tuple[str, ...]

    def holds(self, rating: str, labels: frozenset[str]) -> bool:
        """For a title of that rating with these labels; one without a rating has none that is allowed."""
        told = labels if self.of_label else frozenset({rating}) - {""}
        if self.wanted:
            return not told.isdisjoint(self.values)
        # what has a comma in it comes as several
        met = any(one in self.values for value in told for one in (value, *parted(value)))
        return not met and (self.of_label or rating not in _UNRATED)


Limits = frozenset[Condition]
"""All of them have to hold; none: nothing is kept from the account."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is said of one account: by the type of what lies in a section; None where it is not understood."""

    movies: Limits | None = frozenset()
    series: Limits | None = frozenset()

    def of(self, section: Section) -> Limits | None:
        """For a section of films or of series."""
        return self.movies if section.media_type is MediaType.MOVIE else self.series

    def both(self, other: Filters) -> Filters:
        """What two places say of the same account holds together."""
        return Filters(_together(self.movies, other.movies), _together(self.series, other.series))


def filters(entry: Element) -> Filters:
    """What a ``User`` or ``SharedServer`` is limited to."""
    of_all = _together(_read(text(entry, _ALL)), _profile(text(entry, _PROFILE)))
    return Filters(*(_together(of_all, _read(text(entry, _OF_TYPE[kind]))) for kind in (MediaType.MOVIE, MediaType.TV)))


def told_of(shares: Element, users: Element | None, home: Element | None) -> dict[str, Filters]:
    """What lists of shares, of users and of the home's people say of each account, by its id; None: there is none.

    Of whom the lists that there are should tell and do not, nobody knows what is kept from them.
    """
    found = {text(entry, "userID"): filters(entry) for entry in shares.iter("SharedServer")}
    managed, told = set[str](), set[str]()
    for entry in (*_users(users), *_users(home)):
        account = text(entry, "id")
        found[account] = filters(entry).both(found.get(account, Filters()))
        told.add(account)
        managed |= {account} if flag(entry, "restricted") else set()
    if home is not None:
        managed -= {text(entry, "id") for entry in _users(home)}
    untold = set(found) - told if users is not None else set[str]()
    unknown = untold | managed if home is not None else untold
    return {**found, **dict.fromkeys(unknown, Filters(None, None))}


def _users(container: Element | None) -> list[Element]:
    return list(container.iter("User")) if container is not None else []


def narrowed(account: ServerAccount, told: Filters, sections: Iterable[Section]) -> ServerAccount:
    """The account with parts of the sections of which single titles are kept from it; nothing is from the owner."""
    if account.owner or told == Filters():
        return account
    own = [
        (one.key, told.of(one))
        for one in sections
        if one.media_type is not None and (account.sections is None or one.key in account.sections)
    ]
    return replace(
        account,
        sections=frozenset(key for key, limits in own if limits is not None and not limits),
        parts=frozenset(Part(key, name(limits)) for key, limits in own if limits),
        unclear=frozenset(key for key, limits in own if limits is None),
    )


def name(limits: Limits) -> str:
    """Of the part of a section that these limits leave."""
    return hashlib.blake2b(repr(sorted(limits)).encode(), digest_size=8).hexdigest()


def labels_in(limits: Limits) -> frozenset[str]:
    """Labels that have to be known of titles, folded."""
    return frozenset(value for one in limits if one.of_label for value in one.values)


def allows(limits: Limits, rating: str, labels: frozenset[str]) -> bool:
    """Whether a title of that age rating with these labels may be seen; the labels are folded."""
    return all(one.holds(folded(rating), labels) for one in limits)


def folded(value: str) -> str:
    return " ".join(value.replace("+", " ").split()).casefold()


def _read(written: str) -> Limits | None:
    conditions = set[Condition]()
    for part in filter(None, re.split(r"[|&]", _decoded(written))):
        found = _CONDITION.match(part.strip())
        if found is None:
            return None
        plain = _plain(found.group(3))
        values = tuple(sorted({folded(value) for value in parted(plain)}))
        if not values or "=" in plain or "|" in plain:  # more was encoded than we can tell apart
            return None
        conditions.add(Condition(found.group(1) == _LABEL, not found.group(2), values))
    return frozenset(conditions)


def _decoded(written: str) -> str:
    """Until its conditions can be told apart; what stands between them may have been encoded along with them."""
    for _ in range(_ENCODED):
        if "=" in written:
            break
        written = unquote(written)
    return written


def _plain(values: str) -> str:
    for _ in range(_ENCODED):
        values = unquote(values)
    return values


def parted(values: str) -> list[str]:
    """What stands between the commas."""
    return [value.strip() for value in values.split(",") if value.strip()]


def _profile(called: str) -> Limits | None:
    if not called or called.lower() == "none":
        return frozenset()
    allowed = tuple(sorted(_PROFILES.get(called.lower(), ())))
    return frozenset({Condition(of_label=False, wanted=True, values=allowed)}) if allowed else None


def _together(one: Limits | None, other: Limits | None) -> Limits | None:
    return None if one is None or other is None else one | other
