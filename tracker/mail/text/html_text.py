"""The words of an HTML page or mail, block by block, without style, script and pictures."""

import re

from tracker.values.text import clean_text

LONGEST = 400_000
"""Characters of HTML that are looked at."""
LEFT_OUT = {"script", "style", "head", "title", "template", "noscript", "svg"}
BLOCKS = {
    *("p", "div", "br", "tr", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4"),
    *("section", "article", "header", "footer", "hr", "pre"),
}
SPACES, BREAKS = re.compile(r"[^\S\n]+"), re.compile(r"\n\s*\n\s*")


def html_text(html: str) -> str:
    """As it would be read; lists keep their dashes."""
    from lxml import etree  # loaded when first needed, not before a start

    parser = etree.HTMLParser(no_network=True, recover=True, huge_tree=False)
    try:
        parser.feed(html[:LONGEST])
        root = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    if root is None:
        return ""
    said: list[str] = []
    hidden = 0
    for event, each in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = each.tag if isinstance(each.tag, str) else ""
        if event == "start":
            hidden += tag in LEFT_OUT
            said.append("\n" if tag in BLOCKS else "\n- " if tag == "li" else "")
            said.append("" if hidden else SPACES.sub(" ", (each.text or "").replace("\n", " ")))
        else:
            hidden -= event == "end" and tag in LEFT_OUT
            said.append("\n" if event == "end" and tag in BLOCKS - {"br"} else "")
            said.append("" if hidden else SPACES.sub(" ", (each.tail or "").replace("\n", " ")))
    lines = "\n".join(line.strip() for line in "".join(said).split("\n"))
    return clean_text(BREAKS.sub("\n\n", lines)).strip()
