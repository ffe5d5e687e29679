"""Days and hours, as a text names them."""
