"""One module a command of the command line; each returns its exit status."""
