"""Monthly accounts, checks and public notices of a school's aid fund, made from the staff's own workbooks."""

__version__ = "0.1.0"
