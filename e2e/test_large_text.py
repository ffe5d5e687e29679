"""Text at twice its size, as a browser is set to: no word in two, no huge icon, names that lead."""

from collections.abc import Callable

from playwright.sync_api import Page

from e2e.test_every_page import shown
from tests.builders import Build
from tracker.clock import now
from tracker.models import User

BROKEN = r"""() => {
  const found = [], range = document.createRange()
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  for (let node; (node = walk.nextNode());) {
    if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue
    for (const word of node.data.matchAll(/[\p{L}]{2,14}/gu)) {
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].length)
      const boxes = [...range.getClientRects()].filter((box) => box.width)
      const tops = boxes.map((box) => Math.round(box.top))
      if (new Set(tops).size > 1) found.push(word[0])
    }
  }
  return found
}"""
HUGE = """() => [...document.querySelectorAll('main svg[viewBox="0 0 24 24"]')]
  .filter((icon) => icon.checkVisibility() && icon.getBoundingClientRect().width > 60).length"""
SMALLER = r"""() => [...document.querySelectorAll('main :is(.list > li, .card, tr)')].map((row) => {
  const size = (part) => parseFloat(getComputedStyle(part).fontSize)
  const name = row.querySelector('h3 a, th a, .check b, a:not(.disc)')
  const beside = [...row.querySelectorAll('p, small, bdi, .meta, td')]
  return name && beside.some((part) => part.checkVisibility() && size(part) > size(name))
    && name.textContent
}).filter(Boolean)"""
"""Rows whose name is set smaller than what stands beside it."""
SQUEEZED = """() => [...document.querySelectorAll('#move-sheet .stages button')].filter((stage) => {
  const beside = stage.querySelector('small'), dot = getComputedStyle(stage, '::before')
  const lines = beside ? beside.offsetHeight / parseFloat(getComputedStyle(beside).lineHeight) : 1
  return lines > 1.5 || dot.inlineSize !== dot.blockSize
}).map((stage) => stage.textContent)"""
"""Stages whose words are in a column of their own, or whose dot is no circle any more."""
LISTS = (
    "/today", "/board#column-interview", "/actions", "/applications/new", "/moments",
    "/work-search", "/rejections/new", "/documents", "/people", "/settings", "/more",
    "/board/many", "/board/views", "/tags", "/leads", "/leads/ingredients",
)  # fmt: skip


def test_where_text_is_twice_as_large_no_word_is_broken_and_no_icon_is_huge(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(
        person, company="Currawong Distribution", role="Administration Officer", stage="interview"
    )
    build.action(person, what="Rewrite five stories", due_on=now().date(), application_id=card.id)
    build.check_in(card, before=8, after=3, after_at=now())
    build.document(person, label="Résumé for Operations Administration")
    build.tag(person, "Administration nearby", card)
    build.saved_view(person)
    lead = build.lead(person, role="Administration Officer", company="Currawong Distribution")
    build.contact(person, name="Alexandra Featherstone", phone="0400 000 000")
    page = open_page({"viewport": {"width": 320, "height": 844}}, user=person)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    for path in (*LISTS, f"/leads/{lead.id}", f"/applications/{card.id}"):
        assert shown(page, path), path
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "34px"
        assert page.evaluate(BROKEN) == [], path
        assert page.evaluate(HUGE) == 0, path
        assert page.evaluate(SMALLER) == [], path
    shown(page, "/board")
    page.locator("[name=card]").first.click()
    page.locator("#move-sheet[open] .stages").wait_for()
    assert page.evaluate(SQUEEZED) == []
