"""How Excel shows a value: number formats (ISO/IEC 29500-1, 18.8.30 and 18.8.31)."""
