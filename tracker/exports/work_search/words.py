"""The words of a work-search log, in English and German."""

from datetime import date

from tracker.exports.work_search.presets import Preset
from tracker.values.formatting import MONTHS

NOT_RECORDED = "not recorded"
"""Of what nobody wrote down: it may have been."""
GERMAN = {
    NOT_RECORDED: "nicht notiert",
    "Date": "Datum",
    "What": "Bemühung",
    "Employer": "Arbeitgeber",
    "Address": "Anschrift",
    "Contact": "Ansprechpartner",
    "Position or activity": "Stelle oder Tätigkeit",
    "How": "Art der Bewerbung",
    "Result": "Ergebnis",
    "Hours": "Stunden",
    "Points": "Punkte",
    "Application": "Bewerbung",
    "Interview": "Vorstellungsgespräch",
    "Follow-up or call": "Nachfrage",
    "Asked for feedback": "Bitte um Rückmeldung",
    "Networking": "Kontakte knüpfen",
    "Workshop or training": "Kurs oder Weiterbildung",
    "Job fair": "Jobmesse",
    "Appointment with an adviser": "Beratungstermin",
    "Work on résumé or profile": "Arbeit an Lebenslauf oder Profil",
    "Looking for openings": "Stellensuche",
    "Other": "Sonstiges",
    "Call": "telefonisch",
    "Email": "per E-Mail",
    "In person": "persönlich",
    "Their portal": "über das Portal",
    "On their website": "über die Website",
    "On a job site": "über ein Stellenportal",
    "By email": "per E-Mail",
    "By phone": "telefonisch",
    "By post": "per Post",
    "Through an agency": "über eine Vermittlung",
    "By message": "per Nachricht",
    "Phone screen": "telefonisch",
    "Video": "per Video",
    "On site": "vor Ort",
    "Panel": "Gespräch mit mehreren",
    "Assessment": "Assessment",
    "Case": "Fallaufgabe",
    "Through to the next step": "Nächste Runde",
    "Not through": "Absage",
    "Not known": "Offen",
    "To be moved": "Wird verschoben",
    "Cancelled": "Abgesagt",
    "We spoke": "Gespräch geführt",
    "I left a message": "Nachricht hinterlassen",
    "No answer": "Nicht erreicht",
    "They will answer later": "Rückmeldung angekündigt",
    "They would rather not say": "Keine Auskunft",
    "Sent": "Gesendet",
    "They answered": "Antwort erhalten",
    "Offer": "Zusage",
    "Not successful": "Absage",
    "Waiting for an answer": "Antwort steht aus",
    "No reply": "Keine Antwort",
    "No further reply": "Keine weitere Antwort",
    "Position closed": "Stelle geschlossen",
    "Closed": "Beendet",
    "from": "von",
    "to": "bis",
    "of": "von",
    "Date, signature": "Datum, Unterschrift",
    "Nothing recorded in this time.": "Nichts notiert in dieser Zeit.",
    "In all": "Insgesamt",
    "entry": "Eintrag",
    "entries": "Einträge",
    "about": "etwa",
}
"""Words of ours that a line may hold; what the person typed is never translated."""


def translated(words: str, language: str) -> str:
    """Our own words in the language of the log."""
    return GERMAN.get(words, words) if language == "de" else words


def log_day(on: date, preset: Preset) -> str:
    """As people there write it: 2 Mar 2026, 03/02/2026, 02.03.2026."""
    if preset.dates == "german":
        return f"{on:%d.%m.%Y}"
    if preset.dates == "month_first":
        return f"{on:%m/%d/%Y}"
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def number(value: float, language: str) -> str:
    """1.5 in English, 1,5 in German, 2 where there is nothing behind."""
    words = f"{value:.10g}"
    return words.replace(".", ",") if language == "de" else words
