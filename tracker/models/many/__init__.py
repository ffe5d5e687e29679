"""Many applications at once: views that are kept, and what was changed in one step."""
