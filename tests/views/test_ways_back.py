"""A long form keeps Save in reach; above it stands the way back, and beside Save the way out."""

import re

from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import walked

BAR = re.compile(r'<div class="actions[^"]*\bsticky\b[^"]*">(.*?)</div>', re.DOTALL)
A_STEP_BESIDE = {"/coach/links/new", "/step-back/<id:look_id>"}
"""Where another step stands beside the main one, and the way out above."""


def test_every_page_with_a_bar_of_its_own_has_a_way_back_above_and_a_way_out_beside_save(
    app: Flask, browser: Browser, build: Build
) -> None:
    seen, lost = [], []
    for rule, answers in walked(app, browser, build).answers.items():
        page = answers[-1]
        bar = BAR.search(page.text) if page.mimetype == "text/html" else None
        if bar is None:
            continue
        seen.append(rule)
        if '<a class="back' not in page.text:
            lost.append(f"{rule}: no way back")
        if "<a " not in bar[1] and rule not in A_STEP_BESIDE:
            lost.append(f"{rule}: no way out")

    assert len(seen) > 20
    assert not lost, "\n".join(lost)
