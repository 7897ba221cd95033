"""What is posted: the public view, the pages, the scan, the period of posting."""
