"""What mends a fault that was named, where a theme alone would ask for something else."""

import re
from collections.abc import Iterable

PAPERS = {
    "application.resume": "my résumé",
    "application.letter": "my cover letter",
    "application.samples": "my portfolio",
    "application.criteria": "my answers to the criteria",
    "application": "my application",
}
NUMBERS = ("half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SPELT = {
    **{each: place for place, each in enumerate(NUMBERS)},
    **{f"{place}": place for place in range(1, 11)},
    "single": 1,
    "eine": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "halbe": 0,
}
NUMBER = "|".join(SPELT)
LENGTH = re.compile(rf"\b({NUMBER})(?: a)?[ -](?:pages?|sides?|seiten?)\b", re.IGNORECASE)
AIMED_AT = re.compile(
    r"\b(?:(?:should|could|must|ought to|needs? to|has to|have to)(?: only)? (?:be|fit|stay)"
    r"|(?:cut|shorten|trim|reduce|keep|bring|get)\w*(?: \w+){0,3}? (?:down to|to|at|on|under)"
    r"|at most|maximum of|no more than|sollten?|höchstens|maximal|auf)"
    rf"(?: (?:on|at|to|under|within))?(?: (?:an?|just|only|es))? ({NUMBER})\b"
    r"(?! (?:of|or two|thing|example|sentence|line|paragraph))"
    rf"|\b({NUMBER})(?: (?:pages?|sides?|seiten?))? (?:(?:is|are|would be|ist|sind) "
    r"(?:enough|plenty|genug)|would do|reichen|reicht|genügen|genügt)\b",
    re.IGNORECASE,
)
"""How long it should be: it should be one, cut it to one page, two pages are enough."""

MUCH = r"\b(?:too|very|rather|quite|overly|bit|little|zu|sehr|etwas) "
FAULTS = {
    MUCH + r"(?:long|lengthy|wordy|lang)\b|\b(?:shorter|shorten|kürze|wordy|long-?winded)": (
        "Make {paper} shorter"
    ),
    MUCH + r"(?:short|brief|thin|kurz|knapp|dünn)\b|\b(?:longer|ausführlicher)\b": (
        "Say more in {paper}, with one example"
    ),
    r"\b(?:typos?\b|misspel|spelling|grammar|mistake|errors?\b|rechtschreib)|fehler\b": (
        "Have somebody read {paper} before I send it"
    ),
    r"\b(?:clutter|layout|format|fonts?\b|crowded|busy|dense|hard to (?:read|scan|follow|take in)"
    r"|unübersicht|lesbar)": "Lay out {paper} anew, with more space",
    r"\b(?:generic|template|tailor|copied|mail ?merge|sent to any|any (?:job|company)"
    r"|zugeschnitten|allgemein)": "Fit {paper} to the job, in its words",
    r"\b(?:missing|left out|(?:no|any) mention|not mention|lack|no dates)"
    r"|n['’]t (?:mention|say|show|list|include)|\bfehl(?:t|ten?)\b": (
        "Add what they missed to {paper}"
    ),
}
"""Faults of a paper, the first that is named."""

LOUDER = "Record one answer, and say it again louder"
BY_THE_TIMER = "Practise one answer in two minutes, by the timer"
OTHERS = {
    "answers": {
        r"\b(?:(?:got|get|went|ran|run|grew|became|were|was|are|is|waren|sind|wurden)"
        r"(?: (?:a|far|very|much|quite|rather|too|bit|little|etwas|sehr|viel|zu|recht)){0,3}"
        r" (?:long|lengthy|wordy|lang|langatmig)\b(?! enough)"
        r"|too long|zu lang\b|long-?winded|rambl|waffl|on and on|(?:run|ran) (?:on|over)\b"
        r"|lost (?:the|your) thread|shorter\b|concise|to the point|schweif|kürzer)": BY_THE_TIMER,
        MUCH + r"(?:short|brief|thin|kurz|knapp|dünn)\b|\b(?:longer|more detail|one-?word|einsilbig"
        r"|ausführlicher)\b": "Practise one answer with what I did and how it ended",
        r"\b(?:no|without|any|few|missing|lack\w*(?: of)?|keine?|ohne) (?:clear )?"
        r"(?:numbers?|figures?|results?|outcomes?|zahlen|ergebnisse?)\b": (
            "Put one number to each of three things I did"
        ),
        r"\b(?:rehearsed|scripted|memori[sz]ed|by heart|learnt off|auswendig|abgelesen)\b": (
            "Tell one story from three words on a card"
        ),
        r"(?:\bnot (?:really |quite |fully )?|n['’]t (?:really |quite |fully )?)answer"
        r"|\b(?:off[- ]topic|beside the point|missed the question|frage vorbei"
        r"|nicht beantwortet)": ("Say each question back, and then answer it, aloud"),
        r"\b(?:jump(?:ed|ing)? (?:around|about)|all over the|hard to follow|no structure"
        r"|unstructured|unstrukturiert|durcheinander)": (
            "Practise one answer in three steps, before, then and after"
        ),
    },
    "communication": {
        r"\b(?:(?:spoke|talk(?:ed)?|talking|speaking) over|interrupt|ins wort|unterbroch)": (
            "Practise with somebody who asks, and let them finish"
        ),
        r"\b(?:too slow|slowly|faster|zu langsam|schneller)": (
            "Record one answer, and say it again with more pace"
        ),
        r"\b(?:louder|lauter|quiet|soft|mumbl|hear you\b|leise)": LOUDER,
    },
    "experience": {
        r"\b(?:over-?qualified|too senior|too experienced|überqualifiziert)": (
            "Write one line on why this level suits me"
        ),
    },
}
"""By theme and fault."""

COMPILED = {
    fault: re.compile(fault, re.IGNORECASE)
    for faults in (FAULTS, *OTHERS.values())
    for fault in faults
}


def remedy(quote: str, *themes: str) -> str:
    """What the fault in the words asks for; nothing where none of those known is named."""
    words = " ".join(quote.split())
    paper = next((PAPERS[theme] for theme in themes if theme in PAPERS), "")
    if paper:
        return _of_length(words, paper) or _first_in(words, FAULTS.items()).format(paper=paper)
    broad = dict.fromkeys(theme.partition(".")[0] for theme in themes)
    return _first_in(words, (each for one in broad for each in OTHERS.get(one, {}).items()))


def _of_length(words: str, paper: str) -> str:
    aim = AIMED_AT.search(words)
    if not aim or not LENGTH.search(words):
        return ""
    wanted = SPELT[(aim[1] or aim[2]).lower()]
    now = next((SPELT[each[1].lower()] for each in LENGTH.finditer(words)), wanted)
    pages = "half a page" if not wanted else f"{NUMBERS[wanted]} page{'s' * (wanted > 1)}"
    return f"{'Bring' if now < wanted else 'Cut'} {paper} to {pages}"


def _first_in(words: str, faults: Iterable[tuple[str, str]]) -> str:
    return next((what for fault, what in faults if COMPILED[fault].search(words)), "")
