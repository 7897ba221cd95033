"""Lets `python -m pipeline` start the command line."""

import gc
import sys
import warnings

from pipeline.cli import main

if __name__ == "__main__":
    warnings.simplefilter("ignore")  # a library's words are not for whoever runs the program
    gc.disable()  # a run only builds up: to look for garbage costs a tenth of it and frees next to nothing …
    status = main()
    gc.freeze()  # … and as little at its end
    sys.exit(status)
