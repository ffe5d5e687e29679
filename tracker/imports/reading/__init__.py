"""Rows of a file to applications and leads, under one mapping; nothing in a row is lost."""

from collections.abc import Iterable, Iterator, MutableMapping
from datetime import date
from functools import partial

from tracker.imports.files.table import Row
from tracker.imports.reading import fact_readers, outcomes, statuses, wide_format
from tracker.imports.reading.cells import PAY_COLUMNS, REQUIRED, Cells
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.no_beside_offer import settle_no_beside_offer
from tracker.imports.reading.no_in_notes import compare_with_notes, speaks_of_a_no
from tracker.imports.reading.questions import ASK, WHICH_STATUS
from tracker.imports.reading.repeated_openings import ONE, TWICE
from tracker.imports.reading.row_gathering import RowGathering
from tracker.imports.reading.row_stage import stage_choice
from tracker.imports.reading.rows import ReadRow, note_double
from tracker.imports.reading.status_meaning import CHOICES, StatusMeaning
from tracker.imports.reading.two_statuses import further
from tracker.imports.reading.undated import close_undated, is_open
from tracker.imports.reading.wide_format import is_no
from tracker.models.application_facts import OF_LEADS

PRIVATE = "Private"
"""What private words of a lead are kept under in its notes."""
LEAD_HAS = frozenset((*OF_LEADS, *PAY_COLUMNS, "saved_on"))


def interpret(
    rows: Iterable[Row],
    mapping: Mapping,
    seen: MutableMapping[bytes, int] | None = None,
    today: date | None = None,
) -> Iterator[ReadRow]:
    """Read rows one by one; `seen` carries over which rows there were when read in parts."""
    interpreter = Interpreter(mapping, today)
    seen = {} if seen is None else seen
    for number, cells in rows:
        row = interpreter.read(number, cells)
        if row.kind != "blank":
            note_double(row, cells, seen)
        yield row


class Interpreter:
    """Reads one row at a time under a mapping; with `today`, what is yet to come is asked about."""

    def __init__(self, mapping: Mapping, today: date | None = None) -> None:
        self.mapping = mapping
        self.today = today
        self.cells = Cells(mapping)
        self.columns = [(column.header, column.fact) for column in mapping.columns]
        self.several_notes = sum(1 for column in mapping.columns if column.fact == "notes") > 1
        self.has_status = mapping.place("status") is not None
        self.rivals = mapping.rivals if self.has_status else []
        self.tells_applications = mapping.tells_applications
        are_one = mapping.answers[TWICE] == ONE
        self.goes_with = {pair[0]: pair[1] for pair in mapping.twice if are_one}
        self.twice = {pair[1]: (pair[0], pair[4]) for pair in mapping.twice}
        self.twice |= {pair[0]: (pair[1], pair[5]) for pair in mapping.twice}
        saved = mapping.place("saved_on")
        self.saved_header = "" if saved is None else mapping.columns[saved].header

    def read(self, number: int, cells: list[str]) -> ReadRow:
        """One row."""
        if not any(cell and not cell.isspace() for cell in cells):
            return ReadRow(number, "blank")
        line = RowGathering(ReadRow(number))
        for place, text in enumerate(cells):
            if text and not text.isspace():
                self.cells.take(line, *self._column(place), text.strip())
        self.cells.pay(line)
        meaning = self._status(line, cells)
        steps = wide_format.read_steps(line.steps, partial(self.cells.day_beside, line.row))
        outcomes.decide(line.row, meaning, steps, self.mapping.answers, self.tells_applications)
        outcomes.leftover(meaning, steps, line.add_note)
        self._finish(line, cells)
        self._ask_whether_one(line.row)
        return line.row

    def said(self, row: ReadRow, cells: list[str]) -> str:
        """Where a row stands, in the words of its own cell where they are what says so."""
        places = (self.mapping.place("status"), *self.rivals)
        words = (cells[i].strip() for i in places if i is not None and i < len(cells))
        text = next(filter(None, words), "")
        stands, meaning = stage_choice(row), self._meaning(text) if text else None
        return text[:60] if meaning and meaning.says(stands) else CHOICES[stands]

    def _ask_whether_one(self, row: ReadRow) -> None:
        """Another row that may be the same application."""
        other = self.twice.get(row.number)
        if other is None or row.kind != "application":
            return
        row.hangs_on(TWICE)
        if self.mapping.answers[TWICE] == ASK:
            words = f"Row {other[0]} is for the same company and role, and says “{other[1]}”."
            row.ask(TWICE, words)
        else:
            row.part_of = self.goes_with.get(row.number)

    def _column(self, place: int) -> tuple[str, str]:
        if place < len(self.columns):
            return self.columns[place]
        return f"Column {place + 1}", "notes"

    def _status(self, line: RowGathering, cells: list[str]) -> StatusMeaning | None:
        """What the status says; of two columns that read as one, what went further."""
        meaning = self._meaning(line.status)
        for place in self.rivals:
            other = cells[place].strip() if place < len(cells) else ""
            if fact_readers.is_empty(other):
                continue
            theirs = self._meaning(other)
            both = meaning and theirs and line.status
            later = further(meaning, theirs) if both else theirs
            if later is None and self.mapping.status_settled:
                line.row.hangs_on(WHICH_STATUS)
            elif later is None:
                header = self.columns[place][0]
                line.row.ask(
                    WHICH_STATUS,
                    f"The status says “{line.status[:60]}”, and “{header}” says “{other[:60]}”.",
                )
            meaning = later or meaning
        return meaning

    def _meaning(self, status: str) -> StatusMeaning | None:
        if not self.has_status:
            return None
        return self.mapping.statuses.get(statuses.key(status)) or statuses.guess_status(status)

    def _is_told(self, line: RowGathering, cells: list[str]) -> bool:
        """Whether the person said where it stands, by a word of it or by what its notes say."""
        others = [cells[place] for place in self.rivals if place < len(cells)]
        found = [self.mapping.statuses.get(statuses.key(each)) for each in (line.status, *others)]
        told = any(each is not None and each.certainty == "chosen" for each in found)
        return told or speaks_of_a_no(_words_of_notes(line))

    def _finish(self, line: RowGathering, cells: list[str]) -> None:
        row = line.row
        for fact, name in reversed(REQUIRED.items()):
            if not row.facts.get(fact):
                row.problems.insert(0, (fact, f"The {name} is missing."))
        if words := line.words.get("rejection_words"):
            if row.rejection:
                row.rejection.words = words
            else:
                line.add_note("What they said", words)
        if is_open(row) and not self._is_told(line, cells):
            close_undated(row, self.mapping.answers)
        if row.kind == "lead":
            _keep_what_a_lead_lacks(line)
        elif (saved := row.facts.pop("saved_on", None)) and saved != row.facts.get("applied_on"):
            line.add_note(self.saved_header, saved.isoformat())
        for fact in ("response_on", "status_on"):
            if on := row.facts.pop(fact, None):
                line.add_note(line.headers[fact], on.isoformat())
        row.private_notes = "\n".join(line.private)
        if self.today is not None:
            row.problems += [("applied_on", words) for words in row.contradictions(self.today)]
        if row.kind == "lead" and row.private_notes:
            line.add_note(PRIVATE, row.private_notes)
            row.private_notes = ""
        if row.kind == "lead" and row.tags:
            line.add_note("Tags", ", ".join(row.tags))
            row.tags = []
        row.notes = line.notes(self.several_notes)
        compare_with_notes(row, _words_of_notes(line), self.mapping.answers)
        settle_no_beside_offer(row, self.mapping.answers)


def _words_of_notes(line: RowGathering) -> str:
    """What the notes say, without the words of the status and what is no more than a no."""
    told = (each for each in line.kept if each[0] != outcomes.STATUS and not is_no(each[1]))
    return "\n".join(f"{head}: {text}" for head, text, _ in told)


def _keep_what_a_lead_lacks(line: RowGathering) -> None:
    for name in [name for name in line.row.facts if name not in LEAD_HAS]:
        value = line.row.facts.pop(name)
        text = value.isoformat() if isinstance(value, date) else str(value).replace("_", " ")
        header = line.headers.get(name) if name in ("response_on", "status_on") else None
        line.add_note(header or name.removesuffix("_on").replace("_", " ").capitalize(), text)
    for talk in line.row.interviews:
        line.add_note("Interview", talk.on.isoformat() if talk.on else talk.label)
    line.row.interviews.clear()
