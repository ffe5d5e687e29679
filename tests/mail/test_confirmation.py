"""Whether an invitation asks to be confirmed, and how."""

import pytest

from tests.mail.test_strangers import stranger
from tracker.mail.confirmation import asked_to_confirm


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Text me to confirm ta", "by text"),
        ("Text 0412 555 019 to confirm.", "by text 0412 555 019"),
        ("Please reply to confirm.", "by email"),
        ("reply to confirm pls", "by email"),
        ("Please call us on (02) 5550 8877 to confirm.", "by phone (02) 5550 8877"),
        ("Please confirm your attendance by return email.", "by email"),
        ("Could you confirm that Tuesday works?", ""),
        ("Let me know if that time works for you.", ""),
        ("RSVP by Friday", ""),
        ("Bitte bestätigen Sie den Termin.", ""),
        ("Bitte geben Sie uns kurz Bescheid.", ""),
        ("Wir bitten um kurze Rückmeldung.", ""),
        ("[Confirm]<https://a.example/1>", ""),
        ("We confirm your interview on Tuesday.", None),
        ("This email is to confirm your interview on Tuesday.", None),
        ("I will call you to confirm the time.", None),
        ("There is no need to confirm.", None),
        ("Please confirm your email address.", None),
        ("Please let me know if this time doesn’t suit.", None),
        ("Please let us know if you need any adjustments.", None),
        ("If this time does not suit please call me.", None),
    ],
)
def test_it_is_asked_for_or_not(words: str, asked: str | None) -> None:
    text = f"Hi Mia, would you come to us for an interview on Tuesday at 9am?\n\n{words}\n\nJo"
    found = asked_to_confirm(text)

    assert (" ".join(filter(None, found)) if found else None) == asked


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("01-recruiter", "by text 0412 555 019"),
        ("03-bakery", "by email"),
        ("04-university", "by email"),
        ("06-german", ""),
        ("07-sms", "by text"),
        ("08-forwarded", None),
        ("09-html-mess", ""),
        ("11-chain-moved", "by email"),
        ("12-teams-block", None),
    ],
)
def test_strangers_ask_for_it_in_their_own_words(name: str, asked: str | None) -> None:
    found = asked_to_confirm(stranger(name).text)

    assert (" ".join(filter(None, found)) if found else None) == asked
