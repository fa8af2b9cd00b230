"""What several rules see in a draft."""
