"""A job posting read: from a page or pasted words to the facts of an opening; pure functions.

A start imports no `read`, which brings lxml and a hundred patterns: who reads asks for it then.
"""
