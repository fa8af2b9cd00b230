"""Names of places as people say them."""

from __future__ import annotations

import re

_KIND = re.compile(r"(?:壮族|回族|维吾尔)?(?:自治区|自治州|省|市|地区|盟|特别行政区)$")
_SHORTEST = 3
"""Characters of a full name from which on it is said without what it is of: 沙市 stays 沙市."""


def short_name(place: str) -> str:
    """A place without what it is: 内蒙古 of 内蒙古自治区."""
    return _KIND.sub("", place) if len(place) >= _SHORTEST else place
