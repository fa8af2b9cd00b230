"""The page: the same work for those who never open a terminal. Its two hosts are a server here and the browser itself."""

MODULES = (
    "basis/dom", "basis/ask", "basis/telling", "written/outline", "written/state", "basis/focus", "written/moves",
    "outliner/complete", "outliner/paste", "sheets/pages", "side/side", "side/findings", "side/wordings", "outliner/acts", "written/recast", "outliner/roles",
    "outliner/views", "outliner/editor", "side/suggested", "side/passages", "side/facts", "side/meeting", "side/opinions", "sheets/drawing", "papers/documents", "papers/choosing", "papers/inside", "papers/together",
    "about", "sheets/following", "sheets/sent", "sheets/beside", "outliner/replacing", "papers/taking", "papers/filing", "papers/yaml", "forms", "head", "basis/dropping", "revising/changes", "revising/comparing", "revising/absorbing", "revising/gathering", "typesetting", "batch/naming", "batch/settings", "batch/trial", "batch/working", "batch/batch", "others", "main",
)  # fmt: skip
"""The modules of `page/`, which both hosts serve."""

STYLES = ("base", "head", "outliner", "side", "sheets", "others", "batch", "windows")
"""The style sheets of `page/style/`, those that say more after those that say less."""
