"""One cell under one heading: a fact where its words say so, else words for the notes."""

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import partial

from tracker.imports.reading import fact_readers, wide_format
from tracker.imports.reading.dates import DateReader, DateReading
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ORDER
from tracker.imports.reading.row_gathering import RowGathering
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.two_in_one import BOTH, NO_CUT, halves_of
from tracker.imports.words import headers
from tracker.imports.words.dates_in_cell import several
from tracker.models.application_facts import IMPORTED
from tracker.values.text import clean_line, clean_text

TEXTS = {each.name for each in IMPORTED if each.kind in ("line", "words")} - {"pay_text"}
"""Pay is read once all its columns are known."""
REQUIRED = {"company": "company", "role": "role"}
READERS: dict[str, Callable[[str], str | int | None]] = {
    "workplace": fact_readers.workplace,
    "employment": fact_readers.employment,
    "applied_how": fact_readers.applied_how,
    "excitement": fact_readers.excitement,
    "link": fact_readers.link,
}
SEVERAL = ("applied_on", "interview_on", "rejected_on", "offer_on")
MUST_BE_DATES = ("applied_on", "interview_on", "rejected_on", "offer_on")
PAY_COLUMNS = ("pay_min", "pay_max", "pay_currency", "pay_period")


LONGEST_TAG, MOST_TAGS = 60, 20
"""Characters of one, and how many of a row: more is no word to sort by."""


class Cells:
    """Reads cells under a mapping."""

    def __init__(self, mapping: Mapping) -> None:
        self.currency = mapping.currency
        self.reader: DateReader = mapping.reader
        self.years = mapping.years
        self.year_rows = [row for row, _ in mapping.years]
        self.cut, self.first = mapping.cut, mapping.first

    def take(self, line: RowGathering, header: str, fact: str, text: str) -> None:
        """Read one cell that isn't blank."""
        if fact == "notes":
            if not fact_readers.is_missing(text):
                line.add_note(header, text, named=not headers.is_just_notes(header))
        elif fact == "private_notes":
            if words := fact_readers.without_own_address(text):
                line.private.append(f"{header}: {words}")
        elif fact == "tags":
            self._tags(line, header, text)
        elif fact == "status":
            line.status = "" if fact_readers.is_missing(text) else text
        elif fact == "skip" or (
            fact_readers.is_missing if fact in REQUIRED or fact == BOTH else fact_readers.is_empty
        )(text):
            return
        elif fact == BOTH:
            self._both(line, header, text)
        elif fact in TEXTS:
            self._text(line, header, fact, text)
        elif fact.endswith("_on"):
            self._date(line, header, fact, text)
        elif fact.startswith("step_"):
            line.steps.append((fact.removeprefix("step_"), header, text))
        elif fact in READERS:
            self._word(line, header, fact, text)
        else:
            line.words[fact] = text

    def pay(self, line: RowGathering) -> None:
        """Pay, once all its columns are known."""
        words = line.words
        parts = (words.get(name, "") for name in PAY_COLUMNS)
        text = words.get("pay_text") or fact_readers.joined_pay(*parts)
        if not text:
            return
        pay = fact_readers.pay(text, self.currency)
        numbers = (pay.minimum, pay.maximum, pay.currency, pay.period)
        line.row.facts["pay_text"] = _short(line, "Pay", fact_readers.line(text))
        for name, number in zip(PAY_COLUMNS, numbers, strict=True):
            if number is not None:
                line.row.facts[name] = number

    def _text(self, line: RowGathering, header: str, fact: str, text: str) -> None:
        text, address = fact_readers.without_address(text)
        if address:
            line.row.facts.setdefault("link", address)
        if fact == "location" and fact_readers.workplace(text) == "remote":
            line.row.facts.setdefault("workplace", "remote")
        if len(text) > fact_readers.LONGEST_LINE and fact in REQUIRED:
            line.row.problems.append((fact, TOO_LONG.format(REQUIRED[fact])))
        if fact == "posting":
            line.row.facts[fact] = clean_text(text)[: fact_readers.LONGEST_NOTES]
        else:
            line.row.facts[fact] = _short(line, header, fact_readers.line(text))

    def _tags(self, line: RowGathering, header: str, text: str) -> None:
        """Words between commas, each once; what is too long for one goes to the notes."""
        had = {tag.casefold() for tag in line.row.tags}
        for word in re.split(r"[,;|\n、，]", text):
            tag = clean_line(word)
            if len(tag) > LONGEST_TAG or len(had) >= MOST_TAGS:
                line.add_note(header, tag)
            elif tag and tag.casefold() not in had and not fact_readers.is_missing(tag):
                had.add(tag.casefold())
                line.row.tags.append(tag)

    def _both(self, line: RowGathering, header: str, text: str) -> None:
        """Company and role in one; a column of its own for one of them counts before it."""
        text, address = fact_readers.without_address(text)
        if address:
            line.row.facts.setdefault("link", address)
        cut = self.cut or NO_CUT
        halves = halves_of(text, cut, self.first or cut.first)
        for fact, words in (("company", halves.company), ("role", halves.role)):
            if words and not line.row.facts.get(fact):
                self._text(line, header, fact, words)
        if halves.doubt:
            line.row.problems.append(("company", halves.doubt))
        if cut.by and not cut.sure:
            line.row.hangs_on(BOTH)
            if not self.first:
                line.row.ask(BOTH, f"Which is the company in “{text[:60]}”?")

    def _word(self, line: RowGathering, header: str, fact: str, text: str) -> None:
        value = READERS[fact](text)
        if value is None:
            line.add_note(header, text)
        else:
            line.row.facts[fact] = value

    def _date(self, line: RowGathering, header: str, fact: str, text: str) -> None:
        row = line.row
        reading = self._reading(row, fact, text)
        if reading.problem and not reading.either and fact in SEVERAL and several(text):
            self._days(line, header, fact, text)
        elif reading.problem:
            line.add_note(header, text)
            if fact in MUST_BE_DATES and reading.either:
                row.ask(ORDER, reading.problem)
            elif fact in MUST_BE_DATES:
                row.problems.append((fact, reading.problem))
            else:
                row.remarks.append(reading.problem)
        elif fact == "interview_on":
            row.interviews.append(
                wide_format.ReadInterview("other", reading.on, wide_format.clock(reading))
            )
        else:
            row.facts[fact] = reading.on
            line.headers[fact] = header

    def _days(self, line: RowGathering, header: str, fact: str, text: str) -> None:
        """Interviews may be several in one cell; of other days a person says which it is."""
        days = several(text)
        if fact == "interview_on":
            for day in days:
                self._date(line, header, fact, day)
            return
        line.add_note(header, text)
        words = f"“{text[:60]}” holds {len(days)} days: which one is it?"
        line.row.problems.append((fact, words))

    def _reading(self, row: ReadRow, fact: str, text: str) -> DateReading:
        if fact == "applied_on":
            return self.reader.read(text, self._year(row.number))
        return self.day_beside(row, text)

    def day_beside(self, row: ReadRow, text: str) -> DateReading:
        """A day of a row; one without a year is the first from the day of applying on."""
        reading = self.reader.read(text)
        if not reading.yearless:
            return reading
        applied_on = row.facts.get("applied_on")
        if isinstance(applied_on, date):
            return self._from(applied_on, text)
        year = self._year(row.number)
        return self.reader.read(text, year) if year else reading

    def _from(self, applied_on: date, text: str) -> DateReading:
        """The first such day from the day of applying on."""
        read = partial(self.reader.read, text)
        this_year = read(applied_on.year)
        early = this_year.on is not None and this_year.on < applied_on
        return read(applied_on.year + 1) if early else this_year

    def _year(self, number: int) -> int | None:
        if not self.years:
            return None
        return self.years[max(0, bisect_right(self.year_rows, number) - 1)][1]


TOO_LONG = (
    f"The {{}} is longer than {fact_readers.LONGEST_LINE} characters. All of it is in the notes; "
    "give it a short name here."
)


def _short(line: RowGathering, header: str, text: str) -> str:
    if len(text) <= fact_readers.LONGEST_LINE:
        return text
    line.add_note(header, text)
    return text[: fact_readers.LONGEST_LINE - 1] + "…"
