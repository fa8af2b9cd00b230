"""The states that an outline had: those that the page keeps by itself, and those that a person keeps as stages."""
