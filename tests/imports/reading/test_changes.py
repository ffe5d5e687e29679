"""Three sides of one application: the sheet then, the sheet now, and what is here."""

from dataclasses import replace
from datetime import date

import pytest

from tests.imports.reads import rows
from tracker.imports.reading.changes import changes_of
from tracker.imports.reading.snapshot import (
    line_signs,
    remembered,
    remembered_snapshot,
    snapshot_of,
)

HEAD = "Company,Role,Date Applied,Status,Notes,Location,Link,Interview Date,Rejected on\n"


def read(status="Applied", notes="", location="", link="", talk="", no="", on="2026-03-02"):
    line = f"Acme,Clerk,{on},{status},{notes},{location},{link},{talk},{no}\n"
    (row,) = rows(HEAD + line)
    return row


def told(**cells):
    return remembered_snapshot(remembered(read(**cells)))


def compared(was, now, here=None, **edited):
    """What is offered; here is as the sheet said before, but for what was edited."""
    side = replace(snapshot_of(here or was), **edited) if was or here else None
    facts = (here or was).facts
    before = remembered_snapshot(remembered(was)) if was is not None else None
    return {
        each.name: (each.here, each.sheet, each.take)
        for each in changes_of(now, before, side, facts)
    }


def test_nothing_new_in_the_sheet_offers_nothing_whatever_is_here():
    was = read(location="Perth")

    assert compared(was, read(location="Perth"), read("Rejected", location="Sydney")) == {}


def test_what_changed_in_the_sheet_alone_is_proposed():
    assert compared(read(location="Perth"), read(location="Sydney")) == {
        "location": ("Perth", "Sydney", True)
    }
    assert compared(read(), read("Rejected")) == {"status": ("Applied", "Rejected", True)}


def test_what_changed_on_both_sides_is_shown_and_not_proposed():
    found = compared(read(location="Perth"), read(location="Sydney"), read(location="Darwin"))

    assert found == {"location": ("Darwin", "Sydney", False)}


def test_both_sides_changed_alike_is_no_news():
    assert compared(read(), read("Rejected"), read("Rejected")) == {}
    assert compared(read(), read(location="Perth"), read(location="Perth")) == {}


def test_a_fact_that_was_filled_in_on_both_sides_is_not_overwritten():
    assert compared(read(), read(location="Sydney"), read(location="Perth")) == {
        "location": ("Perth", "Sydney", False)
    }


def test_what_the_sheet_no_longer_says_changes_nothing():
    assert compared(read(location="Perth", notes="Ask for Jo"), read()) == {}


@pytest.mark.parametrize(
    ("then", "now", "here", "offered"),
    [
        ("Applied", "Interview", "Applied", True),
        ("Applied", "Offer", "Applied", True),
        ("Applied", "Withdrawn", "Applied", True),
        ("Interview", "Rejected after interview", "Interview", True),
        ("Rejected", "Interview", "Rejected", True),  # they called after all
        ("Interview", "Applied", "Interview", False),
        ("Applied", "Interview", "Rejected", False),
        ("Applied", "Rejected", "Interview", False),
        ("Applied", "Interview", "Offer", None),  # here it is further on already
        ("Applied", "Applied", "Rejected", None),
        ("Applied", "Rejected", "Feedback received", None),
    ],
)
def test_a_status_is_proposed_where_nothing_moved_here(then, now, here, offered):
    found = compared(read(then), read(now), read(here)).get("status")

    assert (found and found[2]) == offered


def test_new_lines_of_notes_are_offered_and_old_ones_are_not():
    now = read(notes='"Ask for Jo\nCall on Tuesday"')

    assert compared(read(notes="Ask for Jo"), now) == {"notes": ("", "Call on Tuesday", True)}


def test_a_line_that_stands_here_already_is_not_offered():
    lines = frozenset(line_signs("call  on tuesday"))

    assert compared(read(), read(notes="Call on Tuesday"), lines=lines) == {}


def test_who_led_to_a_link_is_no_news():
    was, now = read(link="https://a.example/1"), read(link="https://a.example/1?utm_source=x")

    assert compared(was, now) == {}


def test_a_new_interview_is_offered_with_its_day():
    found = compared(read("Interview"), read("Interview", talk="2026-03-10"))

    assert found == {"interview:0": ("", "Tue 10 Mar 2026", True)}


def test_an_interview_on_another_day_is_the_same_one_moved():
    found = compared(read("Interview", talk="2026-03-10"), read("Interview", talk="2026-03-12"))

    assert found == {"interview:0:2026-03-10": ("Tue 10 Mar 2026", "Thu 12 Mar 2026", True)}


def test_an_interview_that_was_put_off_here_and_in_the_sheet_is_shown_beside_it():
    found = compared(
        read("Interview", talk="2026-03-10"),
        read("Interview", talk="2026-03-12"),
        read("Interview", talk="2026-03-11"),
    )

    assert found == {"interview:0:2026-03-11": ("Wed 11 Mar 2026", "Thu 12 Mar 2026", False)}


def test_an_interview_that_is_here_already_is_no_news():
    now = read("Interview", talk="2026-03-10")

    assert compared(read(), now, now) == {}


def test_the_day_of_a_no_that_was_not_known_is_offered():
    found = compared(read("Rejected"), read("Rejected", no="2026-03-20"))

    assert found == {"no_on": ("", "Fri 20 Mar 2026", True)}


def test_without_a_memory_blanks_are_filled_and_nothing_else_is_proposed():
    found = compared(None, read("Rejected", location="Perth", link="https://a.example/1"),
                     read(location="Sydney"))  # fmt: skip

    assert {name: each[2] for name, each in found.items()} == {
        "location": False,
        "link": True,
        "status": False,
    }


def test_without_a_memory_a_sheet_that_lags_behind_says_nothing():
    assert compared(None, read("Applied"), read("Interview")) == {}


def test_what_is_remembered_holds_no_words_of_notes():
    said = remembered(read(notes="Ask for Jo Wren"))

    assert "Jo" not in str(said)
    assert told(notes="Ask for Jo Wren").lines == snapshot_of(read(notes="ask  for Jo Wren")).lines


def test_a_day_of_applying_that_was_put_right_is_offered():
    found = compared(read(), read(on="2026-03-03"))

    assert found == {"applied_on": ("Mon 2 Mar 2026", "Tue 3 Mar 2026", True)}
    assert read().facts["applied_on"] == date(2026, 3, 2)
