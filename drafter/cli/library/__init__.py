"""`drafter library`: its commands, and what they say."""

from drafter.cli.library.commands import app

__all__ = ["app"]
