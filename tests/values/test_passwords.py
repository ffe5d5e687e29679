import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hashing import hash_as_people_have_it
from tracker.values import passwords
from tracker.values.passwords import (
    COMMON,
    METHOD,
    PERSONAL,
    RUN,
    TOO_LONG,
    TOO_SHORT,
    hash_password,
    needs_rehash,
    problems,
    verify_password,
)


@pytest.mark.parametrize(
    "password",
    [
        "plum gravel seven tins",
        "plumgravel",
        "kitten-parade-otter",
        "ÜbergrößenTräger",
        "桜の木の下で待っていますから",
        "👩‍🔧🪴🎺🐙🧭🥁🪁🛶",
        "x" * 3 + "plum gravel",
        "we march onward through the mud",
        "g7#kV9!mQ2",
        "plum gravel " * 80 + "end",
    ],
)
def test_long_and_unusual_is_enough(password):
    assert problems(password, "robin.quill@example.org", "Robin Quill") == []


@pytest.mark.parametrize("password", ["", "short", "nine char"])
def test_short_is_refused(password):
    assert problems(password) == [TOO_SHORT]


def test_beyond_a_thousand_is_refused():
    assert problems("plum gravel " * 84) == [TOO_LONG]


@pytest.mark.parametrize(
    "password",
    [
        "password123",
        "Password1234!",
        "P@ssw0rd2026",
        "Sunshine2026",
        "!!football99",
        "information",
        "Christopher1",
        "trustno1trustno1a"[:8] + "!!!",
    ],
)
def test_common_ones_and_their_like_are_refused(password):
    assert problems(password) == [COMMON]


@pytest.mark.parametrize(
    "password",
    ["1234567890", "12345678901234", "aaaaaaaaaaaa", "abcdefghijkl", "plumplumplum", "qwertyuiop",
     "poiuytrewq1", "9876543210", "1qaz2wsx3edc", "ababababab"],
)  # fmt: skip
def test_runs_and_repeats_are_refused(password):
    assert problems(password) == [RUN]


@pytest.mark.parametrize(
    "password", ["robinquill99", "Robin.Quill1", "onwardrobin", "quill-onward7", "hello wattlebird"]
)
def test_what_others_know_about_the_person_is_refused(password):
    assert problems(password, "robin.quill@wattlebird.example", "Robin Quill") == [PERSONAL]


def test_two_phones_typing_the_same_letters_differently_both_get_in():
    hashed = hash_password("Zo\u00eb's plum gravel")
    assert verify_password(hashed, "Zoe\u0308's plum gravel")
    assert not verify_password(hashed, "Zoe's plum gravel")


@pytest.mark.usefixtures("real_work")
def test_hashing_takes_the_work_that_is_asked_of_it():
    hashed = hash_password("plum gravel seven")
    assert hashed.startswith(METHOD)
    assert verify_password(hashed, "plum gravel seven")


def test_a_wrong_password_is_refused():
    hashed = hash_password("plum gravel seven")
    assert not verify_password(hashed, "plum gravel eight")
    assert not verify_password(hashed, "")
    assert not verify_password(hashed, "plum gravel seven" * 100)


@pytest.fixture
def real_work(monkeypatch):
    hash_as_people_have_it(monkeypatch)


@pytest.mark.usefixtures("real_work")
@pytest.mark.parametrize("hashed", [None, "scrypt:32768:8:3$salt$00"])
def test_an_unknown_account_costs_the_same_work_as_a_wrong_password(hashed, monkeypatch):
    worked = []
    real = passwords.check_password_hash

    def counted(kept: str, typed: str) -> bool:
        worked.append(kept.partition("$")[0])
        return real(kept, typed)

    monkeypatch.setattr(passwords, "check_password_hash", counted)
    assert not verify_password(hashed, "plum gravel seven")
    assert worked == [METHOD]


@pytest.mark.parametrize("hashed", ["", "plain", "md5$a$b", "scrypt:x:y:z$a$b", "$$"])
def test_a_broken_hash_lets_nobody_in(hashed):
    assert not verify_password(hashed, "")
    assert needs_rehash(hashed)


@pytest.mark.usefixtures("real_work")
def test_only_an_older_setting_needs_a_new_hash():
    assert not needs_rehash(f"{METHOD}$salt$00")
    assert needs_rehash("scrypt:32768:8:1$salt$00")


def test_a_character_that_no_encoding_holds_is_no_error():
    assert verify_password(hash_password("plum \ud800 gravel"), "plum \ud800 gravel")


@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=30))
def test_any_text_gets_a_plain_answer(password, email, name):
    assert len(problems(password, email, name)) <= 1


def test_the_word_lists_are_not_loaded_at_the_start():
    code = "import sys, tracker.values.passwords; sys.exit('zxcvbn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
