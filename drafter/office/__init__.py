"""The only room that starts LibreOffice."""
