"""What employers ask for between application and interview, by the words of both languages."""

import re
from typing import NamedTuple


class ThingWords(NamedTuple):
    """One thing: its name, and how the letters in both languages name it."""

    pattern: re.Pattern[str]
    name: str
    """Behind "your"; with an article of its own where it starts with one."""
    german: str
    to_send: bool


def _paper(words: str, name: str, german: str) -> ThingWords:
    return ThingWords(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), name, german, True)


def _fact(words: str, name: str, german: str) -> ThingWords:
    return ThingWords(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), name, german, False)


THINGS = (
    _paper(r"references?|referenzen|empfehlungsschreiben", "references", "Referenzen"),
    _paper(
        r"referees?|referenzgeber\w{0,5}"
        r"|people who (?:have |had |can )?(?:supervis|manag|worked|vouch)\w{0,5}",
        "referees",
        "Referenzpersonen",
    ),
    _paper(
        r"(?:driver['’]?s?['’]? |driving )?licen[cs]es?|führerschein\w{0,3}",
        "licence",
        "Führerschein",
    ),
    _paper(r"passport|reisepass\w{0,3}", "passport", "Reisepass"),
    _paper(
        r"(?:photo )?(?:id|identification)(?: document)?|(?:personal)?ausweis\w{0,3}",
        "ID",
        "Ausweis",
    ),
    _paper(
        r"right to work|work(?:ing)? rights|work permit|arbeitserlaubnis|aufenthaltstitel\w{0,2}",
        "proof of right to work",
        "Arbeitserlaubnis",
    ),
    _paper(r"(?:academic )?transcripts?|notenspiegel\w{0,1}", "transcript", "Notenspiegel"),
    _paper(
        r"(?:national )?police check|(?:polizeiliche\w{0,2} )?führungszeugnis\w{0,3}",
        "police check",
        "Führungszeugnis",
    ),
    _paper(r"arbeitszeugnis(?:se|ses|sen)?", "employer references", "Arbeitszeugnisse"),
    _paper(r"(?:schul)?abschlusszeugnis(?:se|ses|sen)?", "final certificate", "Abschlusszeugnis"),
    _paper(
        r"certificates?|certifications?|(?:\w{0,15})zeugnis(?:se|ses|sen)?|\w{0,15}zertifikate?",
        "certificates",
        "Zeugnisse",
    ),
    _paper(r"qualifications?", "qualifications", "Abschlüsse"),
    _paper(r"degrees?|diplomas?|\w{0,20}abschl[uü]ss\w{0,3}", "degree", "Abschluss"),
    _paper(
        r"(?:(?:proof|evidence) of )?(?:\w{1,20} )?citizenship|\w{0,15}staatsangehörigkeit\w{0,12}",
        "proof of citizenship",
        "Nachweis der Staatsangehörigkeit",
    ),
    _paper(r"cover(?:ing)? letter|anschreiben|motivationsschreiben", "cover letter", "Anschreiben"),
    _paper(
        r"(?:current |updated )?(?:cv|résumé|resume|curriculum vitae)|lebensl[aä]uf\w{0,2}",
        "CV",
        "Lebenslauf",
    ),
    _paper(r"portfolio|mappe", "portfolio", "Portfolio"),
    _paper(r"work samples?|arbeitsproben?", "work samples", "Arbeitsproben"),
    _paper(r"samples?", "work sample", "Arbeitsprobe"),
    _paper(
        r"(?:response to the )?selection criteria", "selection criteria", "Antworten zum Profil"
    ),
    _paper(r"payslips?|gehaltsnachweise?", "payslips", "Gehaltsnachweise"),
    _paper(r"contact details|kontaktdaten", "contact details", "Kontaktdaten"),
    _paper(
        r"(?:form|questionnaire)|\w{0,15}bogen|formular",
        "the form",
        "Formular",
    ),
    _fact(
        r"(?:(?:salary|pay) expectations?|expected salary|salary|hoping to earn|remuneration"
        r"|(?:hourly|day) rate|gehalt\w{0,20}|lohn\w{0,20})",
        "salary",
        "Gehalt",
    ),
    _fact(r"notice(?: period)?|kündigungsfrist", "notice period", "Kündigungsfrist"),
    _fact(
        r"start(?:ing)? (?:date|day)|(?:could|can|would|able to|available to) (?:you )?start"
        r"|when you (?:could|can) start|(?:frühest\w{0,10} )?\w{0,8}(?:eintritts|start)"
        r"\w{0,3}(?:termin|datum)|eintritt\w{0,8}|anfangen|starten",
        "start day",
        "Starttermin",
    ),
    _fact(r"saturdays|samstags|samstagen?", "Saturdays", "Samstage"),
    _fact(r"sundays|sonntags|sonntagen?", "Sundays", "Sonntage"),
    _fact(r"weekends|wochenenden?", "weekends", "Wochenenden"),
    _fact(r"how many hours|hours a week|wochenstunden|stundenumfang", "hours", "Stunden"),
    _fact(r"shifts|schichten|schichtarbeit", "shifts", "Schichten"),
    _fact(r"relocat\w{1,5}|umzuziehen|umzug", "relocating", "Umzug"),
    _fact(r"still interested|weiterhin interesse", "interest", "Interesse"),
)
"""Where two stand over the same words, the longer one holds."""
BARE = frozenset({"Saturdays", "Sundays", "weekends", "shifts", "relocating", "the form"})
"""Those that stand without "your"."""
COUNT = re.compile(
    r"\b(one|two|three|four|[1-4]|zwei|drei|vier)"
    r" (?:(?:professional|work|written|recent|berufliche|aktuelle) )?$",
    re.IGNORECASE,
)
NUMBERS = {
    **dict.fromkeys(("two", "2", "zwei"), ("two", "zwei")),
    **dict.fromkeys(("three", "3", "drei"), ("three", "drei")),
    **dict.fromkeys(("four", "4", "vier"), ("four", "vier")),
}
FRAME = re.compile(
    r"\b(?:cop(?:y|ies)|kopien?|(?:two |three |their )?names?(?: of)?|phone numbers?"
    r"|details of|proof|evidence|pdf|files?|scans?"
    r"|attach\w{0,5}|following|documents?|documentation|unterlagen|dokumente?|nachweise?|information|angaben"
    r"|questions?|fragen?)\b",
    re.IGNORECASE,
)
"""Papers that name none by themselves."""
HOLDS = re.compile(
    r"\b(?:do|have|did|are|would) you (?:hold|have|own|possess|had|need)\b|\bwhether you\b"
    r"|\b(?:haben|besitzen|hast|besitzt|verfügen) (?:sie|du)\b|\bwhy\b|\bwarum\b",
    re.IGNORECASE,
)
"""A yes or a reason, where the words name a paper."""
