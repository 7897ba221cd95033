"""Read the workbooks of a folder: files, grids of cells, located tables, typed frames that know their cells."""
