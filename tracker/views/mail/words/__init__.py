"""What the pages of emails say: by what an email is, and by what it did to an interview."""
