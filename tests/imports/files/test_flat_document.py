"""OpenDocument sheets in one file of XML (.fods)."""

import pytest

from tests.imports.files.open_documents import START as PACKED_START
from tests.imports.files.open_documents import cell, document, row, words, zipped
from tests.imports.reads import rows, table
from tracker.imports.files.table import Unreadable

HEADS = words("Company", "Role", "Applied on", "Notes")
START = PACKED_START.replace("document-content", "document").replace(
    "<office:body>", "<office:styles><x/></office:styles><office:body>"
)
END = "</office:spreadsheet></office:body></office:document>"


def flat(*lines: str, **sheets: str) -> bytes:
    tables = {"Sheet1": "".join(lines)} | sheets if lines else sheets
    made = "".join(f'<table:table table:name="{n}">{t}</table:table>' for n, t in tables.items())
    return (START + made + END).encode()


def test_it_is_read_as_the_packed_one_is():
    lines = [HEADS, words("Östberg & Café", "Clerk", "2026-03-07", "Nice"), row(cell(""), times=9)]

    assert rows(flat(*lines)) == rows(document(*lines))
    assert rows(flat(*lines))[0].facts["company"] == "Östberg & Café"


def test_the_list_is_found_among_its_sheets():
    summary = words("Sent", "Open") + words("12", "3")
    content = flat(Summary=summary, Jobs=HEADS + words("Acme", "Clerk") * 2)

    assert table(content).name == "Jobs"
    assert table(content).left_unread == ("Summary",)


def test_a_chart_with_a_table_of_its_own_is_no_sheet():
    chart = (
        "<table:shapes><draw:object><office:document><office:body><office:chart>"
        f'<table:table table:name="local-table">{words("Sent", "12")}</table:table>'
        "</office:chart></office:body></office:document></draw:object></table:shapes>"
    )
    content = flat(Summary=chart + words("Sent", "12"), Jobs=HEADS + words("Acme", "Clerk") * 2)

    assert table(content).name == "Jobs"
    assert [each.facts["company"] for each in rows(content)] == ["Acme", "Acme"]


def test_it_is_found_in_an_archive():
    content = zipped({"jobs.fods": flat(HEADS, words("Acme", "Clerk"))})

    assert rows(content)[0].facts["company"] == "Acme"


@pytest.mark.parametrize(("body", "kind"), [("text", "text document"), ("presentation", "present")])
def test_another_kind_of_document_is_named(body, kind):
    content = flat(HEADS).replace(b"office:spreadsheet", f"office:{body}".encode())
    with pytest.raises(Unreadable, match=kind):
        table(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (flat(HEADS)[:-40], "cut off or damaged"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]>' + flat(HEADS), "parts that no spreadsheet has"),
        (flat(HEADS, "<a>" * 100_000), "more than"),
        (flat(HEADS, row(cell("A"), cell("B"), times=300_000)), "more than 250,000 rows"),
        (flat(HEADS, row(cell("x" * 2_000_000))), "too long"),
        (flat(HEADS, '<table:x a="' + "b" * 2_000_000 + '"/>'), "more than"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused(content, message):
    with pytest.raises(Unreadable, match=message):
        list(table(content).rows())
