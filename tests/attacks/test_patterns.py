"""No text of 100 kB, whatever is in it, keeps one of our regular expressions busy for seconds.

A text of 1,000 signs shows most of them to be quick. Of the others one four times as long shows how
their time grows, and only those that would take a second for 100 kB are given all of it. With
`ONWARD_PATTERNS=whole` all of the others get it: `bin/torture` does that.
"""

import re
from dataclasses import dataclass

import pytest

from tests.attacks import growth
from tests.attacks.growth import WHOLE, is_soon_over
from tests.attacks.hostile_texts import Hostile, worst
from tests.attacks.patterns import Used, used_patterns
from tests.attacks.processor_time import seconds

SHORT, LONGER, FULL = 1_000, 4_000, 100_000
"""Signs of a text: at first, where that took suspiciously long, and where it grows besides."""
SUSPICIOUS, GROWING, MOST = 0.000_3, 1.0, 3.0
"""Seconds of the processor: for a short text, as expected for all of it, and at the very most.
What is linear takes hundredths for 100 kB, what is quadratic 5."""
STEEPEST = 512
"""How much longer a text of four times the length takes, where time grows with its power of 4.5."""
ROOMS = {"backup", "exports", "imports", "loop", "mail", "postings", "sharing", "values", "views"}
"""Some of the packages whose patterns have to be among those that are found."""
LINE, TITLE, HEADER, DAY = 500, 300, 200, 100
"""Characters of a line in the database, of a title that is read, of a header, and of a day: no more
comes to a pattern."""
BOUNDED: dict[str, int] = {
    "tracker.imports.files.delimited.EMPHASIS": LINE,
    "tracker.imports.files.excel_values.NOT_THE_FORMAT": LINE,
    "tracker.imports.words.date_words.BRACKETS": DAY,
    "tracker.imports.words.date_words.RANGE": DAY,
    "tracker.imports.words.date_words.TIME": DAY,
    "tracker.imports.words.dates_in_cell.SEVERAL": 240,
    "tracker.imports.reading.two_in_one.JOINTS": TITLE,
    "tracker.imports.words.headers.BESIDE_A_TALK": HEADER,
    "tracker.imports.words.headers.SEARCHES": HEADER,
    "tracker.imports.words.headers:re.sub('\\\\s*#?\\\\d+$', '', header)": HEADER,
    "tracker.leads.role_name.PARTS": LINE,
    "tracker.loop.ask.conditions.AT_THE_END": TITLE,
    "tracker.loop.ask.conditions.AT_THE_START": TITLE,
    "tracker.loop.ask.conditions.CONDITIONS": TITLE,
    "tracker.loop.ask.conditions.EMPLOYER": TITLE,
    "tracker.loop.ask.letter_facts.LEGAL": LINE,
    "tracker.loop.ask.names.PLACE": LINE,
    "tracker.loop.ask.names:re.sub('(?<=\\\\S)(?:\\\\s\\\\w\\\\.?)+$', '', after.rest)": LINE,
    "tracker.loop.ask.recipients.EXTENSION": LINE,
    "tracker.loop.ask.role.BARE": LINE,
    "tracker.loop.ask.role.IN_BRACKETS": LINE,
    "tracker.loop.ask.role.SEVERAL": 40,
    "tracker.loop.ask.role:re.sub('\\\\s*\\\\|\\\\s*', ', ', role)": LINE,
    "tracker.loop.ask.templates.TAG": LINE,
    "tracker.loop.feedback_reading.cues.OPTIONAL": LINE,
    "tracker.loop.feedback_reading.sentences.CONTACT": 60,
    "tracker.mail.requests.AND_ASKS": 400,
    "tracker.mail.requests.ASKS": 400,
    "tracker.mail.requests.ASKS_DE": 400,
    "tracker.mail.text.request_lists.ELSEWHERE": 300,
    "tracker.mail.text.request_lists.LEADS": 300,
    "tracker.mail.text.request_lists.QUESTIONS": 300,
    "tracker.mail.times.other_things.OTHER_THINGS": 300,
    "tracker.mail.writers.BESIDE": 60,
    "tracker.mail.writers.SENT_BY": LINE,
    "tracker.postings.places:re.sub('\\\\s?\\\\d{4,5}$|\\\\s[A-Z]{1,2}\\\\d.*$', '', last[-1])": 70,
    "tracker.postings.titles.ROLE": TITLE,
    "tracker.sharing.company_addresses.SHARED_HOSTS": LINE,
    "tracker.sharing.likely_names.ENDS": 3,
    "tracker.sharing.redaction.LEGAL": LINE,
    "tracker.sharing.roles.BRACKETS": LINE,
    "tracker.values.pay.NOT_PAY": 300,
}
"""Patterns that see no longer text than this, as what calls them looks at its length first."""


OUR_OWN = "tracker.web.assets."
"""Reads our own style and script, and no text of people's."""


def slowest(used: Used, most: float = MOST) -> list[str]:
    """What is wrong with it, in words: nothing, if all goes well."""
    of_a_name = used.where.startswith("tracker.loop.ask.names:")
    size = LINE if of_a_name else BOUNDED.get(used.where, FULL)
    for hostile in worst(used.pattern):
        for method in used.ways:
            look = Look(used, method, hostile, most)
            if not (WHOLE or size > SHORT or look.seconds(size // 4) * STEEPEST >= most):
                continue
            sizes = (SHORT, LONGER, size)
            if size > SHORT and is_soon_over(look.seconds, sizes, SUSPICIOUS, GROWING):
                continue
            if look.seconds(size) >= most:
                text = hostile.of(size)
                return [f"{used.where} ({method}): {text[:40]!r}…{text[-8:]!r}"]
    return []


@dataclass(frozen=True)
class Look:
    """A pattern at work on a kind of text, for so many seconds at most."""

    used: Used
    method: str
    hostile: Hostile
    most: float

    def seconds(self, size: int) -> float:
        """Of the processor: who only waits for a busy machine is not suspicious."""
        text = self.hostile.of(size)
        return seconds(lambda: self.used.look(text, self.method), self.most)


def test_no_pattern_takes_longer_the_longer_a_text_is() -> None:
    tried = [used for used in used_patterns() if not used.where.startswith(OUR_OWN)]
    assert {used.where.split(".")[1] for used in tried} >= ROOMS

    assert [said for used in tried for said in slowest(used)] == []


GROW = (
    *(r"^(a+)+$", r"(\w+\s?)*:", r"(?:x|[a-z])*\d", r"a*b?a*c"),
    *(r"\d+(?= AUD)", r"(?s)from.*?to.*?:"),
)


def test_a_pattern_that_grows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "TRIES", 1)
    planted = {each: Used("planted", re.compile(each), frozenset({"search"})) for each in GROW}

    assert [each for each, used in planted.items() if not slowest(used, 0.05)] == []


def test_one_with_an_end_is_let_through() -> None:
    for pattern in (r"\d\s\d", r"\ba+b", r"\ba{1,20}b", r"[^\n]{0,100}\n"):
        assert not slowest(Used("planted", re.compile(pattern), frozenset({"search"})))
