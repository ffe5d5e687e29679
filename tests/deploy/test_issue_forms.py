"""The forms for issues are ones that the host can show."""

import pytest

from tests.deploy.files import ROOT, read

FORMS = sorted(
    file for file in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config"
)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_has_what_each_form_needs(file: object) -> None:
    form = read(file)  # type: ignore[arg-type]

    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "labels"}
    named = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(named) == len(set(named)) >= 2
    for part in form["body"]:
        assert part["type"] in ("markdown", "input", "textarea")
        assert part["attributes"]["value" if part["type"] == "markdown" else "label"]
    assert any(part.get("validations", {}).get("required") for part in form["body"])
