"""Text inside XML files that Gephi reads."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escape(text: str) -> str:
    """Text safe in an element and in an attribute, line ends kept."""
    return text.translate(_ESCAPES)


def guard(text: str) -> str:
    """Gephi turns INF within any text but a label into "Infinity" and the text "null" into nothing; an unseen blank breaks both up."""
    if "INF" in text:
        text = text.replace("INF", "I\u200bNF")
    return "n\u200b" + text[1:] if text.lower() == "null" else text
