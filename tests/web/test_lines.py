"""Templates and scripts are written to be read: no line hides its end, no template goes on."""

from tracker.paths import STATIC, TEMPLATES

LONGEST_LINE = 120
LONGEST_TEMPLATE = 90  # 60 is the aim

PAGES = sorted(TEMPLATES.rglob("*.html"))
LETTERS = sorted(TEMPLATES.rglob("*.txt"))
SCRIPTS = sorted(STATIC.glob("js/**/*.js"))


def test_no_line_of_a_template_or_a_script_is_too_long_to_be_read_at_a_glance() -> None:
    too_long = [
        f"{file}:{number}"
        for file in PAGES + LETTERS + SCRIPTS
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]

    assert LETTERS
    assert SCRIPTS
    assert not too_long


def test_no_template_is_longer_than_one_can_keep_in_mind() -> None:
    lengths = {file: len(file.read_text().splitlines()) for file in PAGES}

    assert lengths
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_TEMPLATE} == {}


def test_the_heading_of_a_page_is_in_sight() -> None:
    hidden = [file.name for file in PAGES if '<h1 class="vh"' in file.read_text()]

    assert hidden == []
