import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.values.markdown import LONGEST_READ, render

REL = 'rel="noopener noreferrer nofollow"'
TAG = re.compile(r"<(/?)([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)>")


def assert_harmless(html: str) -> None:
    """Nothing but the allowed tags and attributes stands in it."""
    rest = TAG.sub("", html)
    assert "<" not in rest
    for _, tag, attributes in TAG.findall(html):
        assert tag not in {"script", "img", "iframe", "style", "svg", "form", "input", "object"}
        for name, value in re.findall(r" ([a-z]+)=\"([^\"]*)\"", attributes):
            assert name in {"href", "title", "rel", "class", "start"}
            if name == "href":
                assert re.match(r"(https?|mailto|tel):", value, re.IGNORECASE)


def test_line_breaks_are_kept_as_typed():
    assert render("one\ntwo\n\nthree") == "<p>one<br>\ntwo</p>\n<p>three</p>\n"


def test_headings_start_below_the_pages_own():
    assert render("# A\n\n## B\n\n###### C") == "<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>\n"


def test_links_tell_nothing_to_where_they_lead():
    assert f'<a href="https://example.org/a" {REL}>here</a>' in render(
        "[here](https://example.org/a)"
    )


def test_bare_addresses_become_links():
    html = render("see https://example.org/jobs?a=1&b=2, or not")
    assert f'<a href="https://example.org/jobs?a=1&amp;b=2" {REL}>' in html
    assert "</a>, or not" in html


def test_mail_and_telephone_links_work():
    html = render("[call](tel:+61491570156) <jo@example.org>")
    assert 'href="tel:+61491570156"' in html
    assert 'href="mailto:jo@example.org"' in html


def test_a_picture_becomes_a_link_with_its_words():
    html = render("![their office](https://example.org/o.png) ![](https://example.org/p.png)")
    assert f'<a href="https://example.org/o.png" {REL}>their office</a>' in html
    assert ">https://example.org/p.png</a>" in html
    assert "<img" not in html


def test_a_picture_in_a_link_is_one_link():
    html = render("[![logo](https://example.org/l.png)](https://example.org/)")
    assert html == f'<p><a href="https://example.org/" {REL}>logo</a></p>\n'


def test_tables_and_task_lists_are_shown():
    html = render("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] to do")
    assert '<td class="right">2</td>' in html
    assert '<li class="task">☑ done</li>' in html
    assert '<li class="task">☐ to do</li>' in html


def test_lists_quotes_code_and_emphasis_are_shown():
    html = render("1. a\n2. b\n\n> said\n\n```\nx < y\n```\n\n**b** *i* `c` ~~d~~")
    for part in ("<ol>", "<blockquote>", "<pre><code>x &lt; y", "<strong>b</strong>"):
        assert part in html
    for part in ("<em>i</em>", "<code>c</code>", "<del>d</del>"):
        assert part in html


def test_what_looks_like_syntax_by_accident_stays_readable():
    html = render("[todo]: call\n    indented, not code\n<b>pasted</b>\nnext **line**")
    assert "[todo]: call<br>" in html
    assert "indented, not code<br>" in html
    assert "&lt;b&gt;pasted&lt;/b&gt;<br>" in html
    assert "<strong>line</strong>" in html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)//",
        "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href='javascript:alert(1)'>x</a>",
        "<style>@import 'https://example.org'</style>",
        "<!-- --><script>alert(1)</script>",
        "</p></article><form action=/logout><button>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](\x01javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x](file:///etc/passwd)",
        "[x](//example.org/a)",
        "[x](/logout)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        '![x](https://example.org/"onerror="alert(1))',
        '[x](https://example.org "a\\"onmouseover=\\"alert(1)")',
        "[a]: javascript:alert(1)\n\n[a]",
        '```"><script>alert(1)</script>\nx\n```',
        "# <script>alert(1)</script>",
        "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "- [ ] <script>alert(1)</script>",
        "https://example.org/<script>alert(1)</script>",
        'https://example.org/"onmouseover="alert(1)',
        "`<script>`" * 30,
        "\u2028<script>alert(1)\u2029",
    ],
)
def test_an_attack_stays_text(attack):
    assert_harmless(render(attack))
    assert_harmless(render(f"> {attack}\n\n1. {attack}\n\n**{attack}**"))


@pytest.mark.parametrize("shape", ["[", "![", "> ", "- a\n", "*a ", "a*b**", "`", "[a](b", "|"])
def test_deep_or_unclosed_text_still_renders(shape):
    assert_harmless(render(shape * (30_000 // len(shape))))


def test_a_megabyte_is_shown_unformatted_and_whole():
    html = render("**a** <b>\n" * 100_000)
    assert html.count("**a** &lt;b&gt;") == 100_000
    assert_harmless(render("[" * (LONGEST_READ + 1)))


@given(st.text(alphabet="[]()<>!*_`~|-#>\\ \n\"'=:/&;ahtpsjvcrimgonle1", max_size=120))
def test_nothing_typed_becomes_active(text):
    assert_harmless(render(text))


def test_notes_are_rendered_side_by_side():
    texts = [f"# {n}\n\n**{n}** [{n}](https://example.org/{n})" for n in range(200)]
    expected = [render(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(render, texts)) == expected


def test_neither_library_is_loaded_before_the_first_note():
    code = (
        "import sys, tracker.values.markdown;"
        "sys.exit(any(name in sys.modules for name in ('mistune', 'nh3')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
