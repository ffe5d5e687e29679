"""What a person might do about something that was said: it continues “I will …”.

Never the criticism itself: nobody practises that, and it would stand on Today.
"""

import re

from tracker.loop.remedy import remedy

LONGEST = 80

DOINGS = {
    "application": "Rework the top third of my résumé",
    "application.resume": "Rework the top third of my résumé",
    "application.letter": "Rewrite the first lines of my cover letter",
    "application.criteria": "Answer each criterion with one example",
    "application.samples": "Choose three samples of my work to show",
    "application.mistakes": "Have somebody read it before I send it",
    "application.referees": "Ask two people whether I may name them",
    "qualifications": "Find out what it takes to get it, and what counts instead",
    "qualifications.degree": "Find one course that counts, and what it asks for",
    "qualifications.licence": "Find out what the licence takes and costs",
    "qualifications.registration": "Find out how to register",
    "qualifications.checks": "Apply for the check",
    "experience": "Write down three things I did that are close to this work",
    "experience.level": "Write down one time I led something or decided it",
    "experience.steadiness": "Write one line on why I changed jobs",
    "skills": "Show with one thing I made how I work",
    "skills.tools": "Make one small thing with the tool, to show",
    "skills.test": "Do one task of this kind against the clock",
    "skills.language": "Speak the language for ten minutes a day",
    "answers": "Practise one concrete example, aloud",
    "answers.structure": "Practise one answer in two minutes, by the timer",
    "answers.results": "Put one number to each of three things I did",
    "communication": "Say two answers aloud to somebody I trust",
    "communication.voice": "Record one answer, and say it again slower",
    "communication.presenting": "Present one thing in five minutes to somebody I trust",
    "communication.listening": "Practise with somebody who asks, and let them finish",
    "motivation": "Write two sentences on why this job, before each interview",
    "motivation.research": "Look up three things about them before each interview",
    "motivation.questions": "Write down two questions to ask them",
    "motivation.plans": "Write two sentences on where I want to be in some years",
    "circumstances": "Write down what suits me and what I can offer",
    "circumstances.hours": "Write down when I can start, and which hours I can do",
    "circumstances.place": "Look for work that I can get to",
    "circumstances.pay": "Look up what this work pays, and decide on my range",
    "circumstances.rights": "Say in one line of my résumé that I may work here",
    "fit": "Write down one time I worked well with others",
    "other_candidate": "Ask somebody there to think of me next time",
}
"""By theme as the reader calls it; a finer one without its own has that of the broad one."""

ADVISES = re.compile(
    r"(?:add|apply|ask|bring|build|check|choose|describe|explain|find|finish|focus|give|include|"
    r"keep|learn|mention|name|practi[cs]e|prepare|present|read|record|rehearse|research|say|share|"
    r"shorten|show|slow|smile|speak|spend|start|structure|tailor|take|talk|tell|think|try|use|"
    r"visit|volunteer|work|write) (?!of )",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:(?:and|so|please|perhaps|maybe|in (?:the )?future|for (?:the )?(?:next time|future)|"
    r"next time|just|also|try to|our advice|my advice|one tip|a tip|"
    r"(?:(?:i|we) (?:would|’d|'d) )?(?:suggest|recommend|advise) (?:that )?you|"
    r"you (?:could|should|might want to|may want to|might|need to|can))\b[,:]? *)+",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"[.;:!?–—]+")
JUDGES = re.compile(
    r"\b(?:you|us|we|our|ours|i|is|are|was|were|did|had|has|felt|seemed|came|lacked|fell|but|no|"
    r"not|never|too|nothing|poor|weak|bad|badly|wrong)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Where one of these stands, it is no plain advice; better none of it than a criticism."""

YOURS = re.compile(r"\b(?:yourself|yours|your)\b", re.IGNORECASE)
MINE = {"your": "my", "yours": "mine", "yourself": "myself"}


def doing(quote: str, *themes: str) -> str:
    """Their own advice in the first person, else what mends the fault that they name.

    Where they name none that is known: what the first known theme asks for, if any is.
    """
    about = (found for found in map(doing_about, themes) if found)
    return advice_in(quote) or remedy(quote, *themes) or next(about, "")


def doing_about(theme: str) -> str:
    """What a theme asks for."""
    return DOINGS.get(theme) or DOINGS.get(theme.partition(".")[0], "")


def advice_in(quote: str) -> str:
    """The first clause that tells what to do: “Give one example”, “Work on my structure”."""
    for clause in CLAUSES.split(quote):
        words = LEAD.sub("", " ".join(clause.split())).strip(" ,“”\"'")
        if len(words) <= LONGEST and ADVISES.match(words) and not JUDGES.search(words):
            return in_first_person(words)
    return ""


def own_words(line: str) -> str:
    """A line of the person's own as a doing, where it is one; a word on what went badly is none."""
    words = " ".join(line.split()).rstrip(".;, ")
    plain = bool(words) and len(words) <= LONGEST and not JUDGES.search(words)
    return in_first_person(words) if plain else ""


def in_first_person(words: str) -> str:
    """“Work on your voice” as one says it to oneself."""
    mine = YOURS.sub(lambda each: MINE[each[0].lower()], words)
    return mine[:1].upper() + mine[1:]
