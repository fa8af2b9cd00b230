"""What a text brought along from where it was copied: whole lines, and what stands in lines."""
