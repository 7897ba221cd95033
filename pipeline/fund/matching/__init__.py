"""Matching of the bank's lines with the books, in seven stages, each on what the earlier ones left."""
