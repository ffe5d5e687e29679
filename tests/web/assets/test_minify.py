"""What is left out of our own style and script on the way out, and what is not."""

import gzip

import pytest

from tracker.paths import STATIC
from tracker.web.assets import bundle, minify

STYLES = sorted(STATIC.glob("css/*.css"))
SCRIPTS = sorted(STATIC.glob("js/**/*.js"))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a { color: red; }", "a{color:red}"),
        ("a,\n  b > c {\n  margin: 0 auto;\n}\n", "a,b>c{margin:0 auto}"),
        ("/* why */ a { b: c } /* and\n more */", "a{b:c}"),
        (".field :focus { b: c }", ".field :focus{b:c}"),
        (".a + .b ~ .c { d: calc(1px + 0.5em) }", ".a + .b ~ .c{d:calc(1px + .5em)}"),
        ("a { b: 0.25s 10.5px 0.8 }", "a{b:.25s 10.5px .8}"),
        ('a::after { content: "; { /* 0.5" }', 'a::after{content:"; { /* 0.5"}'),
        ("a { b: url(x/0.5,1.svg) }", "a{b:url(x/0.5,1.svg)}"),
        ("@media (min-width: 17em) { a { b: c; } }", "@media (min-width:17em){a{b:c}}"),
        ("@layer a, b;\n@layer a { x { y: z } }\n@layer a, b;", "@layer a,b;@layer a{x{y:z}}"),
    ],
)
def test_a_style_loses_what_only_people_read(written: str, sent: str) -> None:
    assert minify.style(written.encode()).decode() == sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("// why\n{\n  let a = 1;\n\n  a += 1\n}\n", "{\nlet a = 1;\na += 1\n}"),
        ("let a = 1 // why", "let a = 1 // why"),
        ('const a = "//  x"', 'const a = "//  x"'),
    ],
)
def test_a_script_loses_indentation_and_lines_of_comment(written: str, sent: str) -> None:
    assert minify.script(written.encode()).decode() == sent


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_text_in_a_script_goes_on_over_the_end_of_a_line(file) -> None:
    for line in file.read_text().splitlines():
        assert line.count("`") % 2 == 0, line
        assert not line.endswith("\\"), line
        assert "/*" not in line or "*/" in line, line


@pytest.mark.parametrize(("kind", "most"), [("script", 8_000), ("style", 10_000)])
def test_what_the_board_fetches_of_ours_stays_light(kind: str, most: int) -> None:
    ours = {"script": bundle.scripts(STATIC)[1:], "style": bundle.styles(STATIC)}[kind]
    own = b"\n".join((STATIC / name).read_bytes() for name in ours)
    assert len(gzip.compress(bundle.lean(ours[0], own), 9)) <= most


def test_htmx_is_sent_as_it_was_made() -> None:
    htmx = (STATIC / "vendor/htmx.min.js").read_bytes()
    assert minify.script(htmx) == htmx.strip()


def test_what_is_sent_can_be_read_again_and_is_then_the_same() -> None:
    for file in STYLES:
        sent = minify.style(file.read_bytes())
        assert minify.style(sent) == sent, file.name
