"""What the law may let one ask for, by country: a last resort, and not legal advice."""

from typing import NamedTuple

from tracker.values.regions import countries


class LegalWay(NamedTuple):
    """One law in plain words, and where it is explained by those who look after it."""

    name: str
    words: str
    link: str
    sources: tuple[str, ...]
    """Rows of docs/sources.md that back the words."""
    checked: str = "Compared with public pages, November 2026"
    """When it was compared with public pages, or what could not be."""


EUROPE = LegalWay(
    "Your data under the GDPR (Article 15)",
    "Any employer must give you a copy of the personal data that they hold about you, free, "
    "usually within one month. Notes about you from an interview normally belong to it, as far "
    "as they are kept; what is about other people may be left out.",
    "https://www.edpb.europa.eu",
    ("EU: GDPR",),
)
GERMANY = EUROPE._replace(
    words=f"{EUROPE.words} Ask soon: applicants’ files are often deleted after about six months.",
    sources=("EU: GDPR", "DE: six months"),
)

UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EUROPEAN = frozenset((*UNION.split(), "IS", "LI", "NO"))
"""The European Union, and Iceland, Liechtenstein and Norway, where the GDPR holds too."""

OWN: dict[str, tuple[LegalWay, ...]] = {
    "AU": (
        LegalWay(
            "Your information under the Privacy Act (APP 12)",
            "Australian Government agencies, and most organisations that turn over more than "
            "$3 million a year, must let you see the personal information that they hold about "
            "you when you ask, opinions included: agencies within 30 days, others within a "
            "reasonable time, usually 30 days. There are exceptions, and many small businesses "
            "are not covered. If you already work there and it is a private employer, this does "
            "not cover your employee record.",
            "https://www.oaic.gov.au/privacy/your-privacy-rights/more-privacy-rights/employment",
            ("AU: APP 12", "AU: employee records"),
        ),
        LegalWay(
            "Feedback from a New South Wales agency",
            "Agencies generally offer feedback to everyone who reached the last stage, and you "
            "can ask if you did not.",
            "https://iworkfor.nsw.gov.au",
            ("AU: New South Wales",),
        ),
        LegalWay(
            "Feedback from a panel in Queensland or the Northern Territory",
            "In Queensland’s public sector a member of the panel must give timely and "
            "constructive feedback to an applicant who asks for it. In the Northern Territory’s "
            "it should be offered to every applicant. Elsewhere, ask the contact named in the "
            "letter.",
            "https://www.forgov.qld.gov.au/working-in-the-public-service/"
            "attract-and-recruit-employees/after-you-appoint/provide-post-selection-feedback",
            ("AU: Queensland", "AU: Northern Territory"),
        ),
        LegalWay(
            "Freedom of information, for government jobs",
            "You may apply for documents of a public employer. States and territories have laws "
            "of their own: in New South Wales the GIPA Act covers recruitment information.",
            "https://www.oaic.gov.au/freedom-of-information",
            ("AU: freedom of information", "AU: New South Wales"),
        ),
    ),
    "NZ": (
        LegalWay(
            "Your information under the Privacy Act 2020 (principle 6)",
            "Any employer must answer within 20 working days when you ask for what they hold "
            "about you. Notes of the people who interviewed you are usually included. Opinions "
            "that somebody gave in confidence, references among them, may be held back.",
            "https://www.privacy.org.nz",
            ("NZ: principle 6",),
        ),
    ),
    "GB": (
        LegalWay(
            "A subject access request (UK GDPR)",
            "Any employer must give you a copy of the personal data that they hold about you, "
            "free, usually within one month. A reasonable and proportionate search is enough, "
            "and the clock stops while they wait for you to say what you are looking for. "
            "Interview notes about you normally belong to it, as far as they are kept; "
            "confidential references do not.",
            "https://ico.org.uk/for-the-public",
            ("GB: subject access",),
        ),
    ),
    "CH": (
        LegalWay(
            "Your data under the Data Protection Act (Article 25)",
            "Any employer must tell you what personal data they hold about you, usually free and "
            "within 30 days. It may be refused if it is only about the reasons for the decision "
            "(Article 26).",
            "https://www.edoeb.admin.ch",
            ("CH: Articles 25 and 26",),
        ),
    ),
    "CA": (
        LegalWay(
            "Your information under privacy law",
            "Employers under federal law (banks, airlines, telecoms) must answer within 30 days "
            "when you ask for your personal information. Québec, Alberta and British Columbia "
            "have laws of their own for other employers. Elsewhere, in Ontario say, a private "
            "employer may owe an applicant nothing.",
            "https://www.priv.gc.ca",
            ("CA: federal and provincial",),
        ),
    ),
    "US": (
        LegalWay(
            "A background check that counted against you",
            "An employer that acts on a background report must first give you a copy of it, with "
            "a summary of your rights, and you may dispute what is wrong in it. There is no "
            "general right to interview notes.",
            "https://consumer.ftc.gov",
            ("US: background report",),
        ),
        LegalWay(
            "California",
            "Larger businesses must give applicants, on request, the personal information that "
            "they hold, usually within 45 days.",
            "https://oag.ca.gov/privacy/ccpa",
            ("US: California",),
        ),
    ),
    "SG": (
        LegalWay(
            "Your data under the PDPA",
            "You may ask what personal data an employer holds about you. Opinions kept only to "
            "judge an applicant may be held back.",
            "https://www.pdpc.gov.sg",
            ("SG: PDPA",),
        ),
    ),
    "DE": (GERMANY,),
}

COUNTRIES = {code: name for code, name in countries() if code in EUROPEAN or code in OWN}
"""By name."""


def legal_ways_of(country: str) -> tuple[LegalWay, ...]:
    """What a country's law may let an applicant ask for; nothing where none is known here."""
    return OWN.get(country) or ((EUROPE,) if country in EUROPEAN else ())
