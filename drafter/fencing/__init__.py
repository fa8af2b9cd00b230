"""Work that may go wrong in ways of its own, done in processes that can be ended."""
