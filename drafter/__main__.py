"""Lets `python -m drafter` do what the `drafter` command does."""

from drafter.cli.app import main

if __name__ == "__main__":
    main()
