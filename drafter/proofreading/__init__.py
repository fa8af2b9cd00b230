"""The wing of check: sheets, findings, places, fixes."""
