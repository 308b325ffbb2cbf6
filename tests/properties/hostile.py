"""What somebody might type, send or press who means no good, or whose keyboard fell down the stairs."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

HOSTILE = (
    "", " ", "\x00", "a\x00b", "\x1b[2J\x1b]0;owned\x07", "\x9b31m", "\x7f\x08\x08", "\r\nFalse line\r",
    "\u2028\u2029", "\u202egnorts\u202c", "\u2066x\u2069", "\ufeff", "\ud800", "ואלס עם באשיר", "مرحبا",
    "👩‍👩‍👧‍👦", "é\u0301\u0301\u0301", "\u0300" * 400, "'; DROP TABLE items; --", "%' OR 1=1 --", "${7*7}",
    "{{7*7}}", "{ $title }", "{title}", "%s%n%x", "\\", "\\u0000", "%00", "<zq7 onload=alert(1)>", "\"><zq7>",
    "'><zq7 x='", "</title><zq7>", "<!--<zq7>", "javascript:zq7", "&lt;zq7&gt;", "../../etc/passwd",
    "http://[::1", "//evil.example/zq7", "/\\evil.example", "-1", "0", "00", "1e309", "NaN", "９", "²", "٣",
    "99999999999999999999", "#1", "#0", "1", "11", "10/10", "7,5", "2 to", "to", "from", "on", "\"", "“", "«»",
    "like:", "like:\"\"", "not:", "-horror", "year:0000", "<0", ">9999", "1h-99h", "library:", "person:\"\"",
    "limit:0", "tag:\x1b[0m", "/", "//", "/quit", "add", "add  to ", "remove x from", "drop", "history",
    "timezone ../../etc", "timezone \x00", "blend all", "z" * 5_000, "a " * 2_500, "(" * 5_000, "like " * 1_000,
    "1 " * 2_500, "\u202e" * 5_000, "👍" * 5_000, "z" * 5_001, "movie:1", "movie:" + "9" * 400,
)  # fmt: skip
VERBS = (
    "why", "like", "dislike", "save", "seen", "next", "open", "more", "undo", "run", "choose", "be", "unsave",
    "unhide", "override",
)  # fmt: skip
ENDLESS = 40_000
"""Characters that no answer needs."""

signs = st.characters(codec="utf-8") | st.sampled_from("\x00\x1b\x9b\u202e\u2066{}\"'<>&%/\\:;,.-#()[]~ \n\t0179")
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(signs, max_size=60),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join),
)
tokens = st.one_of(
    words,
    st.builds("{}:{}".format, st.sampled_from(VERBS), words),
    st.builds(
        "{}:{}:{}".format, st.sampled_from(VERBS), st.sampled_from(("id-0000000000001", "gone-gone", "~")), words
    ),
    st.builds(
        "choose:{}:{}:{}".format,
        st.sampled_from((*VERBS, "rate", "hide")),
        words,
        st.sampled_from(("movie:841", "~x", "%FF")),
    ),
    st.builds("run:{}".format, st.sampled_from(("%FF", "%00", "%1B[2J", "undo", "tonight%20%3Czq7%3E", "run%3Aundo"))),
)


def steering(text: str) -> str:
    """The signs in ``text`` that would steer a terminal or turn the writing direction."""
    bad = [sign for sign in text if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n"]
    return "".join(bad) + "".join(sign for sign in text if sign in "\u202a\u202b\u202d\u202e\u202c")
