"""The owner compares ways of answering; everybody else may stay out of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.domain.interactions import InteractionKind
from engine.experiments.experiments import KEPT, Experiments
from tests.conversations.household import TRANSLATIONS, House, choices, said

OWNER, ANNA = "v-owner", "v-anna"
START = "/experiments start weights shipped=50 classic=50"


def known(house: House) -> Experiments:
    return Experiments(house.storage, house.clock, house.services.ids)


async def test_the_owner_starts_looks_and_stops(house: House) -> None:
    assert "No experiment has been started" in said(await house.say("/experiments", OWNER))
    assert "Begun: weights · shipped 50% and classic 50%" in said(await house.say(START, OWNER))
    await house.say("tonight", ANNA)
    house.clock.advance(timedelta(days=1))
    listed = await house.say("/experiments", OWNER)
    assert "runs since" in said(listed)
    assert choices(listed) == {
        "Report of weights": "run:experiments%20report%20weights",
        "Stop weights": "run:experiments%20stop%20weights",
    }
    told = said(await house.press("run:experiments%20report%20weights", OWNER))
    assert "one person, one answer, 5 titles" in told
    assert "nobody has been answered in this way yet" in told
    assert "too few people here ever to tell a difference of 5 points: about 722 would be needed" in told
    assert "weights is over" in said(await house.press("run:experiments%20stop%20weights", OWNER))
    listed = await house.say("/experiments", OWNER)
    assert choices(listed) == {"Report of weights": "run:experiments%20report%20weights"}
    assert "is over already" in said(await house.say("/experiments stop weights", OWNER))


async def test_after_three_weeks_it_tells_the_difference(house: House) -> None:
    await house.say(START, OWNER)
    one = (await known(house).all())[0]
    people = [viewer for viewer in ("v-anna", "v-ben", "v-cleo", "v-owner") if await _tonight(house, viewer)]
    assert len({one.arm_of(viewer) for viewer in people}) == 2
    house.clock.advance(timedelta(days=22))
    told = said(await house.say("/experiments report weights", OWNER))
    assert "classic beside shipped" in told
    assert "surely between" in told


async def _tonight(house: House, viewer_id: str) -> bool:
    await house.say("tonight", viewer_id)
    async with house.storage.unit() as unit:
        slate = await unit.slates.newest(viewer_id)
    if slate is None:
        return False
    await house.services.intake.tell(viewer_id, slate.picks[0].item_id, InteractionKind.LIKE)
    return True


async def test_exploring_is_judged_by_what_was_logged(house: House) -> None:
    assert "Nothing has been tried out yet" in said(await house.say("/experiments policy", OWNER))
    await house.say("tonight", ANNA)
    house.clock.advance(timedelta(days=8))
    told = said(await house.say("/experiments policy", OWNER))
    assert "One answer had its last title chosen by chance" in told
    assert "Trying out twice as much: only one answer tells of that, too few to judge by" in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("start", "Which experiment do you mean?"),
        ("start weights", "at least two different arms"),
        ("start weights shipped=50 best=50", "no arm “best”"),
        ("start weights shipped=50 classic", "cannot read “classic”"),
        ("start weights shipped=50 classic=-1", "cannot read “classic=-1”"),
        ("start weights shipped=50 classic=nan", "cannot read “classic=nan”"),
        ("start weights shipped=90 classic=90", "together 100 % at most"),
        ("start we!ghts shipped=50 classic=50", "“we!ghts” cannot be a name"),
        ("report", "Which experiment do you mean?"),
        ("report other", "no experiment “other”"),
        ("burn weights", "do not know “burn”"),
    ],
)
async def test_what_makes_no_experiment_is_said_and_starts_nothing(house: House, typed: str, told: str) -> None:
    assert told in said(await house.say(f"/experiments {typed}", OWNER))
    assert await known(house).all() == ()


@pytest.mark.parametrize("arms", ["shipped=50% classic=25%", "shipped=0.5 classic=0.25", "shipped=50 classic=25,0"])
async def test_shares_may_be_typed_as_percent_or_as_fractions(house: House, arms: str) -> None:
    await house.say(f"/experiments start weights {arms}", OWNER)
    assert (await known(house).all())[0].arms == (("shipped", 0.5), ("classic", 0.25))


@pytest.mark.parametrize("typed", [START, "/experiments stop weights", "/experiments report weights", "/experiments x"])
async def test_nobody_but_the_owner_can(house: House, typed: str) -> None:
    assert "Only the server’s owner" in said(await house.say(typed, ANNA))
    await house.press(f"run:{START.removeprefix('/').replace(' ', '%20')}", ANNA)
    assert await known(house).all() == ()


async def test_everybody_may_see_that_something_runs_and_stay_out_of_it(house: House) -> None:
    assert "No experiment runs here" in said(await house.say("/experiments", ANNA))
    await house.say(START, OWNER)
    answer = await house.say("/experiments", ANNA)
    assert "One experiment runs here" in said(answer)
    assert "You may be among them" in said(answer)
    assert "weights" not in said(answer)
    assert "stay out" in said(await house.press(choices(answer)["Keep me out"], ANNA))
    await house.say("tonight", ANNA)
    async with house.storage.unit() as unit:
        slate = await unit.slates.newest(ANNA)
    assert slate is not None
    assert slate.arms == ()
    answer = await house.say("/experiments", ANNA)
    assert "You stay out of it" in said(answer)
    assert "may be drawn" in said(await house.press(choices(answer)["Let me take part"], ANNA))
    assert await known(house).takes_part(ANNA)


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
async def test_it_is_understood_and_told_in_every_language(house: House, locale: str) -> None:
    await house.say(f"language {locale}", OWNER)
    speak = TRANSLATIONS.to(locale)
    name = speak.text("command-experiments.aliases").split(",")[0]
    assert speak.text("experiments-none") in said(await house.say(f"/{name}", OWNER))
    words = {
        verb: speak.text(f"experiments-words-{verb}").split(", ") for verb in ("start", "report", "policy", "stop")
    }
    await house.say(f"/{name} {words['start'][0]} weights shipped=50 classic=50", OWNER)
    assert len(await known(house).all()) == 1
    for word in words["report"]:
        assert speak.text("experiments-rule", days=14) in said(await house.say(f"/{name} {word} weights", OWNER))
    assert speak.text("experiments-policy-none") in said(await house.say(f"/{name} {words['policy'][0]}", OWNER))
    stopped = said(await house.say(f"/{name} {words['stop'][0]} weights", OWNER))
    assert stopped == speak.text("experiments-stopped", name="weights")


async def test_what_is_damaged_is_told_and_everybody_is_answered(house: House) -> None:
    async with house.storage.unit() as unit:
        await unit.values.put(KEPT, "?")
    assert "cannot be read" in said(await house.say("/experiments", OWNER))
    assert "cannot be read" not in said(await house.say("tonight", ANNA))
