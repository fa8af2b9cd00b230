"""Work on a Word file that is not ours: comments, letterheads."""
