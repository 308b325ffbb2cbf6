"""What a query is answered from, once everything is loaded: contexts per domain and the masks of candidates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from engine.answering.exclusions import Met, met_by
from engine.candidates import Source
from engine.domain.interactions import Hiding
from engine.domain.items import MediaType
from engine.domain.slate import ExclusionKind
from engine.domain.viewers import Viewer
from engine.exploring import SHIPPED, Policy
from engine.filters import passing, tagged_openly
from engine.match import PRIOR, Calibration, certainty
from engine.modes import Mode
from engine.rerankers import parts_in
from engine.scoring.baselines import Baselines, Mask
from engine.scoring.context import Asked, Context
from engine.scoring.dealt import Dealt
from engine.scoring.figures import Weighted
from engine.scoring.known import settled
from engine.scoring.learned import learned
from engine.scoring.moved import moved_by
from engine.scoring.scorer import Scorer
from engine.taste.learning import without
from engine.taste.profile import TasteProfile
from engine.taste.weights import MEANINGFUL
from engine.weights import Weights

if TYPE_CHECKING:
    from engine.learning.crowd import Aligned


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What does not change from query to query."""

    scorers: Mapping[str, Scorer]
    sources: Mapping[str, Source]
    weights: Weights
    calibration: Calibration = PRIOR
    policy: Policy = SHIPPED


@dataclass(frozen=True, eq=False)
class Situation:
    """One query with everything it needs in memory."""

    viewer: Viewer
    mode: Mode
    asked: Asked
    baselines: Baselines
    profiles: Mapping[MediaType, TasteProfile]
    """Of every domain that occurs."""
    rules: Rules
    hidings: Mapping[str, Hiding] = field(default_factory=dict[str, Hiding])
    """In force now, by item id."""
    crowd: Aligned | None = None
    """What was learned from everybody; None before anything was."""

    @property
    def interactions(self) -> int:
        """Over all domains."""
        return sum(profile.interactions for profile in self.profiles.values())

    @property
    def thin(self) -> bool:
        return self.interactions < MEANINGFUL

    @property
    def settled(self) -> float:
        """0 for new people, 1 for known ones."""
        return settled(self.interactions)

    def contexts(self) -> list[Context]:
        """One per domain asked for."""
        return [self.context(domain) for domain in self.domains()]

    def domains(self) -> list[MediaType]:
        """Media types that occur and are asked for."""
        wanted = self.asked.filters.media_types
        return [domain for domain in self.baselines.domain_rows if not wanted or domain in wanted]

    def context(self, domain: MediaType) -> Context:
        """The context of one domain, taught by nothing that ``exclude_influence`` names."""
        open_rows = self.baselines.open_to(self.viewer.library_ids)
        visible = open_rows | self.baselines.no_shelf
        hidden = self.baselines.catalogue.rows_of(self.hidings)
        profile, catalogue = self.profiles[domain], self.baselines.catalogue
        if silenced := self.asked.filters.exclude_influence:
            profile = without(profile, silenced, catalogue, self.viewer)
        return Context(
            self.viewer, profile, catalogue, self.baselines, self.asked, hidden[visible[hidden]], open_rows, visible,
            self.thin, self.crowd,
        )  # fmt: skip

    def weighted(self) -> tuple[Weighted, ...]:
        """The mode's scorers with their weights, those that count."""
        found: list[Weighted] = []
        weights, crowd = self.rules.weights, self.crowd
        if crowd is not None:
            weights = weights.beside_a_crowd(self.settled, crowd.taught_by)
        for name, factor in self.mode.scorers.items():
            base = weights.of(name)
            weight = factor if base is None else base * factor
            scorer = self.rules.scorers.get(name)
            if weight and scorer is not None and (name != "popularity" or self.thin or self.crowd):
                found.append((scorer, weight))
        return tuple(found)

    @cached_property
    def met(self) -> Met:
        """What the viewer has dealt with already."""
        hidden = self.baselines.catalogue.rows_of(self.hidings)
        return met_by(tuple(self.dealt.values()), hidden, self.asked.today)

    @cached_property
    def dealt(self) -> Mapping[MediaType, Dealt]:
        """The part of it that the profiles and the shelves decide, by domain."""
        baselines, viewer = self.baselines, self.viewer
        return {
            domain: baselines.learned_from(profile, viewer.history_depth, learned).dealt_with(
                profile, baselines, viewer.library_ids
            )
            for domain, profile in self.profiles.items()
        }

    def admitted(self) -> Mask:
        """Titles within the filters and outside every exclusion of the mode, [n]."""
        found = self._asked_for()
        if self.asked.bound is not None:
            found &= self.asked.bound
        met = self.met
        for kind in self.mode.exclusions:
            found[met.of(kind)] = False
        if ExclusionKind.SEQUEL in self.mode.exclusions and parts_in(self.asked.query.limit) < 2:
            for one in self.dealt.values():
                found[one.later] = False
        if self.asked.seed is not None:
            found[self.asked.seed] = False
        if self.asked.wish is not None:
            found[list(self.asked.wish.references)] = False
        return found

    def _asked_for(self) -> Mask:
        """Titles within the filters; a filter may not tell on which closed shelves an open title stands, too."""
        filters, mine = self.asked.filters, self.viewer.library_ids
        found = passing(self.baselines.catalogue, filters)
        if filters.library_ids:
            found &= self.baselines.open_to(filters.library_ids & mine)
        if filters.tags:
            found &= tagged_openly(self.baselines.catalogue, filters.tags, mine)
        return found

    def within(self, context: Context, candidates: Mask) -> Mask:
        """``candidates`` that keep to the bounds which depend on the viewer."""
        filters, found = self.asked.filters, candidates
        if filters.minimum_confidence is not None:
            found = found & (certainty(context, slice(0, len(found))) >= filters.minimum_confidence)
        if filters.influenced_by:
            quiet = without(context.profile, filters.influenced_by, context.catalogue, self.viewer)
            found = moved_by(context, replace(context, profile=quiet), found, self.weighted())
        return found

    def candidates(self, context: Context) -> Mask:
        """What the mode considers for this viewer, before filters: never off an open shelf, [n]."""
        return self.rules.sources[self.mode.source].candidates(context)


def count_in(context: Context, mask: Mask) -> int:
    """How many rows of the context's domain are in ``mask``."""
    return int(np.count_nonzero(mask[context.rows]))
