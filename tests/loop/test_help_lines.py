"""Where to find help: always some list, whatever the keeper's own says."""

from pathlib import Path

import pytest

from tracker.loop.help_lines import NAME, help_lines
from tracker.values.regions import countries


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
    said = {
        code: {line.checked.partition(",")[0] for line in country.lines}
        for code, country in help_lines(tmp_path)[0].items()
    }

    assert said.pop("NL") == said.pop("ZA") == {"not confirmed"}
    assert set.union(*said.values()) == {"found in public pages"}
