"""What is around the screens: the display, the opening, the windows of one station, the end."""
