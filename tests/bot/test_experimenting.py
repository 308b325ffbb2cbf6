"""Reports of experiments and the log of exploring, in words."""

from __future__ import annotations

import numpy as np
import pytest

from bot.experimenting.telling import policy_lines, report_lines
from engine.evaluation.off_policy import Estimate
from engine.experiments.experiment import Experiment
from engine.experiments.policies import Judged
from engine.experiments.report import Report, Verdict, compared, report
from tests.conversations.household import TRANSLATIONS
from tests.engine.experiments.shown import DAY, START

ONE = Experiment("one", "s", (("shipped", 0.5), ("classic", 0.5)), START, START + DAY)
NOISE = np.random.default_rng(1).uniform(-0.3, 0.3, 900)


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
@pytest.mark.parametrize(
    ("differences", "people", "verdict"),
    [
        (NOISE + 0.3, 2_000, Verdict.BETTER),
        (NOISE - 0.3, 2_000, Verdict.WORSE),
        (NOISE, 2_000, Verdict.SAME),
        (NOISE[:9], 2_000, Verdict.GOES_ON),
        (NOISE[:3], 1, Verdict.TOO_FEW),
    ],
)
def test_every_verdict_is_told_with_its_figures(locale: str, differences, people: int, verdict: Verdict) -> None:
    comparison = compared(ONE, "classic", differences.tolist(), people)
    assert comparison.verdict is verdict
    arms = report(ONE, [], people, START, np.random.default_rng(0)).arms
    speak = TRANSLATIONS.to(locale)
    *_, figures, judgement, rule = report_lines(speak, Report(ONE, arms, (comparison,)))
    assert speak.signed(100 * comparison.low, 1) in figures.translate(ISOLATES)
    assert ("classic" in judgement) == (verdict in {Verdict.BETTER, Verdict.WORSE})
    assert "14" in rule


def test_a_policy_is_told_with_its_interval_and_how_much_it_rests_on() -> None:
    known = Judged("never", 200, 60, Estimate(0.25, 0.2, 0.3, 140.4, 0.0, 0.22))
    unknown = Judged("twice", 200, 60, None)
    logged, never, twice, note = policy_lines(TRANSLATIONS.to("en"), [known, unknown])
    assert "200 answers" in logged
    assert "60 of them" in logged
    assert "22.0%" in logged
    assert never == "Never trying anything out: 25.0%, between 20.0% and 30.0% (95 %), as much as 140 answers tell."
    assert "nothing of what was shown tells" in twice
    assert "last title alone" in note
    assert policy_lines(TRANSLATIONS.to("en"), [unknown, known])[1:3] == [twice, never]


ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
