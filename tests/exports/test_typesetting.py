"""Whatever people typed, there are pages, and they can be read aloud."""

import io
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest

from tracker.exports import typesetting
from tracker.exports.typesetting import NotTypeset, drawings_as_png, typeset
from tracker.exports.typst.compile import compile_pages

TRIAL = """#import "look.typ": *
#show: document-of.with(title: "Trial", author: "Robin", made: "Made on Mon 2 Mar 2026")
= Trial
#for line in data.text.split("\\n") { block(words(line)) }
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30" width="120" height="30">'
    '<text y="20" font-size="12" font-family="system-ui, sans-serif">会社 🚀 \ue000</text></svg>'
)
Trial = Callable[[str], pypdf.PdfReader]


@pytest.fixture
def trial() -> Iterator[Trial]:
    """A page with one text on it."""
    file = typesetting.PROGRAM.with_name(f"trial-{os.getpid()}.typ")
    file.write_text(TRIAL, "utf-8")
    yield lambda text: pypdf.PdfReader(io.BytesIO(typeset(file.name, {"text": text})))
    file.unlink()


COLUMN = """#import "look.typ": *
#show: document-of.with(title: "Trial", author: "Robin", made: "Made on Mon 2 Mar 2026")
#rows-of(("One", "Two", "Three", "Four", "Five"), ((data.text,) * 5,), widths: (0, 1, 2, 3, 4))
"""
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2060\u2066\ufe0e\ufe0f\ufeff"


@pytest.fixture
def in_columns() -> Iterator[Trial]:
    """A table in whose columns, narrow and wide, one text stands."""
    file = typesetting.PROGRAM.with_name(f"columns-{os.getpid()}.typ")
    file.write_text(COLUMN, "utf-8")
    yield lambda text: pypdf.PdfReader(io.BytesIO(typeset(file.name, {"text": text})))
    file.unlink()


ADDRESSES = [
    "mary.oconnor@acme.example",
    "https://www.jobs.example.org/careers/openings/12345?from=board&page=2#apply",
    "a.very.long.name.of.somebody@department-of-infrastructure-and-planning.example",
    "x" * 70 + "@example.org",
]


@pytest.mark.parametrize("where", ["trial", "in_columns"])
def test_an_address_can_be_copied_without_a_sign_that_nobody_sees(
    request: pytest.FixtureRequest, where: str
) -> None:
    made: Trial = request.getfixturevalue(where)
    for addresses in (ADDRESSES[:3], ADDRESSES[3:]):
        text = "\n".join(f"Ring Mary, {address} or not. It is 0.5." for address in addresses)
        said = made(text).pages[0].extract_text()

        assert not [sign for sign in said if sign in UNSEEN]
        found = {address: said.replace("\n", "").count(address) for address in addresses}
        assert found == dict.fromkeys(addresses, 1 if where == "trial" else 5)


def test_an_unseen_sign_that_was_pasted_into_an_address_is_left_out(trial: Trial) -> None:
    signs = UNSEEN.replace("\u2028", "")
    typed = (sign.join(["", "mary", "@acme", ".", "example", ""]) for sign in signs)
    said = trial("\n".join(f"Write to {each} soon." for each in typed)).pages[0].extract_text()

    assert said.count("Write to mary@acme.example soon.") == len(signs)


def test_scripts_that_need_joins_and_directions_keep_them(trial: Trial) -> None:
    said = trial("می\u200cخواهم क्\u200dष")

    assert "�" not in said.pages[0].extract_text()


def test_a_row_longer_than_a_page_goes_on_on_the_next(in_columns: Trial) -> None:
    assert len(in_columns("word " * 1_500).pages) > 1


SCRIPTS = [
    "Zoë Łukasz Đặng Ἑλένη Юлия",
    "株式会社 ひらがな カタカナ 简体 繁體",
    "한국어",
    "हिन्दी",
    "ไทย",
    "🚀",
    "שלום",
]


def test_people_write_in_many_scripts(trial: Trial) -> None:
    said = trial("\n".join(SCRIPTS)).pages[0].extract_text()

    assert "�" not in said
    assert [text for text in SCRIPTS if text.split()[0][0] not in said] == []


def test_what_no_font_has_is_seen_to_be_missing(trial: Trial) -> None:
    said = trial("A \ue000\U000e0041 letter").pages[0].extract_text()

    assert "A �� letter" in said
    assert "stands for a sign that this file has no font for" in said
    assert "stands for" not in trial("A letter").pages[0].extract_text()


def test_signs_that_are_never_drawn_stop_nothing(trial: Trial) -> None:
    said = trial("a\x00\x07\x7f\u0085\u00ad\u200b\ufeffb ❤️ 👩‍👩‍👧").pages[0].extract_text()

    assert said.count("Trial") == 1


def test_no_sign_there_is_stops_it(trial: Trial) -> None:
    """Each that steers a line, or is of no letter; of letters, marks and pictures every 20th.

    Of Han, Hangul and signs for private use a few. All others each where ONWARD_CRAFTED is set.
    """
    step = 1 if os.environ.get("ONWARD_CRAFTED") else 20
    few = [*range(0x3500, 0xD800, 500), *range(0xE000, 0xF900, 500)]
    many = [*range(0x3500), *range(0xF900, 0x10000), *range(0x1F000, 0x1FB00)]
    kinds = ("Cc", "Cf", "Co", "Cs", "Zs", "Zl", "Zp", "Me")
    odd = [code for code in many if unicodedata.category(chr(code)) in kinds]
    signs = [chr(code) for code in sorted({*many[::step], *few, *odd, *range(0x250)})]
    lines = (" ".join(signs[place : place + 200]) for place in range(0, len(signs), 200))

    said = trial("\n".join(lines)).pages[0].extract_text()
    assert [sign for sign in "!Azÿɏ" if sign not in said] == []


def test_a_sign_that_turns_text_around_turns_nothing(trial: Trial) -> None:
    assert "abc" in trial("a\u202ebc").pages[0].extract_text()


def test_a_word_of_500_letters_stays_on_the_page(trial: Trial) -> None:
    page = trial("x" * 500).pages[0]
    found: list[float] = []
    page.extract_text(visitor_text=lambda text, _c, at, _f, size: found.append(at[4]))

    assert page.extract_text().count("x") == 500
    assert max(found) < page.mediabox.width


def test_pages_say_what_they_are_and_in_which_language(trial: Trial) -> None:
    reader = trial("Hello")
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-AU"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Trial", "Robin")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_drawings_become_pictures_in_their_order() -> None:
    made = drawings_as_png([DRAWING, DRAWING.replace("120", "60")])

    assert [picture[:4] for picture in made] == [b"\x89PNG"] * 2
    assert len(made[0]) > 500
    assert drawings_as_png([]) == []


def test_what_cannot_be_made_says_so_kindly_and_why_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(NotTypeset, match="Try again, or take another format"):
        typeset("no-such.typ", {})

    assert "No such file" in caplog.text


def test_one_that_takes_too_long_is_given_up(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "PATIENCE", 0.001)
    with pytest.raises(NotTypeset):
        trial("Hello")


class Fake:
    """A compiler of a document that has a page for each 30 of room."""

    def __init__(self) -> None:
        self.rooms: list[int] = []

    def compile(self, sys_inputs: dict[str, str]) -> bytes:
        self.rooms.append(int(sys_inputs["room"]))
        return sys_inputs["room"].encode()

    def query(self, *_: object, **__: object) -> str:
        return str(-(-self.rooms[-1] // 30))


@pytest.mark.parametrize(
    ("most", "room"), [(None, b"200"), (7, b"200"), (4, b"120"), (1, b"30"), (0, b"10")]
)
def test_of_long_lists_as_much_is_shown_as_the_pages_have_room_for(
    most: int | None, room: bytes
) -> None:
    compiler = Fake()

    assert compile_pages(compiler, {}, {}, most) == [room]  # type: ignore[arg-type]
    assert len(compiler.rooms) <= 5


def test_no_font_comes_from_the_machine() -> None:
    fonts = Path(typesetting.PROGRAM).with_name("fonts")

    assert sum(file.stat().st_size for file in fonts.iterdir()) < 8_000_000
