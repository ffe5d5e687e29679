"""What keeps somebody out of a page: found by axe in the light and in the dark, and by its size."""

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "tests" / "vendor" / "axe.min.js").read_text()
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
NEW = """(known) => {
  const states = ['disabled', 'checked', 'open', 'aria-current', 'aria-pressed', 'style']
  const looks = new Map([[null, ['', '']]])
  const look = (node) => {
    if (!looks.has(node)) {
      const { color, backgroundColor: ground, backgroundImage: image, opacity } = getComputedStyle(node)
      const [above, around] = look(node.parentElement)
      const changes = color !== around || ground !== 'rgba(0, 0, 0, 0)' || image !== 'none' || opacity !== '1'
      const own = [node.localName, node.className, ...states.map((name) => node.getAttribute(name))]
      looks.set(node, [changes ? `${above} > ${[...own, color, ground, image, opacity]}` : above, color])
    }
    return looks.get(node)
  }
  const tried = new Set(known), found = new Map()
  for (const node of document.body.querySelectorAll('*')) {
    const worded = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
    if (!worded && !node.matches('input, select, textarea')) continue
    if (!node.checkVisibility({ visibilityProperty: true })) continue
    const { fontSize, fontWeight, textShadow } = getComputedStyle(node)
    let number = 0
    for (const sign of look(node)[0] + [fontSize, fontWeight, textShadow]) {
      number = (Math.imul(number, 31) + sign.codePointAt()) | 0
    }
    if (!tried.has(number)) found.set(number, node)
  }
  window.newLooks = [...found.values()]
  return [...found.keys()]
}"""
"""Words that have their colour and their grounds from nothing that had some before: one of each."""
CONTRAST_OF_NEW = VIOLATIONS.replace("document,", "{ include: window.newLooks },")
OF_NEW_ALONE = """() => {
  const rule = axe._audit.getRule('color-contrast'), { matches } = rule
  rule.matches = (node, ...more) => newLooks.some((one) => one.contains(node)) && matches.call(rule, node, ...more)
}"""
"""Else what axe knows of a page would be put together once for contrast, and once for all the rest."""
SIDEWAYS = """() => ['', '212%'].map((size) => {
  document.documentElement.style.fontSize = size
  const further = document.scrollingElement.scrollWidth - innerWidth
  document.documentElement.style.fontSize = ''
  return further
})"""
SMALL = """() => {
  // A link in a sentence is as high as its line; one that is all there is in its paragraph is a button in small.
  const alone = (e) => e.parentElement.matches('p') && e.parentElement.textContent.trim() === e.textContent.trim()
  return [
  ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')
]
  .filter((e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter((e) => !e.closest('.prose, .vh, .skip, p, dd, td, th, li > a') || alone(e))
  .filter((e) => !e.matches('.vh, .skip, [type=checkbox], [type=radio]'))
  .map((e) => {
    // What lies over it, and takes the finger for it, belongs to it.
    const { width, height } = e.getBoundingClientRect(), over = getComputedStyle(e, '::after')
    if (!width || over.position !== 'absolute' || over.content === 'none') return [e, { width, height }]
    return [e, { width: Math.max(width, parseFloat(over.width)), height: Math.max(height, parseFloat(over.height)) }]
  })
  .filter(([e, box]) => box.width && box.height && (box.height < 43.5 || box.width < 43.5))
  .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`)
}"""

COVERED = """() => {
  const found = [...document.querySelectorAll('main :is(a[href], button, summary, input:not([type=hidden]), select, textarea)')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !e.closest('.vh, .skip'))
    .flatMap((e) => {
      e.scrollIntoView({ block: 'center', behavior: 'instant' })
      const lines = e.getClientRects()  // of a link that is higher than the screen, the middle one is in view
      const { left, top, width, height } = lines[lines.length >> 1] ?? {}
      const over = width > 1 && height > 1 && document.elementFromPoint(left + width / 2, top + height / 2)
      const own = !over || e.contains(over) || over.contains(e) || over.closest('label')?.control === e
      return own ? [] : [`${e.outerHTML.slice(0, 90)} lies under ${over.outerHTML.slice(0, 90)}`]
    })
  scrollTo(0, 0)
  return found
}"""
"""A finger on the middle of a control opens something else: a stretched link of its row, mostly."""

LOOK = f"""async (known) => {{
  const looks = ({NEW})(known), violations = await ({VIOLATIONS})({{}})
  return [looks, violations, ({SMALL})(), ({SIDEWAYS})(), ({COVERED})()]
}}"""
"""All at once: each question of its own takes as long to ask as to answer."""
STARTED = f"{AXE}\n;({OF_NEW_ALONE})()"

seen: WeakKeyDictionary[Page, set[int]] = WeakKeyDictionary()
"""How words looked that were tried already, in the light and in the dark."""


def barriers(page: Page) -> list[str]:
    """All that is wrong with what a NARROW page shows now; in the dark, colours alone differ."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(STARTED)
        page.add_init_script(STARTED)  # on the pages to come it is there without being sent again
    known = seen.setdefault(page, set())
    new, found, small, (plain, large), covered = page.evaluate(LOOK, list(known))
    found += [f"small target {target}" for target in small]
    found += [f"covered {control}" for control in covered]
    if plain > 0:
        found.append(f"scrolls {plain} px sideways")
    if large > 0:
        found.append(f"scrolls {large} px sideways where text is twice as large")
    if new:
        known.update(new)
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark, {fault}" for fault in page.evaluate(CONTRAST_OF_NEW, CONTRAST)]
        page.emulate_media(color_scheme="light")
    return found
