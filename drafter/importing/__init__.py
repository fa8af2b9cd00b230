"""Old files of every kind as outlines."""
