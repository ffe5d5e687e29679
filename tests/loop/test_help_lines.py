"""Where to find help: always some list, whatever the keeper's own says."""

from pathlib import Path

import pytest

from tracker.loop.help_lines import NAME, help_lines
from tracker.values.regions import countries

SOURCES = Path(__file__).parents[2] / "docs" / "sources.md"


@pytest.mark.parametrize(
    "written",
    [
        "[AU",
        "AU = 3",
        "[AU]\nlines = 3",
        "[AU]\nlines = [3]",
        "[[AU.lines]]\nname = 'No number'",
        "[[AU.lines]]\ncall = '12'",
        "[[AU.lines]]\nname = 'Evil'\nsite = 'javascript:alert(1)'",
    ],
)
def test_list_that_cannot_be_read_is_named_and_never_takes_ours_away(
    tmp_path: Path, written: str
) -> None:
    (tmp_path / NAME).write_text(written)

    found, problem = help_lines(tmp_path)

    assert found["AU"].lines[0].name == "Lifeline"
    assert NAME in problem


def test_list_that_is_no_text_or_a_folder_is_named_too(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00")
    assert help_lines(tmp_path)[1]
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    found, problem = help_lines(tmp_path)
    assert found["AU"] and problem


def test_australia_comes_first_with_lifeline_and_beyond_blue(tmp_path: Path) -> None:
    found, problem = help_lines(tmp_path)

    assert problem == ""
    assert next(iter(found)) == "AU"
    assert found["AU"].emergency == "000"
    assert [line.call for line in found["AU"].lines[:2]] == ["13 11 14", "1300 22 4636"]
    assert found["AU"].lines[0].tel == "131114"


def test_every_country_of_ours_is_one_and_has_a_number_for_danger(tmp_path: Path) -> None:
    known = {code for code, _ in countries()}
    for code, country in help_lines(tmp_path)[0].items():
        assert code in known
        assert country.emergency.isdigit()
        assert country.lines


def test_keepers_own_list_corrects_a_country_and_adds_another(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(
        "[AU]\nemergency = '000'\n[[AU.lines]]\nname = 'Our chaplain'\ncall = '+61 2 0000'\n"
        "[FJ]\nemergency = '911'\n[[FJ.lines]]\nname = 'Lifeline Fiji'\ncall = '1543'\n"
    )
    found, problem = help_lines(tmp_path)

    assert problem == ""
    assert [line.name for line in found["AU"].lines] == ["Our chaplain"]
    assert found["AU"].lines[0].tel == "+6120000"
    assert found["FJ"].lines[0].call == "1543"
    assert "NZ" in found


def test_every_line_of_ours_says_whether_its_number_was_found_elsewhere(tmp_path: Path) -> None:
    found = help_lines(tmp_path)[0]
    doubtful = {code for code, each in found.items() if all(line.doubt for line in each.lines)}

    assert doubtful == {"ZA"}
    for country in found.values():
        for line in country.lines:
            assert line.doubt or line.checked == "found in public pages, November 2026"
            assert not line.doubt or line.site


def test_what_was_checked_lists_every_number_of_ours(tmp_path: Path) -> None:
    told = SOURCES.read_text("utf-8").partition("## Help lines")[2].partition("\n## ")[0]
    for country in help_lines(tmp_path)[0].values():
        for line in country.lines:
            for number in filter(None, (line.call, line.text)):
                assert number in told, f"{line.name} {number}"


@pytest.mark.parametrize(
    ("code", "language"),
    [("DE", "in German"), ("AT", "in German"), ("FR", "in French"), ("NL", "in Dutch")],
)
def test_line_that_does_not_speak_english_says_what_it_speaks(
    tmp_path: Path, code: str, language: str
) -> None:
    assert [line.language for line in help_lines(tmp_path)[0][code].lines] == [language]


def test_switzerland_says_what_a_call_costs_and_has_a_line_in_english(tmp_path: Path) -> None:
    first, second = help_lines(tmp_path)[0]["CH"].lines

    assert (first.call, first.cost) == ("143", "CHF 0.20 a call")
    assert (second.call, second.language, second.hours) == (
        "0800 143 000",
        "in English",
        "6 to 11 pm",
    )


def test_keepers_list_may_say_the_language_and_the_cost_or_leave_them_out(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(
        "[FJ]\n[[FJ.lines]]\nname = 'A'\ncall = '1'\n"
        "[[FJ.lines]]\nname = 'B'\ncall = '2'\nlanguage = 'in Fijian'\ncost = 'a local call'\n"
    )
    plain, full = help_lines(tmp_path)[0]["FJ"].lines

    assert plain.details == ()
    assert full.details == ("in Fijian", "a local call")
