"""Experiments, their reports and the log of policies in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from engine.experiments.policies import ENOUGH, Judged
from engine.experiments.report import MATTERS, Arm, Comparison, Report

if TYPE_CHECKING:
    from bot.i18n import Translator
    from engine.experiments.experiment import Experiment


def experiment_lines(speak: Translator, known: Iterable[Experiment]) -> list[str]:
    """One line each, newest first."""
    lines = [experiment_line(speak, one) for one in reversed(list(known))]
    return [speak.text("experiments-heading"), *lines] if lines else [speak.text("experiments-none")]


def experiment_line(speak: Translator, one: Experiment) -> str:
    """Its name, arms and time."""
    arms = speak.list([f"{arm} {speak.percent(share)}" for arm, share in one.arms])
    since = speak.date(one.started_at)
    if one.stopped_at is None:
        return speak.text("experiments-running", name=one.name, arms=arms, since=since)
    return speak.text("experiments-over", name=one.name, arms=arms, since=since, until=speak.date(one.stopped_at))


def report_lines(speak: Translator, report: Report) -> list[str]:
    """What came of every arm, and whether to stop."""
    lines = [experiment_line(speak, report.experiment), *(_arm(speak, arm) for arm in report.arms)]
    first = report.arms[0].name
    for comparison in report.comparisons:
        lines += _compared(speak, comparison, first)
    return [*lines, speak.text("experiments-rule", days=14)]


def policy_lines(speak: Translator, judged: Sequence[Judged]) -> list[str]:
    """What exploring more or less would have brought."""
    known = [one for one in judged if one.estimate is not None]
    if not known or known[0].estimate is None:
        return [speak.text("experiments-policy-none")]
    lines = [
        speak.text(
            "experiments-policy-logged",
            choices=known[0].choices, trials=known[0].trials, rate=_share(speak, known[0].estimate.logged),
        )
    ]  # fmt: skip
    return [*lines, *(_policy(speak, one) for one in judged), speak.text("experiments-policy-note")]


def experiment_facts(one: Experiment) -> dict[str, object]:
    """For a program."""
    return {
        "name": one.name,
        "arms": dict(one.arms),
        "started_at": one.started_at.isoformat(),
        "stopped_at": one.stopped_at.isoformat() if one.stopped_at else None,
    }


def report_facts(report: Report) -> dict[str, object]:
    """For a program."""
    return experiment_facts(report.experiment) | {
        "arms": [asdict(arm) for arm in report.arms],
        "comparisons": [asdict(comparison) for comparison in report.comparisons],
    }


def policy_facts(judged: Sequence[Judged]) -> list[dict[str, object]]:
    """For a program."""
    return [asdict(one) for one in judged]


def _arm(speak: Translator, arm: Arm) -> str:
    if arm.liked is None or arm.refused is None or arm.liked_low is None or arm.liked_high is None:
        return speak.text("experiments-arm-unseen", arm=arm.name)
    return speak.text(
        "experiments-arm",
        arm=arm.name, viewers=arm.viewers, slates=arm.slates, picks=arm.picks, liked=_share(speak, arm.liked),
        low=_share(speak, arm.liked_low), high=_share(speak, arm.liked_high), refused=_share(speak, arm.refused),
        settled=arm.settled,
    )  # fmt: skip


def _compared(speak: Translator, one: Comparison, first: str) -> list[str]:
    lines: list[str] = []
    if one.difference is not None:
        lines.append(
            speak.text(
                "experiments-compared",
                arm=one.arm, first=first, difference=_points(speak, one.difference), low=_points(speak, one.low),
                high=_points(speak, one.high), pairs=one.pairs,
            )
        )  # fmt: skip
    verdict = speak.text(
        f"experiments-verdict-{one.verdict}",
        arm=one.arm, first=first, matters=speak.number(100 * MATTERS), people=one.people,
        needed=one.people_needed or 0, visible=speak.number(100 * one.visible),
    )  # fmt: skip
    return [*lines, verdict]


def _policy(speak: Translator, one: Judged) -> str:
    name = speak.text(f"experiments-policy-{one.policy}")
    if one.estimate is None:
        return speak.text("experiments-policy-unknown", policy=name)
    found, effective = one.estimate, max(round(one.estimate.effective), 1)
    if effective < ENOUGH:
        return speak.text("experiments-policy-few", policy=name, effective=effective)
    return speak.text(
        "experiments-policy",
        policy=name, rate=_share(speak, found.value), low=_share(speak, found.low), high=_share(speak, found.high),
        effective=effective,
    )  # fmt: skip


def _share(speak: Translator, share: float) -> str:
    return speak.text("experiments-share", number=speak.number(100 * share, 1))


def _points(speak: Translator, share: float) -> str:
    return speak.signed(100 * share, 1)
