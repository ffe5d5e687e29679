"""Who looked at résumé, LinkedIn and social media; and asking somebody to."""

import re
from itertools import product

from sqlalchemy import select

from tests.sent import form_of, queries, undo_of
from tracker.clock import now
from tracker.extensions import db
from tracker.loop.ask.letters import review_request
from tracker.models import Review
from tracker.values.days import day_of, days_after
from tracker.values.formatting import BESIDE


def reviews() -> list[Review]:
    db.session.rollback()
    return list(db.session.scalars(select(Review).order_by(Review.id)))


def test_another_persons_document_or_look_is_not_taken(browser, sign_in, build) -> None:
    other = sign_in().user
    theirs, look = build.document(other), build.step_back(other)
    sent = {"subject": "resume", "document_id": f"{theirs.id}"}
    assert browser.post("/reviews", data=sent).status_code == 422
    assert browser.get(f"/reviews/new?look={look.id}").status_code == 404
    assert reviews() == []


def test_a_day_that_is_none_is_asked_for_again_with_the_words_kept(browser) -> None:
    sent = {"subject": "resume", "on": "soon", "said": "Shorter", "key": "k"}
    answer = browser.post("/reviews", data=sent)
    assert answer.status_code == 422 and form_of(answer.text, "/reviews")["said"] == "Shorter"


def test_what_was_said_is_kept_once_and_listed(browser, build) -> None:
    paper = build.document(browser.user, label="Résumé v3")
    form = form_of(browser.get("/reviews/new").text, "/reviews")
    assert form["on"] == f"{day_of(now(), browser.user.zone)}"
    sent = form | {"by": "Ana", "said": "Shorter", "document_id": f"{paper.id}"}
    for _ in range(2):
        assert browser.post("/reviews", data=sent).headers["Location"] == "/reviews"
    assert [(each.by, each.document_id) for each in reviews()] == [("Ana", paper.id)]
    page = browser.get("/reviews").text
    assert f"Looked today{BESIDE}Résumé" in page and "Shorter" in page
    assert "Ana" in browser.get(f"/documents/{paper.id}").text


def test_the_page_asks_first_and_writing_down_who_looked_comes_second(browser) -> None:
    page = browser.get("/reviews").text.partition("<main")[2]
    assert "<h1>Ask someone to review</h1>" in page
    assert re.findall(r'class="[^"]*\bmain\b[^"]*"[^>]*>([^<]+)<', page) == ["Write to them"]
    assert page.index("Write to them") < page.index('href="/reviews/new"')
    answer = browser.post("/reviews", data=form_of(page, "/reviews") | {"by": "Mia"})
    assert answer.location == f"/reviews/{reviews()[0].id}/request"
    words = browser.get(answer.location).text
    assert "Hi Mia," in words and ">Ask someone to review</a>" in words


def test_asking_somebody_gives_words_to_send_and_comes_back_to_the_look(
    browser, sign_in, build
) -> None:
    place = f"/step-back/{build.step_back(browser.user).id}"
    page = browser.get(f"/reviews/new?ask=1&subject=linkedin&look={place.rpartition('/')[2]}").text
    answer = browser.post("/reviews", data=form_of(page, "/reviews") | {"by": "Dr Ana O’Neil"})

    review = reviews()[0]
    assert (review.asked_on, review.on) == (None, None)
    page = browser.get(answer.headers["Location"]).text
    assert "Hi Dr O’Neil," in page and "my LinkedIn profile." in page
    subject = "Would%20you%20look%20at%20my%20LinkedIn%20profile%3F"
    assert f"mailto:?subject={subject}&amp;body=Hi%20Dr%20O" in page
    assert f'href="{place}?step=others#others-head"' in page
    listed = browser.get("/reviews").text
    assert '/request" dir="auto">Dr Ana O’Neil</a>' in listed
    assert f"Message written, not sent{BESIDE}LinkedIn" in listed
    assert f"Dr Ana O’Neil{BESIDE}message written, not sent" in browser.get(place).text

    sent = form_of(page, f"/reviews/{review.id}/request")
    answer = browser.post(f"/reviews/{review.id}/sending", data=sent)
    assert answer.location == f"{place}?step=others#others-head"
    undo = undo_of(browser.get(place).text)
    assert f"Dr Ana O’Neil{BESIDE}asked today" in browser.get(place).text
    assert f"Asked today{BESIDE}LinkedIn" in browser.get("/reviews").text
    assert reviews()[0].asked_on == day_of(now(), browser.user.zone)

    assert browser.post(undo).location == f"{place}?step=others#others-head"
    assert "Message written, not sent" in browser.get("/reviews").text
    assert sign_in().post(undo).status_code == 404


def test_a_review_of_somebody_without_a_name_reads_as_one(browser, build) -> None:
    review = build.review(browser.user, on=None, by="")
    listed = browser.get("/reviews").text
    assert 'dir="auto">Somebody</a>' in listed and f"not sent{BESIDE}Résumé" in listed
    assert '<h1 dir="auto">Somebody</h1>' in browser.get(f"/reviews/{review.id}").text
    words = browser.get(f"/reviews/{review.id}/request").text
    assert '<h1 dir="auto">Ask someone to review</h1>' in words and "Hi," in words


def test_an_aunt_is_greeted_with_her_name(browser) -> None:
    page = browser.get("/reviews").text
    answer = browser.post("/reviews", data=form_of(page, "/reviews") | {"by": "Aunt Rosa"})
    assert "Hi Aunt Rosa," in browser.get(answer.location).text


def test_i_sent_it_once_more_is_undone_to_the_day_before(browser, build) -> None:
    before = days_after(day_of(now(), browser.user.zone), -9)
    review = build.review(browser.user, on=None, by="Mia", asked_on=before)
    answer = browser.post(f"/reviews/{review.id}/sending")
    browser.post(undo_of(browser.get(answer.location).text))
    assert reviews()[0].asked_on == before


def test_a_message_not_sent_is_opened_from_its_row_and_one_that_was_sent_is_answered_there(
    browser, sign_in, build
) -> None:
    today = day_of(now(), browser.user.zone)
    with build.together():
        written = build.review(browser.user, on=None, by="Mia")
        sent = build.review(browser.user, on=None, by="Tom", asked_on=today)
    page = browser.get("/reviews").text

    assert f'href="/reviews/{written.id}/request"' in page
    assert f'href="/reviews/{sent.id}"' in page and f"Asked today{BESIDE}Résumé" in page
    words = browser.get(f"/reviews/{written.id}/request").text
    assert '<h1 dir="auto">Ask Mia to review</h1>' in words and "I sent it" in words
    assert f'href="/reviews/{written.id}"' in words
    assert sign_in().post(f"/reviews/{written.id}/sending").status_code == 404


def test_what_was_typed_goes_into_the_mail_link_without_script(browser, build) -> None:
    address = f"/reviews/{build.review(browser.user, on=None).id}/request"
    page = browser.post(address, data={"subject": "Bitte", "body": "A & B\nC"}).text
    assert "mailto:?subject=Bitte&amp;body=A%20%26%20B%0D%0AC" in page
    assert browser.post(address, data={"subject": "x" * 501}).status_code == 422


def test_the_words_have_no_gap() -> None:
    subjects, to, names = (
        ("resume", "linkedin", "social"),
        ("", "Ana", "李雷", "HR team"),
        ("", "Jo"),
    )
    for subject, language, whom, name in product(subjects, ("en", "de"), to, names):
        letter = review_request(subject, whom, name, language)
        assert letter.subject and letter.body.count("\n\n") == 5
        for gap in ("{", "}", "  ", " ,", " .", "None"):
            assert gap not in letter.body, (subject, language, whom, name)
        assert letter.body.endswith(name or ("Thank you" if language == "en" else "Danke dir"))
        assert "\n2. " in letter.body


def test_a_deleted_one_can_be_brought_back_and_nothing_else_by_its_undo(browser, build) -> None:
    paper = build.document(browser.user)
    review = build.review(browser.user, said="Shorter", document_id=paper.id)
    browser.post(f"/reviews/{review.id}/removal", data={"key": "k"})
    assert reviews() == []
    undo = undo_of(browser.get("/reviews").text)
    for noun in ("people", "lines", "step-back", "work-search/activities"):
        assert browser.post(undo.replace("reviews", noun)).status_code == 404
    browser.post(undo)
    assert [(each.said, each.document_id) for each in reviews()] == [("Shorter", paper.id)]


def test_the_list_asks_as_much_however_much_there_is(browser, build) -> None:
    build.review(browser.user)
    browser.get("/reviews")
    bare = queries(lambda: browser.get("/reviews"))
    with build.together():
        for _ in range(20):
            build.review(browser.user, document_id=build.document(browser.user).id)
    assert queries(lambda: browser.get("/reviews")) == bare == 2
