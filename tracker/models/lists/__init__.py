"""How rows are listed: in which order, by which index, and where a list goes on."""
