"""Word 97–2003 files (.doc, and WPS's .wps of the same form) as the parts of a Word file of today."""
