"""What keeps somebody out of a page: found by axe in the light and in the dark, and by its size."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent.parent / "tests" / "vendor" / "axe.min.js").read_text()
NARROW: dict[str, Any] = {
    "viewport": {"width": 320, "height": 640},
    "has_touch": True,
    "is_mobile": True,
    "color_scheme": "light",
    "reduced_motion": "reduce",  # else a colour is seen on its way from light to dark
}

VIOLATIONS = """async (options) => (await axe.run(document, { resultTypes: ['violations'], selectors: false, preload: false, ...options }))
  .violations
  .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')}`)"""
CONTRAST = {"runOnly": ["color-contrast"]}
SIDEWAYS = """() => ['', '212%'].map((size) => {
  document.documentElement.style.fontSize = size
  const further = document.scrollingElement.scrollWidth - innerWidth
  document.documentElement.style.fontSize = ''
  return further
})"""
SMALL = """() => [
  ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')
]
  .filter((e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter((e) => !e.closest('.prose, .vh, .skip, p, dd, td, th, li > a'))
  .filter((e) => !e.matches('.vh, .skip, [type=checkbox], [type=radio]'))
  .map((e) => [e, e.getBoundingClientRect(), getComputedStyle(e, '::after')])
  .map(([e, { width, height }, { position, width: more, height: higher }]) => [
    e,
    position === 'absolute'  // what lies around it is pressed with it
      ? { width: Math.max(width, parseFloat(more) || 0), height: Math.max(height, parseFloat(higher) || 0) }
      : { width, height }
  ])
  .filter(([e, box]) => box.width && box.height && (box.height < 43.5 || box.width < 43.5))
  .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


def barriers(page: Page) -> list[str]:
    """All that is wrong with what a NARROW page shows now; in the dark, colours alone differ."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
        page.add_init_script(AXE)  # on the pages to come it is there without being sent again
    found: list[str] = page.evaluate(VIOLATIONS, {})
    found += [f"small target {target}" for target in page.evaluate(SMALL)]
    plain, large = page.evaluate(SIDEWAYS)
    if plain > 0:
        found.append(f"scrolls {plain} px sideways")
    if large > 0:
        found.append(f"scrolls {large} px sideways where text is twice as large")
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark, {fault}" for fault in page.evaluate(VIOLATIONS, CONTRAST)]
    page.emulate_media(color_scheme="light")
    return found
