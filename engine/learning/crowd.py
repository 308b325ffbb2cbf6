"""A trained crowd: learned from a log in the background, laid over a catalogue, packed as arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.learning import stored
from engine.learning.aligned import Field
from engine.learning.attributes import Space, width_of
from engine.learning.blend import Blend
from engine.learning.components import NAMES
from engine.learning.desk import Desk, some_histories
from engine.learning.fields import field_of
from engine.learning.ground import Ground, Laid
from engine.learning.heard import heard_of
from engine.learning.history import History
from engine.learning.kinship import Kinship
from engine.learning.labels import liking_of, severity_of
from engine.learning.lessons import taught
from engine.learning.liking import Liking
from engine.learning.log import Log
from engine.learning.parts import Bridge, Parts, bridge_of, parts_of, wishes_of
from engine.learning.reach import offered_of, reach_of, surprise_of
from engine.learning.signals import Signals, Voice
from engine.learning.sparse import Floats, Rows
from engine.learning.trust import trust_of

PUBLIC = "public/"
HALF_OUR_OWN, MOST_HALF = 50, 250
"""People of the house at whom their own crowd counts as much as a public one: as many as taught that, within these.

Of households of 50 and 200 people beside a model of the others, NDCG@10 was 0.168 and 0.167 with 50, 0.177 and 0.178
with 250; 1,000 gave at most 0.003 more (`recommendarr evaluate --data DIR --household 50,200 --artefact`, everybody's
last fifth left out before).
"""
LISTS = "lists"
"""In the summary of a crowd, how many lists of similar titles stood for people."""
Progress = Callable[[str, float], None]
"""Told the name of each step and the share done, 0–1."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Immutable; everything in arrays."""

    item_ids: tuple[str, ...]
    """Of the titles that somebody met, the model's columns."""
    people: tuple[str, ...]
    """Viewer ids, rows of the log."""
    parts: Parts
    bridge: Bridge
    space: Space
    blend: Blend
    liking: Liking
    reach: Floats
    """[m] to how many of some people each title would be among the best, see ``reach_of``."""
    summary: Mapping[str, float | int | str]
    public: Crowd | None = None

    @property
    def unheard(self) -> int:
        """Meetings of the log that taught nothing, see ``heard_of``."""
        return int(self.summary.get("unheard", 0))

    @property
    def names(self) -> tuple[str, ...]:
        """Of the components."""
        return NAMES

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Everything numeric, by name; a public crowd's names begin with ``public/``."""
        own = dict(stored.space_arrays(self.space))
        for name, part in (("parts", self.parts), ("bridge", self.bridge), ("blend", self.blend)):
            own.update(stored.unpacked(part, name))
        own.update(stored.liking_arrays(self.liking))
        own["reach"] = self.reach
        if self.public is not None:
            own.update({f"{PUBLIC}{name}": array for name, array in self.public.arrays().items()})
        return own

    def facts(self) -> dict[str, object]:
        """Everything else, as JSON values."""
        return {
            "format": stored.FORMAT,
            "components": list(NAMES),
            "item_ids": list(self.item_ids),
            "people": list(self.people),
            "attributes": list(self.space.names),
            "text_model": self.space.model,
            "summary": dict(self.summary),
            "public": None if self.public is None else self.public.facts(),
        }

    @classmethod
    def from_arrays(cls, arrays: stored.Arrays, facts: stored.Facts) -> Crowd:
        """The crowd of ``arrays`` and ``facts``. Raises ValueError for what is none."""
        stored.check(facts)
        item_ids, people = stored.texts(facts, "item_ids"), stored.texts(facts, "people")
        reader = stored.Reader(arrays)
        space = stored.space_from(reader, facts)
        return cls(
            item_ids, people,
            stored.parts_from(reader, len(people), len(item_ids)),
            stored.bridge_from(reader, len(people), len(item_ids), space),
            space, stored.blend_from(reader), stored.liking_from(reader, len(item_ids)),
            reader.floats("reach", len(item_ids)), stored.summary(facts), _public(arrays, facts),
        )  # fmt: skip

    def aligned(self, catalogue: Catalogue | Laid) -> Aligned:
        """The crowd laid over a catalogue; takes seconds, so once for each."""
        if self.public is None:
            return Aligned(self, (self.voice(catalogue, 1.0, here=True),))
        share = len(self.people) / (len(self.people) + _half_beside(self.public))
        voices = self.voice(catalogue, share, here=True), self.public.voice(catalogue, 1 - share, here=False)
        return Aligned(self, voices)

    def voice(self, catalogue: Catalogue | Laid, share: float, *, here: bool) -> Voice:
        """Laid over a catalogue, to be ``share`` of the score; ``here``: these are the people of this house."""
        if isinstance(catalogue, Laid):
            catalogue, ground = catalogue.catalogue, catalogue.within(self.space)
        else:
            ground = Ground.of(catalogue, self.space)
        rows = np.array([catalogue.index.get(item_id, -1) for item_id in self.item_ids], np.int64)
        field = field_of(self.parts, self.bridge, ground, rows, brief=True)
        return Voice(field, self.blend, self.liking, share, here, self.reach)


def _half_beside(public: Crowd) -> int:
    """Lists of titles are nobody's history: they stand back behind few people."""
    taught = 0 if LISTS in public.summary else int(public.summary.get("people", 0))
    return min(max(taught, HALF_OUR_OWN), MOST_HALF)


def _public(arrays: stored.Arrays, facts: stored.Facts) -> Crowd | None:
    inner = facts.get("public")
    if not isinstance(inner, Mapping):
        return None
    own = {name.removeprefix(PUBLIC): array for name, array in arrays.items() if name.startswith(PUBLIC)}
    return Crowd.from_arrays(own, cast("stored.Facts", inner))


class Aligned:
    """A crowd laid over one catalogue: answers for its rows."""

    def __init__(self, crowd: Crowd, voices: tuple[Voice, ...]) -> None:
        self.crowd, self._voices = crowd, voices
        self._people = {name: row for row, name in enumerate(crowd.people)}
        self._be_ready()

    @cached_property
    def surprise(self) -> Floats:
        """How seldom each title of the catalogue would be offered to people, in bits, 0 for the most offered, [n]."""
        return surprise_of(self._voices)

    @cached_property
    def offered(self) -> float:
        """Share of the titles that would be offered to anybody at all, 0–1."""
        return offered_of(self._voices)

    @property
    def taught_by(self) -> int:
        """People from whose meetings it was learned."""
        crowds = (self.crowd, self.crowd.public)
        return sum(int(crowd.summary.get("people", 0)) for crowd in crowds if crowd is not None)

    def person(self, viewer_id: str) -> int:
        """The viewer's row in the log, -1 for one who was not in it."""
        return self._people.get(viewer_id, -1)

    def fold_in(self, history: History) -> Signals:
        """What the crowd says to a person with that history; arithmetic, nothing is trained."""
        return Signals(self._voices, history.latest())

    def _be_ready(self) -> None:
        """Answer once, so that nobody has to wait until loops are compiled."""
        some = np.arange(min(1, len(self._voices[0].field.columns)))
        signals = self.fold_in(History(some, np.ones(len(some), np.float32), np.zeros(len(some))))
        signals.over(some)
        signals.sums(some)
        signals.shares(some)


def learn(
    log: Log,
    catalogue: Catalogue | Laid,
    rng: np.random.Generator,
    *,
    public: Crowd | None = None,
    progress: Progress | None = None,
    lessons: Callable[[], Crowd] | None = None,
) -> Crowd:
    """Train on a log: pure, on the processor, the same for an equal ``rng``.

    The weights of the blend are learned on divisions of the log itself, or taken over from what ``lessons`` gives, a
    crowd of a large part of the log that may take as long as the rest; everything else is fitted to all of it.
    """
    tell = progress or _silent
    fitted = _fitted(log, _laid(catalogue, tell), rng, tell, lessons)
    crowd, own = fitted.crowd, fitted.log
    voice = Voice(fitted.field(), crowd.blend, crowd.liking, share=1.0, here=True, reach=crowd.reach)
    reach = reach_of(voice, own, rng)
    tell("done", 1.0)
    return replace(crowd, reach=reach, public=public)


def learn_to_measure(
    log: Log,
    catalogue: Catalogue | Laid,
    rng: np.random.Generator,
    *,
    public: Crowd | None = None,
    progress: Progress | None = None,
) -> Crowd:
    """The same, never to answer anybody: how far its titles would be spread is left out."""
    tell = progress or _silent
    fitted = _fitted(log, _laid(catalogue, tell), rng, tell, None)
    tell("done", 1.0)
    return replace(fitted.crowd, public=public)


@dataclass(frozen=True, slots=True, eq=False)
class _Fitted:
    crowd: Crowd
    log: Log
    """Of the crowd's titles."""
    ground: Ground
    rows: Rows

    def field(self) -> Field:
        return field_of(self.crowd.parts, self.crowd.bridge, self.ground, self.rows)


def _laid(catalogue: Catalogue | Laid, tell: Progress) -> Laid:
    tell("attributes", 0.0)
    return catalogue if isinstance(catalogue, Laid) else Laid.of(catalogue)


def _fitted(
    log: Log, laid: Laid, rng: np.random.Generator, tell: Progress, lessons: Callable[[], Crowd] | None
) -> _Fitted:  # fmt: skip
    """All but the reach of the titles, and nothing public."""
    every, space, ground = of_catalogue(log, laid.catalogue), laid.space, laid.ground
    rows, trust = laid.catalogue.rows_of(every.items), trust_of(every)
    own = every.only(heard_of(every))
    tell("components", 0.1)
    parts = parts_of(own, trust)
    kinship = Kinship.of(ground.features.some(rows), parts.counts)
    wishes = wishes_of(parts, some_histories(own, rng), kinship.columns)
    bridge = bridge_of(parts, kinship, kinship.directions(wishes, width_of(len(laid.catalogue))))
    if lessons is None:
        desk = Desk(own, trust, ground, rows, parts, kinship, rng)
        blend, drafts = taught(desk, tell)
        tell("likings", 0.9)
        liking = liking_of(own, trust, blend, drafts)
    else:
        known = lessons()
        blend, liking = known.blend, replace(known.liking, severity=severity_of(own, trust))
    reach = np.zeros(len(rows), np.float32)
    summary = {
        "people": len(every.people), "meetings": len(every), "titles": len(every.items),
        "unheard": len(every) - len(own),
    }  # fmt: skip
    crowd = Crowd(own.items, own.people, parts, bridge, space, blend, liking, reach, summary)
    return _Fitted(crowd, own, ground, rows)


def _silent(_step: str, _share: float) -> None:
    return


def of_catalogue(log: Log, catalogue: Catalogue) -> Log:
    """The log of titles that are in the catalogue and that somebody met."""
    here = np.array([item_id in catalogue.index for item_id in log.items], np.bool_)
    met = np.bincount(log.item, minlength=len(log.items)) > 0
    kept = np.flatnonzero(here & met)
    place = np.full(len(log.items), -1, np.int32)
    place[kept] = np.arange(len(kept))
    inside = place[log.item] >= 0
    item = place[log.item[inside]]
    return Log(
        tuple(log.items[k] for k in kept.tolist()), log.people, log.person[inside], item.astype(np.int32),
        log.liking[inside], log.at[inside],
    )  # fmt: skip
