"""What is drawn: XML as it must be, words that fit, colours that follow the dark."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from tracker.insights.drawing.bars import Bar, BarPart, bars, stretches
from tracker.insights.drawing.columns import DrawnColumn, columns
from tracker.insights.drawing.curve import curve
from tracker.insights.drawing.dots import Dot, DotGroup, dots
from tracker.insights.drawing.sankey import Node, sankey
from tracker.insights.drawing.svg import (
    FILLS,
    LINES,
    WIDTH,
    measure,
    nice,
    shorten_to_width,
    wrap_to_width,
)
from tracker.insights.figures.intervals import Rate
from tracker.insights.figures.survival import Wait, kaplan_meier

STYLES = Path(__file__).parents[2] / "static" / "css" / "charts" / "chart.css"
HOSTILE = [
    "<script>alert(1)</script>",
    "A & B “C” 'D'",
    "\x00\x0b\ud800",
    "株式会社ヤマト" * 9,
    "\u202eevil",
]
SVG = "{http://www.w3.org/2000/svg}"


def drawings(words: str) -> list[str]:
    """One of each kind, with these words wherever words stand."""
    rate, few = Rate(3, 20), Rate(2, 3)
    waits = [*(Wait(day, True) for day in range(1, 20)), Wait(80, False, 9)]
    known = kaplan_meier(waits)
    nodes = ([Node("s", words, "b")], [Node("m", "Interview", "a")], [Node("e", "No", "b")])
    stretch = [BarPart(words, "half", 2, 4, 9), BarPart(words, "", None, None, None)]
    shares = [Dot(words, rate), Dot(words, few), Dot(words, rate, hollow=True)]
    return [
        bars(words, [Bar(words, 5, "5"), Bar(words, 0, "0", beside=2)]),
        stretches(words, stretch, [0, 5, 10]),
        dots(words, [DotGroup(words, shares)]),
        columns(words, words, words, [DrawnColumn("2 Mar", 3, 0), DrawnColumn("9 Mar", 0, 1)]),
        curve(words, known, known.usual(), "9 in 10"),
        sankey(words, nodes, ({("s", "m"): 4}, {("m", "e"): 4})),
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_people_wrote_is_text_in_sound_xml(words: str) -> None:
    for drawn in drawings(words):
        root: Element = fromstring(drawn)
        assert root.tag == f"{SVG}svg"
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
            "svg", "title", "rect", "path", "circle", "text",
        }  # fmt: skip
        assert root.get("role") == "img"
        assert root.find(f"{SVG}title") is not None


def test_a_count_that_is_none_all_along_has_no_name_over_nothing() -> None:
    sent = columns("Week by week", "Sent", "Done", [DrawnColumn("2 Mar", 3, 0)])
    done = columns("Week by week", "Sent", "Done", [DrawnColumn("2 Mar", 0, 2)])

    assert "Sent" in sent and "Done" not in sent
    assert "Done" in done and "Sent" not in done


def test_the_name_of_what_hangs_below_the_line_stands_beside_it() -> None:
    def named(*below: int) -> tuple[str, float, float]:
        made = [DrawnColumn("2 Mar", 3, number) for number in below]
        root = fromstring(columns("Week by week", "Sent", "Actions done", made))
        texts = {each.text: each for each in root.iter(f"{SVG}text")}
        name, day = texts["Actions done"], texts["2 Mar"]
        return name.get("text-anchor", "start"), *(float(e.get("y", "")) for e in (name, day))

    anchor, y, dates = named(0, 0, 0, 0, 2, 0)
    assert anchor == "end" and y < dates - 30
    anchor, y, dates = named(2, 0, 0, 0, 0, 0)
    assert anchor == "start" and y < dates - 30
    _, y, dates = named(2, 1, 0, 0, 1, 2)
    assert y < dates


def test_nothing_is_inline_style_and_every_word_is_large_enough_for_a_phone() -> None:
    narrowest = 360 - 2 * 16  # pixels that a page leaves on a phone of 360
    for drawn in drawings("Seek"):
        assert "style" not in drawn
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)]
        assert min(sizes) * narrowest / WIDTH >= 11


def test_every_colour_follows_the_dark_by_its_class() -> None:
    sheet = STYLES.read_text()
    for name in (*FILLS, *LINES, "p", "h"):
        assert f".chart .{name} {{" in sheet, name
    for drawn in drawings("Seek"):
        root = fromstring(drawn)
        for each in root.iter():
            coloured = {each.get("fill"), each.get("stroke")} - {None, "none"}
            assert not coloured or each.get("class"), each.attrib


def test_words_that_are_too_long_end_in_an_ellipsis_and_fit() -> None:
    assert shorten_to_width("Seek", 100) == "Seek"
    for words in ("Workforce Australia for Individuals", "株式会社ヤマトホールディングス"):
        short = shorten_to_width(words, 90)
        assert short.endswith("…")
        assert measure(short) <= 90
        assert words.startswith(short[:-1].rstrip())


def test_letters_keep_their_marks_and_joined_signs_stay_together() -> None:
    family = "👩\u200d👩\u200d👧\u200d👦"
    assert shorten_to_width(family * 3, measure(family) + 14).rstrip("…") in ("", family)
    assert (
        "e\u0301" in shorten_to_width("e\u0301e\u0301e\u0301", 20)
        or shorten_to_width("e\u0301e\u0301e\u0301", 20) == "…"
    )
    assert not shorten_to_width("ae\u0301iou wwwwww", 24).endswith("e…")


@given(st.text(max_size=80), st.floats(20, 340))
def test_words_never_take_more_room_than_there_is(words: str, room: float) -> None:
    assert measure(shorten_to_width(words, room)) <= room


@given(st.integers(1, 100_000))
def test_marks_of_an_axis_reach_the_largest_and_are_few(largest: int) -> None:
    marks = nice(largest)
    assert marks[0] == 0
    assert marks[-1] >= largest
    assert len(marks) <= 6


def test_flows_of_a_sankey_are_as_wide_as_they_are_many() -> None:
    drawn = fromstring(
        sankey(
            "Way",
            (
                [Node("a", "A", "b"), Node("z", "Z", "b")],
                [Node("m", "Interview", "a")],
                [Node("e", "No", "b")],
            ),
            ({("a", "m"): 30, ("z", "m"): 10}, {("m", "e"): 40}),
        )
    )
    heights = [float(each.get("height") or 0) for each in drawn.iter(f"{SVG}rect")]

    assert heights == [135, 45, 180, 180]


def test_nothing_is_drawn_outside_of_the_sheet() -> None:
    for drawn in drawings("Seek"):
        root = fromstring(drawn)
        height = float(root.get("height") or 0)
        for each in root.iter(f"{SVG}text"):
            assert 0 <= float(each.get("x") or 0) <= WIDTH
            assert 0 <= float(each.get("y") or 0) <= height
        for each in root.iter(f"{SVG}rect"):
            assert float(each.get("x") or 0) + float(each.get("width") or 0) <= WIDTH + 0.2
            assert float(each.get("y") or 0) + float(each.get("height") or 0) <= height


def test_a_name_that_is_too_long_for_one_line_stands_on_two_and_only_then_is_cut() -> None:
    assert wrap_to_width("Council site", 110) == ["Council site"]
    assert wrap_to_width("Workforce Australia", 110) == ["Workforce", "Australia"]
    first, second = wrap_to_width("Find a second story for teamwork", 110)
    assert (first, second[-1]) == ("Find a second", "…")
    assert wrap_to_width("Donaudampfschifffahrtsgesellschaft", 110)[0].endswith("…")
    assert max(map(measure, wrap_to_width("One two three four five six", 80))) <= 80


def test_where_they_were_found_is_named_whole_beside_its_number() -> None:
    nodes = (
        [Node("a", "Workforce Australia", "b"), Node("b", "Seek", "b")],
        [Node("m", "Interview", "a")],
        [Node("e", "No", "b")],
    )
    drawn = sankey("The way", nodes, ({("a", "m"): 4, ("b", "m"): 9}, {("m", "e"): 13}))

    assert ">Workforce<" in drawn
    assert ">Australia 4<" in drawn
    assert ">Seek 9<" in drawn
    heights = re.findall(r'y="([\d.]+)" class="i"[^>]*>(?:Workforce|Australia)', drawn)
    assert float(heights[1]) - float(heights[0]) == pytest.approx(16)


def test_a_name_of_several_words_has_its_number_beside_the_last_of_them() -> None:
    nodes = (
        [Node("a", "Seek", "b")],
        [Node("m", "Interview", "a")],
        [Node("no", "They said no", "b"), Node("to", "Offer to answer", "b")],
    )
    drawn = sankey("The way", nodes, ({("a", "m"): 271}, {("m", "no"): 270, ("m", "to"): 1}))

    assert re.findall(">(They[^<]*|no[^<]*|Offer[^<]*|answer[^<]*)<", drawn) == [
        *("They said", "no 270"),
        *("Offer to", "answer 1"),
    ]


def test_no_flow_of_a_sankey_runs_below_its_words() -> None:
    ends = ["Offer declined", "Offer to answer", "Interview ahead", "They said no", "Withdrawn"]
    nodes = (
        [Node(each, each, "b") for each in ("Seek", "Workforce Australia", "GradConnection")],
        [Node("met", "Interview", "interview"), Node("not", "No interview", "b")],
        [Node(end, end, "b") for end in ends],
    )
    starts = {(node.key, way): n for node in nodes[0] for way, n in (("met", 1), ("not", 9))}
    stops = {("met", end): 1 for end in ends[:3]} | {("not", end): 13 for end in ends[3:]}
    drawn = fromstring(sankey("The way", nodes, (starts, stops)))

    flows = [flow_edges(each.get("d") or "") for each in drawn.iter(f"{SVG}path")]
    left, right = min(each[0] for each in flows), max(each[1] for each in flows)
    top, foot = min(each[2] for each in flows), max(each[3] for each in flows)
    words = list(drawn.iter(f"{SVG}text"))
    for each in words:
        size, x, y = (float(each.get(name) or 0) for name in ("font-size", "x", "y"))
        wide = measure(each.text or "", size)
        shift = {"end": wide, "middle": wide / 2}.get(each.get("text-anchor") or "", 0)
        assert x - shift + wide < left or x - shift > right or y + 4 < top or y - size * 0.75 > foot
    assert len(words) > 3 + 2 + 5


def flow_edges(path: str) -> tuple[float, float, float, float]:
    """Left, right, top and foot of a band."""
    numbers = [float(each) for each in re.findall(r"[\d.]+", path)]
    return numbers[0], numbers[6], min(numbers[1], numbers[7]), max(numbers[8], numbers[-1])


def test_one_word_that_fills_its_line_is_whole_above_its_number() -> None:
    nodes = (
        [Node("a", "GradConnection", "b"), Node("b", "Seek", "b")],
        [Node("m", "Interview", "a")],
        [Node("e", "No", "b")],
    )
    drawn = sankey("The way", nodes, ({("a", "m"): 43, ("b", "m"): 9}, {("m", "e"): 52}))

    assert ">GradConnection<" in drawn
    assert ">43<" in drawn
