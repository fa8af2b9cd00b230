"""The parts of an official document around its text (GB/T 9704—2012 7.2, 7.3.4, 7.3.5, 7.4)."""
