"""What only looks like a no, an invitation or an offer is none; what is one is found beside it."""

import pytest

from tracker.mail import MailKind, read_kind

SAID: list[tuple[MailKind, str]] = [
    ("acknowledgement", "We have received your application. If you are not selected for an "
     "interview, you will be told by email."),
    ("acknowledgement", "Your application was received. Should you be unsuccessful, we will let "
     "you know."),
    ("acknowledgement", "Ihre Bewerbung ist eingegangen. Sollten wir uns nicht für Sie "
     "entscheiden, erhalten Sie eine Absage."),
    ("acknowledgement", "You have not been rejected. We are still reviewing your application."),
    ("invitation", "Unfortunately I have to move our interview. Could we do Friday at 9am?"),
    ("invitation", "Leider muss ich unser Vorstellungsgespräch verschieben. Passt Ihnen Freitag?"),
    ("invitation", "We regret the delay. We would like to invite you to an interview."),
    ("invitation", "Please complete the online assessment for the role within five days."),
    ("no", "Thank you for coming to the interview. We have decided to go with another candidate. "
     "I am happy to offer feedback by phone."),
    ("no", "The position has been filled. We would like to consider you for another role."),
    ("no", "Recruitment for this role has been put on hold and your application is closed."),
    ("no", "Wir haben uns für eine andere Bewerberin entschieden. Gerne geben wir Feedback."),
    ("no", "Besten Dank für Ihr Dossier. Leider können wir Ihre Bewerbung nicht berücksichtigen."),
    ("no", "We have to withdraw the offer that we made to you for this role."),
    ("no", "Your application was not taken further. You may like our other role, and we would "
     "gladly invite you to an interview for it."),
    ("no", "Hi Mia, we've filled it now, sorry. Thanks for applying."),
    ("invitation", "I am sorry, we have to cancel this afternoon's interview. Could we meet on "
     "Monday instead?"),
    ("acknowledgement", "Thank you for applying. Only those whose experience most closely matches "
     "will be contacted."),
    ("none", "I told them they'd be mad not to hire you. Let me know how the interview went!"),
    ("offer", "We are pleased to offer you the role. Unfortunately we can't cover your travel."),
    ("offer", "Gerne bieten wir Ihnen die Stelle an. Leider können wir die Kosten nicht "
     "übernehmen."),
    ("none", "Special offer: 20 % off, only this week. Unsubscribe."),
    ("none", "12 new jobs for you. Companies are hiring. Interview this week!"),
    ("none", "Are you coming on Sunday? Dad makes the roast."),
    ("none", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), SAID)
def test_kind_is_what_is_meant_and_not_what_a_word_is_mostly_for(kind: str, text: str) -> None:
    assert read_kind("", text).kind == kind
