"""Text at twice its size, as a browser is set to: no word in two, no huge icon, names that lead.

And on the board: room for cards, stages and the bar at the size that was asked for.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import until
from e2e.test_every_page import shown
from tests.builders import Build
from tracker.cli.demo import grow
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of, days_after

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
PHONES_FONT = """{
const font = new CSSStyleSheet()
font.replaceSync(":root { --font: Inter, Roboto, system-ui, sans-serif }")
document.adoptedStyleSheets.push(font)
}"""
"""A phone's, where one is installed: others of Linux are a fifth wider than any of them."""
ASIDE = "document.documentElement.scrollWidth - innerWidth"
ROOM = """() => {
  const box = (node) => node.getBoundingClientRect(), inside = document.querySelector('.columns')
  const bar = document.querySelector('.nav'), { top, bottom } = box(inside)
  const whole = [...document.querySelectorAll('#column-interview .card')]
    .filter((card) => box(card).top >= top && box(card).bottom <= box(bar).top)
  return { taken: (top + box(bar).height) / innerHeight, whole: whole.length }
}"""
"""What the head and the bar take of the screen, and the cards that are seen whole."""
SIZES = """() => Object.fromEntries(['.tabs span', '.tabs b', '#column-interview .meta',
  '#column-interview h3', '#column-interview .flag', '.nav > [aria-current]'].map(
  (name) => [name, parseFloat(getComputedStyle(document.querySelector(name)).fontSize)]))"""
"""How large words of each kind are."""
LITTLE = """() => [...document.querySelectorAll(
  '.tabs a, .nav > :is(a, button), .board-head :is(input, summary), .card [name=card]'
)].filter((each) => each.checkVisibility())
  .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44)
  .map((each) => each.textContent.trim() || each.name)"""
"""What is to be pressed and has less than 44 pixels."""
LISTS = (
    "/today", "/board#column-interview", "/actions", "/applications/new", "/moments",
    "/work-search", "/rejections/new", "/documents", "/people", "/settings", "/more",
    "/board/many", "/board/views", "/tags", "/leads", "/leads/ingredients",
)  # fmt: skip


def with_text(page: Page, size: int) -> Page:
    """The page in a browser whose text is set to so many pixels, 16 as it comes."""
    page.context.add_init_script(PHONES_FONT)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": size}})
    return page


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
    page = with_text(open_page({"viewport": {"width": 320, "height": 844}}, user=person), 32)
    for path in (*LISTS, f"/leads/{lead.id}", f"/applications/{card.id}"):
        assert shown(page, path), path
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "34px"
        assert page.evaluate(BROKEN) == [], path
        assert page.evaluate(HUGE) == 0, path
        assert page.evaluate(SMALLER) == [], path
    build.reminder_channel(person)
    shown(page, "/settings/reminders")
    assert page.evaluate(BROKEN) == []
    assert not page.locator(".timed .at").evaluate_all("""(all) => all.filter((each) =>
      each.getBoundingClientRect().right > each.closest('li').getBoundingClientRect().right)""")
    shown(page, "/applications/new")
    page.evaluate("document.querySelectorAll('main details').forEach((each) => each.open = true)")
    assert page.evaluate(BROKEN) == []
    shown(page, "/board")
    page.locator("[name=card]").first.click()
    page.locator("#move-sheet[open] .stages").wait_for()
    assert page.evaluate(SQUEEZED) == []


@pytest.mark.parametrize(
    ("width", "height", "size", "whole"),
    [(320, 640, 32, 2), (390, 844, 32, 3), (360, 740, 24, 4)],
)
def test_where_text_is_large_the_board_is_as_large_and_most_of_it_is_cards(
    open_page: Callable[..., Page],
    build: Build,
    person: User,
    width: int,
    height: int,
    size: int,
    whole: int,
) -> None:
    for company in ("Redgum Community Health", "Emu Plains Distribution", "Tern", "Ibis", "Gum"):
        card = build.application(
            person, company=company, role="Administration Officer", stage="interview"
        )
        build.interview(card, starts_at=now() + timedelta(days=3))
    build.application(person, role="Baker", stage="action_taken")
    device = {"viewport": {"width": width, "height": height}, "is_mobile": True, "has_touch": True}
    page = with_text(open_page(device, user=person), size)
    page.goto("/board#column-interview")

    room = page.evaluate(ROOM)
    assert room["taken"] <= 0.25
    assert room["whole"] >= whole
    sizes = page.evaluate(SIZES)
    assert all(each >= 14 * size / 16 * 0.99 for each in sizes.values()), sizes
    assert page.evaluate(ASIDE) == 0
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(LITTLE) == []

    # The stage that one is in stands in view, whichever way one came to it.
    for stage in ("action_taken", "applied"):
        page.locator(f"#column-{stage}").evaluate("(column) => column.scrollIntoView()")
        tab = page.locator(f".tabs [data-stage={stage}]")
        expect(tab).to_have_attribute("aria-current", "true")
        expect(tab).to_be_in_viewport(ratio=1)

    # Where five words have no room, the bar shows the one for where one is; all are still told.
    for name in ("Today", "Board", "Add", "Actions"):
        expect(page.get_by_role("navigation").get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("navigation").get_by_role("button", name="More").tap()
    expect(page.get_by_role("link", name="Documents")).to_be_visible()
    assert page.evaluate("document.getElementById('nav-more').scrollWidth <= innerWidth")


def test_a_large_text_on_a_phone_that_lies_has_one_column_and_keeps_its_page(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    build.application(person, role="Administration Officer", stage="interview")
    device = {"viewport": {"width": 844, "height": 390}, "is_mobile": True, "has_touch": True}
    page = with_text(open_page(device, user=person), 32)
    for path in ("/board#column-interview", "/today", "/actions", "/applications/new", "/more"):
        assert shown(page, path), path
        assert page.evaluate(ASIDE) == 0, path
        assert page.evaluate(BROKEN) == [], path
    shown(page, "/board")
    column = "document.getElementById('column-applied')"
    assert page.evaluate(f"{column}.offsetWidth === {column}.parentElement.clientWidth")
    page.evaluate("scrollTo(0, 200)")
    there = page.evaluate("scrollY")
    page.locator(".columns").evaluate("(columns) => columns.scrollTo(columns.clientWidth, 0)")
    expect(page.locator(".tabs [data-stage=interview]")).to_have_attribute("aria-current", "true")
    assert page.evaluate("scrollY") == there


@pytest.mark.parametrize(("width", "size"), [(390, 16), (320, 32)])
def test_figures_of_many_columns_go_on_below_each_other_and_none_is_cut(
    open_page: Callable[..., Page], person: User, width: int, size: int
) -> None:
    grow(person, 1, 25)
    device = {"viewport": {"width": width, "height": 640}, "is_mobile": True, "has_touch": True}
    page = with_text(open_page(device, user=person), size)
    page.goto("/insights?span=all")
    cut = page.evaluate("""() => {
      for (const each of document.querySelectorAll('.chart details')) each.open = true
      return [...document.querySelectorAll('.figures .many')]
        .map((table) => table.scrollWidth - table.clientWidth)
    }""")
    assert cut and not any(cut)


@pytest.mark.parametrize("path", ["/applications/new", "/people", "/tags", "/search"])
def test_a_field_with_a_button_beside_it_keeps_room_for_words_where_text_is_large(
    open_page: Callable[..., Page], build: Build, person: User, path: str
) -> None:
    build.contact(person)
    page = with_text(open_page({"viewport": {"width": 320, "height": 640}}, user=person), 32)
    page.goto(path)
    field = page.locator(".search > :is(input, textarea):visible").first
    until(page, "document.readyState === 'complete'")
    assert field.evaluate("(field) => field.offsetWidth") > 200


EDGES = """() => {
  const bar = [...document.querySelectorAll('main .sticky')].find((each) =>
    [...each.children].some((button) => button.checkVisibility()))
  const side = (each, name) => Math.round(each.getBoundingClientRect()[name])
  const buttons = [...bar.children].filter((each) => each.checkVisibility())
  const save = bar.querySelector('.main')
  return { foot: innerHeight - side(bar, 'bottom'),
    below: innerHeight - side(save, 'bottom'), share: save.offsetHeight / innerHeight,
    cut: buttons.some((each) => each.scrollWidth > each.clientWidth
      || side(each, 'right') > innerWidth),
    lefts: new Set(buttons.map((each) => side(each, 'left'))).size,
    widths: new Set(buttons.map((each) => each.offsetWidth)).size,
    whole: buttons.every((each) => side(each, 'bottom') <= innerHeight) }
}"""
"""Where the bar of Save stands once one is at the foot of its page, and how its buttons lie."""
INVITATION = """Subject: Interview for Administration Officer

Thank you for applying to Currawong Distribution. We would like to invite you to an interview
on Thursday 3 December 2027 from 2:30 pm to 3:15 pm. Please confirm by email.
"""
SAVED = ("/applications/new", "/settings/profile", "/leads/new", "/mail/new")
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
LYING = {"width": 844, "height": 390}


def on_phone(
    open_page: Callable[..., Page], person: User, screen: dict[str, int], size: int
) -> Page:
    """A phone with a screen of these measures and a text of that size."""
    device = {"viewport": screen, "is_mobile": True, "has_touch": True}
    return with_text(open_page(device, user=person), size)


@pytest.mark.parametrize(("screen", "size"), [(SMALL, 32), (PHONE, 32), (PHONE, 24)])
def test_where_text_is_large_save_alone_stays_in_reach_and_the_rest_is_below_it_at_the_end(
    open_page: Callable[..., Page], person: User, screen: dict[str, int], size: int
) -> None:
    page = on_phone(open_page, person, screen, size)
    for path in SAVED:
        assert shown(page, path), path
        edges = page.evaluate(EDGES)
        assert edges["below"] >= 10, path
        assert edges["share"] < 0.2, path
        until(page, f"(scrollTo({{ top: 99999, behavior: 'instant' }}), ({EDGES})().whole)")
        edges = page.evaluate(EDGES)
        assert (edges["lefts"], edges["widths"], edges["cut"]) == (1, 1, False), path
        assert page.evaluate(ASIDE) == 0, path


@pytest.mark.parametrize("path", ["/settings/profile", "/leads/new"])
def test_a_bar_of_save_that_ends_its_page_stands_at_the_edge_of_the_screen(
    open_page: Callable[..., Page], person: User, path: str
) -> None:
    page = on_phone(open_page, person, {"width": 390, "height": 600}, 16)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollHeight > innerHeight")
    for top in (0, 99999):
        page.evaluate(f"scrollTo({{ top: {top}, behavior: 'instant' }})")
        assert abs(page.evaluate(EDGES)["foot"]) <= 1


def test_where_text_is_large_a_drawing_gives_way_to_rows_of_a_few_words_and_no_summary_is_cut(
    open_page: Callable[..., Page], person: User
) -> None:
    grow(person, 1, 25)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/insights?span=all")
    page.evaluate(
        "for (const each of document.querySelectorAll('.findings > * > .fold')) each.open = true"
    )
    assert page.locator(".chart svg:visible").count() == 0
    assert page.locator(".chart .figures td:visible").count() == 0
    rows = page.locator(".chart .in-brief li:visible")
    assert rows.count() > 10
    assert page.locator("#chart-sources .in-brief h3").all_inner_texts()[0] == "Where it was found"
    expect(rows.filter(has_text=re.compile(r"^\S.*\s\d+\sof\s\d+\s·\s\d+%$")).first).to_be_visible()
    shares = page.locator("#chart-sources .beneath > li")
    assert shares.evaluate_all("""(rows) => rows.every((row) => {
      const [name, words] = [...row.children].map((each) => each.getBoundingClientRect())
      return words.top >= name.bottom - 1 && words.left === name.left && words.height < 60
    })""")
    assert not page.get_by_text("If the lines of two overlap").is_visible()
    assert not any(
        page.evaluate("""() => [...document.querySelectorAll('.findings h2 + span, .figures .table'
    )].filter((each) => each.checkVisibility()).map((each) => each.scrollWidth > each.clientWidth
      || each.scrollHeight > each.clientHeight + 1)""")
    )
    assert page.evaluate(ASIDE) == 0


def test_where_text_is_large_no_word_is_broken_in_what_they_keep_saying(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(
        person, company="Currawong Distribution", role="Administration Officer", stage="rejected"
    )
    theme = build.theme(person, "Structure and length")
    for words in ("Your answers were long.", "They had no order."):
        build.point(build.feedback(card, words), theme_id=theme.id)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/insights?span=all")
    page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true")
    expect(page.get_by_role("link", name="Administration Officer").first).to_be_visible()
    assert page.evaluate(BROKEN) == []


def test_where_text_is_large_what_was_added_is_said_in_less_than_half_of_the_screen(
    open_page: Callable[..., Page], person: User
) -> None:
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/applications/new")
    page.get_by_label("Company").first.fill("Queensland Aboriginal and Islander Health Council")
    page.get_by_label("Role").first.fill("Senior Administration Officer")
    page.get_by_role("button", name="Save").first.click()
    toast = page.locator(".toast")
    expect(toast).to_contain_text("Added Senior Administration… at Queensland…")
    box = toast.bounding_box()
    assert box and box["height"] < 200


def test_where_text_is_large_the_dots_of_a_lead_stand_below_its_round_box(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    build.lead(person, role="Administration Officer", company="Currawong Distribution")
    build.lead(person, role="Senior Records Manager", company="")
    on = day_of(now(), person.zone)
    saturday = days_after(on, (5 - on.weekday()) % 7)
    build.application(person, role="Senior Records Manager", excitement=5)
    build.lead(person, role="Analyst", company="Saltbush Solar", closes_on=saturday)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/leads")
    for row in page.locator(".leads > li").all():
        tick, dots, words, foot = row.evaluate("""(row) => {
          const box = (name) => row.querySelector(name).getBoundingClientRect()
          const { bottom } = row.getBoundingClientRect()
          return [box('.tick').toJSON(), box('summary').toJSON(), box('div').toJSON(), bottom]
        }""")
        assert (dots["left"], dots["right"]) == (tick["left"], tick["right"])
        assert tick["bottom"] <= dots["top"] + 16
        assert dots["right"] <= words["left"]
        assert foot - dots["bottom"] < 16


def test_where_text_is_large_a_day_stays_on_one_line_and_menus_are_as_wide_as_the_screen(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    on = day_of(now(), person.zone)
    build.application(person, role="Analyst", excitement=5)
    for days in (1, 2, 3, 4, 5, 6, 20, 400):
        build.lead(person, role="Analyst", company="Saltbush Solar", closes_on=days_after(on, days))
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/leads")
    days_said = page.locator(".leads p > span")
    expect(days_said).to_have_count(8)
    assert (
        days_said.evaluate_all("""(days) => days.filter((each) => {
      const range = new Range(), words = each.firstChild
      range.setStart(words, words.data.indexOf(' ') + 1)
      range.setEnd(words, words.length)
      return range.getClientRects().length > 1
        || each.getBoundingClientRect().right > each.closest('li').getBoundingClientRect().right
    }).map((each) => each.innerText)""")
        == []
    )
    page.locator(".leads summary").first.tap()
    menu = page.locator(".leads .menu[open] > form").bounding_box()
    assert menu and menu["x"] >= 0 and menu["width"] > 260
    page.goto("/leads")
    page.locator(".one-of summary").tap()
    chosen = page.locator(".one-of .ways [aria-current]")
    expect(chosen).to_be_visible()
    assert chosen.evaluate("(each) => getComputedStyle(each, '::after').content").startswith('"✓"')


def test_on_a_phone_leads_say_their_role_whole_and_why_they_stand_there(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    for role in ("Baker", "Cook", "Evaluation and Research Assistant, Graduate Program"):
        build.lead(person, role=role, company="The Department of Rivers and of Coasts", skills="X")
    build.application(person, role="Baker", excitement=5)
    page = on_phone(open_page, person, PHONE, 16)
    seen = """(rows) => rows.map((row) => {
      const role = row.querySelector('a')
      return role.scrollHeight > role.clientHeight + 1
    })"""
    for order in ("best", "newest"):
        page.goto(f"/leads?sort={order}")
        rows = page.locator(".leads > li").evaluate_all(seen)
        assert len(rows) == 3 and not any(rows)
        baker = page.locator(".leads > li", has_text="Baker")
        expect(baker.get_by_text("This role excited you", exact=False)).to_be_in_viewport()


@pytest.mark.parametrize(("screen", "size"), [(LYING, 16), (SMALL, 32), (LYING, 32)])
def test_the_way_out_of_moving_is_in_view_and_on_a_phone_that_lies_so_is_all_else(
    open_page: Callable[..., Page], build: Build, person: User, screen: dict[str, int], size: int
) -> None:
    build.application(person, company="Currawong Distribution", role="Administration Officer")
    page = on_phone(open_page, person, screen, size)
    page.goto("/board")
    page.locator("[name=card]").first.tap()
    sheet = page.locator("#move-sheet[open]")
    expect(sheet.get_by_role("button", name="Cancel")).to_be_in_viewport(ratio=1)
    sides = sheet.evaluate("(sheet) => sheet.scrollHeight - sheet.clientHeight")
    if size == 16:
        assert sides <= 0
    else:
        sheet.evaluate("(sheet) => sheet.scrollTo(0, 9999)")
        for name in ("Action taken", "Move to top", "Cancel"):
            expect(sheet.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
        cancel = sheet.get_by_role("button", name="Cancel").bounding_box()
        top = sheet.get_by_role("button", name="Move to top").bounding_box()
        assert cancel and top and top["y"] + top["height"] <= cancel["y"] + 1


@pytest.mark.parametrize(("screen", "size"), [(LYING, 16), (SMALL, 32), (LYING, 32)])
@pytest.mark.parametrize("path", ["/applications/new", "/leads/new"])
def test_adding_begins_at_its_title_and_words_typed_without_a_tap_bring_their_field_into_view(
    open_page: Callable[..., Page], person: User, path: str, screen: dict[str, int], size: int
) -> None:
    page = on_phone(open_page, person, screen, size)
    page.goto(path)
    field = page.locator("main [autofocus]")
    expect(field).to_be_focused()
    until(page, "scrollY === 0")
    expect(page.locator("main h1")).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Link, or the whole ad")).to_be_in_viewport(ratio=1)
    page.keyboard.type("Tern")
    expect(field).to_have_value("Tern")
    expect(field).to_be_in_viewport()


def test_on_a_phone_that_lies_every_page_begins_and_ends_at_the_same_edges(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, role="Administration Officer")
    build.action(person, what="Rewrite five stories", due_on=now().date(), application_id=card.id)
    page = on_phone(open_page, person, LYING, 16)
    edges = set()
    for path in (
        "/today",
        "/mail",
        "/mail/new",
        "/applications/new",
        "/settings",
        "/insights",
        "/leads",
    ):
        assert shown(page, path), path
        edges.add(
            tuple(
                page.evaluate("""() => {
          const page = document.querySelector('main > :is(div, form, section):not(.vh)')
          const { left, right } = page.getBoundingClientRect()
          return [Math.round(left), Math.round(right)]
        }""")
            )
        )
    assert edges == {(16, 828)}


def test_a_box_to_tick_grows_with_the_text_and_leaves_room_for_the_name_beside_it(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    build.application(person, company="Currawong Distribution", role="Administration Officer")
    sizes = []
    for screen, size in ((PHONE, 16), (PHONE, 32), (SMALL, 32)):
        page = on_phone(open_page, person, screen, size)
        page.goto("/mail/new")
        page.locator("main textarea").fill(INVITATION)
        page.locator("main .sticky .main").click()
        box = page.locator("#duty")
        sizes.append(box.evaluate("(box) => parseFloat(getComputedStyle(box).inlineSize)"))
        assert page.evaluate(BROKEN.replace("'main'", "'.picks > .check'")) == []
    assert sizes == pytest.approx([22.1, 35.1, 28.8], abs=0.2)


def test_where_text_is_large_an_invitation_has_a_short_button_and_their_sentence_whole(
    open_page: Callable[..., Page], person: User
) -> None:
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/mail/new")
    page.locator("main textarea").fill(INVITATION)
    page.locator("main .sticky .main").click()
    expect(page.locator(".said")).to_contain_text("3:15 pm")
    assert page.evaluate(EDGES)["share"] < 0.2
    assert page.locator(".said").evaluate("(each) => each.scrollHeight <= each.clientHeight + 1")


def test_where_text_is_large_the_sheet_of_moving_says_whole_which_card_it_is(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    names = {"company": "Department of Rivers and Coasts", "role": "Policy Officer, Grade 3"}
    build.application(person, **names)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/board")
    page.locator("[name=card]").first.tap()
    who = page.locator("#move-who")
    expect(who).to_have_text(", ".join(reversed(names.values())))
    assert who.evaluate("(each) => each.scrollHeight <= each.clientHeight + 1")
    assert page.evaluate(BROKEN.replace("'main'", "'#move-who'")) == []


def test_where_text_is_large_how_bad_it_is_is_asked_in_the_first_view_with_both_ends_named(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    role = "Office and Reporting Assistant"
    company = "Commonwealth Scientific and Industrial Research Organisation, Land and Water"
    card = build.application(person, company=company, role=role)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto(f"/applications/{card.id}")
    cut = "(words) => words.scrollHeight > words.clientHeight + 1"
    assert not page.locator(".head.titled p").first.evaluate(cut)  # whole on its own page
    page.goto(f"/applications/{card.id}/check-in")
    way = page.get_by_role("link", name=f"Back to {role}").bounding_box()
    assert way and way["height"] < 50  # one line, cut where the role is long
    bar = page.get_by_role("link", name="Next").bounding_box()
    ten = page.locator(".eleven .check").nth(10).bounding_box()
    assert bar and ten and ten["y"] + ten["height"] <= bar["y"]
    off_middle = page.locator(".eleven .check").evaluate_all("""(cells) =>
      cells.slice(0, 11).map((cell) => {
        const range = new Range()
        range.selectNode(cell.lastChild)
        const [words, box] = [range, cell].map((each) => each.getBoundingClientRect())
        return Math.abs(words.y + words.height / 2 - box.y - box.height / 2)
      })""")
    assert max(off_middle) < 2
    ends = page.locator(".eleven > :is(.low, .high)")
    lines = ends.evaluate_all("""(ends) => ends.map((each) => {
      const range = new Range()
      range.selectNodeContents(each)
      return range.getClientRects().length
    })""")
    assert lines == [1, 1]


@pytest.mark.parametrize(("screen", "size"), [(SMALL, 32), (PHONE, 24)])
def test_where_text_is_large_the_places_of_an_application_stay_in_reach(
    open_page: Callable[..., Page], build: Build, person: User, screen: dict[str, int], size: int
) -> None:
    card = build.application(person, role="Administration Officer", stage="rejected")
    page = on_phone(open_page, person, screen, size)
    page.goto(f"/applications/{card.id}")
    page.evaluate("scrollTo({ top: 500, behavior: 'instant' })")
    places = page.get_by_role("navigation", name="On this page")
    for name in ("Path", "Story", "Facts"):
        expect(places.get_by_role("link", name=name)).to_be_in_viewport(ratio=0.95)
    bar = places.bounding_box()
    assert bar and -2 <= bar["y"] <= 6
    places.get_by_role("link", name="Story").tap()
    expect(page.get_by_role("heading", name="Story")).to_be_in_viewport(ratio=1)
    assert page.evaluate(ASIDE) == 0


def test_where_text_is_large_reminders_begin_with_a_button_before_they_explain(
    open_page: Callable[..., Page], person: User
) -> None:
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/settings/reminders")
    button = page.locator("main .button.main")
    expect(button).to_be_in_viewport(ratio=1)
    foot = button.evaluate("(each) => each.getBoundingClientRect().bottom")
    assert foot <= page.locator(".nav").evaluate("(bar) => bar.getBoundingClientRect().top")


@pytest.mark.parametrize("path", SAVED)
def test_on_a_phone_that_lies_save_is_in_reach_in_a_thin_row(
    open_page: Callable[..., Page], person: User, path: str
) -> None:
    page = on_phone(open_page, person, LYING, 16)
    page.goto(path)
    expect(page.locator("main .sticky .main").first).to_be_in_viewport(ratio=1)
    bar = page.locator("main .sticky").first.bounding_box()
    assert bar and bar["height"] < 60
    last = page.locator("main form :is(input, textarea, summary):visible").last
    last.focus()
    box = last.bounding_box()
    bar = page.locator("main .sticky").first.bounding_box()
    assert box and bar and box["y"] + box["height"] <= bar["y"] + 1


def test_on_a_phone_that_lies_each_question_on_a_worry_has_its_field_and_next_in_view(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, role="Administration Officer", stage="rejected")
    page = on_phone(open_page, person, LYING, 16)
    page.goto(f"/applications/{card.id}/thoughts/new")
    for number in range(1, 5):
        step = page.locator(f"#step-{number}")
        expect(step.locator("textarea").first).to_be_in_viewport(ratio=1)
        follow = step.get_by_role("link", name="Next")
        expect(follow).to_be_in_viewport(ratio=1)
        field, bar = step.locator("textarea").first.bounding_box(), follow.bounding_box()
        assert field and bar and field["y"] + field["height"] <= bar["y"]
        follow.click()


def test_where_text_is_large_a_coach_reads_whole_words_below_their_names(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    for ago in (5, 6, 40, 90):
        build.application(person, applied_on=days_after(now().date(), -ago), role="Lab Officer")
    _, token = build.link(person)
    page = with_text(open_page({"viewport": {"width": 320, "height": 640}}), 32)
    page.goto(f"/s/{token}")
    page.evaluate("document.querySelectorAll('main details').forEach((each) => each.open = true)")
    told = page.locator(".told > div").first
    name, value = told.locator("dt").bounding_box(), told.locator("dd").bounding_box()
    assert name and value and value["y"] >= name["y"] + name["height"]
    assert page.evaluate(BROKEN) == []


def test_where_text_is_large_a_long_company_leaves_the_question_in_view(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, company="Company of very long names " * 3, stage="rejected")
    page = on_phone(open_page, person, SMALL, 32)
    for path, asked in ((f"/applications/{card.id}/check-in", "How bad"), (
        f"/actions/new?application={card.id}", "When"
    )):  # fmt: skip
        page.goto(path)
        expect(page.locator("main form").get_by_text(asked).first).to_be_in_viewport(ratio=1)


def test_where_text_is_large_a_button_that_is_an_icon_keeps_it(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="interview")
    build.part(card, build.contact(person, email="noor@example.org", phone="0400 000 000"))
    page = on_phone(open_page, person, SMALL, 32)
    for path in (f"/applications/{card.id}", "/people"):
        page.goto(path)
        buttons = page.locator("main .list a.button:has(svg)")
        expect(buttons.first).to_be_visible()
        for button in buttons.all():
            expect(button.locator("svg")).to_be_visible()


def test_where_text_is_large_read_it_stands_at_the_edge_of_its_field(
    open_page: Callable[..., Page], person: User
) -> None:
    page = on_phone(open_page, person, PHONE, 32)
    page.goto("/applications/new")
    lefts = page.evaluate("""() => {
      const button = document.querySelector('posting-paste button'), range = new Range()
      range.selectNodeContents(button)
      return [range, document.querySelector('#ad')].map((each) => each.getBoundingClientRect().left)
    }""")
    assert abs(lefts[0] - lefts[1]) <= 2


def test_an_email_of_the_list_has_its_disc_on_its_line_and_its_company_whole_where_text_is_large(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, company="Northern Gulf Fisheries", stage="rejected")
    build.rejection(card, on=day_of(now(), person.zone), how="email", words="Sorry, no.")
    page = open_page({"viewport": {"width": 320, "height": 640}}, user=person)
    assert shown(page, "/mail")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    disc, name = page.locator(".mails .disc"), page.locator(".mails a")

    assert disc.evaluate("""(disc) => disc.getBoundingClientRect().right
      <= disc.nextElementSibling.getBoundingClientRect().left""")
    assert name.evaluate("(name) => name.scrollWidth <= name.clientWidth")
    assert page.evaluate(ASIDE) <= 0


def test_where_text_is_large_the_first_button_of_today_is_in_view(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(
        person, company="Kookaburra Freight", role="Business Analyst, Graduate", stage="interview"
    )
    build.action(person, what="Rewrite stories", due_on=now().date(), application_id=card.id)
    page = on_phone(open_page, person, SMALL, 32)
    page.goto("/today")
    button = page.locator(".first .button").first
    expect(button).to_be_in_viewport(ratio=1)
    foot = button.evaluate("(each) => each.getBoundingClientRect().bottom")
    assert foot <= page.locator(".nav").evaluate("(bar) => bar.getBoundingClientRect().top")

    page = on_phone(open_page, person, PHONE, 32)
    page.goto("/today")
    disc, name = (
        page.locator(each).evaluate("(each) => each.getBoundingClientRect().top")
        for each in (".first .disc", ".first h2")
    )
    assert abs(disc - name) < 12


def test_where_text_is_large_save_is_whole_in_the_first_view_however_long_the_company_is(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, company="Northern Rivers Community Partnership " * 2)
    page = with_text(open_page({"viewport": {"width": 320, "height": 640}}, user=person), 32)
    shown(page, f"/applications/{card.id}/rejection")
    save = page.get_by_role("button", name="Save", exact=True).bounding_box()
    assert save is not None
    assert save["y"] + save["height"] <= 640
    shown(page, f"/applications/{card.id}/check-in")
    company = page.locator(".head p[dir]")
    assert company.evaluate("(each) => each.scrollWidth <= each.clientWidth")


WHOLE_ROWS = """() => {
  const box = (node) => node.getBoundingClientRect(), bar = box(document.querySelector('.nav'))
  return [...document.querySelectorAll('.mails > li')]
    .filter((row) => box(row).bottom <= bar.top).length
}"""


def test_where_text_is_twice_as_large_the_first_email_is_seen_whole(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    for company, subject in (
        ("Currawong Distribution", "Your application for Administration Officer (Level 3)"),
        ("University of the Highlands", "Invitation to interview: Help Desk Analyst (Level 1)"),
    ):
        build.mail_proposal(
            person,
            company=company,
            subject=subject,
            kind="no",
            uid=0,
            text="Unfortunately we have decided to move forward with other candidates.",
        )
    page = with_text(open_page({"viewport": {"width": 320, "height": 640}}, user=person), 32)
    assert shown(page, "/mail")
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(WHOLE_ROWS) >= 1
