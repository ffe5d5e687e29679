from datetime import date

import pytest

from tracker.imports.reading.match_keys import MatchKeys, likeness, plain, plain_link, view

DAY, OTHER_DAY = date(2026, 3, 2), date(2026, 3, 9)


def named(company="Acme", role="Clerk", link="", location="", applied_on=DAY):
    return view({
        "company": company,
        "role": role,
        "link": link,
        "location": location,
        "applied_on": applied_on,
    })  # fmt: skip


def there(*views, remembered=True):
    return MatchKeys(views or (named(),), remembered)


def test_company_role_and_day_make_the_same_application():
    assert likeness(named("ACME ", "the  Clerk"), there(named("Acme", "The clerk")), True)
    assert likeness(named("Acme, Inc."), there(named("Acme Inc")), True)


def test_signs_that_tell_languages_apart_count():
    assert plain("C++ Developer") != plain("C# Developer") != plain("C Developer")


@pytest.mark.parametrize("empty", [None])
def test_empty_equals_empty(empty):
    row = named(applied_on=empty)

    assert likeness(row, there(row, remembered=False), True)


def test_another_day_is_another_application():
    assert likeness(named(applied_on=OTHER_DAY), there(), True) is None
    assert likeness(named(applied_on=None), there(remembered=False), True) is None


def test_another_day_under_the_very_same_link_is_a_day_put_right():
    link = "https://jobs.example.com/7"
    mine = there(named(link=link))

    assert likeness(named(link=link, applied_on=OTHER_DAY), mine, True)
    assert likeness(named(link=link, applied_on=OTHER_DAY), mine, False) is None


def test_a_day_that_the_sheet_did_not_know_before_may_be_told_later():
    assert likeness(named(), there(named(applied_on=None)), True)
    assert likeness(named(), there(named(applied_on=None), remembered=False), True) is None


def test_two_openings_of_one_title_are_told_apart_by_link():
    mine = there(named(link="https://jobs.example.com/7"))

    assert likeness(named(link="https://jobs.example.com/8"), mine, True) is None
    assert likeness(named(), mine, True)


def test_two_openings_of_one_title_are_told_apart_by_place():
    mine = there(named(location="Perth"))

    assert likeness(named(location="Sydney"), mine, True) is None
    assert likeness(named(location="Perth WA"), mine, True)
    assert likeness(named(), mine, True)


def test_a_link_that_was_changed_here_is_known_by_what_the_sheet_said():
    mine = there(named(link="https://here.example.com"), named(link="https://jobs.example.com/7"))

    assert likeness(named(link="https://jobs.example.com/7"), mine, True)


def test_a_place_that_both_sides_have_told_since_tells_nothing_apart():
    mine = there(named(location="Perth"), named())

    assert likeness(named(location="Sydney"), mine, True)
    assert likeness(named(location="Perth"), mine, True) > likeness(named(), mine, True)


def test_what_was_renamed_here_is_known_by_what_the_sheet_said():
    mine = there(named("Acme Holdings", "Office Clerk"), named())

    assert likeness(named(), mine, True)


def test_a_slip_that_was_put_right_in_the_sheet_is_known_by_its_link_or_its_day():
    linked = "https://jobs.example.com/7"

    assert likeness(named("Acme Ltd", link=linked), there(named("Akme", link=linked)), True)
    assert likeness(named("Marlow Ferries"), there(named("Marlow Feries")), True)
    assert (
        likeness(named("Marlow Ferries"), there(named("Marlow Feries"), remembered=False), True)
        is None
    )
    assert (
        likeness(named("Marlow Ferries", applied_on=OTHER_DAY), there(named("Marlow Feries")), True)
        is None
    )


def test_the_surest_is_the_one_with_the_same_link_and_day():
    link = "https://jobs.example.com/7"
    exact = likeness(named(link=link), there(named(link=link)), True)
    named_alike = likeness(named(link=link), there(), True)

    assert exact > named_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.jobs.example.com/7/", "http://jobs.example.com/7"),
        ("https://jobs.example.com/7?utm_source=x&trk=y", "https://jobs.example.com/7"),
        ("https://jobs.example.com/v?id=7&ref=mail", "https://jobs.example.com/v?id=7"),
        ("https://jobs.example.com/7#apply", "https://jobs.example.com/7"),
    ],
)
def test_who_led_to_an_address_is_no_part_of_it(one, other):
    assert plain_link(one) == plain_link(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://jobs.example.com/v?id=7", "https://jobs.example.com/v?id=8"),
        ("https://jobs.example.com/7", "https://jobs.example.com/8"),
        ("https://jobs.example.com/#/job/7", "https://jobs.example.com/#/job/8"),
        ("http://[bad", "https://jobs.example.com/8"),
    ],
)
def test_addresses_that_lead_elsewhere_differ(one, other):
    assert plain_link(one) != plain_link(other)
