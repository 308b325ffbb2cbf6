"""Experiments as they are stored: one JSON document among the service's own values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from engine.errors import Misconfigured, RecommendarrError
from engine.experiments.experiment import Experiment, checked_arms, checked_name

VERSION = 1


def written(experiments: Iterable[Experiment]) -> str:
    """The document."""
    told = [
        {
            "name": one.name,
            "salt": one.salt,
            "arms": [[arm, share] for arm, share in one.arms],
            "started_at": one.started_at.isoformat(),
            "stopped_at": one.stopped_at.isoformat() if one.stopped_at else None,
        }
        for one in experiments
    ]
    return json.dumps({"version": VERSION, "experiments": told})


def read(document: str | None) -> tuple[Experiment, ...]:
    """The experiments of a document, oldest first. Raises Misconfigured("experiments-unreadable")."""
    if not document:
        return ()
    try:
        told = cast("dict[str, Any]", json.loads(document))
        if told["version"] != VERSION:
            raise Misconfigured("experiments-unreadable")
        return tuple(_experiment(one) for one in told["experiments"])
    except (ValueError, KeyError, TypeError, AttributeError, RecommendarrError) as error:
        raise Misconfigured("experiments-unreadable") from error


def _experiment(told: dict[str, Any]) -> Experiment:
    stopped = told["stopped_at"]
    return Experiment(
        name=checked_name(told["name"]),
        salt=str(told["salt"]),
        arms=checked_arms([(str(arm), float(share)) for arm, share in told["arms"]]),
        started_at=_moment(told["started_at"]),
        stopped_at=None if stopped is None else _moment(stopped),
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment
