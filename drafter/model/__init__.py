"""The nouns: what an outline says, what a page holds, how a page looks."""
