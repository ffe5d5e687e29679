"""All that a span has to tell: what it says, what it leaves out, what it hides."""

from datetime import date, timedelta

import pytest

from tests.builders import Build
from tests.insights.hunts import a_hunt, sent, told
from tests.sent import queries
from tracker.clock import now
from tracker.extensions import db
from tracker.insights.charts.chart import Chart
from tracker.insights.read import Insights, read_insights
from tracker.models import ActionUse, User
from tracker.sharing.redaction import Redaction
from tracker.values.date_range import DateRange
from tracker.values.days import day_of, days_after

NAMES = ("loops", "way", "themes", "replies", "stages", "weeks", "sources", "asking", "worked")


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


@pytest.fixture
def today(user: User) -> date:
    return day_of(now(), user.zone)


def read(user: User, span: DateRange | None = None, mask: Redaction | None = None) -> Insights:
    return read_insights(db.session(), user, span or DateRange(), now(), mask)


def rows(user: User, name: str) -> dict[object, tuple[object, ...]]:
    """The table behind a chart, by its first column."""
    return {row[0]: row[1:] for row in read(user).chart(name).rows}


def test_charts_come_in_the_order_that_tells_the_story(user: User) -> None:
    assert tuple(chart.id for chart in read(user).charts) == NAMES


def test_without_data_there_is_no_drawing_but_a_word_on_what_will_show(user: User) -> None:
    for chart in read(user).charts:
        assert chart.svg == ""
        assert chart.rows == ()
        assert " shows " in chart.says


def test_with_enough_of_everything_every_chart_is_drawn_with_a_table_behind(
    build: Build, user: User, today: date
) -> None:
    a_hunt(build, user, today)

    for chart in read(user).charts:
        assert chart.svg.startswith("<svg "), chart.id
        assert chart.rows, chart.id
        assert all(len(row) == len(chart.headers) for row in chart.rows), chart.id


def test_loops_are_counted_step_by_step(build: Build, user: User, today: date) -> None:
    told(build, user, today)
    asked = told(build, user, today)
    build.attempt(asked)
    build.attempt(told(build, user, today, archived_at=now()), kind="thanks")
    silent = sent(build, user, 60, stage="rejected")
    build.rejection(silent, on=today, how="silence")
    build.attempt(silent)
    closed = told(build, user, today)
    build.attempt(closed)
    build.feedback(closed, channel="call")
    build.feedback(told(build, user, today), channel="email")
    action = build.action(user, application_id=closed.id, done_on=today)
    build._save(ActionUse(user_id=user.id, action_id=action.id, application_id=asked.id, at=now()))

    assert [row[1] for row in read(user).chart("loops").rows] == [5, 2, 1, 1, 1]
    assert read(user).chart("loops").says == (
        "Learnt something from 1 of 5 rejections; asked for advice after 2, and 1 answered."
    )
    assert read(user).chart("loops").caution == "After 1 rejection feedback came unasked."


def test_rejection_without_a_day_is_left_out_of_a_span_and_counted(
    build: Build, user: User, today: date
) -> None:
    told(build, user, today)
    build.rejection(build.application(user, stage="rejected"), how="email")
    build.attempt(told(build, user, today))
    chart = read(user, DateRange.named("30", today)).chart("loops")

    assert chart.says == "Asked for advice after 1 of 2 rejections."
    assert chart.rows[0][1] == 2
    assert chart.caution == "1 rejection without a date left out."
    assert read(user).chart("loops").caution == ""


def test_of_few_applications_it_is_said_what_became_of_each(build: Build, user: User) -> None:
    sent(build, user, 2)
    build.rejection(sent(build, user, 30, stage="rejected"), how="email")
    assert read(user).chart("way").says == "2 applications: 1 is still open, 1 got a no."

    build.rejection(sent(build, user, 30, stage="rejected"), how="silence")
    sent(build, user, 30, archived_at=now(), outcome="withdrawn")
    assert read(user).chart("way").says == (
        "4 applications: 1 is still open, 1 got a no, 1 got no answer, 1 was withdrawn."
    )


def test_a_no_that_two_charts_count_otherwise_is_explained_in_a_sentence(
    build: Build, user: User
) -> None:
    why = "They said no: all sent in this time that got a no, with or without a saved reply."
    for _ in range(3):
        build.rejection(sent(build, user, 30, stage="rejected"), how="email")
    assert why not in read(user).chart("way").caution

    sent(build, user, 30, stage="rejected")
    assert why in read(user).chart("way").caution


def test_first_sentence_ends_at_no_stop_within_a_name() -> None:
    chart = Chart("x", "X", "“St. Vincent. Ltd” comes up most. Light bars are strengths.", "")
    assert chart.first_sentence == "“St. Vincent. Ltd” comes up most."
    assert chart.other_sentences == "Light bars are strengths."
    keyed = chart._replace(key="Light bars are strengths.")
    assert (keyed.other_sentences, keyed.without_key) == ("", keyed.first_sentence)
    alone = chart._replace(says="3 applications.")
    assert (alone.first_sentence, alone.other_sentences) == ("3 applications.", "")


def test_silence_has_its_place_on_the_way(build: Build, user: User) -> None:
    sent(build, user, 30, source="Seek")
    sent(build, user, 2, source="seek ")
    sent(build, user, 2)
    chart = read(user).chart("way")

    assert ("No interview", "Silent", 1) in chart.rows
    assert ("Seek", "No interview", 2) in chart.rows
    assert ("No source noted", "No interview", 1) in chart.rows
    assert chart.says.endswith("3 are still open.")
    assert chart.caution == (
        "Silent: no answer recorded in 21 days. It may still come. "
        "21 days is a default until five replies are known."
    )


def test_sources_are_one_however_they_are_capitalised_and_rare_ones_stand_together(
    build: Build, user: User
) -> None:
    for source in ("Seek", "SEEK", "seek ", *(f"Board {n}" for n in range(9)), ""):
        sent(build, user, 3, source=source)
    sums: dict[object, int] = {}
    for start, _, number in read(user).chart("way").rows:
        sums[start] = sums.get(start, 0) + int(number)

    assert max(sums.get("Seek", 0), sums.get("SEEK", 0), sums.get("seek", 0)) == 3
    assert sums["Others"] == 4
    assert sums["No source noted"] == 1


def test_below_five_there_are_counts_and_no_rate(build: Build, user: User, today: date) -> None:
    for number in range(6):
        card = sent(build, user, 30, source="Seek" if number else "Jora")
        if number < 2:
            build.interview(card, starts_at=now())
    table = {row[1]: row[2:] for row in read(user).chart("sources").rows}

    assert table["Seek"] == (5, 1, "20%", "4 and 62%")
    assert table["Jora"] == (1, 1, "", "")


def test_nine_in_ten_replies_say_who_has_waited_beyond(
    build: Build, user: User, today: date
) -> None:
    for _ in range(5):
        told(build, user, today)
    late = sent(build, user, 15, role="Late")
    sent(build, user, 9, role="In time")
    sent(build, user, 15, role="Archived", archived_at=now())
    build.interview(sent(build, user, 15, role="Met"), starts_at=now() + timedelta(days=2))
    found = read(user)

    assert found.waiting_beyond.days == 15
    assert found.chart("replies").says == (
        "Nine in ten replies came within 15 days. 6 of 9 applications have had one."
    )
    assert found.waiting_beyond.shown == ()
    later = read_insights(db.session(), user, DateRange(), now() + timedelta(days=1))
    assert [each.application_id for each in later.waiting_beyond.shown] == [late.id]
    assert later.waiting_beyond.shown[0].days == 16


def test_few_replies_make_no_curve(build: Build, user: User, today: date) -> None:
    for _ in range(4):
        told(build, user, today)
    sent(build, user, 90)
    found = read(user)

    assert found.chart("replies").svg == ""
    assert found.chart("replies").says.endswith("So far there are 4.")
    assert found.waiting_beyond.days == 21
    assert found.waiting_beyond.n == 1


def test_days_that_contradict_each_other_are_in_no_statistic_and_counted_as_left_out(
    build: Build, user: User, today: date
) -> None:
    for _ in range(5):
        told(build, user, today)
    early = sent(build, user, 19, stage="rejected")
    build.rejection(early, on=today - timedelta(days=25), how="email")
    far = sent(build, user, 19, stage="rejected")
    build.rejection(far, on=today + timedelta(days=100), how="email")

    chart = read(user).chart("replies")

    assert chart.says == (
        "Nine in ten replies came within 9 days. 5 of 5 applications have had one."
    )
    assert chart.caution == "Left out: 2 applications without dates that fit."


@pytest.mark.both_databases
def test_themes_open_the_words_that_stand_behind_them(
    build: Build, user: User, today: date
) -> None:
    card = told(build, user, today, role="Baker")
    examples, warmth = build.theme(user, "Examples"), build.theme(user, "Warmth")
    answer = build.feedback(card, "Long.", received_on=today)
    build.point(answer, "More examples.", theme_id=examples.id)
    build.point(answer, "Say more.", theme_id=examples.id)
    build.point(answer, "Friendly.", theme_id=warmth.id, kind="strength")
    build.point(answer, "Another was stronger.", theme_id=examples.id, kind="not_me")
    build.point(answer, "Hm.")
    first, second = read(user).themes

    assert (first.name, first.improve, first.strength) == ("Examples", 2, 0)
    assert [quote.words for quote in first.quotes] == ["Say more.", "More examples."]
    assert second.quotes[0].strength
    assert read(user).chart("themes").caution == (
        "Left out: 1 point without a theme, 1 point marked “not about me”."
    )


def test_what_gets_answers_leaves_out_who_may_still_answer(
    build: Build, user: User, today: date
) -> None:
    card = told(build, user, today)
    build.attempt(card, channel="call", result="spoke", on=today, wording="told_now/warm")
    build.attempt(
        card, channel="email", result="sent", on=today, follow_up_on=days_after(today, 5),
        wording="interview/plain/en",
    )  # fmt: skip
    chart = read(user).chart("asking")
    table = {row[1]: row[2:4] for row in chart.rows}

    assert table == {"Call": (1, 1), "In the same call as the no": (1, 1)}
    assert chart.caution == "1 call or email left out: an answer may still come."


def test_nothing_waits_for_an_answer_that_has_come(build: Build, user: User, today: date) -> None:
    card, later = told(build, user, today), days_after(today, 5)
    build.attempt(card, channel="call", result="left_message", on=today, follow_up_on=later)
    build.attempt(card, channel="email", result="sent", on=today, follow_up_on=later)
    build.feedback(card, "Give an example.", received_on=today)
    chart = read(user).chart("asking")

    assert {row[1]: row[2:4] for row in chart.rows if row[0] == "How"} == {
        "Call": (1, 0),
        "Email": (1, 1),
    }
    assert chart.caution == ""


def test_answer_in_writing_counts_for_the_last_that_was_tried(
    build: Build, user: User, today: date
) -> None:
    card = told(build, user, today)
    build.attempt(card, channel="call", result="left_message", on=days_after(today, -8))
    build.attempt(card, channel="email", result="sent", on=days_after(today, -8))
    build.feedback(card, channel="email", received_on=days_after(today, -2))
    own = told(build, user, today)
    build.attempt(own, channel="portal", result="sent", on=days_after(today, -8))
    build.feedback(own, "I was late.", channel="own", received_on=today)
    table = {row[1]: row[2:4] for row in read(user).chart("asking").rows}

    assert table == {"Call": (1, 0), "Email": (1, 1), "Their portal": (1, 0)}


def test_before_and_after_an_action_are_compared_with_caution(
    build: Build, user: User, today: date
) -> None:
    for number in range(10):
        card = sent(build, user, 80)
        if number < 1:
            build.interview(card, starts_at=now() - timedelta(days=75))
    build.action(user, what="Rewrite the opening", done_on=days_after(today, -70))
    for number in range(10):
        card = sent(build, user, 60)
        if number < 4:
            build.interview(card, starts_at=now())
    sent(build, user, 3)
    chart = read(user).chart("worked")

    assert chart.rows == (
        ("Rewrite the opening", "1 of 10", "4 of 10", "+30 points", "−8 and +60"),
    )
    assert "It may have helped. Too few yet to be sure. This is no proof, either way" in chart.says
    assert "1 application of the last 42 days left out: too early to tell." in chart.caution


def test_action_in_the_middle_of_few_shows_counts_alone(
    build: Build, user: User, today: date
) -> None:
    sent(build, user, 80)
    build.action(user, what="Rewrite the opening", done_on=days_after(today, -70))
    build.interview(sent(build, user, 60), starts_at=now())
    chart = read(user).chart("worked")

    assert chart.rows == (("Rewrite the opening", "0 of 1", "1 of 1", "", ""),)
    assert chart.says.endswith("These are too few to compare.")


def test_weeks_begin_on_the_persons_first_day(build: Build, today: date) -> None:
    user = build.user(first_weekday=6)
    for _ in range(5):
        build.application(user, applied_on=today)
    label = str(read(user, DateRange.named("30", today)).chart("weeks").rows[-1][0])

    assert label.startswith("Sun ")


def test_no_weeks_are_shown_before_the_first_of_which_there_is_anything(
    build: Build, user: User, today: date
) -> None:
    for _ in range(5):
        build.application(user, applied_on=days_after(today, -14))
    chart = read(user, DateRange.named("90", today)).chart("weeks")

    assert chart.says == "5 applications sent in 3 weeks."
    assert [row[1] for row in chart.rows] == [5, 0, 0]


def test_years_of_applications_are_cut_into_what_there_is_room_for(
    build: Build, user: User, today: date
) -> None:
    for _ in range(4):
        build.application(user, applied_on=today)
    assert not read(user).chart("weeks").has_data
    for days, name, most in ((180, "Week", 28), (700, "Month", 32), (2000, "Quarter", 32)):
        build.application(user, applied_on=days_after(today, -days))
        chart = read(user).chart("weeks")
        assert chart.title == f"{name} by {name.lower()}"
        assert len(chart.rows) <= most
    build.application(user, applied_on=date(1, 1, 1))
    build.application(user, applied_on=date(9999, 12, 31))

    assert len(read(user).chart("weeks").rows) <= 32


def test_companies_and_people_are_hidden_wherever_they_stand(
    build: Build, user: User, today: date
) -> None:
    a_hunt(build, user, today, company="Marked-Secret-Company")
    sent(build, user, 2, source="Marked-Secret-Company site", company="Marked-Secret-Company")
    sent(build, user, 90, company="Marked-Secret-Company")
    assert "Marked-Secret-Company" in str(read(user))
    mask = Redaction(["Marked-Secret-Company", "Banksia Software"], [])

    assert "Marked-Secret" not in str(read(user, mask=mask))


def test_nothing_of_another_person_or_of_the_bin_is_told(
    build: Build, user: User, today: date
) -> None:
    a_hunt(build, build.user(), today)
    gone = told(build, user, today, deleted_at=now())
    build.feedback(gone)
    build.attempt(gone)
    build.action(user, application_id=gone.id)

    assert all(not chart.svg for chart in read(user).charts)


def test_number_of_queries_does_not_depend_on_how_much_there_is(
    build: Build, user: User, today: date
) -> None:
    a_hunt(build, user, today)
    once = queries(lambda: read(user))
    a_hunt(build, user, today)

    assert queries(lambda: read(user)) == once <= 13


def test_what_people_wrote_is_never_markup(build: Build, user: User, today: date) -> None:
    a_hunt(build, user, today, company="<script>alert(1)</script>")
    sent(build, user, 3, source="<b>&</b>")

    for chart in read(user).charts:
        assert "<script" not in chart.svg
        assert "<b>" not in chart.svg
