"""A letterhead: made anew of what may stay, and filled."""
