"""What a stranger may send."""

import io

from tests.browser import Browser


def test_large_upload_of_a_stranger_is_not_read(visitor: Browser) -> None:
    file = (io.BytesIO(b"x" * 5_000_000), "jobs.csv")

    response = visitor.post("/imports", data={"file": file})

    assert response.status_code == 413


def test_number_in_a_form_that_no_row_can_have_is_not_found(browser: Browser) -> None:
    for number in ("9" * 5000, str(2**63), "0", "-1", "²", "x"):
        assert browser.get("/actions/new", query_string={"point": number}).status_code == 404
