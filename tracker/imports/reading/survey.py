"""How many rows hang on each question, found by trying the first rows of a file."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from tracker.imports.files.table import Row
from tracker.imports.reading import Interpreter, statuses
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import COUNTED
from tracker.imports.reading.repeated_openings import TWICE, RepeatSurvey


def count_questions(mapping: Mapping, rows: Iterable[Row]) -> None:
    """Note in the mapping how many rows hang on what; call it after `settle`."""
    interpreter = Interpreter(mapping)
    counts: Counter[str] = Counter()
    mapping.twice, twice = [], RepeatSurvey()
    said: dict[int, str] = {}
    left = iter(rows)
    for number, cells in islice(left, COUNTED):
        row = interpreter.read(number, cells)
        counts.update(row.hangs)
        twice.add(row)
        said[number] = interpreter.said(row, cells)
    mapping.twice = [[*pair, *(said[number] for number in pair[:2])] for pair in twice.results()]
    counts[TWICE] = len({number for pair in mapping.twice for number in pair[:2]})
    mapping.hangs = {
        code: count for code, count in counts.items() if count and not code.startswith("status-")
    }
    mapping.idle_statuses = []
    if next(left, None) is not None:
        mapping.hangs["more"] = 1
    else:
        codes = {statuses.code(key) for key, each in mapping.statuses.items() if each.asked}
        mapping.idle_statuses = sorted(codes - counts.keys())
