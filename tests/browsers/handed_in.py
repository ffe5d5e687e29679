"""What comes in from outside: an ad, an email, a no, a share; and the icon on the home screen."""

import json

from tests.browsers.engine import Engine, Fell
from tests.browsers.story import Step, sideways

CONTROL, NO_KEY = "\ue009", "\ue000"
AD = """Senior Data Analyst

Company: Wagtail Analytics
Location: Newcastle NSW
Salary: $95,000 - $110,000 a year

We are looking for a Senior Data Analyst to join our team. You will build reports in SQL and Python.
"""
LETTER = """From: {company} <careers@answer.example>
Subject: Your application for {role}

Hello Mia,

thank you for applying for the position of {role} at {company}. After careful consideration we have
decided to move forward with other candidates.

Kind regards
{company}
"""
TOLD = """(async () => {
  const link = document.querySelector("link[rel=manifest]"), answer = await fetch(link.href)
  const told = await answer.json(), all = [told, ...told.shortcuts].flatMap(({ icons }) => icons)
  const touch = document.querySelector("link[rel=apple-touch-icon]").href
  const wrong = [], look = async (src, sizes) => {
    const image = Object.assign(new Image(), { src })
    await image.decode().catch(() => 0)
    const { naturalWidth, naturalHeight } = image
    if (!naturalWidth || sizes && `${naturalWidth}x${naturalHeight}` !== sizes) wrong.push(src)
  }
  for (const { src, sizes } of all) await look(new URL(src, link.href).href, sizes)
  await look(touch)
  return {
    icons: all.length + 1, wrong, start: told.start_url, share: told.share_target.action,
    kind: answer.headers.get("Content-Type"),
  }
})()"""
SHARE = """
const [fields, file] = arguments, form = document.createElement("form")
Object.assign(form, { method: "post", enctype: "multipart/form-data", action: "/share" })
for (const [name, value] of Object.entries(fields)) {
  form.append(Object.assign(document.createElement("textarea"), { name, value }))
}
if (file) {
  const brought = new DataTransfer(), input = document.createElement("input")
  brought.items.add(new File([file], "no.eml", { type: "message/rfc822" }))
  Object.assign(input, { type: "file", name: "file" }).files = brought.files
  form.append(input)
}
document.body.append(form)
form.submit()
"""
OPEN = """(() => {
  const card = document.querySelector("#column-applied .card"), told = card?.querySelector("h3 a")
  const company = card?.querySelector("bdi")
  return told && company && [card.id.slice(5), told.textContent.trim(), company.textContent.trim()]
})()"""


def paste(browser: Engine, selector: str, words: str) -> None:
    """Through the clipboard, as a person does it."""
    field = browser.find(selector)
    browser.keys(field, words)
    browser.keys(field, f"{CONTROL}ax{NO_KEY}")
    browser.until(f"document.querySelector({json.dumps(selector)}).value === ''", "all was cut")
    browser.keys(field, f"{CONTROL}v{NO_KEY}")


def value_of(browser: Engine, name: str) -> str:
    return str(browser.ask(f"document.querySelector('main [name={name}]').value"))


def posting(browser: Engine) -> str:
    browser.go("/postings/new")
    paste(browser, "textarea[name=ad]", AD)
    browser.head("Check what was read")
    read = [value_of(browser, name) for name in ("role", "company", "location")]
    if read != ["Senior Data Analyst", "Wagtail Analytics", "Newcastle NSW"]:
        raise Fell(f"read as {read}")
    browser.tap("main button.main", "Save as a lead")
    browser.head("Leads")
    browser.find("main li", "Wagtail Analytics")
    return f"read, saved; {sideways(browser)}"


def lead(browser: Engine) -> str:
    browser.go("/leads")
    browser.tap("main button[aria-label='I applied: Senior Data Analyst']")
    browser.find("main .leads .ticked a[href^='/applications/']")
    browser.go("/board")
    browser.until(
        "[...document.querySelectorAll('#column-applied .card')]"
        ".some((card) => card.textContent.includes('Wagtail Analytics'))",
        "its card is on the board",
    )
    return "one tap, and it stays in its place"


def mail(browser: Engine) -> str:
    browser.go("/board")
    card, role, company = browser.until(OPEN)
    browser.go("/mail/new")
    browser.type("textarea[name=text]", LETTER.format(role=role, company=company))
    browser.tap("main button.main", "Read it")
    browser.until(
        "document.querySelector('main figure.mail mark') !== null", "what says so is marked"
    )
    about = value_of(browser, "about")
    if about != card:
        raise Fell(f"it is about {about}, not {card}")
    wide = sideways(browser)
    browser.tap("main button.main")
    browser.tap("#toast button", "Undo")
    browser.until("document.querySelector('#toast [data-undo]') === null", "Undo is answered")
    browser.go("/board")
    browser.until(f"document.querySelector('#column-applied #card-{card}') !== null", "taken back")
    return f"one tap, undone; {wide}"


def who(browser: Engine) -> str:
    browser.go("/board")
    card, _, company = browser.until(OPEN)
    browser.go("/rejections/new")
    browser.head("Who said no?")
    rows = "document.querySelectorAll('#results li').length"
    before = browser.until(rows)
    browser.type("#q", company)
    browser.until(f"{rows} < {before} && {rows} > 0", "fewer are shown")
    shown = browser.ask(rows)
    browser.tap(f"#results a[href='/applications/{card}/rejection']")
    browser.head("They said no")
    return f"{before}, {shown}; its form opens"


def phone(browser: Engine) -> str:
    browser.go("/settings/phone")
    browser.head("On your phone")
    wide = sideways(browser)
    told = browser.until(TOLD)
    if told["wrong"]:
        raise Fell(f"icons that do not load: {told['wrong']}")
    if (told["start"], told["share"]) != ("/today", "/share"):
        raise Fell(f"the manifest says {told}")
    return f"{told['icons']} icons load, {wide}"


def share(browser: Engine) -> str:
    browser.go("/today")
    fields = {"title": "Senior Data Analyst", "text": AD, "url": ""}
    browser.script(SHARE, fields, "")
    browser.head("Check what was read")
    if value_of(browser, "company") != "Wagtail Analytics":
        raise Fell("the company was not read")
    browser.go("/today")
    browser.script(SHARE, {"title": ""}, LETTER.format(role="Cook", company="Blue Kettle"))
    browser.find("main figure.mail mark")
    return "a job and an email's file"


def share_by_address(browser: Engine) -> str:
    browser.go("/share?title=Cook&url=https%3A%2F%2Fjobs.example.org%2F7")
    browser.until(
        "document.querySelector('textarea[name=ad]').value.includes('https://jobs.example.org/7')"
    )
    browser.go("/postings/new#https%3A%2F%2Fjobs.example.org%2F8")
    browser.until(
        "document.querySelector('textarea[name=ad]').value === 'https://jobs.example.org/8'"
    )
    return "in the field"


STEPS: list[tuple[str, Step]] = [
    ("Paste an ad, save it as a lead", posting),
    ("A lead becomes an application", lead),
    ("Paste an email, record the no, undo", mail),
    ("Who said no? with search", who),
    ("On your phone: the manifest and its icons", phone),
    ("The share page, by a form", share),
    ("A link shared by an address", share_by_address),
]
