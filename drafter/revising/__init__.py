"""The way back and across: what differs between two papers, and what reviewers made of one."""
