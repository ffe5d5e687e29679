"""How `onward import` reads a file: the mapping that is given, and what is left open."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.failure import Failure

if TYPE_CHECKING:
    from tracker.imports.files.table import Table
    from tracker.imports.reading.mapping import Mapping
    from tracker.imports.reading.questions import Question

LINES = 12
"""Questions that are printed; the others are in the mapping below them."""


def read_map(map_file: Path, mapping: "Mapping") -> None:
    """Take over what a file says, all of it or a part; raises Failure."""
    try:
        given = json.loads(map_file.read_text(encoding="utf-8"))
        if not isinstance(given, dict):
            raise TypeError("it is no object with columns, statuses or answers")
        _take_columns(given.get("columns", {}), mapping)
        _take_statuses(given.get("statuses", {}), mapping)
        for code, choice in given.get("answers", {}).items():
            mapping.answer(code, choice)
        if given.get("order_certainty") != "certain" and "order" in given:
            mapping.choose_order(given["order"])
    except UnknownColumn as error:
        raise Failure(f"{map_file} names a column that the file lacks: {error}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Failure(f"{map_file} can't be used as a mapping: {error}") from error


class UnknownColumn(Exception):
    """A column that is named and isn't there."""


def _take_columns(given: Any, mapping: "Mapping") -> None:
    """As `{"Where": "location"}`, or as --dry-run prints them."""
    if isinstance(given, list):
        given = {column["header"]: column["fact"] for column in given}
    places = {column.header: place for place, column in enumerate(mapping.columns)}
    for header, fact in given.items():
        if header not in places:
            raise UnknownColumn(header)
        mapping.choose_column(places[header], fact)
    for column in mapping.columns:
        if column.header in given and column.certainty == "proposed":
            column.certainty = "chosen"


def _take_statuses(given: Any, mapping: "Mapping") -> None:
    """As `{"over": "rejected"}`, or as --dry-run prints them; words that don't occur do no harm."""
    from tracker.imports.reading import statuses

    for word, said in given.items():
        key = statuses.key(word)
        known = mapping.statuses.get(key) or statuses.guess_status(word)
        choice = said["choice"] if isinstance(said, dict) else said
        mapping.statuses[key] = known.chosen(choice)


def missing_words(table: "Table", mapping: "Mapping") -> str:
    """Which fact no column is known as, and what columns there are."""
    from tracker.imports.reading.two_in_one import BOTH

    names = ", ".join(table.headers)
    unread = (column.header for column in mapping.columns if column.fact == "notes")
    example = next(unread, table.headers[0])
    return (
        f"No column of the file is known as the {' or the '.join(mapping.missing)}. "
        f"Its columns: {names}. Name it with --map, as in "
        f'{{"columns": {{{json.dumps(example, ensure_ascii=False)}: '
        f'"{mapping.missing[0]}"}}}}; a column that holds both is "{BOTH}".'
    )


def waiting_words(mapping: "Mapping") -> str:
    """What is left open, how many rows wait for it, and a mapping that answers it."""
    open_ones = [question for question in mapping.questions if question.waits]
    if not open_ones:
        return ""
    lines = ["What waits for an answer:", *map(_question_line, open_ones[:LINES])]
    if len(open_ones) > LINES:
        lines.append(f"  and {len(open_ones) - LINES:,} more")
    if choices := next((each.options for each in open_ones if each.keys), {}):
        lines.append(f"A status can mean: {', '.join(sorted(choices))}.")
    answers = json.dumps(likely_map(mapping, open_ones), ensure_ascii=False)
    lines += ["To answer, change in this what doesn't fit, and import again with --map:", answers]
    return "\n".join([*lines, ""])


def _question_line(question: "Question") -> str:
    rows = f"{question.rows:,} {'row' if question.rows == 1 else 'rows'}"
    more = " or more" if question.at_least else ""
    line = f"  {rows}{more}: {question.words}"
    if question.keys:
        return line if question.likely == "ask" else f"{line} (probably {question.likely})"
    return f"{line} ({', '.join(question.options)})"


def likely_map(mapping: "Mapping", open_ones: "list[Question]") -> dict[str, Any]:
    """The likeliest answer to each, as a mapping that can be given."""
    from tracker.imports.reading.questions import ANSWERS, ORDER

    told: dict[str, Any] = {}
    for question in open_ones:
        if question.keys:
            words = told.setdefault("statuses", {})
            words.update({mapping.statuses[key].text: question.likely for key in question.keys})
        elif question.code in ANSWERS:
            told.setdefault("answers", {})[question.code] = question.likely
        elif question.code == ORDER:
            told["order"] = question.likely
        else:
            columns = [int(place) for place in question.options if place.isdigit()]
            told["columns"] = {
                mapping.columns[place].header: "status"
                if str(place) == question.likely
                else "notes"
                for place in columns
            }
    return told
