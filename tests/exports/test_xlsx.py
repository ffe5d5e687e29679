"""The workbook, read back by another library."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from tests.builders import Build
from tests.exports.made import ALL, AT, made, record
from tests.exports.readers import zipped
from tests.exports.test_cells import ATTACKS
from tracker.exports.cells import BREAKS
from tracker.exports.sheet_column import SheetColumn
from tracker.exports.sheets import ExportSheet, chart_sheets, sheets
from tracker.exports.xlsx import workbook
from tracker.exports.xlsx.styles import CUT, LONGEST
from tracker.exports.xlsx.worksheet import MORE, SheetRows
from tracker.insights.charts.chart import Chart
from tracker.sharing.rows import NoteRow
from tracker.sharing.selection import Selection, SharedPart

WORDS = (SheetColumn("Words", "words", 40),)


def opened(content: bytes) -> Workbook:
    """As a spreadsheet opens it."""
    return load_workbook(BytesIO(content))


def of(*sheets_: ExportSheet, charts: tuple[Chart, ...] = ()) -> Workbook:
    """These sheets in a workbook, read back."""
    return opened(workbook(sheets_, chart_sheets(charts), 9, AT, lambda done: None))


def kept(words: str) -> str:
    """One text, written and read back."""
    value = of(ExportSheet("One", WORDS, [(words,)]))["One"]["A2"].value
    assert isinstance(value, str)
    return value


def test_each_part_has_its_sheet(build: Build) -> None:
    book = opened(made(build.user(), "xlsx"))

    assert book.sheetnames[:8] == [
        "Summary",
        "Applications",
        "Offers",
        "Stage history",
        "Interviews",
        "Asks",
        "Rejections",
        "Feedback",
    ]
    assert book.sheetnames[8:] == ["Actions", "Looking back", "Notes", "Charts"]


def test_dates_moments_and_numbers_are_real_ones(build: Build) -> None:
    user = build.user(time_zone="Australia/Sydney")
    card = build.application(user, applied_on=date(2026, 11, 2), excitement=4)
    build.interview(card, starts_at=datetime(2026, 11, 9, 23, 30, tzinfo=UTC), minutes=45)
    book = opened(made(user, "xlsx"))
    line = dict(zip(*book["Applications"].values, strict=True))
    meeting = dict(zip(*book["Interviews"].values, strict=True))

    assert (line["No."], line["Excitement"]) == (1, 4)
    assert line["Applied on"] == datetime(2026, 11, 2)  # noqa: DTZ001
    assert meeting["When"] == datetime(2026, 11, 10, 10, 30)  # noqa: DTZ001
    assert meeting["Minutes"] == 45
    assert book["Applications"]["D2"].number_format == "d mmm yyyy"
    assert book["Interviews"]["D2"].number_format == "d mmm yyyy hh:mm"


def test_every_sheet_has_a_frozen_heading_filters_and_widths(build: Build) -> None:
    user = build.user()
    build.interview(build.application(user))
    book = opened(made(user, "xlsx"))

    for sheet in book.worksheets[:-1]:
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet.auto_filter.ref.startswith("A1:"), sheet.title
        assert sheet.print_title_rows == "$1:$1", sheet.title
        assert sheet["A1"].font.bold, sheet.title
    assert book["Applications"].column_dimensions["B"].width == pytest.approx(26, abs=1)
    wide = book["Applications"]
    assert wide.auto_filter.ref == f"A1:{wide.cell(2, wide.max_column).coordinate}"


def test_no_cell_is_a_formula_and_the_words_stay_as_they_were(build: Build) -> None:
    user, attacks = build.user(), [*ATTACKS, "{=1+1}", "=cmd|' /C calc'!A0"]
    for attack in attacks:
        build.application(user, role=attack, company=attack)
    build.note(build.application(user), attacks[0])
    content = made(user, "xlsx")
    book = opened(content)
    cells = [cell for sheet in book.worksheets for row in sheet for cell in row]
    roles = {str(row[2]) for row in book["Applications"].values}

    assert "<f>" not in zipped(content)
    assert "<hyperlink " not in zipped(content)
    assert {cell.data_type for cell in cells} <= set("snd")
    assert {BREAKS.sub("\n", attack) for attack in attacks} <= roles


@pytest.mark.parametrize(
    "words",
    [
        "<r><t>bold</t></r>",
        "<r>&</r>",
        "_x0041_ stays",
        "a & b < c > d \"e\" 'f'",
        "  spaces  ",
        "two\nlines",
        "Zoë 株式会社 🙂 \u202eabc \u200d",
    ],
)
def test_words_are_read_back_letter_by_letter(words: str) -> None:
    assert kept(words).replace("_x005F_x0041_", "_x0041_") == words


def test_what_xml_cant_carry_is_left_out() -> None:
    assert kept("a\x00b\x0bc\ufffe\ud800d") == "abcd"


@pytest.mark.parametrize("sign", ["a", "🙂"])
def test_what_is_too_long_for_a_cell_is_cut_and_says_so(sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    whole = kept(sign * (LONGEST // units))
    cut = kept(sign * (LONGEST // units + 1))

    assert whole == sign * (LONGEST // units)
    assert cut.endswith(CUT)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST


def test_more_rows_than_a_sheet_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.exports.xlsx.worksheet.MOST_ROWS", 3)
    sheet = of(ExportSheet("One", WORDS, [(f"row {n}",) for n in range(5)]))["One"]

    assert [row[0] for row in sheet.values] == ["Words", "row 0", "row 1", MORE.format(3)]


def test_a_day_that_excel_cant_count_is_written_in_words() -> None:
    days = (SheetColumn("Day", "day", 13),)
    sheet = of(ExportSheet("One", days, [(date(1899, 5, 1),), (date(1900, 3, 1),)]))["One"]

    assert sheet["A2"].value == "1899-05-01"
    assert sheet["A3"].value == datetime(1900, 3, 1)  # noqa: DTZ001


def test_long_words_leave_the_row_low_enough_to_see_the_next() -> None:
    sheet = of(ExportSheet("One", WORDS, [("word " * 4000,), ("short",)]))["One"]

    assert sheet.row_dimensions[2].height == 120
    assert sheet.row_dimensions[3].height == 15


def test_all_charts_are_one_sheet_with_their_sentence_and_their_figures() -> None:
    charts = (
        Chart("way", "The way", "3 of 8 came to an interview.", "", ("From", "n"), (("A", 3),)),
        Chart("none", "<r><t>Themes</t></r>", "Nothing yet.", "", caution="Few."),
        Chart("rate", "Rates", "So many.", "", ("Of", "%"), (("=1+1", 37.5),)),
    )
    sheet = of(ExportSheet("Summary", WORDS, []), charts=charts)["Charts"]
    rows = [tuple(cell for cell in row if cell is not None) for row in sheet.values]

    assert rows[:4] == [("The way",), ("3 of 8 came to an interview.",), ("From", "n"), ("A", 3)]
    assert ("Nothing yet. Few.",) in rows
    assert ("=1+1", 37.5) in rows
    assert "<r><t>Themes</t></r>" in str(rows)


def test_each_point_stands_beside_its_answer_whose_words_stand_once(build: Build) -> None:
    user = build.user()
    answer = build.feedback(build.application(user), "Long answers. Good questions.")
    build.point(answer, "Long answers.")
    build.point(answer, "Good questions.", kind="strength", agreed="yes")
    build.feedback(build.application(user, role="Clerk"), "Thank you.")
    rows = list(opened(made(user, "xlsx"))["Feedback"].values)
    shown = {(row[2], row[6], row[8], row[9]) for row in rows[1:]}

    assert shown == {
        ("Junior Developer", "Long answers. Good questions.", "Long answers.", "To improve"),
        ("Junior Developer", None, "Good questions.", "Strength"),
        ("Clerk", "Thank you.", None, None),
    }


def test_pay_is_a_column_only_where_it_is_ticked(build: Build) -> None:
    user = build.user()
    build.application(user, pay_text="$40 an hour")
    without = Selection(ALL.parts - {SharedPart.PAY}, people=True)

    assert "Pay" in next(opened(made(user, "xlsx"))["Applications"].values)
    assert "Pay" not in next(opened(made(user, "xlsx", without))["Applications"].values)


def test_columns_of_nothing_but_names_are_left_out_where_names_are(build: Build) -> None:
    user = build.user()
    card = build.application(user)
    build.feedback(card, "Jo Wren says: good", giver=build.contact(user, "Jo Wren").name)
    sheets = {"Interviews": "People", "Asks": "To", "Looking back": "By", "Feedback": "From"}
    named, unnamed = (
        opened(made(user, "xlsx", replace(ALL, people=each))) for each in (True, False)
    )

    for sheet, column in sheets.items():
        assert column in next(named[sheet].values)
        assert column not in next(unnamed[sheet].values), sheet
    head, row = list(unnamed["Feedback"].values)
    assert dict(zip(head, row, strict=True))["What they said"] == "[name] says: good"


def test_the_file_names_neither_a_person_nor_a_program_of_theirs(build: Build) -> None:
    book = opened(made(build.user(), "xlsx"))

    assert (book.properties.creator, book.properties.lastModifiedBy) in ((None, None), ("", ""))
    assert book.properties.title == "Job search"


def test_our_rows_are_those_that_the_library_would_write() -> None:
    """A new release of XlsxWriter that writes rows by another way would leave ours out."""
    content = workbook([ExportSheet("One", WORDS, [("here",)])], [], 9, AT, lambda done: None)

    assert SheetRows._write_rows is not SheetRows.__mro__[1]._write_rows
    with ZipFile(BytesIO(content)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<dimension ref="A1:A2"/>' in page
    assert page.index('<row r="1"') < page.index('<row r="2"') < page.index("here")


def test_the_summary_says_whose_it_is_and_from_which_time() -> None:
    choice = Selection(frozenset({SharedPart.NOTES}))
    note = NoteRow(7, "Banksia", "Baker", AT, "A note")
    made_ = sheets(record(choice, notes=[note], numbers={7: 2}))

    assert [sheet.title for sheet in made_] == ["Summary", "Notes"]
    assert made_[0].rows == [
        ("Job search of", "Robin"),
        ("From which time", "All of it"),
        ("Made on", date(2026, 11, 25)),
    ]
    assert made_[1].rows == [(2, "Banksia", "Baker", AT, "A note")]


def test_an_application_says_what_a_coach_counts(build: Build) -> None:
    user = build.user()
    met = build.application(user, role="Baker", applied_on=date(2026, 11, 2))
    build.interview(met, starts_at=datetime(2026, 11, 9, 1, tzinfo=UTC))
    no = build.application(user, role="Miller", applied_on=date(2026, 11, 2), stage="rejected")
    build.rejection(no, on=date(2026, 11, 12))
    odd = build.application(user, role="Odd", applied_on=date(2026, 11, 20), stage="rejected")
    build.rejection(odd, on=date(2026, 11, 12))
    build.application(user, role="Silent", applied_on=date(2026, 11, 2))
    head, *rows = opened(made(user, "xlsx"))["Applications"].values
    told = {line["Role"]: line for line in (dict(zip(head, row, strict=True)) for row in rows)}
    shown = ("Came to an interview", "Days to reply", "Said no on")

    assert [told["Baker"][each] for each in shown] == ["Yes", 7, None]
    assert [told["Miller"][each] for each in shown] == ["No", 10, datetime(2026, 11, 12)]  # noqa: DTZ001
    assert told["Odd"]["Days to reply"] is None
    assert [told["Silent"][each] for each in shown] == ["No", None, None]


def test_addresses_open_and_what_is_none_does_not(build: Build) -> None:
    user = build.user()
    links = ("https://example.org/a?b=1&c=2#d", "javascript:alert(1)", "see mail", "file:///etc")
    for link in links:
        build.application(user, link=link)
    sheet = opened(made(user, "xlsx"))["Applications"]
    heads = [cell.value for cell in sheet[1]]
    cells = [sheet.cell(row, heads.index("Link") + 1) for row in range(2, 6)]

    assert {cell.value for cell in cells} == set(links)
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {
        "https://example.org/a?b=1&c=2"
    }
    letters = opened(made(user, "xlsx", replace(ALL, companies=False)))["Applications"]
    assert not any(cell.hyperlink for row in letters.iter_rows() for cell in row)


def test_what_is_printed_of_the_wide_sheet_can_be_read(build: Build) -> None:
    user = build.user()
    build.application(user)
    sheet = opened(made(user, "xlsx"))["Applications"]

    assert sheet.print_area == "'Applications'!$A$1:$M$2"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages down as it takes, one across
    assert [cell.value for cell in sheet[1]][:13][-2:] == ["Outcome", "Source"]


def test_figures_are_numbers_and_are_drawn_by_excel_itself() -> None:
    steps = Chart("loops", "Loops", "", "", ("Step", "Noes", "Share"), (("No", 26, "100%"),))
    curve = Chart("replies", "Replies", "", "", ("Days", "By then"), ((3, "0%"), (7, "27%")))
    stay = Chart("stages", "Stages", "", "", ("Stage", "Half"), (("Applied", "11 days"),))
    words = Chart("worked", "Did it work?", "", "", ("Change", "Before"), (("New", "8 of 21"),))
    sheet = of(ExportSheet("Summary", WORDS, []), charts=(steps, curve, stay, words))["Charts"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value != ""}

    assert cells[0.27].number_format == "0%" and cells[1].number_format == "0%"
    assert cells[11].number_format == '0 "days"'
    assert [type(each).__name__ for each in sheet._charts] == ["BarChart", "LineChart"]
    assert sheet._charts[0].series[0].val.numRef.f == "Charts!$B$4"
    assert sheet._charts[1].series[0].cat.numRef or sheet._charts[1].series[0].cat.strRef


def test_no_drawing_is_cut_by_the_end_of_a_page() -> None:
    def chart(id_: str, rows: int) -> Chart:
        found = tuple((f"{id_} {number}", number) for number in range(rows))
        return Chart(id_, id_, "So many.", "", ("What", "How many"), found)

    sheet = of(
        ExportSheet("Summary", WORDS, []), charts=tuple(map(chart, "abcdef", (5, 22, 6, 3, 9, 4)))
    )
    page = sheet["Charts"]
    begins = [cell.row for cell in page["A"] if cell.value in set("abcdef")]
    breaks = [each.id for each in page.row_breaks.brk]
    ends = [*(begin - 1 for begin in begins[1:]), page.max_row + 30]
    heights = [page.row_dimensions[row].height or 15 for row in range(1, ends[-1] + 1)]
    room = 690 * 100 / page.page_setup.scale

    assert breaks and {each + 1 for each in breaks} <= set(begins)
    for first, last in pairwise([0, *breaks, begins[-1]]):
        assert sum(heights[first:last]) <= room


def test_an_axis_counts_whole_applications_and_shares_of_a_whole() -> None:
    few = Chart("few", "Few", "", "", ("What", "n"), (("a", 1), ("b", 0)))
    many = Chart("many", "Many", "", "", ("What", "n"), (("a", 60), ("b", 0)))
    rates = Chart("replies", "Replies", "", "", ("Days", "By then"), ((3, "0%"), (7, "27%")))
    sheet = of(ExportSheet("Summary", WORDS, []), charts=(few, many, rates))["Charts"]
    axes = [chart.y_axis for chart in sheet._charts]

    assert [axis.majorUnit for axis in axes] == [1, None, None]
    assert axes[2].scaling.max == 1


def test_figures_stand_below_heads_on_their_side() -> None:
    sheet = of(ExportSheet("One", (SheetColumn("No.", "number"), *WORDS), [(1, "a")]))["One"]

    assert [cell.alignment.horizontal for cell in (sheet["A1"], sheet["A2"])] == ["right"] * 2
