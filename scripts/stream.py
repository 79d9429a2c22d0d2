"""stream: fields of hearsay(5), for the scripts beside it."""
import re

ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
PLAIN = {escaped: c for c, escaped in ESCAPES.items()}


def escape(text):
    return re.sub(r"[\\\t\n\r]", lambda m: ESCAPES[m[0]], text)


def unescape(field):
    return re.sub(r"\\[\\tnr]", lambda m: PLAIN[m[0]], field)
