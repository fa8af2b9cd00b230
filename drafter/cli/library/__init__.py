"""`drafter library`: its commands and its report."""

from drafter.cli.library.commands import app

__all__ = ["app"]
