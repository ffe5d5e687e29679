"""What the PDF and the Word report say, before it becomes either; no web, no database."""
