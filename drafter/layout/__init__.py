"""How blocks are set on a page, for those who write them and those who measure them."""
