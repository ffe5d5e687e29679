"""The look of the Word report, all of it in styles: so it is changed in one place in Word, too."""

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Pages
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor

ACCENT, QUIET, INK = (
    RGBColor(0x28, 0x64, 0x4B),
    RGBColor(0x5F, 0x59, 0x4E),
    RGBColor(0x25, 0x22, 0x1D),
)
FONT = "Calibri"
MARGIN = Mm(20)
SIZES = {"a4": (Mm(210), Mm(297)), "us-letter": (Mm(215.9), Mm(279.4))}
TABLE, FIGURES, KEY, SOURCE = "Report Table", "Figures", "Key Line", "Source"
DRAWING, CELL, QUIETLY = "Drawing", "Cell", "Quietly"
SIDES, TITLE = "Side by Side", "Drawing Title"
LEFT_OUT = ("Light ", "Medium ", "Dark ", "Colorful ")
"""Table styles of python-docx's template that fill half a megabyte."""
UNWANTED = ("/thumbnail", "/stylesWithEffects")


def blank(paper: str, title: str, author: str, made_at: datetime) -> Pages:
    """An empty document of our look."""
    pages = Document()
    _tidy(pages)
    section = pages.sections[0]
    section.page_width, section.page_height = SIZES[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    facts = pages.core_properties
    facts.title, facts.author, facts.last_modified_by = title[:255], author[:255], author[:255]
    facts.comments, facts.language = "", "en-AU"
    facts.created = facts.modified = made_at.astimezone(UTC).replace(tzinfo=None)
    _texts(pages)
    _footer(pages, width(paper))
    _headings(pages)
    _table(pages)
    return pages


def width(paper: str) -> Length:
    """Between the margins."""
    return Length(SIZES[paper][0] - 2 * MARGIN)


def _tidy(pages: Pages) -> None:
    styles = pages.styles.element
    for style in list(pages.styles):
        if style.name.startswith(LEFT_OUT):
            styles.remove(style.element)
    for rels in (pages.part.rels, pages.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNWANTED)]:
            del rels[key]
    for setting in pages.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    language = styles.find(".//" + qn("w:lang"))
    for kind, value in (("val", "en-AU"), ("eastAsia", "ja-JP"), ("bidi", "ar-SA")):
        language.set(qn(f"w:{kind}"), value)


def _texts(pages: Pages) -> None:
    _set(pages.styles["Normal"], 10.5, INK, after=5)
    _set(pages.styles["List Bullet"], 10.5, INK, after=4)
    _set(pages.styles["Quote"], 10.5, INK, after=2, indent=6)
    pages.styles["Quote"].font.italic = True
    _set(pages.styles["Caption"], 9, QUIET, before=4, after=6)
    pages.styles["Caption"].font.bold = False
    for name, size, colour, after in (
        (FIGURES, 13, ACCENT, 6),
        (KEY, 11.5, INK, 6),
        (SOURCE, 9, QUIET, 8),
        (DRAWING, 10.5, INK, 4),
        (CELL, 9, INK, 0),
        (TITLE, 10.5, INK, 4),
    ):
        style = pages.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = pages.styles["Normal"], True
        before = 6 if name == TITLE else 0
        _set(style, size, colour, before, after, indent=6 if name == SOURCE else None)
        style.font.bold = True if name in (FIGURES, KEY, TITLE) else None
    for name in ("Quote", DRAWING, TITLE):
        pages.styles[name].paragraph_format.keep_with_next = True
    quietly = pages.styles.add_style(QUIETLY, WD_STYLE_TYPE.CHARACTER)
    quietly.font.size, quietly.font.color.rgb = Pt(9), QUIET


def _footer(pages: Pages, right: Length) -> None:
    _set(pages.styles["Footer"], 8, QUIET)
    stops = pages.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)


def _headings(pages: Pages) -> None:
    title = pages.styles["Title"]
    _set(title, 22, ACCENT, after=4)
    title.font.bold = True
    title.paragraph_format.element.get_or_add_pPr().remove_all("w:pBdr")
    _set(pages.styles["Subtitle"], 11, QUIET, after=2)
    pages.styles["Subtitle"].font.italic = False
    for name in ("Title", "Subtitle"):
        pages.styles[name].element.rPr.remove_all("w:spacing")
    for level, size, before in ((1, 15, 16), (2, 11.5, 10), (3, 10.5, 8)):
        _set(pages.styles[f"Heading {level}"], size, ACCENT, before=before, after=4)


def _set(
    style: Any,
    size: float,
    colour: RGBColor,
    before: float = 0,
    after: float = 0,
    indent: float | None = None,
) -> None:
    """The font too, in whose place the template names a theme's."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    for complex_ in style.element.rPr.iter(qn("w:szCs")):
        complex_.set(qn("w:val"), str(round(2 * size)))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0
    if indent is not None:
        style.paragraph_format.left_indent = Mm(indent)


def _table(pages: Pages) -> None:
    """Lines below rows, a bold head; in the style, so that the rows carry no formatting."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="DBD7CD"'
    style = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        "</w:tblStylePr></w:style>"
    )
    pages.styles.element.append(style)
    sides = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SideBySide">'
        f'<w:name w:val="{SIDES}"/><w:basedOn w:val="TableNormal"/><w:qFormat/></w:style>'
    )
    pages.styles.element.append(sides)


def field(run: Any, code: str) -> None:
    """Text that Word fills in: PAGE, NUMPAGES."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "separate":
            run.add_text("1")
