import pytest

from tracker.views.documents.version_labels import next_label


@pytest.mark.parametrize(
    ("label", "taken", "expected"),
    [
        ("Résumé", [], "Résumé v2"),
        ("Résumé v1", [], "Résumé v2"),
        ("Résumé v1", ["résumé V2", "Résumé v3"], "Résumé v4"),
        ("v2, numbers first", [], "v3, numbers first"),
        ("CV V 9 (cafés)", [], "CV V 10 (cafés)"),
        ("Dev2Day letter", [], "Dev2Day letter v2"),
        ("履歴書 v3", [], "履歴書 v4"),
        ("v1.2", [], "v1.2 v2"),
        ("", [], " v2"),
    ],
)
def test_the_next_version_is_counted_on(label: str, taken: list[str], expected: str) -> None:
    assert next_label(label, taken) == expected
