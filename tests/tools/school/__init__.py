"""An invented school: its people, its fund and its care, as the staff would have written them down."""
