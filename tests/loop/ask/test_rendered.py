"""docs/letters.md shows every letter and script as they are now."""

from tests.loop.ask.rendered import LATER, PAGE, letter_rows, rendered, script_rows
from tests.loop.ask.rendered_well import INSISTS, MARKED, MOST_WORDS, assert_reads_well
from tracker.loop.ask import KINDS, LANGUAGES
from tracker.loop.ask.templates import SHIPPED


def test_the_page_of_all_letters_is_as_they_are_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == rendered(), (
        "write it anew: python -m tests.loop.ask.rendered"
    )


def test_every_letter_on_the_page_reads_well_in_both_languages() -> None:
    for title, rows in letter_rows():
        for row in rows:
            for cell in row[1:]:
                body = "\n\n".join(cell[1:])
                assert_reads_well(body)
                assert not MARKED.search(cell[0] + body)
                assert not INSISTS.search(body)
                assert len(body.split()) <= MOST_WORDS, (title, row.title, body)


def test_every_script_on_the_page_is_there_in_both_languages() -> None:
    for title, rows in script_rows():
        for row in rows:
            assert len(row.english) == len(row.german), title


def test_every_template_is_on_the_page() -> None:
    for language in LANGUAGES:
        letters = {file.stem for file in SHIPPED.glob(f"{language}/*.txt")}
        scripts = {file.stem for file in SHIPPED.glob(f"{language}/scripts/*.txt")}
        assert {each for each in letters if each[0] != "_"} == {*KINDS, *LATER, "look", "reply"}
        assert {each for each in scripts if each[0] != "_"} == {*KINDS, "told_now"}
