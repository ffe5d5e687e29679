"""A mailbox that is only read: what came since the last look, and what of it waits for a word."""
