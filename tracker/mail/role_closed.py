"""Whether a no is about the role that is gone, and not about who applied for it."""

import re

from tracker.mail.cancellation import without_off
from tracker.mail.kinds import read_sentences

ROLE = (
    r"\b(?:position|role|vacancy|job|post|opening|recruitment(?: process)?|hiring(?: process)?"
    r"|selection process|requisition|campaign|stelle|position|ausschreibung|stellenausschreibung"
    r"|besetzungsverfahren|auswahlverfahren)\b"
)
BETWEEN = (
    r"(?:(?!\b(?:applica|candida|you\b|your\b|interview|with (?:an?|some)(?:one|body|other)?\b))"
    r"[^.!?])"
)
"""Nothing about whoever applied stands in between."""
CLOSED = re.compile(
    rf"{ROLE}[^.!?]{{0,120}}(?:\b(?:cancelled|canceled|withdrawn|closed|discontinued|frozen|scrapped"
    r"|put on hold|on hold|paused|made redundant|pulled|shelved|cut from|taken (?:off|down)"
    r"|remain vacant|left vacant|fallen through"
    r"|no longer (?:exists?|available(?! to you)|required|needed|being (?:filled|recruited)"
    r"|proceeding|going ahead))\b"
    r"|(?:\bnot|n['’]t)(?: now)? (?:be (?:filled|filling|recruit\w*|going ahead|proceed\w*)"
    r"|going ahead|proceed\w*)\b(?! (?:with|to) (?:you|an? (?:offer|interview)|the next))"
    r"|\bfällt\b[^.!?]{0,30}\bweg\b|\b(?:weggefallen|ruht|ausgesetzt|pausiert|auf eis)\b"
    r"|\bgestrichen\b|\bzurückgezogen\b|\baufgehoben\b|\bnicht (?:mehr|neu|wieder|weiter) "
    r"(?:besetzt|verfolgt)\b|\bentfällt\b|\beingestellt\b)"
    r"|(?:\bno longer|\bnot|n['’]t)(?: be)? (?:recruiting|filling|hiring)\b(?! you\b)[^.!?]{0,30}"
    rf"(?:{ROLE}|\bit\b|\bthis year\b)|\b(?:hiring|recruitment) freeze\b|\beinstellungsstopps?\b"
    r"|\bthere (?:will (?:now )?be no|won['’]t be an?|will not be an?|is no longer an?)[ ]"
    rf"(?:[\w-]{{1,20}}[ ]){{0,4}}?{ROLE}(?! (?:offers?|interviews?)\b)"
    r"|\b(?:no one|nobody) will be (?:hired|appointed|taken on)\b"
    r"|(?:\bnot|n['’]t)(?: be| going to| to)* (?:hir|appoint)\w* any(?:one|body)\b"
    rf"|\bleav\w+ {BETWEEN}{{0,20}}{ROLE} (?:vacant|unfilled|empty)\b"
    r"|\b(?:paus\w*|stopp?\w*|halt\w*|froz\w*|suspend\w*|put) (?:all |any |new |our )*"
    r"(?:hiring|recruitment|recruiting)\b"
    r"|\b\w*einstellungen\b[^.!?]{0,40}\b(?:gestoppt|ausgesetzt|eingefroren|pausiert)\b"
    r"|(?:\b(?:decided|chosen|opted|elected|had) (?:not to|against)|\bno longer|\bnot|n['’]t)"
    r"(?: be| to be)? (?:fill|recruit|hir[ei]|appoint|proceed|go(?:ing)? ahead|continu"
    rf"|mov(?:e|ing) (?:ahead|forward))\w*{BETWEEN}{{0,40}}{ROLE}"
    r"|\b(?:withdr[ae]w\w*|cancel\w*|clos(?:e|ed|ing) (?=the\b|this\b|our\b|down\b)|scrap\w*"
    rf"|fr(?:eez|oz)\w*|paus\w*|discontinu\w*){BETWEEN}{{0,20}}{ROLE}"
    r"(?! (?:date|advert))"
    rf"|{ROLE}[^.!?]{{0,120}}(?<!noch )\bnicht (?:mehr )?(?:zu )?(?:besetz|ausgeschrieb|ausschreib)"
    rf"|{ROLE}[^.!?]{{0,80}}\bniemand(?:en)? mehr\b",
    re.IGNORECASE,
)
INTERNALLY = re.compile(
    rf"{ROLE}[^.!?]{{0,80}}\b(?:filled|appointed|besetzt|vergeben)\b[^.!?]{{0,20}}"
    r"\b(?:internally|from within|by an internal)"
    rf"|{ROLE}[^.!?]{{0,60}}\b(?:intern) (?:besetzt|vergeben)\b"
    r"|\b(?:appoint|fill|hir|redeploy|promot|recruit)\w{0,5}\b[^.!?]{0,20}"
    r"\binternal (?:candidate|applicant)\b|\binternal appointment\b|\bfilled internally\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:if|unless"
    r"|(?<!\bhold )(?<!hiring )(?<!paused )(?<!frozen )(?<!recruitment )until|once|should"
    r"|applications (?:close|for)|falls|wenn|sobald)\b"
    r"|\bthe (?:application|process) (?:is|has) (?:now )?closed\b",
    re.IGNORECASE,
)
"""That may come to be, or only the time to apply is over."""

TIME_OVER = re.compile(
    r"\b(?:applications?|vacancy|position|role|job|advert\w{0,10}|ad|posting|recruitment|requisition"
    r"|campaign|closing date)\b[^.!?]{0,40}\b(?:closed|passed)\b"
    r"|\bbewerbungs(?:frist|phase|zeitraum|schluss)\b[^.!?]{0,40}"
    r"\b(?:abgelaufen|beendet|vorbei|geschlossen|verstrichen|vorüber)\b"
    r"|\b(?:ausschreibung|stelle|position|verfahren|bewerbungsverfahren)\b[^.!?]{0,40}"
    r"\b(?:geschlossen|beendet|abgelaufen|nicht mehr (?:ausgeschrieben|online))\b",
    re.IGNORECASE,
)
REVIEWS = re.compile(
    r"\b(?:review|assess|evaluat|screen|consider|read|going through|working through"
    r"|looking (?:at|through))\w{0,4}\b[^.!?]{0,40}\b(?:applica\w{1,8}|candidates|submissions"
    r"|résumés|each one|them all|every one)\b"
    r"|\bapplications?\b[^.!?]{0,30}\b(?:reviewed|assessed|evaluated|considered|screened|read)\b"
    r"|\bshort-?list(?:ing|ed)\b"
    r"|\b(?:sichten|prüfen|lesen|bewerten|werten)\b[^.!?]{0,50}\b\w{0,10}(?:unterlagen|bewerbung(?:en)?)\b"
    r"|\b\w{0,10}(?:unterlagen|bewerbung(?:en)?)\b[^.!?]{0,30}\b(?:gesichtet|geprüft|bewertet)\b",
    re.IGNORECASE,
)
"""They go on with those who applied."""
MORE_THAN_TIME = re.compile(
    r"\b(?:no longer|not|never|unfortunately|sadly|sorry|regret|due to|because of|cancel\w*|budget"
    r"|withdrawn|without|leider|aufgrund|wegen|kein\w*|abgesagt)\b|n['’]t\b",
    re.IGNORECASE,
)
SADLY = re.compile(
    r"\b(?:unfortunately|sadly|sorry|regret|afraid|leider|bedauer\w*)\b", re.IGNORECASE
)
THIS = re.compile(r"\b(?:the|this|that|our|we|your|die|diese[nrs]?|der|das|wir)\b", re.IGNORECASE)
OVER = re.compile(r"\bclos(?:e[sd]?|ing)\b", re.IGNORECASE)
"""It may only be the time to apply."""


def role_cancelled(text: str) -> bool:
    """Whether nobody gets it."""
    return _says(CLOSED, text)


ON_HOLD = re.compile(
    r"\b(?:on (?:hold|ice|pause)|paus(?:e|ed|ing)|fr[eo]ez\w*|frozen?|suspend\w*|halt(?:ed|ing)?"
    r"|stopped|(?:hiring|recruitment) freeze|auf eis|ruht|ausgesetzt|pausiert|gestoppt"
    r"|eingefroren|\w*einstellungsstopps?)\b",
    re.IGNORECASE,
)
"""It may go on: nobody knows who gets it."""


def role_gone(text: str) -> bool:
    """Whether it is gone for good, and not only on hold."""
    return role_closed(ON_HOLD.sub(" ", text))


def role_closed(text: str) -> bool:
    """Whether it is gone without a look at who applied: to nobody, or to one of their own."""
    return role_cancelled(text) or _says(INTERNALLY, text)


def closes_surely(text: str) -> bool:
    """Whether a sentence says with regret that it is gone, or more than that the time is over."""
    gone = (each for each in _said(text) if CLOSED.search(each))
    return any(SADLY.search(each) or (THIS.search(each) and not OVER.search(each)) for each in gone)


def only_time_over(text: str) -> bool:
    """Whether only the time to apply is over, and they look at those who did."""
    said = [each.text for each in read_sentences(text)]
    return any(says_time_over(each) for each in said) and any(
        REVIEWS.search(each) and not MORE_THAN_TIME.search(each) for each in said
    )


def says_time_over(sentence: str) -> bool:
    """Whether no more can apply, and nothing else is over."""
    return TIME_OVER.search(sentence) is not None and not MORE_THAN_TIME.search(sentence)


def _says(words: re.Pattern[str], text: str) -> bool:
    return any(words.search(each) for each in _said(text))


def _said(text: str) -> list[str]:
    """The sentences that may say so, without an interview in them that is off."""
    every = [each.text for each in read_sentences(text)]
    if only_time_over(text):
        every = [each for each in every if not says_time_over(each)]
    return [without_off(each) for each in every if not NOT_YET.search(each)]
