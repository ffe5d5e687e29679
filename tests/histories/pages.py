"""The pages as a browser gets them: Today, Insights, and the coach's, also on paper."""

import re
from collections import Counter

from flask import Flask

from tests.browser import Browser
from tests.histories.expected import Expected
from tests.histories.reading import Node, number, numbers_in, page, standings_in
from tests.histories.sentences import labels, still_open
from tests.histories.steps import History
from tracker.insights.charts.flows import DRAWN_FROM
from tracker.models.reads.standing import Standing

MIDDLES = ("Interview", "No interview")
COUNTED_AS = {"Role closed": Standing.THEY_SAID_NO.label}
"""A row says it in its own words; among the counts it is one of these."""


def check_pages(app: Flask, history: History, expected: Expected) -> None:
    """All of them."""
    browser = Browser.of(app)
    browser.sign_in(history.user)
    _today(got(browser, "/"), expected)
    _insights(got(browser, "/insights?span=all"), expected)
    _loops(got(browser, "/insights?span=90"), expected.loops_of_today)
    _, token = history.build.link(history.user, choice=history.choice.as_json())
    _coach(Browser.of(app), f"/s/{token}", expected)


def got(browser: Browser, place: str) -> Node:
    """A page that is there."""
    answer = browser.get(place, follow_redirects=True)
    assert answer.status_code == 200, place
    return page(answer.text)


def _today(today: Node, expected: Expected) -> None:
    """The one line of Today."""
    noes, asked, answered, closed, unasked = expected.loops_of_today
    if expected.n and noes and (asked or closed):
        told = re.findall(r"something from ([\d,]+) of ([\d,]+) rejection", today.text)
        assert told == ([(f"{closed:,}", f"{noes:,}")] if closed else [])
    if expected.n and noes and asked:
        pattern = r"asked for advice after ([\d,]+) rejection.*?(?:, and ([\d,]+) answered)?\."
        assert numbers_in(pattern, today.text) == [asked, answered]
    if expected.n and noes and unasked:
        assert f"Feedback came unasked after {unasked}." in today.text


def _insights(insights: Node, expected: Expected) -> None:
    check_way(insights, expected)
    _loops(insights, (*expected.loops[:4], 0, expected.loops[5]))
    silent = insights.by_id("waiting")
    if silent is not None:
        told = numbers_in(r"Silent for more than [\d,]+ days · ([\d,]+)", silent.text)
        assert told == [expected.standings[Standing.SILENT]]


def check_way(shown: Node, expected: Expected) -> None:
    """The table below the chart: both sides of the middle add up to all. Of few, a sentence."""
    rows = shown.table("chart-way")
    chart = shown.by_id("chart-way")
    if chart is not None and not rows and 0 < expected.n < DRAWN_FROM:
        check_each(chart.text, expected)
        return
    starts = [row for row in rows if row[0] not in MIDDLES]
    ends: Counter[str] = Counter()
    for middle, end, many in rows:
        if middle in MIDDLES:
            ends[end] += number(many)
    assert +ends == +labels(expected)
    assert sum(number(row[2]) for row in starts) == expected.n
    met = sum(number(row[2]) for row in starts if row[1] == "Interview")
    assert met == expected.interviewed


def check_each(said: str, expected: Expected) -> None:
    """What became of every one, where they are few: the parts add up to all."""
    told = re.search(r"([\d,]+) applications?: ([^.]*)\.(?: ([\d,]+) came to an interview)?", said)
    assert told, said
    parts = [number(each) for each in re.findall(r"[\d,]*\d", told[2])]
    still = re.search(r"([\d,]+) (?:is|are) still open", told[2])
    assert number(told[1]) == sum(parts) == expected.n
    assert (number(still[1]) if still else 0) == still_open(expected)
    assert number(told[3] or "0") == expected.interviewed


def _loops(shown: Node, loops: tuple[int, ...]) -> None:
    rows = [number(row[1]) for row in shown.table("chart-loops")]
    if not loops[1] and not loops[3] and not any(loops[5:]):
        assert rows == []
    else:
        assert rows[:4] == list(loops[:4])
        assert len(loops) < 6 or rows[4] == loops[5]


def _coach(reader: Browser, place: str, expected: Expected) -> None:
    """The page of all of it, its paper form, and the page of each application."""
    shown = got(reader, place)
    if expected.n:
        _minute(shown, expected)
        check_way(shown, expected)
        _loops(shown, (*expected.loops[:4], 0, expected.loops[5]))
    parts = {part.all("h3")[0].text: part for part in shown.all("details") if part.all("h3")}
    counts = dict(re.fullmatch(r"(.*?) ([\d,]+)(?: ·.*)?", head).groups() for head in parts)  # type: ignore[union-attr]
    assert number(counts.get("Applications", "")) == expected.n
    applications = shown.by_id("applications")
    rows = applications.all("li") if applications else []
    told = [row.all("p", "known")[0].all("span")[0].text for row in rows]
    stands = Counter(COUNTED_AS.get(each, each) for each in told)
    assert stands == +labels(expected)
    _on_paper(shown, parts)
    links = [row.all("a")[0].attributes["href"] for row in rows]
    alone = [_standing(got(reader, link)) for link in links]
    assert Counter(COUNTED_AS.get(each, each) for each in alone) == +labels(expected)
    still = sum(each in {s.label for s in Standing if s.is_open} for each in stands.elements())
    assert still == still_open(expected)


def _minute(shown: Node, expected: Expected) -> None:
    """The four numbers, and the facts below them: each is the count, and stands once."""
    told = {
        pair.all("dt")[0].text: pair.all("dd")[0].text
        for part in ("tally", "told")
        for block in shown.all("dl", part)
        for pair in block.all("div")
    }
    top = ("Sent", "Interviewed", "Offers", "Still open")
    counts = [expected.n, expected.interviewed, expected.offers, still_open(expected)]
    assert [number(told.get(each, "")) for each in top] == counts
    opened, ended = told.get("Open now", ""), told.get("Ended", "")
    assert standings_in(opened) + standings_in(ended) == +labels(expected)
    assert sum(standings_in(opened).values()) == still_open(expected)
    noes, asked, answered, closed, unasked, _ = expected.loops
    pattern = (
        r"^(?:Asked for after ([\d,]+) rejections?(?:, and ([\d,]+) answered)?)?"
        r"(?:(?:\. )?Came unasked after ([\d,]+))?$"
    )
    assert number(told.get("Rejections", "").partition(" written down")[0]) == noes
    said = numbers_in(pattern, told.get("Advice", "")) if noes else [asked, answered, unasked]
    assert said == [asked, answered, unasked]
    learnt = told.get("Learnt from", "0 of 0").partition(" of ")[0]
    assert number(learnt) == (closed if noes else 0)
    assert number(told.get("Actions done", "")) == expected.done


def _on_paper(shown: Node, parts: dict[str, Node]) -> None:
    """What is printed of a part, and how many more are said to be on the page, are all of it."""
    besides = " ".join(each.text for each in shown.all("p", "on-paper-only"))
    for head, part in parts.items():
        rows = part.all("li")
        if not rows or head.startswith("Charts"):  # on paper they are drawn
            continue
        printed = [row for row in rows if "minor" not in row.attributes.get("class", "")]
        told = number(head.split(" · ")[0].rsplit(" ", 1)[1])
        assert told == len(rows)
        if not printed:
            assert "minor" in part.attributes["class"].split()
            assert head.split(" · ")[0] in besides
        elif len(printed) < told:
            more = part.all("p", "on-paper-only")[0].text
            assert numbers_in(r"and ([\d,]+) more", more) == [told - len(printed)]


def _standing(application: Node) -> str:
    return application.all("header", "head")[0].all("p")[1].text
