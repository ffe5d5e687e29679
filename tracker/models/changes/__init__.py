"""What people do to the nouns: each verb beside the facts that it keeps true."""
