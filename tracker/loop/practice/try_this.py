"""What was said, turned into something to do in the next interview."""

from collections import Counter
from collections.abc import Collection, Iterable

from tracker.loop.practice.choose import can_practise, questions_for

MOST = 2
"""More than two can't be thought of while somebody talks."""

TRY = {
    "experience": "tell one thing that you did which is close to this job",
    "experience.level": "say what you chose yourself, and why",
    "skills": "show with one example how you work",
    "skills.tools": "name a tool that you used, and what for",
    "skills.test": "say aloud what you are thinking while you do it",
    "answers": "answer with one example from your own work",
    "answers.examples": "say what you did yourself",
    "answers.structure": "keep each answer to two minutes",
    "answers.results": "say what came of it, with a number if there is one",
    "communication": "take your time, and breathe before you answer",
    "communication.voice": "speak a little slower than feels right",
    "communication.presence": "let it show what you like about this work",
    "communication.listening": "let them finish, then answer that very question",
    "motivation": "say what you like about this job",
    "motivation.why": "name one thing in it that you would enjoy",
    "motivation.research": "name one thing you found out about them",
    "motivation.questions": "ask them one question of your own",
    "motivation.plans": "name one thing you hope to learn here",
    "circumstances": "say first what is possible for you",
    "circumstances.hours": "name a day, and the times that are easy for you",
    "fit": "tell of one time that you worked well with others",
}
"""By theme as the reader calls it: kind words, and nothing of what was missing."""


def try_this(theme: str, quote: str = "") -> str:
    """What to do about it while one speaks; nothing where speaking changes nothing.

    quote: tells what is meant where the theme is a broad one.
    """
    if not can_practise(theme):
        return ""
    broad, _, finer = theme.partition(".")
    if finer and theme in TRY:
        return TRY[theme]
    meant = (each.themes[0] for each in questions_for("", quote))
    return TRY[next((each for each in meant if each in TRY and each.startswith(broad)), broad)]


def to_try(said: Iterable[tuple[str, str]], told: Collection[str] = ()) -> list[str]:
    """Two at most with those told already: what was said most often first, each once.

    said: theme and quote of each point to improve, the latest first.
    """
    counted = Counter(words for words in (try_this(*each) for each in said) if words)
    new = [words for words, _ in counted.most_common() if words not in told]
    return new[: max(0, MOST - len(told))]
