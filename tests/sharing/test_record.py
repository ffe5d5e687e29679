"""What a choice shows, and that what it does not show was never there."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import Build
from tests.sent import queries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models import Application, StageChange, User
from tracker.models.changes.stage import move, undo
from tracker.sharing.record import Record, read_record
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart
from tracker.values.date_range import DateRange

ALL = Selection(frozenset(FOR_LINKS), people=True)
LISTS = ("applications", "moves", "interviews", "asks", "noes", "notes")
"""Lists that can be cut."""


def somebody(build: Build) -> User:
    """A person with one marked row of everything: the mark is the part's name."""
    with build.together():
        user = build.user(name="Robin", help_wanted="MARK-help")
        card = build.application(
            user,
            role="MARK-applications",
            pay_text="MARK-pay",
            applied_on=date(2026, 11, 2),
            offer_received_on=date(2026, 11, 20),
            offer_pay_text="MARK-pay of an offer",
            offer_note="MARK-pay and MARK-notes, says MARK-person",
        )
        contact = build.contact(user, name="MARK-person")
        build.interview(card, went_well="MARK-interviews", starts_at=now(), people="MARK-person")
        build.rejection(card, on=date(2026, 11, 3), words="MARK-feedback")
        build.attempt(card, on=date(2026, 11, 4), wording="MARK-asks", contact_id=contact.id)
        build.point(build.feedback(card, "MARK-feedback"))
        build.action(user, what="MARK-actions", done_on=date(2026, 11, 5))
        build.review(user, said="MARK-reviews")
        build.note(card, "MARK-notes")
        build.note(card, "MARK-private", private=True)
        build.check_in(card, words="MARK-private", writing="MARK-private")
        build.thought(card, story="MARK-private")
        build.line(user, "MARK-private")
        build.story(user, "MARK-private", did="MARK-private", application_id=card.id)
    return user


def read(user: User, choice: Selection = ALL, span: DateRange | None = None) -> Record:
    """The record as it is read now."""
    return read_record(db.session(), user, choice, span or DateRange(), now(), quiet_days=21)


@pytest.mark.parametrize("hidden", FOR_LINKS)
def test_a_part_that_is_not_ticked_is_absent_wherever_it_might_stand(
    build: Build, hidden: SharedPart
) -> None:
    user = somebody(build)
    all_of_it = str(read(user))
    rest = read(user, Selection(frozenset(FOR_LINKS) - {hidden}, people=True))

    if hidden in (SharedPart.SUMMARY, SharedPart.HISTORY, SharedPart.INSIGHTS):
        assert rest.summary is None or hidden is not SharedPart.SUMMARY
        assert not rest.moves or hidden is not SharedPart.HISTORY
    elif hidden is not SharedPart.APPLICATIONS:  # every other part names the role that it is about
        assert f"MARK-{hidden}" in all_of_it
        assert f"MARK-{hidden}" not in str(rest)
    else:
        assert not rest.applications


def test_private_writing_is_in_no_record_whatever_is_ticked(build: Build) -> None:
    user = somebody(build)

    assert "MARK-private" not in str(read(user, Selection(frozenset(SharedPart), people=True)))


def test_people_are_left_out_unless_they_are_ticked(build: Build) -> None:
    user = somebody(build)

    assert "MARK-person" in str(read(user))
    assert "MARK-person" not in str(read(user, Selection(frozenset(FOR_LINKS))))


def test_companies_can_be_letters_everywhere(build: Build) -> None:
    user = build.user()
    card = build.application(user, company="Banksia Software", link="https://banksia.example")
    build.feedback(card, "At Banksia Software we look for more.", giver="Jo of Banksia Software")
    build.note(card, "banksia software rang")
    record = read(user, Selection(frozenset(FOR_LINKS), companies=False, people=True))

    assert "anksia" not in str(
        [getattr(record, f.name) for f in fields(record) if f.name != "mask"]
    )
    assert record.applications[0].company == "Company A"
    assert record.feedback[0].words == "At Company A we look for more."


def test_another_persons_rows_are_in_no_record(build: Build) -> None:
    somebody(build)
    record = read(build.user())

    assert "MARK" not in str(record)
    assert record.summary is not None and not any(record.summary)


def test_what_is_in_the_bin_is_in_no_record(build: Build) -> None:
    user = build.user()
    card = build.application(user, role="MARK", deleted_at=now())
    build.interview(card, went_well="MARK")
    build.feedback(card, "MARK")

    assert "MARK" not in str(read(user))


@pytest.mark.both_databases
def test_a_span_holds_what_happened_in_it(build: Build) -> None:
    user = build.user()
    old = build.application(user, role="Old", applied_on=date(2026, 1, 5))
    build.application(user, role="New", applied_on=date(2026, 11, 2))
    build.interview(old, starts_at=datetime(2026, 11, 10, tzinfo=UTC))
    build.interview(old, starts_at=datetime(2026, 1, 10, tzinfo=UTC))
    record = read(user, span=DateRange.between(date(2026, 11, 1), date(2026, 11, 30)))

    assert [line.role for line in record.applications] == ["New"]
    assert [line.at.day for line in record.interviews if line.at] == [10]
    assert len(record.interviews) == 1


@pytest.mark.both_databases
def test_the_last_day_of_a_span_ends_at_the_persons_own_midnight(build: Build) -> None:
    user = build.user(time_zone="Australia/Sydney")
    card = build.application(user)
    build.interview(card, starts_at=datetime(2026, 11, 30, 12, tzinfo=UTC))  # 23:00 in Sydney
    build.interview(card, starts_at=datetime(2026, 11, 30, 14, tzinfo=UTC))  # the day after

    assert len(read(user, span=DateRange.between(None, date(2026, 11, 30))).interviews) == 1


def test_a_move_that_was_undone_is_no_history(build: Build) -> None:
    user = build.user()
    card = build.application(user)
    with writing(user) as session:
        card = session.merge(card)
        move(session, card, Stage.INTERVIEW, now())
        session.flush()
        change = StageChange.latest(session, card)
        assert change is not None
        undo(session, card, change, now() + timedelta(seconds=1))
        session.flush()
        move(session, card, Stage.REJECTED, now() + timedelta(seconds=2))

    assert [(line.before, line.after) for line in read(user).moves] == [
        ("", "Applied"),
        ("Applied", "Rejected"),
    ]


@pytest.mark.both_databases
def test_the_summary_counts_a_span(build: Build) -> None:
    user = build.user()
    first = build.application(user, applied_on=date(2026, 11, 2))
    build.interview(first)
    build.application(user, applied_on=date(2026, 11, 3), offer_received_on=date(2026, 11, 9))
    build.application(user, applied_on=date(2026, 1, 3))
    summary = read(user, span=DateRange.between(date(2026, 11, 1), None)).summary

    assert summary is not None
    assert (summary.applications, summary.interviewed, summary.offers) == (2, 1, 1)


def test_a_record_costs_as_many_queries_whatever_its_size(build: Build) -> None:
    user = somebody(build)
    few = queries(lambda: read(user))
    for n in range(12):
        build.point(build.feedback(build.application(user, company=f"Number {n}")))

    assert queries(lambda: read(user)) == few <= 17


@pytest.mark.both_databases
def test_a_list_that_is_cut_holds_its_first_lines_and_counts_the_others(build: Build) -> None:
    user = somebody(build)
    for n in range(5):
        card = build.application(user, applied_on=date(2026, 10, n + 1))
        build.interview(card, starts_at=now() - timedelta(days=n))
        build.attempt(card, on=date(2026, 10, n + 1))
        build.rejection(card, on=date(2026, 10, n + 1))
        build.note(card, f"Number {n}")
    whole, two = read(user), dict.fromkeys(LISTS, 2)
    cut = read_record(db.session(), user, ALL, DateRange(), now(), two, quiet_days=21)

    for name in LISTS:
        found, every = getattr(cut, name), getattr(whole, name)
        assert found == (every[-2:] if name == "moves" else every[:2]), name
        assert cut.further_of(name) == len(every) - 2 > 0, name
    assert not any(map(whole.further_of, LISTS))
    assert cut.points == whole.points


def test_a_choice_is_kept_and_read_again() -> None:
    choice = Selection(frozenset({SharedPart.HELP, SharedPart.ASKS}), companies=False, people=True)

    assert Selection.from_json(choice.as_json()) == choice
    assert Selection.from_json({}) == Selection(frozenset(), companies=False, people=False)
    assert SharedPart.PRIVATE not in Selection(frozenset(SharedPart)).for_link()


def led_on(build: Build, user: User) -> tuple[int, int]:
    """An application whose no named another role, and that one, which was taken and is over."""
    first = build.application(
        user, role="Baker", company="Banksia", applied_on=date(2026, 3, 2), stage="rejected"
    )
    second = build.application(
        user, role="Cook", company="Banksia", applied_on=date(2026, 4, 6), came_from_id=first.id,
        archived_at=now(), archived_on=date(2026, 5, 4), outcome="offer_accepted",
        ended_on=date(2026, 9, 30),
    )  # fmt: skip
    return first.id, second.id


def test_what_a_no_led_to_and_the_end_of_a_job_are_told(build: Build) -> None:
    user = build.user()
    first, second = led_on(build, user)
    shown = {line.id: line for line in read(user).applications}

    assert (shown[first].came_from, shown[first].led_to) == ("", "Cook, Banksia")
    assert (shown[second].came_from, shown[second].led_to) == ("Baker, Banksia", "")
    assert (shown[second].archived_on, shown[second].ended_on) == (
        date(2026, 5, 4), date(2026, 9, 30),
    )  # fmt: skip


def test_other_end_of_a_tie_is_hidden_as_companies_are_and_named_only_where_it_is_shown(
    build: Build,
) -> None:
    user = build.user()
    first, second = led_on(build, user)
    letters = read(user, Selection(frozenset(FOR_LINKS), companies=False))
    hidden = {line.id: line for line in letters.applications}
    assert hidden[first].led_to == f"Cook, {hidden[second].company}"
    assert "Banksia" not in str(letters.applications)

    later = read(user, span=DateRange.between(date(2026, 4, 1), date(2026, 4, 30)))
    assert [line.came_from for line in later.applications] == [""]

    with writing(user) as session:
        session.get_one(Application, second).deleted_at = now()
    assert [line.led_to for line in read(user).applications] == [""]
