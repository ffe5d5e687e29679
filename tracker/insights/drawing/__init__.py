"""Charts as SVG: one drawing for the page, for print, for PDF and Word.

Presentation attributes only, for the policy forbids inline style; classes whose colours
static/css/chart.css sets by tokens, so that a drawing follows the dark.
"""
