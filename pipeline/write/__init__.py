"""What comes out: pages, workbooks, lists and result.json; nothing in here computes a figure."""
