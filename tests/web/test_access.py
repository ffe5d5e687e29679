"""What a stranger may send."""

import io

from tests.browser import Browser


def test_large_upload_of_a_stranger_is_not_read(visitor: Browser) -> None:
    file = (io.BytesIO(b"x" * 5_000_000), "jobs.csv")

    response = visitor.post("/imports", data={"file": file})

    assert response.status_code == 413
