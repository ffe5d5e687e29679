"""What templates are made of, and what of it is sent."""

import pytest
from flask import Flask

from tracker.web.templating import breakable


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<p>One\n  sentence.</p>", "<p>One sentence.</p>"),
        ('<a class="button"\n    href="/">Home</a>', '<a class="button" href="/">Home</a>'),
        (
            "<ul>\n    <li>One</li>\n\n    <li>Two</li>\n</ul>",
            "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",
        ),
        ("<p>\n  One\n</p>", "<p> One </p>"),
        ("{{ 1 }}\n  of {{ 2 }}", "1 of 2"),
        ("{% if 1 %}\n    <b>One</b>\n{% endif %}", " <b>One</b> "),
    ],
)
def test_lines_are_broken_for_readers_and_not_sent(app: Flask, written: str, sent: str) -> None:
    assert app.jinja_env.from_string(written).render() == sent


@pytest.mark.parametrize("written", ["<b>a</b>\n  <b>b</b>", "a\n{% if 1 %}b{% endif %}", "a  b"])
def test_a_space_between_words_is_never_lost(app: Flask, written: str) -> None:
    sent = app.jinja_env.from_string(written).render()

    assert len(sent.replace("<b>", "").replace("</b>", "").split()) == 2


def test_an_address_may_break_after_its_at_and_its_dots_and_nowhere_else() -> None:
    assert breakable("mary.o@zoo.example.org") == "mary.<wbr>o@<wbr>zoo.<wbr>example.<wbr>org"
    assert breakable("<b>@x.") == "&lt;b&gt;@<wbr>x."
