"""drafter: structured outlines in, formatted Word first drafts out."""

__version__ = "0.1.0"
