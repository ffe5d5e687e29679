"""No cell begins a formula, in whichever program and however it divides columns."""

import csv
import io

import pytest

from tracker.exports.cells import without_formula, without_illegal_characters

BEGIN = tuple("=+-@\t\r＝＋－＠﹦﹢﹣﹫−")
ATTACKS = [
    "=1+1",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    '=HYPERLINK("http://evil.example")',
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1+cmd",
    "＠SUM(1)",
    "﹦1",
    "−1+cmd",
    "all well\n=1+1",
    "all well\r\n  @SUM(1)",
    "all well\r+cmd",
    "well;=1+1",
    'well;"=1+1',
    "well, '=1+1",
    "well\t=1+1",
    'well","=1+1',
    'well";"=1+1',
    "well\n\n\t=1+1",
    "'=1+1",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("ours", [",", ";"])
@pytest.mark.parametrize("theirs", [",", ";", "\t"])
def test_nothing_begins_a_formula_however_columns_are_divided(
    attack: str, ours: str, theirs: str
) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=ours, lineterminator="\r\n").writerow(
        ["Role", without_formula(attack), "x"]
    )
    read = csv.reader(io.StringIO(written.getvalue(), newline=""), delimiter=theirs)
    naive = [part for line in written.getvalue().splitlines() for part in line.split(theirs)]

    for cell in [cell for row in read for cell in row] + naive:
        bare = cell.lstrip(' \u00a0\u200b\ufeff"')
        assert not bare.startswith(BEGIN), repr(cell)


@pytest.mark.parametrize("words", ["-5", "+5", "12", "-1.5", "1,5", "-12345"])
def test_a_number_stays_a_number(words: str) -> None:
    assert without_formula(words) == words


@pytest.mark.parametrize(
    "words", ["", "Banksia Software", "Bachelor – honours", "R&D (part-time)", "mary@example.org"]
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert without_formula(words) == words


def test_a_telephone_number_is_text() -> None:
    assert without_formula("+61 2 9999 0000") == "'+61 2 9999 0000"


def test_what_xml_cant_carry_is_left_out() -> None:
    assert (
        without_illegal_characters("a\x00b\x0bc\ud800d\uffffe\tf\ng é 株 🙂")
        == "abcde\tf\ng é 株 🙂"
    )
