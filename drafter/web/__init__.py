"""The page: the same work for those who never open a terminal. Its two hosts are a server here and the browser itself."""

MODULES = (
    "dom", "ask", "telling", "outline", "state", "focus", "moves", "complete", "paste", "pages", "side", "findings", "wordings",
    "acts", "views", "editor", "passages", "facts", "meeting", "drawing", "documents", "about", "following", "replacing", "taking", "yaml",
    "head", "others", "main",
)  # fmt: skip
"""The modules of `page/`, which both hosts serve."""
