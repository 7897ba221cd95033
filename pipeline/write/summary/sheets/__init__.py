"""One module a sheet: each arranges what a run found out as parts, touches no cell and computes no figure."""
