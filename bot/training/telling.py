"""Trainings and models in words, for the chat and the shell alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.training.kept import Listed
from bot.training.training import UNHEARD, Result, Running
from engine.ports.models import Manifest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.i18n import Translator
    from bot.training.measuring import Verdict

MEGABYTE = 1_000_000


def result_lines(speak: Translator, result: Result) -> list[str]:
    """What was learned, how good it is, and what happens with it."""
    about = result.manifest
    lines = [
        speak.text(
            "training-learned",
            people=about.people, meetings=about.meetings, titles=about.titles, seconds=speak.number(result.seconds, 1),
        )
    ]  # fmt: skip
    if unheard := round(about.metrics.get(UNHEARD, 0)):
        lines.append(speak.text("training-unheard", count=unheard))
    lines.append(_measure(speak, result.verdict, first=result.first))
    if about.held_back:
        lines.append(speak.text("training-held-back", version=result.version))
    else:
        lines.append(speak.text("training-in-use", version=result.version))
    return lines


def progress_line(speak: Translator, running: Running) -> str:
    """How far a training is."""
    return speak.text(
        "training-progress", step=speak.text(f"training-step-{running.step}"), done=_percent(speak, running)
    )


def models_lines(speak: Translator, listed: Sequence[Listed]) -> list[str]:
    """One line a model, numbered as they may be named."""
    if not listed:
        return [speak.text("models-none")]
    return [speak.text("models-heading"), *(_line(speak, number, known) for number, known in enumerate(listed, 1))]


def model_lines(speak: Translator, known: Listed) -> list[str]:
    """Everything that is written on one model."""
    stored, about = known.stored, known.stored.manifest
    lines = [f"{stored.version}{_state(speak, known)}"]
    if about is None:
        return [*lines, speak.text("models-broken")]
    lines += [
        speak.text(f"models-kind-{about.kind}"),
        speak.text("models-learned", date=speak.date(about.created_at), product=about.product),
        speak.text(
            "models-figures",
            people=about.people, meetings=about.meetings, titles=about.titles, size=_size(speak, stored.bytes),
        ),
        speak.text("models-fingerprint", fingerprint=about.fingerprint[:16]),
    ]  # fmt: skip
    if "ndcg@10" in about.metrics:
        lines.append(
            speak.text(
                "models-measured",
                ndcg=speak.number(about.metrics["ndcg@10"], 3),
                present=speak.number(about.metrics.get("present_ndcg@10", 0.0), 3),
                people=round(about.metrics.get("judged_people", 0)),
            )
        )
    return lines


def _line(speak: Translator, number: int, known: Listed) -> str:
    stored, about = known.stored, known.stored.manifest
    if about is None:
        return speak.text("models-line-broken", number=number, version=stored.version)
    return speak.text(
        "models-line",
        number=number, version=stored.version, kind=speak.text(f"models-kind-{about.kind}"), people=about.people,
        meetings=about.meetings, measured=_ndcg(speak, about), state=_state(speak, known),
    )  # fmt: skip


def _state(speak: Translator, known: Listed) -> str:
    about = known.stored.manifest
    if known.in_use:
        return speak.text("models-state-in-use")
    if about is not None and about.held_back:
        return speak.text("models-state-held-back")
    return speak.text("models-state-previous") if known.previous else ""


def _ndcg(speak: Translator, about: Manifest) -> str:
    known = about.metrics.get("judged_titles", 0) > 0
    return speak.number(about.metrics["ndcg@10"], 3) if known and "ndcg@10" in about.metrics else "–"


def _measure(speak: Translator, verdict: Verdict, *, first: bool) -> str:
    if not verdict.known:
        return speak.text("training-too-little", titles=verdict.titles)
    told = speak.text(
        "training-measured",
        people=verdict.people, new=speak.number(verdict.ndcg, 3), present=speak.number(verdict.present, 3),
        low=speak.signed(verdict.low, 3), high=speak.signed(verdict.high, 3), first="yes" if first else "no",
    )  # fmt: skip
    better = verdict.low > 0
    return (
        f"{told} {speak.text('training-verdict', verdict='better' if better else 'worse' if verdict.worse else 'same')}"
    )


def _percent(speak: Translator, running: Running) -> str:
    return speak.percent(min(max(running.done, 0.0), 1.0))


def _size(speak: Translator, count: int) -> str:
    return speak.number(count / MEGABYTE, 1)
