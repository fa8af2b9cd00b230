"""Tables: rows of `.csv`, `.xlsx` and old Excel files, each cell as a person sees it."""
