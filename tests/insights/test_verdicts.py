"""When a difference may be spoken of, and whom no chart counts yet."""

from datetime import date

from tracker.insights.charts import before_after, interviews, replies
from tracker.insights.charts.chart import Chart
from tracker.insights.figures.flows import FlowCount, Flows, SentCount
from tracker.insights.figures.resumes_and_actions import DoneAction
from tracker.insights.figures.survival import Wait, kaplan_meier
from tracker.models.reads.standing import Standing
from tracker.sharing.redaction import Redaction

EARLY, DAY, LATE = date(2026, 3, 2), date(2026, 4, 1), date(2026, 5, 4)
RESUMES = {1: "Résumé v1", 2: "Résumé v2"}


def sent(on: date | None, met: int, of: int, resume: int = 1, ripe: bool = True) -> list[SentCount]:
    return [SentCount(on, resume, True, ripe, met), SentCount(on, resume, False, ripe, of - met)]


def worked(before: tuple[int, int], after: tuple[int, int], *more: DoneAction) -> Chart:
    counts = [*sent(EARLY, *before), *sent(LATE, *after)]
    return before_after.chart(counts, {}, [DoneAction("Rewrite it", DAY), *more], 21)


NO_PROOF = " This is no proof, either way: the roles, the season and luck changed too."


def verdict(before: tuple[int, int], after: tuple[int, int]) -> str:
    """What is said of it, before what is said of every such comparison."""
    says = worked(before, after).says
    assert says.endswith(NO_PROOF)
    return says.removesuffix(NO_PROOF)


def test_below_twenty_on_a_side_there_is_an_interval_and_no_verdict() -> None:
    chart = worked((4, 7), (0, 5))

    assert chart.rows == (("Rewrite it", "4 of 7", "0 of 5", "−57 points", "−84 and −3"),)
    assert chart.says == "“Rewrite it”: it is too early to compare."
    some = verdict((4, 7), (2, 5))
    assert some.endswith("4 of 7 before. Too few yet to be sure.")
    assert verdict((4, 7), (4, 5)).endswith("It may have helped. Too few yet to be sure.")
    assert verdict((8, 9), (1, 6)).endswith(
        "That is a smaller share than before. 20 on each side would tell more."
    )
    assert "hance" not in some


def test_from_twenty_on_each_side_it_is_said_whether_chance_would_do_it() -> None:
    assert verdict((1, 20), (12, 20)).endswith(
        "It may have helped. Chance alone would rarely do that."
    )
    assert verdict((12, 20), (1, 20)).endswith(
        "That is a smaller share than before. Chance alone would rarely do that."
    )
    assert verdict((4, 20), (6, 20)).endswith("It may have helped. It may be chance.")
    assert verdict((6, 20), (4, 20)).endswith("6 of 20 before. The difference may be chance.")
    assert verdict((1, 19), (12, 20)).endswith(
        "It may have helped. 20 on each side would tell more."
    )


def test_of_several_changes_it_is_said_which_of_them_may_have_helped() -> None:
    several = worked((4, 7), (4, 5), DoneAction("Call first", DAY)).says
    worse = worked((6, 20), (4, 20), DoneAction("Call first", DAY)).says

    assert several.endswith(f"“Rewrite it” may have helped. Too few yet to be sure.{NO_PROOF}")
    assert "helped" not in worse


def test_how_large_a_difference_is_stands_in_the_figures_alone() -> None:
    chart = worked((4, 7), (4, 5))

    assert "points" not in chart.says
    assert chart.rows[0][3:] == ("+23 points", "−27 and +59")


def test_many_comparisons_say_so() -> None:
    alone = worked((1, 20), (12, 20))
    many = worked(
        (1, 20), (12, 20), DoneAction("Call first", DAY), DoneAction("Shorter letter", DAY)
    )

    assert alone.caution == ""
    assert many.caution == "3 changes are compared: some look better or worse only by luck."


def test_beside_two_shares_that_may_differ_by_chance_it_stands_that_they_may() -> None:
    def head(before: tuple[int, int], after: tuple[int, int]) -> str:
        return worked(before, after).brief[0].title

    assert head((18, 29), (3, 8)) == "Rewrite it · too few to tell"
    assert head((1, 2), (0, 1)) == "Rewrite it · too few to tell"
    assert head((6, 20), (4, 20)) == "Rewrite it · may be chance"
    assert head((12, 20), (1, 20)) == "Rewrite it"


def test_a_new_resume_has_the_same_numbers_in_both_charts() -> None:
    counts = [
        *sent(EARLY, 3, 12, resume=1),
        *sent(LATE, 3, 6, resume=2),
        *sent(date(2026, 6, 20), 1, 9, resume=2, ripe=False),
    ]
    cells = [FlowCount("", Standing.WAITING, False, True, True, 18)]
    ways = Flows(cells, [], counts, [], 0)
    shown = interviews.chart(ways, RESUMES, Redaction(None, None), 15)
    change = before_after.chart(counts, RESUMES, [], 15)

    assert [row[1:4] for row in shown.rows if row[0] == "Résumé version"] == [
        ("Résumé v1", 12, 3), ("Résumé v2", 6, 3),
    ]  # fmt: skip
    assert change.rows[0][1:3] == ("3 of 12", "3 of 6")
    left_out = "9 applications of the last 15 days left out: too early to tell."
    assert left_out in shown.caution
    assert left_out in change.caution


def test_where_nothing_is_noted_to_compare_nothing_is_drawn() -> None:
    cells = [FlowCount("", Standing.WAITING, False, False, True, 10)]
    cells.append(FlowCount("", Standing.THEY_SAID_NO, False, True, True, 2))
    ways = Flows(cells, [], sent(EARLY, 2, 12, resume=0), [], 0)
    shown = interviews.chart(ways, {}, Redaction(None, None), 15)

    assert (shown.svg, shown.key) == ("", "")
    assert shown.has_data
    assert shown.rows == (("All", "All", 12, 2, "17%", "5 and 45%"),)
    assert "overlap" not in shown.says
    assert shown.says.endswith("Note where you found each, and what you sent, to see what differs "
                               "between them.")  # fmt: skip


def test_who_is_still_open_is_counted_and_said() -> None:
    cells = [
        FlowCount("", Standing.SILENT, False, False, True, 14),
        FlowCount("", Standing.WAITING, False, True, True, 5),
        FlowCount("", Standing.THEY_SAID_NO, False, False, True, 3),
        FlowCount("", Standing.WAITING, False, False, False, 8),
    ]
    counts = [*sent(EARLY, 5, 22), *sent(LATE, 0, 8, ripe=False), *sent(None, 0, 1, ripe=False)]
    chart = interviews.chart(Flows(cells, [], counts, [], 0), {}, Redaction(None, None), 15)

    assert chart.says.startswith("Of 22 applications with time enough for an answer, 5 came ")
    assert chart.caution == (
        "8 applications of the last 15 days and 1 open application without a date left out: too "
        "early to tell. 14 applications are still open and may come to an interview later."
    )


def test_numbers_at_risk_are_those_who_still_wait_as_the_day_begins() -> None:
    waits = [Wait(3, True, 5), Wait(20, True), Wait(25, False, 2), Wait(60, False, 2)]
    chart = replies.chart(kaplan_meier(waits), 0)

    assert {row[0]: row[4] for row in chart.rows} == {
        3: 10, 7: 5, 14: 5, 21: 4, 28: 2, 42: 2, 60: 2,
    }  # fmt: skip


def test_line_is_about_replies_alone_and_its_mark_stands_at_nine_tenths_of_them() -> None:
    known = kaplan_meier([Wait(day, True) for day in range(1, 11)] + [Wait(30, False, 10)])
    chart = replies.chart(known, 0)

    assert "replies that had come" in chart.svg
    assert chart.svg.count("%</text>") == 3
    assert "of all applications" not in chart.svg
    assert "9 in 10 of the replies by day 9" in chart.svg
    assert [round(known.of_those_that_came(day), 6) for day in (8, 9)] == [0.8, 0.9]
    assert dict(zip(chart.headers, chart.rows[1], strict=True))["Of the replies"] == "70%"
