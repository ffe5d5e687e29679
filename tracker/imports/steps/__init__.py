"""From an upload to rows on the board, and back."""
