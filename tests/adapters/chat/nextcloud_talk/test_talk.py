"""Talk is a platform like any other."""

from __future__ import annotations

import pytest

from adapters.chat.nextcloud_talk import PLATFORM
from adapters.chat.nextcloud_talk.client import Client
from adapters.chat.nextcloud_talk.limits import CAPABILITIES, LONGEST_MESSAGE
from adapters.chat.nextcloud_talk.outbound import Setting, impersonal, write
from adapters.chat.nextcloud_talk.settings import Place, TalkSettings, address, place_of
from adapters.chat.nextcloud_talk.versions import tells_who_reacted, version_in
from bot.fitting import fit
from bot.settings import Settings
from bot.vocabulary import Action, Answer, Card, Choice, Picture, Progress, Text
from engine.errors import Misconfigured, SourceUnavailable
from tests.adapters.chat.nextcloud_talk.world import at_home, plain
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.conversations.household import TRANSLATIONS, House
from tests.fakes.talk.rooms import Written

SECRET = "s" * 64


class TestTalk(ChatAdapterContract):
    folder = "nextcloud_talk"

    def written(self, answer: Answer) -> list[str]:
        return [plain(Written(1, "bots/x", "Bot", text)) for text in write(answer)]

    async def converse(self, house: House, *lines: str) -> str:
        async with at_home(house=house) as home:
            own = await home.own_room()
            return "\n".join([plain(one) for line in lines for one in await home.say(own, "anna", line)])


def settings(monkeypatch: pytest.MonkeyPatch, **values: str) -> TalkSettings:
    for name, value in values.items():
        monkeypatch.setenv(f"RECOMMENDARR_TALK_{name}", value)
    return TalkSettings(_env_file=None)


def test_a_secret_switches_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not settings(monkeypatch).wanted
    assert not settings(monkeypatch, SECRET="").wanted
    assert settings(monkeypatch, SECRET=SECRET).wanted
    assert PLATFORM.configured(Settings(_env_file=None))
    assert SECRET not in repr(settings(monkeypatch, SECRETS=f"https://a.example={SECRET}"))


def test_several_servers_may_have_secrets_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(
        monkeypatch,
        SECRET=f" {SECRET}\n",
        BACKENDS="https://A.example:443/, http://b.example:8080/cloud/ https://c.example/index.php",
        SECRETS="https://c.example=own==  https://d.example/=other",
    ).by_backend()
    assert dict(found) == {
        "https://a.example": SECRET,
        "http://b.example:8080/cloud": SECRET,
        "https://c.example": "own==",
        "https://d.example": "other",
    }


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"SECRET": SECRET}, "talk-backends-missing"),
        ({"SECRET": SECRET, "BACKENDS": "cloud.example"}, "talk-backend-invalid"),
        ({"SECRET": SECRET, "BACKENDS": "https://cloud.example?x=1"}, "talk-backend-invalid"),
        ({"SECRET": SECRET, "BACKENDS": "https://x:99999/"}, "talk-backend-invalid"),
        ({"SECRET": SECRET, "BACKENDS": "https://me:pass@cloud.example"}, "talk-backend-invalid"),
        ({"SECRETS": "https://cloud.example"}, "talk-secret-missing"),
        ({"SECRETS": "https://a.example=x", "BACKENDS": "https://b.example"}, "talk-secret-missing"),
    ],
)
async def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, values: dict[str, str], key: str) -> None:
    with pytest.raises(Misconfigured, match=key):
        settings(monkeypatch, **values).by_backend()


def test_an_address_has_one_form() -> None:
    assert address("HTTPS://Cloud.Example.org:443/") == "https://cloud.example.org"
    assert address("http://[::1]:8080/nextcloud/") == "http://[::1]:8080/nextcloud"
    assert place_of("https://a.example/call/abc123") == Place("https://a.example", "abc123")
    assert place_of("https://a.example/call/../x") is None


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
def test_the_steps_are_commands_to_copy(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    settings(monkeypatch, SECRET=SECRET, BACKENDS="https://cloud.example.org", BOT_NAME="It's a bot")
    assert PLATFORM.steps
    told = PLATFORM.steps(Settings(_env_file=None, public_url="https://watch.example.org/"))
    text = TRANSLATIONS.to(locale).text(told.key, **told.arguments)
    command = (
        "php occ talk:bot:install --feature webhook --feature response --feature reaction 'It'\\''s a bot' "
        '"$RECOMMENDARR_TALK_SECRET" https://watch.example.org/hooks/nextcloud_talk'
    )
    assert command in text
    assert command.replace("--feature reaction ", "") in text
    assert "php occ talk:bot:setup" in text
    assert SECRET not in text
    assert not set(text) & set("\u2068\u2069")


@pytest.mark.parametrize(
    ("version", "believed"),
    [
        ("", False), ("x", False), ("19.0.15", False), ("21.0.0", False), ("21.1.10", False), ("22.0.8", False),
        ("22.0.9-rc.1", False), ("22.0.9", True), ("22.0.10", True), ("22.1.0", True), ("23.0.0-beta.2", False),
        ("23.0.0-rc.1", False), ("23.0.0-rc.2", True), ("23.0.0", True), ("24.0.0-dev.1", True), ("25.0.0", True),
    ],
)  # fmt: skip
def test_versions_that_name_the_right_person_are_known(version: str, believed: bool) -> None:
    assert tells_who_reacted(version) is believed


@pytest.mark.parametrize("content", [None, [], {}, {"ocs": []}, {"ocs": {"data": {"capabilities": {"spreed": []}}}}])
def test_a_version_that_is_not_told_is_none(content: object) -> None:
    assert version_in(content) == ""


async def test_a_server_that_is_not_there_has_no_capabilities() -> None:
    client = Client()
    with pytest.raises(SourceUnavailable):
        await client.capabilities("http://127.0.0.1:1")
    await client.close()


def card(number: int, **more: object) -> Card:
    actions = (
        Action("Like", f"like:slate-0000000:{number}", emoji="👍"),
        Action("Trailer", url="https://trailer.example/x"),
    )
    return Card(
        f"movie:{number}",
        "Dune",
        "2021 · Film",
        "Because you liked it.",
        match="92 %",
        number=number,
        actions=actions,
        **more,
    )  # type: ignore[arg-type]


def test_our_link_comes_before_every_other() -> None:
    title = card(1, synopsis="see https://evil.example", badges=("www.evil.example",))
    answer = fit(Answer((title,)), CAPABILITIES)
    (told,) = write(answer, Setting(code="K7F", links={"movie:1": "https://our.example/card/abc"}))
    lines = told.split("\n")
    assert lines[:2] == ["**1 · Dune** [K7F1]", "https://our.example/card/abc"]
    assert "Trailer 1: <https://trailer.example/x>" in told or "Trailer: <https://trailer.example/x>" in told
    assert "://evil" not in told


def test_what_is_private_keeps_titles_choices_and_progress_alone() -> None:
    private = Answer(
        (
            Text("For Anna:"),
            card(1),
            Choice("Which?", (Action("1 · Dune", "choose:rate::movie:1"),)),
            Choice("Quiet hours of Anna", (Action("1 · None", "run:notify%20quiet%20off"),)),
            Progress("…", 0.5),
        )
    )
    told = "\n".join(write(impersonal(private, "not here")))
    assert "Dune" in told
    assert "Which?" in told
    assert "50 %" in told
    for word in ("Anna", "Because", "92"):
        assert word not in told
    accounts = Choice("Which account?", (Action("1 · Discord (Anna)", "run:unlink%203b73e8"),))
    for part in (accounts, Text("You like horror."), Picture("https://our.example/taste", "Your taste")):
        assert write(impersonal(Answer((part,), actions=(Action("more", "more:x"),)), "not here")) == ["not here"]
    assert not write(impersonal(Answer(()), "not here"))


def test_an_address_that_could_break_out_is_no_link() -> None:
    for url in ("javascript:alert(1)", "https://x/ **bold** @all", "https://x/>\n@all"):
        (told,) = write(Answer((Choice("Go", (Action("there", url=url),)),)))
        assert not Written(1, "bots/x", "Bot", told).mentions
        assert "**bold**" not in told


def test_nothing_is_ever_longer_than_talk_takes() -> None:
    labels = tuple(Action("*" * 2_000, f"more:{number}") for number in range(40))
    for message in write(fit(Answer((Choice("_" * 12_000, labels), Text("*" * 12_000))), CAPABILITIES)):
        assert len(message) <= LONGEST_MESSAGE
