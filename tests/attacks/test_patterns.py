"""No text of 100 kB, whatever is in it, keeps one of our regular expressions busy for seconds."""

import time

import pytest

from tests.attacks.patterns import Used, seconds, used_patterns, worst

SCREENED, FULL = 2_000, 100_000
"""Characters of a text: at first, and where that took suspiciously long."""
SUSPICIOUS, MOST = 0.001, 3.0
"""Seconds of the processor. What is linear takes hundredths for 100 kB, what is quadratic 5."""
PLACES = (
    *("account_file", "backup", "cli", "exports", "fetching", "imports.files", "imports.reading"),
    *("imports.words", "insights", "loop.ask", "loop.feedback_reading", "mail", "mailbox"),
    *("models", "postings", "sharing", "values", "views", "web"),
)
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


def room_of(used: Used) -> str | None:
    return next(
        (
            place
            for place in PLACES
            if f"{used.where}.".startswith((f"tracker.{place}.", f"tracker.{place}:"))
        ),
        None,
    )


def slowest(used: Used) -> list[str]:
    """What is wrong with it, in words: nothing, if all goes well."""
    of_a_name = used.where.startswith("tracker.loop.ask.names:")
    most = LINE if of_a_name else BOUNDED.get(used.where, FULL)
    for hostile in worst(used.pattern):
        short = hostile.of(min(SCREENED, most))
        for method in sorted(used.methods):
            tries = 3 if most > SCREENED else 0
            if any(took(used, short, method) < SUSPICIOUS for _ in range(tries)):
                continue
            long = hostile.of(most)
            if seconds(lambda: used.look(long, method), MOST) >= MOST:  # noqa: B023
                return [f"{used.where} ({method}): {long[:40]!r}…{long[-8:]!r}"]
    return []


def took(used: Used, text: str, method: str) -> float:
    """Seconds of the processor: who only waits for a busy machine is not suspicious."""
    began = time.thread_time()
    used.look(text, method)
    return time.thread_time() - began


@pytest.mark.parametrize("place", [*PLACES, None])
def test_no_pattern_takes_longer_the_longer_a_text_is(place: str | None) -> None:
    of_people = [used for used in used_patterns() if not used.where.startswith(OUR_OWN)]
    tried = [used for used in of_people if room_of(used) == place]
    assert tried

    assert [said for used in tried for said in slowest(used)] == []
