"""What a report says, and what it leaves out and owns up to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.exports.report.written import DAY, MADE_AT, chart, charts, offer, record
from tracker.exports.report.blocks import (
    Heading,
    Items,
    Paragraph,
    Pictures,
    Quote,
    Rows,
    day_words,
    names_of,
)
from tracker.exports.report.compose import report_of
from tracker.sharing.record import Record
from tracker.sharing.selection import FOR_LINKS, USUAL, Selection, SharedPart
from tracker.sharing.summary import SharedSummary
from tracker.values.date_range import DateRange


def section(written: Record, heading: str) -> tuple[object, ...]:
    """The blocks below a heading."""
    report = report_of(written, charts())
    return next(each.blocks for each in report.sections if each.heading == heading)


@pytest.mark.parametrize("hidden", FOR_LINKS)
def test_a_part_that_is_not_ticked_is_no_part_of_a_report(hidden: SharedPart) -> None:
    everything = str(report_of(record(), charts()))
    rest = str(report_of(record(Selection(frozenset(FOR_LINKS) - {hidden})), charts()))

    if hidden is SharedPart.SUMMARY:
        assert "came to an interview" in everything
        assert "came to an interview" not in rest
    else:
        assert f"MARK-{hidden}" in everything
        assert f"MARK-{hidden}" not in rest


def test_it_opens_with_the_numbers_and_what_help_is_wanted_with() -> None:
    report = report_of(record(), charts())

    assert [each.heading for each in report.sections[:3]] == [
        "In one minute",
        "What happened so far",
        "What I’d like help with",
    ]
    assert report.name == "Robin Quill"
    assert report.span == "Tue 1 Sept 2026 to Wed 25 Nov 2026"
    assert report.made == "Made on Wed 25 Nov 2026"


def test_a_rolling_span_is_said_with_its_days() -> None:
    span = DateRange.named("30", date(2026, 11, 25))
    report = report_of(record(span=span), ())

    assert report.span == "Last 30 days: Tue 27 Oct 2026 to Wed 25 Nov 2026"


def test_the_one_line_to_remember_is_what_became_of_the_rejections() -> None:
    [line] = [
        block
        for block in section(record(), "In one minute")
        if isinstance(block, Paragraph) and block.strong
    ]

    asked = "Advice was asked for after 14 of them, and 8 answered."
    assert line.text == f"20 rejections written down. {asked}"


def test_an_empty_search_says_so_in_words() -> None:
    bare = record(many=0, help_wanted="", summary=SharedSummary())
    report = report_of(bare, [chart("way", svg="", says="The way will show here.")])
    words = str(report)

    assert "This time is empty so far." in words
    assert "Not filled in." in words
    assert "Parts without an entry in this time are left out." in words
    headings = [each.heading for each in report.sections]
    assert headings == ["In one minute", "What happened so far", "What I’d like help with"]
    assert "The way will show here." in words
    assert not any(isinstance(block, Rows) for each in report.sections for block in each.blocks)


def test_what_is_left_out_of_a_list_is_counted() -> None:
    [rows] = [
        block for block in section(record(many=5000), "Applications") if isinstance(block, Rows)
    ]

    assert len(rows.rows) + rows.more == 5000
    assert len(rows.rows) <= 30


def test_pay_is_a_column_only_where_it_is_ticked() -> None:
    with_pay = section(record(), "Applications")[0]
    without = section(record(Selection(USUAL)), "Applications")[0]

    assert isinstance(with_pay, Rows)
    assert isinstance(without, Rows)
    assert "Pay" in with_pay.head
    assert "Pay" not in without.head


def test_each_theme_speaks_through_one_quote_the_most_frequent_first() -> None:
    point = record().points[0]
    points = [
        point._replace(theme="Cover letter", quote="Too long."),
        point._replace(theme="Examples", quote="No numbers."),
        point._replace(theme="Examples", quote="Which part was yours?"),
        point._replace(theme="Manner", quote="So kind.", kind="Strength"),
    ]
    blocks = section(record(points=points), "What they keep saying")

    assert [block.text for block in blocks if isinstance(block, Quote)] == [
        "No numbers.",
        "Too long.",
        "So kind.",
    ]
    assert "Examples (2), Cover letter (1)" in str(blocks[0])


def test_answers_that_nobody_sorted_yet_are_quoted_whole() -> None:
    blocks = section(record(points=[]), "What they keep saying")

    assert any(isinstance(block, Quote) and "MARK-feedback" in block.text for block in blocks)


def test_actions_stand_with_their_proof_or_their_plan() -> None:
    done = record().actions[0]
    ahead = done._replace(what="Ask Ana", done_on=None, used=0)
    first, second = [
        block
        for block in section(record(actions=[ahead, done]), "Actions")
        if isinstance(block, Items)
    ]

    assert first.items[0].about == (
        "Skill · done 2 Nov 2026 · used in 2 later applications · Developer, Banksia Software",
        "Sent to Ana",
    )
    assert second.items[0].about == (
        "Skill · by 2 Nov 2026 · Developer, Banksia Software",
        "On Thursday, then write it",
    )


def test_an_interview_that_is_still_ahead_says_so() -> None:
    coming = (
        record().interviews[0]._replace(at=MADE_AT + timedelta(days=2), rating=None, went_well="")
    )

    assert "still ahead" in str(section(record(interviews=[coming]), "Interviews"))


def test_a_chart_is_described_by_its_sentence_and_its_figures() -> None:
    report = report_of(record(), [chart("way")])
    [pictures] = [
        block for each in report.sections for block in each.blocks if isinstance(block, Pictures)
    ]

    assert pictures.pictures[0].alt == (
        "Chart way says that 3 of 20 did. "
        "Chart way row 0: How many 0; Chart way row 1: How many 1; Chart way row 2: How many 2"
    )


def test_it_says_which_names_are_hidden_and_where_texts_are_cut() -> None:
    notes = report_of(record(Selection(USUAL, companies=False)), ()).notes

    assert notes == (
        "Letters stand for the names of companies.",
        "People’s names are left out.",
        "Parts without an entry in this time are left out.",
        "This report is kept short: long texts end in …, and of long lists only the latest are "
        "shown. For all of it, ask Robin Quill for the Excel file or for a link: with the same "
        "boxes ticked, they have every line.",
    )
    assert len(report_of(record(), ()).notes) == 2


def test_help_wanted_keeps_its_lines_but_not_a_page_of_them() -> None:
    [wanted] = section(
        replace(record(), help_wanted="One\n\n  Two \n" * 50), "What I’d like help with"
    )

    assert isinstance(wanted, Paragraph)
    assert wanted.text.startswith("One\nTwo\n")
    assert wanted.text.endswith("…")
    assert wanted.text.count("\n") < 10


def test_a_day_that_is_not_known_is_not_made_up() -> None:
    undated = record().applications[0]._replace(applied_on=None)
    [rows] = section(record(applications=[undated]), "Applications")

    assert isinstance(rows, Rows)
    assert rows.rows[0][0] == "not known"
    assert DAY.isoformat() not in str(rows)


def test_a_quote_that_begins_in_the_middle_of_a_sentence_says_so() -> None:
    told = replace(record(), points=[record().points[0]._replace(quote="we were not sure of you.")])
    quotes = [each for each in section(told, "What they keep saying") if isinstance(each, Quote)]

    assert quotes[0].text == "… we were not sure of you."


def test_of_applications_those_that_may_come_to_something_are_listed_and_the_others_counted() -> (
    None
):
    one = record().applications[0]
    read = record(
        applications=[
            one._replace(id=1, role="Baker"),
            one._replace(id=2, role="Miller", stage="Interview", standing="Waiting"),
            one._replace(id=3, role="Grocer", standing="Offer to answer", offer_on=DAY),
            one._replace(id=4, standing="They said no"),
            one._replace(id=5, standing="They said no"),
            one._replace(id=6, standing="Withdrawn", archived_on=DAY),
        ]
    )
    rows, others = section(read, "Applications")

    assert isinstance(rows, Rows) and isinstance(others, Paragraph)
    assert [row[1].partition(",")[0] for row in rows.rows] == ["Grocer", "Miller", "Baker"]
    assert rows.rows[0][3] == "Offer to answer"
    assert others.text == "3 others: They said no 2, Withdrawn 1."


def test_what_a_no_led_to_and_a_job_that_ended_are_told_below_the_applications() -> None:
    one = record().applications[0]._replace(company="Banksia")
    read = record(
        applications=[
            one._replace(id=1, role="Baker", standing="They said no", led_to="Cook, Banksia"),
            one._replace(
                id=2, role="Cook", standing="Offer accepted", came_from="Baker, Banksia",
                ended_on=DAY,
            ),
        ]
    )  # fmt: skip
    texts = [each.text for each in section(read, "Applications") if isinstance(each, Paragraph)]

    assert "A no led to: Cook, Banksia, after Baker, Banksia." in texts
    assert any(text.startswith("Jobs that ended: Cook, Banksia, on ") for text in texts)


def test_offers_to_answer_and_interviews_to_come_stand_on_the_first_page() -> None:
    line = record().interviews[0]
    soon, later = MADE_AT + timedelta(days=1), MADE_AT + timedelta(days=9)
    read = record(
        applications=[record().applications[0]._replace(role="Baker", standing="Offer to answer")],
        offers=[offer(on=None, answer_by=DAY, pay_text="$65k"), offer(application_id=99)],
        interviews=[
            line._replace(at=later, role="Later"),
            line._replace(at=soon, role="Soon"),
            line,
        ],
    )
    [items] = section(read, "To answer, and coming up")

    assert isinstance(items, Items)
    assert [item.text.partition(",")[0] for item in items.items] == ["Baker", "Soon", "Later"]
    by = f"to answer by {day_words(DAY)}"
    assert items.items[0].about == (f"an offer, day not known · {by} · $65k",)
    without = report_of(record(), charts()).sections
    assert "To answer, and coming up" not in [each.heading for each in without]


def test_every_round_of_an_offer_is_listed_with_its_pay_only_where_that_is_ticked() -> None:
    rounds = [
        offer(pay_text="$70k", became="Taken back by them", became_on=DAY + timedelta(days=9),
              answer="Accepted", answered_on=DAY, waits=False),
        offer(on=None, pay_text="$65k", became="Another offer came", waits=False),
    ]  # fmt: skip
    [rows] = section(record(offers=rounds), "Offers")

    assert isinstance(rows, Rows)
    assert rows.head == ("Day", "Application", "Pay", "To answer by", "What became of it")
    assert [row[2] for row in rows.rows] == ["$70k", "$65k"]
    assert [row[0] for row in rows.rows] == [day_words(DAY), "not known"]
    back = day_words(DAY + timedelta(days=9))
    assert rows.rows[0][-1] == f"Accepted, {day_words(DAY)}; Taken back by them, {back}"
    unpaid = Selection(frozenset(FOR_LINKS) - {SharedPart.PAY})
    [rows] = section(
        record(unpaid, offers=[each._replace(pay_text="") for each in rounds]), "Offers"
    )
    assert isinstance(rows, Rows)
    assert "Pay" not in rows.head
    without = report_of(record(), charts()).sections
    assert "Offers" not in [each.heading for each in without]


def test_answers_are_told_whole_below_what_they_have_in_common() -> None:
    words = "You were calm. " * 20
    read = record(feedback=[record().feedback[0]._replace(words=words)] * 12)
    blocks = section(read, "What they keep saying")
    items = blocks[-1]

    assert Heading("Their answers") in blocks
    assert isinstance(items, Items)
    assert items.items[0].text == words.strip()
    assert len(items.items) + items.more == 12


def test_a_theme_says_what_was_done_about_it() -> None:
    point = record().points[0]._replace(theme="Examples")
    done = record().actions[0]._replace(themes=("Examples",), what="Write three stories")
    quotes = [
        block
        for block in section(record(points=[point], actions=[done]), "What they keep saying")
        if isinstance(block, Quote)
    ]

    assert quotes[0].source.endswith("Done 2 Nov 2026: Write three stories")


def test_a_chart_that_would_take_a_page_is_a_table() -> None:
    blocks = section(record(), "Replies and interviews")
    [drawn] = [each for each in blocks if isinstance(each, Pictures)]
    [rows] = [each for each in blocks if isinstance(each, Rows)]

    assert len(drawn.pictures) == 2
    assert rows.head == ("What", "How many") and len(rows.rows) == 3


def test_of_long_names_both_role_and_company_can_be_told() -> None:
    role, company = "Administrative Officer " * 4, "Royal Hospital and Health Services " * 3
    told = names_of(role, company, 60)

    assert len(told) <= 60
    assert told.startswith("Administrative") and ", Royal Hospital" in told
    assert names_of("Baker", company, 40).startswith("Baker, Royal Hospital and Health")
    assert names_of(role, "", 30).endswith("…")


def test_an_interview_of_no_particular_kind_is_not_another_one() -> None:
    line = record().interviews[0]._replace(kind="Other", outcome="Not known", people="Jo Lee")
    [table] = section(record(interviews=[line]), "Interviews")

    assert isinstance(table, Rows)
    assert table.rows[0][2] == "round 2, Jo Lee"
    assert "Not known" not in table.rows[0][3]


def test_applications_that_have_all_ended_are_not_told_as_nothing_yet() -> None:
    ended = record().applications[0]._replace(standing="They said no", offer_on=None)
    told = section(record(applications=[ended, ended._replace(id=2)]), "Applications")

    assert [each.text for each in told if isinstance(each, Paragraph)] == [
        "2 applications: They said no 2."
    ]
