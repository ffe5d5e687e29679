"""Which of their words stand for something that they keep saying."""

from tracker.sharing.themes import telling


def test_the_latest_sentence_stands_for_it_and_no_scrap() -> None:
    assert telling(["writing 5", "Your report was easy to read.", "An older sentence it is."]) == (
        "Your report was easy to read."
    )


def test_where_there_are_only_scraps_the_latest_stands() -> None:
    assert telling(["writing 5", "clear slides"]) == "writing 5"
