"""Words that are gone from what people read, so that they don't come back."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.paths import STATIC, TEMPLATES

TRACKER = Path(__file__).parents[2] / "tracker"
DOCS = TRACKER.parent / "docs"
GONE = {
    r"\bput (it |them )?away\b": "archive, archived",
    r"\bloops? (is |are )?closed\b|\bclosed loop": "learnt from, finished with",
    r"\bnoes\b": "rejections",
    r"\b(more|your|and) sparks\b": "what excites you",
    r"\bcall(ed)? it a no\b": "mark as no answer",
    r"^kept\b|\. kept\b|that(’|')s kept": "saved",
    r"for your eyes only": "only you can see this",
    r"over-analys": "put a worry on paper",
    r"\bask one probe|one probe\b": "one more question",
    r"\bstays general\b": "is very general",
    r"\bcalls? (and|or) letters?\b|\bscript or letter\b": "calls and emails",
    r"memory bends": "later you may remember it differently",
    r"\bit comes back (on|\{)|\blook again on\b": "wait until",
    r"leave it where it was": "move it back",
    r"enjoy the day": "you can close this page",
    r"\bmake of that\b": "think about that",
    r"\bgone for good\b": "deleted for good",
    r"lesson of your own": "your own lesson",
    r"\bno point after all\b": "remove this point",
    r"how heavy|very heavy": "how bad do you feel",
    r"\bit rests\b|\bresting (until|·)|\brest until\b": "paused until",
    r"until you take it up|take it up now": "until you open it again, continue now",
    r"\bin a row ended": "look for a pattern",
    r"get back to you\b|come back to me\b|give them until": "answer, wait until",
    r"most people never hear|more than half of all applicants": "many employers never answer",
    r"\bhouse rule\b": "a company rule",
    r"sleep on it": "check by when they need to know",
    r"every no on the way|saying no to": "congratulations, declined",
    r"\bkeeper (of|included|first|·)|tell the keeper": "owner",
    r"\bsend it on\b|leave it<": "send now, discard",
    r"whom do you need|let the file go": "which contacts, delete the file",
    r"take (them|the answer) (with you|off|back\b)": "export, remove, undo",
    r"no longer a point|that was the hard part": "removed, done",
    r"yours to show|how a lesson travels": "saved",
    r"as it came along|back as it was": "reset to default, undone",
    r"it stopped on the way|half-done": "it stopped before it was finished",
    r"quarter of an hour": "15 minutes",
    r"call(ed)? off|counts as no opening": "cancelled, not counted",
    r"words that hold|fresh eyes": "sentences that help you, a review",
    r"rest, or send the next": "nothing",
    r"\blikely (no|doubles?|\d)": "probably",
    r"\blands? here\b": "goes here",
    r"\btold (you|us) off\b|you have been here": "nothing",
    r"rests no longer": "back on your list",
    r"keep it and rest": "save",
    r"^not said$|>not said<": "choose…",
    r"(send )?(the )?one nudge": "one reminder",
    r"do it or move it": "do it or pick another day",
    r"a camera would": "just what happened, no opinion",
    r"\brosy\b": "something true that is kinder to you",
    r"^just count$|>\s*just count\s*<": "stopwatch",
    r"i(’|')m fine here": "keep going",
    r"this program neither": "not even this program",
    r"waits for the ask\b|\bask has room": "it will be in your call script, two questions",
    r"turn in the road": "looking for a pattern, not judging you",
    r"\bother eyes\b": "ask someone to review",
    r"the way of all app": "what happened to your applications",
    r"\bmiddle half\b": "the middle 50 %",
    r"told me something": "they gave advice",
    r"stop asking here": "stop asking this company",
    r"two lines for yourself|before you hear what they": "your own view first",
    r"beats big and": "a small plan with a date works better",
    r"day and month are told|applied if dated": "we can tell from, applied if it has a date",
    r"forget (this|the) file": "remove the file",
    r"the usual is ticked": "the usual choices are selected",
    r"^end it$|>\s*end it\s*<": "turn off link",
    r"there whenever you want": "you can still do this",
    r"repeats? another one|know any ?more\b|come back closed": "repeats another row, remember",
}
"""What is looked for, in small letters, and what is said instead."""
UNREAD = ("migrations", "imports/words", "imports/reading", "loop/feedback_reading")
"""What is read by programs, or said by others, as the words of a status."""
DEVELOPERS = ("decisions", "glossary.md", "letters.md", "sources.md")


def words_of_pages() -> Iterator[tuple[str, str]]:
    """What stands in templates and letters, with the words in quotes that they choose between."""
    for file in sorted([*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")]):
        text = re.sub(r"\{#.*?#\}", "", file.read_text(), flags=re.DOTALL)
        yield str(file), " ".join(text.split())
    for file in sorted(STATIC.glob("js/**/*.js")):
        yield str(file), " ".join(re.sub(r"//.*", "", file.read_text()).split())


def words_of_code() -> Iterator[tuple[str, str]]:
    """Strings that are neither docstrings nor names."""
    for file in sorted(TRACKER.rglob("*.py")):
        place = file.relative_to(TRACKER).as_posix()
        if place.startswith(UNREAD):
            continue
        nodes = list(ast.walk(ast.parse(file.read_text())))
        docs = {
            id(node.value)
            for node in nodes
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in nodes:
            if not isinstance(node, ast.Constant) or id(node) in docs:
                continue
            if isinstance(node.value, str) and (" " in node.value or node.value.istitle()):
                yield f"{place}:{node.lineno}", node.value


def words_of_docs() -> Iterator[tuple[str, str]]:
    """What is written for people who use or keep Onward."""
    for file in [DOCS.parent / "README.md", *sorted(DOCS.rglob("*.md"))]:
        if not set(DEVELOPERS) & set(file.parts):
            yield file.name, " ".join(file.read_text().split())


def line_of(text: str, hit: re.Match[str]) -> int:
    return text.count("\n", 0, hit.start())


@pytest.mark.parametrize("words", [words_of_pages, words_of_code, words_of_docs])
def test_words_that_hurt_or_puzzled_are_gone(words) -> None:
    read = {" ".join(text.lower().split()): place for place, text in words()}
    every, places = "\n".join(read), list(read.values())
    found = [
        f"{places[line_of(every, hit)]}: “{hit[0]}”, say {instead}"
        for pattern, instead in GONE.items()
        for hit in re.finditer(pattern, every, re.MULTILINE)
    ]

    assert len(read) > 10
    assert not found, "\n".join(found)


def test_such_a_word_would_be_found() -> None:
    told = ("It is put away.", "Loops closed: 1", "Several noes", "Kept. It is yours.")
    for text in (*told, "A likely no", "Not said"):
        assert any(re.search(pattern, text.lower()) for pattern in GONE), text
