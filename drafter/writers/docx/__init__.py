"""A `Document` and a `Stylesheet` as a Word file.

The parts of the package that a stylesheet alone decides (page, styles, settings, footers, fonts)
are written once over a neutral one; for each document only its body and its properties are
written, beside the prepared members, which are copied as they are, deflated.
"""
