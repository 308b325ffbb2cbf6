from __future__ import annotations

import re
import signal
import subprocess
import sys
import time

import pytest

from tests.bot.cli.shell import ROOT, here, recommendarr, surroundings

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """The demo's data, made once."""
    folder = tmp_path_factory.mktemp("demo")
    answer = here("--data-dir", str(folder), "demo", "--prepare")
    assert answer.code == 0, answer.err
    return str(folder)


def say(prepared: str, *lines: str):
    answer = recommendarr("--data-dir", prepared, "demo", typed="".join(f"{line}\n" for line in lines))
    assert answer.code == 0, answer.err
    assert "Traceback" not in answer.err
    return answer


def talking(prepared: str, typed: str) -> subprocess.Popen[str]:
    """A demo that was told one line and goes on listening."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "--data-dir", prepared, "demo"],
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(typed)
    process.stdin.flush()
    return process


def test_a_pipe_gets_plain_text_cards_and_reasons(prepared):
    answer = say(prepared, "/tonight", "/why 1", "/quit")
    assert "\x1b" not in answer.out
    assert len(re.findall(r"^ ?\d .+$", answer.out, re.MULTILINE)) >= 3
    assert "%" in answer.out
    assert "/poster/" in answer.out
    assert "points" in answer.out


def test_everybody_is_answered_in_their_language_and_the_end_of_the_input_is_a_goodbye(prepared):
    answer = say(prepared, "/be Camille", "/tonight", "/be Ben", "/tonight", "/be Nora", "/me")
    assert "Pour ce soir" in answer.out
    assert "Für heute Abend" in answer.out
    assert "Nora" in answer.out.rpartition("Für heute Abend")[2]


def test_a_child_is_told_of_a_forbidden_title_what_is_told_of_one_that_does_not_exist(prepared):
    answer = say(
        prepared, "/be Jonas", "/whynot Perfect Blue", "/whynot Qwertzuiop Asdf", "/similar Oldboy", "/be Nora"
    )
    told = answer.out
    assert "1997" not in told
    assert "Satoshi Kon" not in told
    assert "Park Chan-wook" not in told


def test_what_was_said_before_a_kill_is_there_afterwards(prepared):
    process = talking(prepared, "/watchlist add Alien\n")
    assert process.stdout is not None
    deadline = time.monotonic() + 60
    while "Alien" not in process.stdout.readline():
        assert time.monotonic() < deadline
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert "Alien" in say(prepared, "/watchlist").out


def test_a_second_process_is_refused_and_the_first_closes_in_order_when_the_system_asks(prepared):
    first = talking(prepared, "/me\n")
    assert first.stdout is not None
    assert first.stdout.readline()
    second = recommendarr("--data-dir", prepared, "demo", typed="/me\n")
    assert second.code == 1
    assert str(first.pid) in second.err
    assert first.poll() is None
    first.send_signal(signal.SIGTERM)
    _, complaints = first.communicate(timeout=60)
    assert first.returncode == 0
    assert "Traceback" not in complaints
