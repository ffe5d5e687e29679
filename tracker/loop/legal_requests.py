"""The one sentence by which one asks for one's own data, in the languages of the country."""

from typing import NamedTuple


class LegalRequest(NamedTuple):
    """A sentence to send, and the language that it is in."""

    language: str
    code: str
    words: str


ENGLISH = LegalRequest(
    "English",
    "en",
    "Please send me a copy of the personal information that you hold about me from my application "
    "for {role}, including notes and ratings from interviews.",
)
GERMAN = LegalRequest(
    "German",
    "de",
    "Bitte senden Sie mir nach Artikel 15 DSGVO eine Kopie der personenbezogenen Daten, die Sie "
    "aus meiner Bewerbung als {role} gespeichert haben, auch Notizen und Bewertungen aus "
    "Gesprächen.",
)
SWISS_GERMAN = LegalRequest(
    "German",
    "de-CH",
    "Bitte geben Sie mir nach Artikel 25 des Datenschutzgesetzes (DSG) Auskunft über die "
    "Personendaten, die Sie aus meiner Bewerbung als {role} bearbeiten, auch über Notizen und "
    "Bewertungen aus Gesprächen.",
)
FRENCH = LegalRequest(
    "French",
    "fr",
    "Conformément à l’article 15 du RGPD, je vous prie de m’envoyer une copie des données "
    "personnelles que vous détenez à la suite de ma candidature au poste de {role}, y compris les "
    "notes et évaluations issues des entretiens.",
)
SWISS_FRENCH = LegalRequest(
    "French",
    "fr-CH",
    "Conformément à l’article 25 de la loi fédérale sur la protection des données (LPD), je vous "
    "prie de me communiquer les données personnelles que vous traitez à la suite de ma "
    "candidature au poste de {role}, y compris les notes et évaluations issues des entretiens.",
)

IN_THEIR_LANGUAGE = {
    "AT": (GERMAN,),
    "BE": (FRENCH, ENGLISH),
    "CH": (SWISS_GERMAN, SWISS_FRENCH),
    "DE": (GERMAN,),
    "FR": (FRENCH,),
    "LI": (GERMAN,),
    "LU": (FRENCH, GERMAN),
}
ENGLISH_SPEAKING = frozenset({"AU", "CA", "GB", "IE", "MT", "NZ", "SG", "US"})


def legal_requests_of(country: str, role: str) -> tuple[LegalRequest, ...]:
    """The sentences for an employer there; in English where we have no other."""
    found = IN_THEIR_LANGUAGE.get(country, (ENGLISH,))
    return tuple(each._replace(words=each.words.replace("{role}", role)) for each in found)


def speaks_english(country: str) -> bool:
    """Whether a sentence in English needs no further word there."""
    return country in ENGLISH_SPEAKING
