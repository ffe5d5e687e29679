import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.values.text import clean_line, clean_text, is_web_link

anything = st.text(st.characters(codec=None, categories=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("NUL\x00 and bell\x07", "NUL and bell"),
        ("tab\tstays", "tab\tstays"),
        ("  indent stays,  trailing goes \t\n\nend  ", "  indent stays,  trailing goes\n\nend"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("\ufeffbyte order mark", "byte order mark"),
        ("page\x0cbreak\u2028line", "page\nbreak\nline"),
        ("\u202egnirts", "\u202egnirts"),
        ("👩\u200d🔧 O'Connor-Østberg 株式会社", "👩\u200d🔧 O'Connor-Østberg 株式会社"),
        ("   \n \n", ""),
    ],
)
def test_text_is_kept_as_typed_but_for_what_cannot_be_kept(typed, kept):
    assert clean_text(typed) == kept


def test_a_line_is_one_line_with_single_spaces():
    assert clean_line("  Policy\u00a0 Officer,\r\n\tGrade 3 ") == "Policy Officer, Grade 3"


@given(anything)
def test_whatever_is_typed_can_be_kept_and_cleaning_twice_changes_nothing(text):
    kept = clean_text(text)
    kept.encode()
    assert "\x00" not in kept and "\r" not in kept
    assert clean_text(kept) == kept
    assert "\n" not in clean_line(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", "\u3000", " \u2003"])
def test_many_spaces_inside_a_line_cost_no_more_than_to_read_them(gap):
    spaces = gap * (50_000 // len(gap))

    assert clean_text(f"one{spaces}two{spaces}") == f"one{spaces}two"
    assert clean_line(f"one{spaces}two{spaces}") == "one two"


@pytest.mark.parametrize("marks", ["\u0315\u0300", "\u0f73", "\u0f74\u0f71", "\u0344\u0327"])
def test_no_pile_of_marks_holds_up_whoever_waits(marks):
    kept = clean_text("Zoe" + marks * 500_000 + " O'Connor")

    assert kept.startswith("Zo") and kept.endswith(" O'Connor")
    assert len(kept) < 200


def test_letters_with_all_the_marks_of_any_writing_stay():
    hebrew = "\u05d1\u05b0\u05bc\u05e8\u05b5\u05d0\u05e9\u05c1\u05b4\u0596\u05d9\u05ea"
    piled = "a" + "\u0323" * 15 + "\u0302" * 15

    assert clean_text(hebrew) == unicodedata.normalize("NFC", hebrew)
    assert clean_text(piled) == unicodedata.normalize("NFC", piled)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/jobs?id=1#apply",
        "HTTPS://Example.org/",
        "https://例え.example/仕事",
        "https://[2001:db8::1]/",
    ],
)
def test_web_links_are_links(url):
    assert is_web_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/jobs",
        "//example.org",
        "/jobs/1",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "https:///jobs",
        "https://",
        "https:example.org",
        "https://example.org\\@evil.example",
        'https://example.org/"onmouseover="x',
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://[::1",
        "https://example.org:99999",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_anything_else_is_text(url):
    assert not is_web_link(url)


@given(anything)
def test_no_text_makes_the_question_fail(text):
    is_web_link(f"https://{text}")
