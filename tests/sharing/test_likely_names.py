"""Names that nobody noted as names are told to whoever shares, before somebody reads them."""

import pytest

from tests.builders import Build
from tests.sharing.test_record import read
from tracker.sharing.likely_names import MOST, NO_NAME, likely_names, names_in
from tracker.sharing.selection import FOR_LINKS, Selection

NO_PEOPLE = Selection(frozenset(FOR_LINKS))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("I met Priya Rao and Dana.", ["Priya Rao", "Dana"]),
        ("Dana told me. Then Priya’s friend rang.", ["Dana", "Priya"]),
        ("Prepare more. Next time ask. Target the right firms.", []),
        ("On Monday in May I learnt Excel and SQL at 3 PM.", []),
        ("I will hit my target, they may say.", []),
        ("I spoke to Dana Will Smith", ["Dana Will Smith"]),
        ("Priya Rao was stronger. They said so. We thought it, too.", ["Priya Rao"]),
        ("[name] and Company A were there", []),
        ("Das war ein gutes Gespräch und die Leute haben Kaffee", []),
        ("", []),
    ],
)
def test_words_that_look_like_names_are_found(words: str, names: list[str]) -> None:
    assert list(names_in(words, NO_NAME)) == names


def test_those_that_are_hidden_or_shown_anyway_are_not_told(build: Build) -> None:
    user = build.user(name="Robin")
    card = build.application(user, company="Banksia Software", role="Baker", location="Perth")
    build.contact(user, "Mary Lee")
    build.note(card, "Then Mary, Dana and Robin of Banksia went to Perth.")

    assert likely_names(read(user, NO_PEOPLE)) == ["Dana"]
    assert likely_names(read(user)) == []
    build.contact(user, "Dana Wu")
    assert likely_names(read(user, NO_PEOPLE)) == []


def test_only_so_many_are_told(build: Build) -> None:
    user = build.user()
    words = " and ".join(f"Q{chr(97 + n)}{chr(97 + n)}ra" for n in range(26))
    build.note(build.application(user), f"I met {words}")

    assert len(likely_names(read(user, NO_PEOPLE))) == MOST + 1


def test_what_is_not_ticked_is_not_looked_at(build: Build) -> None:
    user = build.user()
    build.note(build.application(user), "I met Dana.")

    assert likely_names(read(user, Selection.of(["applications"]))) == []
