"""However much there is, a list asks the same number of questions."""

from functools import partial

from tests.browser import Browser
from tests.sent import queries
from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.skills_and_sparks import add_sparks, set_skill_level
from tracker.models.changes.tags import add_tags

LISTS = {
    "/leads": 5,
    "/documents": 3,
    "/bin": 5,
    "/skills": 3,
    "/tags": 2,
    "/applications/new": 9,
    "/applications/earlier?company=Acme": 3,
}


def test_a_list_asks_few_queries_however_much_there_is(browser: Browser, build) -> None:
    with build.together():
        for number in range(4):
            application = build.application(browser.user, company="Acme", source=f"{number}")
            build.rejection(application, words="No")
            build.application(browser.user, deleted_at=now())
            build.lead(browser.user)
            build.document(browser.user)
    with writing() as session:
        set_skill_level(session, browser.user.id, ["a", "b", "c"], "core")
        add_sparks(session, browser.user.id, ["d", "e", "f"])
        add_tags(session, browser.user.id, ["g", "h", "i"])
    for address, asked in LISTS.items():
        browser.get(address)
        assert queries(partial(browser.get, address)) == asked, (address, asked)
