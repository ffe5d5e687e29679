"""A posting read, the surest way first: its data, then its markup, its head, its own words."""

from dataclasses import replace
from typing import Any

from tracker.postings import (
    companies,
    job_posting,
    json_ld,
    microdata,
    own_words,
    pay_words,
    places,
    skill_words,
    workplaces,
)
from tracker.postings.links import is_board_name, source_of
from tracker.postings.markup_text import cells, is_markup
from tracker.postings.page import Page
from tracker.postings.posting import Hints, Posting, merged
from tracker.postings.titles import is_empty, is_role, read_title, without_call
from tracker.values.text import clean_line, clean_text, is_web_link

LARGEST = 2_000_000
"""Characters of a page that are read."""
LONGEST_TEXT, LONGEST_LINE = 900_000, 300
"""Bytes of the text, and characters of a line, that are kept."""
TEASER = 300
"""Characters below which a description only announces the posting."""
LINES = ("company", "role", "location", "pay_text")


def read_posting(content: str, link: str, hints: Hints, title: str = "") -> Posting:
    """The facts of an opening, from a page's source or from words."""
    if is_markup(content):
        return read_page(content, link, hints, title)
    return read_words(content, link, hints, title)


def read_page(markup: str, link: str, hints: Hints, title: str = "") -> Posting:
    """Read a page's source."""
    page = Page.of(markup[:LARGEST])
    if page is None:
        return _whole({}, "", link, hints)
    hints = _of_page(page, hints)
    marked = _marked(page, hints)
    head = _head(page, marked, title)
    known = merged(marked, head)
    text = _text(str(marked.get("text") or ""), page)
    lines = _lines_with(page, str(known.get("role") or ""))
    words = own_words.facts_of(lines, text, hints, False, page.hinted, known)
    facts = merged(_as_written(marked, words, hints), _trusted(words), head, words)
    if not facts.get("company"):
        role = str(facts.get("role") or "")
        facts["company"] = companies.company_in(_beneath(page, role), role, page.lines, text)
    if not facts.get("role"):
        facts["role"] = next(iter(page.headings), "")
    return _whole(facts, text, _better_link(page, link), hints)


def read_words(words: str, link: str, hints: Hints, title: str = "", data: str = "") -> Posting:
    """Read an ad that was pasted or shared; `data` is JSON-LD that came along with it."""
    text = clean_text(words[:LARGEST]).strip()
    marked: dict[str, Any] = {}
    if data and (nodes := json_ld.job_postings([data])):
        marked = job_posting.facts_of(nodes[0], hints)
    lines = cells(text)
    said = own_words.facts_of(lines, text, hints, ad=True)
    head = {name: value for name, value in read_title(title).items() if value}
    sure = head if is_role(head.get("role", "")) else {}
    kept = text if len(text) >= TEASER or not marked.get("text") else str(marked["text"])
    return _whole(merged(_as_written(marked, said, hints), sure, said, head), kept, link, hints)


def _of_page(page: Page, hints: Hints) -> Hints:
    """Pages of the United States write the month first."""
    american = page.language in ("en-us", "en_us") or page.metas.get("og:locale") == "en_US"
    british = page.language in ("en-gb", "en-au", "en-nz", "de", "de-de", "en-ie")
    return replace(hints, month_first=american or (hints.month_first and not british))


def _marked(page: Page, hints: Hints) -> dict[str, Any]:
    """What its data says: of several openings, the one that the page is about."""
    nodes = json_ld.job_postings(page.scripts)
    titles = [clean_line(each).casefold() for each in (*page.headings, page.title)]
    read = [job_posting.facts_of(node, hints) for node in nodes[:5]]
    about = [each for each in read if each["role"] and any(each["role"].casefold() in said
                                                           for said in titles)]  # fmt: skip
    found = microdata.job_posting(page.root)
    nested = job_posting.facts_of(found, hints) if found is not None else {}
    return merged(*(about or read)[:1], nested)


def _head(page: Page, marked: dict[str, Any], title: str) -> dict[str, Any]:
    """What its title and metas say."""
    site = page.metas.get("og:site_name", "") or page.metas.get("application-name", "")
    site = "" if is_board_name(site) or is_empty(site) else site
    given = [page.metas.get("og:title", ""), page.title, title, page.metas.get("twitter:title", "")]
    read = [read_title(each, page.headings, site) for each in given if each]
    heads = [each for each in page.headings if not is_empty(each)]
    sure = [each for each in heads if any(each in said for said in given)] or heads
    hinted = page.hinted.get("role", "")
    from_heads = [read_title(each) for each in ([hinted] if hinted else sure[:1])]
    said = merged(*from_heads, *read)
    company = str(said.get("company") or "") or site or str(said.get("guess") or "")
    if company and not (said.get("company") or site) and not _said_there(company, page):
        company = ""
    known = marked.get("company") or is_board_name(company)
    return said | {"company": "" if known else company}


def _said_there(name: str, page: Page) -> bool:
    """Whether the page itself says a name that stands in its title."""
    plain = name.casefold()
    return any(plain in cell.casefold() for line in page.lines[:3_000] for cell in line)


def _as_written(marked: dict[str, Any], words: dict[str, Any], hints: Hints) -> dict[str, Any]:
    """Pay as it is written counts before the same in bare numbers."""
    given, written = str(marked.get("pay_text") or ""), str(words.get("pay_text") or "")
    if given and written:
        one, other = (Posting(pay_text=each).pay(hints.currency) for each in (given, written))
        if (one.minimum, one.maximum) == (other.minimum, other.maximum):
            return marked | {"pay_text": written}
    if words.get("workplace") == "hybrid" and marked.get("workplace") == "remote":
        return marked
    return marked


def _trusted(words: dict[str, Any]) -> dict[str, Any]:
    """What stands behind a label counts before what a title seems to say."""
    return {name: value for name, value in words.items() if name != "role"}


def _lines_with(page: Page, role: str) -> list[list[str]]:
    """The lines from the role on; navigation stands above it."""
    plain = role.casefold()
    for number, line in enumerate(page.lines):
        if plain and any(cell.casefold() == plain for cell in line):
            return page.lines[number:]
    return page.lines


def _beneath(page: Page, role: str) -> list[str]:
    return [cell for line in _lines_with(page, role)[:12] for cell in line][:14]


def _text(described: str, page: Page) -> str:
    if len(described) >= TEASER or len(page.main) < 2 * len(described):
        return described or page.main
    return page.main


def _better_link(page: Page, link: str) -> str:
    """The link that was given; where none was, the one that the page gives itself."""
    own = page.canonical or page.metas.get("og:url", "")
    if link or not own:
        return link
    return own if is_web_link(own) else ""


def _whole(facts: dict[str, Any], text: str, link: str, hints: Hints) -> Posting:
    """A posting of facts, each in the length that is kept."""
    said = {name: _line(facts.get(name)) for name in LINES}
    said["pay_text"] = pay_words.in_money_of(
        said["pay_text"], places.country_in(said["location"]), hints.currency
    )
    said["role"] = without_call(_not_shouted(said["role"]))
    wanted = list(facts.get("skills") or ())
    known = skill_words.known_in(f"{said['role']}\n{text}", hints.skills)
    small = {each.casefold() for each in known}
    skills = [*known, *(each for each in wanted if each.casefold() not in small)]
    return Posting(
        **said,
        workplace=str(facts.get("workplace") or workplaces.workplace_in_place(said["location"])),
        employment=str(facts.get("employment") or ""),
        closes_on=facts.get("closes_on"),
        skills=tuple(skills[: skill_words.MOST]),
        text=clean_text(text).encode()[:LONGEST_TEXT].decode("utf-8", "ignore").strip(),
        source=source_of(link),
        link=link if is_web_link(link) else "",
    )


def _not_shouted(role: str) -> str:
    """A role in capitals alone as one writes it; short ones are abbreviations."""
    if not role.isupper() or sum(map(str.isalpha, role)) < 10:
        return role
    small = ("and", "of", "the", "for", "in", "und", "für", "to")
    words = role.lower().split()
    return " ".join(w if n and w in small else w[:1].upper() + w[1:] for n, w in enumerate(words))


def _line(value: Any) -> str:
    said = clean_line(str(value or ""))
    return said if len(said) <= LONGEST_LINE else said[: LONGEST_LINE - 1] + "…"
