"""What the law may let one ask for, by country: a last resort, and not legal advice."""

from typing import NamedTuple


class LegalWay(NamedTuple):
    """One law in plain words, and where it is explained by those who look after it."""

    name: str
    words: str
    link: str
    checked: str = "Compared with public pages, November 2026"
    """When it was compared with public pages (docs/sources.md), or that it could not be."""


UNCONFIRMED = "Not confirmed: read the link before you rely on it"

EUROPE = LegalWay(
    "Your data under the GDPR (Article 15)",
    "Any employer must give you a copy of the personal data that they hold about you, free, "
    "usually within one month. Notes about you from an interview normally belong to it, as far "
    "as they are kept; what is about other people may be left out.",
    "https://www.edpb.europa.eu",
)

EUROPEAN = {
    "AT": "Austria",
    "BE": "Belgium",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "FI": "Finland",
    "FR": "France",
    "IE": "Ireland",
    "IT": "Italy",
    "LU": "Luxembourg",
    "NL": "Netherlands",
    "NO": "Norway",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
}

OWN: dict[str, tuple[LegalWay, ...]] = {
    "AU": (
        LegalWay(
            "Your information under the Privacy Act (APP 12)",
            "Australian Government agencies, and most organisations that turn over more than "
            "$3 million a year, must let you see the personal information that they hold about "
            "you when you ask, opinions included, usually within 30 days. There are exceptions, "
            "and many small businesses are not covered.",
            "https://www.oaic.gov.au/privacy/your-privacy-rights/your-personal-information/"
            "access-your-personal-information",
        ),
        LegalWay(
            "Feedback from a public panel",
            "In Queensland’s public service, a member of the panel must give timely and "
            "constructive feedback to an applicant who asks for it. In the Northern Territory’s "
            "it should be offered to every applicant. Elsewhere it is common: the contact stands "
            "in the letter.",
            "https://www.forgov.qld.gov.au/working-in-the-public-service/"
            "attract-and-recruit-employees/after-you-appoint/provide-post-selection-feedback",
        ),
        LegalWay(
            "Freedom of information, for government jobs",
            "For documents of a public employer. States and territories have laws of their own.",
            "https://www.oaic.gov.au/freedom-of-information",
        ),
    ),
    "NZ": (
        LegalWay(
            "Your information under the Privacy Act 2020 (principle 6)",
            "Any employer must answer within 20 working days when you ask for what they hold "
            "about you. Opinions that somebody gave in confidence, references among them, may be "
            "held back.",
            "https://www.privacy.org.nz",
        ),
    ),
    "GB": (
        LegalWay(
            "A subject access request (UK GDPR)",
            "Any employer must give you a copy of the personal data that they hold about you, "
            "free, usually within one month. Interview notes about you normally belong to it, as "
            "far as they are kept; confidential references do not.",
            "https://ico.org.uk/for-the-public",
        ),
    ),
    "CH": (
        LegalWay(
            "Your data under the Data Protection Act (Article 25)",
            "Any employer must tell you what personal data they hold about you, usually free and "
            "within 30 days.",
            "https://www.edoeb.admin.ch",
        ),
    ),
    "CA": (
        LegalWay(
            "Your information under privacy law",
            "Employers under federal law (banks, airlines, telecoms) must answer within 30 days "
            "when you ask for your personal information; Québec, Alberta and British Columbia "
            "have laws of their own for other employers. Elsewhere a private employer may owe you "
            "nothing.",
            "https://www.priv.gc.ca",
        ),
    ),
    "US": (
        LegalWay(
            "A background check that counted against you",
            "An employer that acts on a background report must first give you a copy of it, and "
            "you may dispute what is wrong in it. There is no general right to interview notes.",
            "https://consumer.ftc.gov",
        ),
        LegalWay(
            "California",
            "Larger businesses must tell applicants, usually within 45 days, what personal "
            "information they hold.",
            "https://oag.ca.gov/privacy/ccpa",
            UNCONFIRMED,
        ),
    ),
    "SG": (
        LegalWay(
            "Your data under the PDPA",
            "You may ask what personal data an employer holds about you. Opinions kept only to "
            "judge an applicant may be held back.",
            "https://www.pdpc.gov.sg",
            UNCONFIRMED,
        ),
    ),
}

COUNTRIES = dict(
    sorted(
        {
            "AU": "Australia",
            "NZ": "New Zealand",
            "GB": "United Kingdom",
            "CH": "Switzerland",
            "CA": "Canada",
            "US": "United States",
            "SG": "Singapore",
            **EUROPEAN,
        }.items(),
        key=lambda each: each[1],
    )
)


def legal_ways_of(country: str) -> tuple[LegalWay, ...]:
    """What a country's law may let an applicant ask for; nothing where none is known here."""
    return (EUROPE,) if country in EUROPEAN else OWN.get(country, ())
