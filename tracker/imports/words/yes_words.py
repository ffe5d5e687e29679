"""What people write for yes and no, and for silence, in a column of steps."""

YES = frozenset(
    ("y", "yes", "ja", "j", "x", "✓", "✔", "✔️", "true", "wahr", "1", "done", "☑", "☑️", "✅", "🗸",
     "checked", "true()", "=true()", "wahr()", "completed", "complete", "oui", "sí", "si", "sì",
     "sim", "yep", "yeah", "yes!", "ok", "t", "attended", "had", "√", "✔︎", "vrai", "verdadero",
     "verdadeiro", "vero", "waar", "erledigt", "fait", "hecho", "feito", "fatto", "gedaan", "[x]",
     "•", "yup", "1.0", "selected", "passed", "pass", "bestanden", "réussi", "aprobado", "superato",
     "geslaagd")
)  # fmt: skip
NO = frozenset(
    ("n", "no", "nein", "false", "falsch", "0", "✗", "✘", "❌", "✖", "✖️", "unchecked", "false()",
     "=false()", "falsch()", "non", "não", "nao", "nee", "nope", "☐", "□", "🔲", "⬜", "f", "faux",
     "falso", "onwaar", "[ ]", "0.0", "not yet", "noch nicht", "pas encore")
)  # fmt: skip
FAILED = frozenset(
    ("failed", "fail", "did not pass", "not passed", "didn't pass", "nicht bestanden",
     "durchgefallen", "échoué", "suspenso", "bocciato", "gezakt")
)  # fmt: skip
"""Of a step: it took place, and they said no after it."""
GHOSTED = frozenset(("g", "👻"))
DONE = frozenset(
    ("done", "completed", "complete", "erledigt", "fait", "hecho", "feito", "fatto", "gedaan",
     "selected", "passed", "pass", "bestanden", "réussi", "aprobado", "superato", "geslaagd")
)  # fmt: skip
"""Words that say yes to a step, and may be a status by themselves."""
