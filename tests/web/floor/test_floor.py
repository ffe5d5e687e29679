"""Nothing in our files is newer than the oldest browsers promised, but what was seen to do without.

known.tsv is from MDN's compatibility data (github.com/mdn/browser-compat-data, CC0; August 2026):
what all browsers of the floor have, and each newer thing that we use. What is missing from it is
looked up there, too: `kind name chrome firefox safari`, with tabs between; and for what is newer
than the floor, the files in which somebody saw that an older browser does as well without (`*`: all
of them), and why.
"""

import re

import pytest

from tests.web.floor import markup, script, style
from tests.web.floor.table import FLOOR, asked_for, known
from tracker.paths import CHECKOUT, STATIC

NOT_FOR_SAFARI = re.compile(
    r"^( *)@supports (?:\(-moz-appearance: none\)|not \(font: -apple-system-body\)) \{\n.*?^\1\}\n",
    re.MULTILINE | re.DOTALL,
)
"""Firefox alone has the one, and Safari alone the other: a font that Apple named."""
LOOK_UP = "not in tests/web/floor/known.tsv; look up since when browsers have it"


def test_every_feature_was_looked_up_and_none_is_newer_than_the_oldest_browser_we_promise() -> None:
    table, wrong = known(), []
    for feature, files in sorted(asked_for().items()):
        where = ", ".join(sorted(files))
        row = table.get(feature)
        if row is None:
            wrong.append(f"{' '.join(feature)} ({where}): {LOOK_UP}")
        elif lacking := [file for file in files if not row.may_stand_in(file)]:
            wrong.append(f"{' '.join(feature)} ({', '.join(lacking)}): not in {row.too_new}")

    assert not wrong, "\n".join(wrong)


def test_all_that_is_newer_has_a_reason_and_is_still_asked_for() -> None:
    asked, table = asked_for(), known()

    assert not [feature for feature, row in table.items() if bool(row.too_new) != bool(row.why)]
    for feature, row in table.items():
        if row.too_new:
            assert set(row.where.split()) - {"*"} <= asked.get(feature, set()), feature
            assert feature in asked, feature


def test_nothing_is_laid_in_columns_for_safari_prints_one_and_cuts_what_stands_in_it() -> None:
    """Others may: Firefox prints what follows over what hangs at a side."""
    for file in STATIC.glob("css/**/*.css"):
        for_all = NOT_FOR_SAFARI.sub("", file.read_text())
        asked = {name for kind, name in style.features(for_all) if kind == "property"}

        assert not asked & {"columns", "column-count", "column-width"}, file.name


def test_the_same_floor_stands_where_people_read_it() -> None:
    promise = (
        f"iOS {FLOOR['safari']:g}, Android’s Chrome {FLOOR['chrome']:g}, "
        f"Firefox {FLOOR['firefox']:g}"
    )

    for name in ("README.md", "docs/phone.md"):
        assert promise in re.sub(r"\s+", " ", (CHECKOUT / name).read_text()).replace("'", "’")


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("a { color: light-dark(#fff, #000) }", ("function", "light-dark")),
        ("a { width: 5cqi; width: calc(2 * 3lh) }", ("unit", "lh")),
        ("a { & b { color: red } }", ("at-rule", "nesting")),
        ("@layer x { a { b { color: red } } }", ("at-rule", "nesting")),
        ("@starting-style { a { opacity: 0 } }", ("at-rule", "@starting-style")),
        ("@media (width >= 600px) { a { top: 0 } }", ("media", "range")),
        ("a::highlight(x), p:open { top: 0 }", ("selector", ":open")),
        ("a { anchor-name: --more }", ("property", "anchor-name")),
        ("a { position: sticky; inset: 0; text-wrap: stable }", ("value", "text-wrap: stable")),
        ("a { inline-size: stretch }", ("value", "inline-size: stretch")),
    ],
)
def test_a_stylesheet_is_read_whole(text: str, feature: style.Feature) -> None:
    assert feature in set(style.features(text))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("const given = new URLSearchParams(x); if (given.size) y()", ("member", "size")),
        ("const { size, get: got } = given", ("member", "size")),
        ("lines.forEach(({ isWellFormed }) => isWellFormed)", ("member", "isWellFormed")),
        ("const all = Object?.groupBy(lines, (line) => line)", ("member", "groupBy")),
        ("say(`${lines.toSorted()[0]} is first`)", ("member", "toSorted")),
        ("const copy = structuredClone(x)", ("global", "structuredClone")),
        ("new ViewTimeline()", ("global", "ViewTimeline")),
        ("if ('x' in Temporal) y()", ("global", "Temporal")),
        ("text.replace(/(?<=a)b/g, '')", ("syntax", "lookbehind")),
        ("let a; a ??= 1", ("syntax", "??=")),
    ],
)
def test_a_script_is_read_whole(text: str, feature: style.Feature) -> None:
    assert feature in set(script.features(text, script.variables(text)))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ('<details {% if x > 1 %}open{% endif %} name="one">', ("attribute", "details name")),
        ('<button command="show-modal" commandfor="x">', ("attribute", "button commandfor")),
        ('<p\n  hidden="until-found">', ("word", "hidden=until-found")),
        ("<search><p>{{ x }}</p></search>", ("element", "search")),
    ],
)
def test_a_template_is_read_whole(text: str, feature: style.Feature) -> None:
    assert feature in set(markup.features(text))


def test_words_that_a_reader_sees_or_a_comment_says_are_no_features() -> None:
    assert not set(style.features('/* a:open { x: y } */ a { --own: "b(c)" }'))
    words = "// Object.groupBy\nconst a = 'b.size'; a(`c.size ${a} Temporal`)"
    assert not set(script.features(words, script.variables(words)))
    assert {kind for kind, _ in markup.features("<p>{# <search> #}{{ '<dialog>' }}</p>")} == {
        "element"
    }
