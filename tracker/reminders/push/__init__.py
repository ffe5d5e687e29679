"""Web push, by hand on cryptography: keys, encryption (RFC 8291) and who sends (RFC 8292)."""
