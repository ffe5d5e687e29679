"""The made-up person's papers, as small real files."""

from datetime import datetime

from tracker.demo.hunt_facts import MadeDocument

RESUMES = 3
ME = "Robin"
FULL_NAME = "Robin Quill"

LINES = (
    FULL_NAME,
    "robin.quill@example.org   0491 570 156",
    "",
    "Support and reporting, four years. Learning SQL and enjoying it.",
    "",
    "Kestrel Homewares, team leader and stock reporting, 2022 to 2026",
    "Tern Telecom, customer support, 2020 to 2022",
    "Certificate IV in Business, Harbour TAFE, 2020",
)


def papers(moments: list[datetime]) -> list[MadeDocument]:
    """RESUMES versions of the résumé, one for each moment, the oldest first, and a letter."""
    last = "Project: what the bus timetable says about my suburb (SQL)"
    resumes = (
        ("v1, general", LINES),
        (
            "v2, numbers first",
            (*LINES[:4], "", "Stocktake dashboard: saved 6 h a week", *LINES[5:]),
        ),
        ("v3, with the SQL project", (*LINES[:4], "", last, *LINES[5:])),
    )
    made = [
        MadeDocument(
            kind="resume",
            label=f"Résumé {label}",
            filename=f"Robin Quill - {label.partition(',')[0]}.pdf",
            media_type="application/pdf",
            content=pdf(lines),
            at=at,
        )
        for (label, lines), at in zip(resumes, moments, strict=False)
    ]
    letter = f"Dear reader,\n\nI count things and then I ask why.\n\nKind regards\n{FULL_NAME}\n"
    made.append(
        MadeDocument(
            kind="letter",
            label="Letter, short",
            filename="Robin Quill - letter.txt",
            media_type="text/plain",
            content=letter.encode(),
            at=moments[0],
        )
    )
    return made


def pdf(lines: tuple[str, ...]) -> bytes:
    """One page of plain text, after ISO 32000-1, with the fonts that every reader has."""
    shown = b"".join(b"(%s) Tj T* " % _string(line) for line in lines)
    stream = b"BT /F 12 Tf 18 TL 72 770 Td " + shown + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + head + table + tail % (len(objects) + 1, len(made))


def _string(line: str) -> bytes:
    """WinAnsi, with the three signs escaped that would end or change a string."""
    text = line.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    return text
