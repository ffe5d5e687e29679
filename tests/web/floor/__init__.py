"""Which browsers Onward promises to work in, and what our own files ask of a browser."""
