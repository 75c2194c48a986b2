"""Names of things at a place, of which the network is surer that they are named than of what they are: a memorial park, a harbour, a service hall.

Each type alone has less than it needs to be told; together they have more. The likeliest is told where no last word tells the type (`kinds.py`).
"""

from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.divided import of_division
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.words import cuts_word, is_loose

SCORE = 0.7
WHOLE = 0.7  # how sure the network has to be that it is a name of some type
LIKELIEST = 0.3  # and of the likeliest of them
SURE = 0.65  # what it is so sure of is weighed by itself
NO_THING = {"Person": 0.25, "Title": 0.2}  # no surer than this that it is one of these
_TYPES = ("Place", "Project", "Organization")
_SENT, _CREWS = ("驻", "援"), ("工作组", "工作队", "指挥部", "专班")
_LED, _LED_WHOLE = (
    ("Organization", "PublicBody"),
    0.5,
)  # what a post stands behind (昀县青果服务中心|主任), and how sure the network has to be of it


def undecided(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """A candidate for each such name.

    >>> text = "来到昀岭英烈纪念园"
    >>> found = [Found(2, 9, "Place", 0.4), Found(2, 9, "Project", 0.35)]
    >>> [(c.type, text[c.start:c.end]) for c in undecided(text, found)]
    [('Place', '昀岭英烈纪念园')]
    >>> text = "无锡青果服务中心主任"
    >>> found = [Found(0, 8, "PublicBody", 0.4), Found(0, 8, "Organization", 0.2), Found(8, 10, "Title", 0.9)]
    >>> [(c.type, text[c.start:c.end]) for c in undecided(text, found)]
    [('PublicBody', '无锡青果服务中心')]
    """
    found = list(found)
    posts = {f.start for f in found if f.label == "Title" and f.chance >= SURE}
    for (start, end), chances in sorted(by_span(found).items()):
        best = max(chances, key=lambda label: chances[label])
        led = end in posts and best in _LED and _is_led(text, start, end)
        if not (led or best in _TYPES) or not LIKELIEST <= chances[best] < SURE or sum(chances.values()) < (_LED_WHOLE if led else WHOLE):
            continue
        if any(chances.get(label, 0.0) > most for label, most in NO_THING.items()):
            continue
        name = text[start:end]
        if not name.isascii() and not is_loose(name) and not cuts_word(text, start, end):
            yield Candidate(start, end, best, "recogniser:undecided", SCORE)


def _is_led(text: str, start: int, end: int) -> bool:
    """Whether it is a body of a division, or a crew; not one that another sends (县青果局驻|昀村工作队)."""
    return text[start - 1 : start] not in _SENT and (of_division(text[start:end]) or text.endswith(_CREWS, start, end))
