"""A package, since its files are named as those of tests/cli are."""
