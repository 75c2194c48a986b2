"""What the network sees of a character: its row in the alphabet, the pairs that it forms with its neighbours, and list memberships.

Pure numpy over code points; training and inference share this file, so that both see the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg import divisions
from kg.arrays import Rows
from kg.records import record
from kg.resources import lines

Codes = NDArray[np.uint32]
Flags = NDArray[np.float32]
Numbers = NDArray[np.uint64]

BEGIN, END = 1, 2  # code points that stand for the edges of a sentence in pairs
FLAGS = 12  # columns of `flags`
_SIZES = (2, 3, 4)  # lengths of ordinary words
_PLACE_SIZES = range(2, 10)
_ORDINARY, _PLACE, _SURNAME = 1, 2, 4  # bits of the lists
_ROOM = 8  # places of the sieve of a list for each of its words
_PRIME, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)


@cache
def _folding() -> NDArray[np.uint32]:
    """Code point → code point: digits are one, letters are two (large, small), half-width marks are full-width."""
    table = np.arange(0x10000, dtype=np.uint32)
    for group, one in (
        ("0123456789", "0"),
        ("abcdefghijklmnopqrstuvwxyz", "a"),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A"),
        ("\t\u3000\xa0", " "),
    ):
        table[[ord(c) for c in group]] = ord(one)
    for narrow, wide in zip(",:;()!?", "，：；（）！？", strict=True):
        table[ord(narrow)] = ord(wide)
    return table


def codes(text: str) -> Codes:
    """Folded code points, one a character.

    >>> "".join(map(chr, codes("TCL投资12亿元,")))
    'AAA投资00亿元，'
    """
    return _folding()[plain(text)]


def plain(text: str) -> Codes:
    """Code points as they stand, those beyond the first plane as one."""
    return np.minimum(np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32), np.uint32(0xFFFF))


def joined(points: Codes, size: int) -> Rows:
    """Hashed pairs of neighbours, 1 to size - 1: one fewer than there are characters. Sentences begin behind `BEGIN` and end before `END`.

    >>> len(joined(codes("市长"), 1024))
    1
    """
    wide = points.astype(np.uint64)
    return (_hash(wide[:-1] * _PRIME + wide[1:]) % np.uint64(size - 1)).astype(np.int64) + 1


def _hash(values: Numbers) -> Numbers:
    values = (values ^ (values >> np.uint64(31))) * _MIX
    return values ^ (values >> np.uint64(32))


def _runs(points: Codes, longest: int) -> Iterator[tuple[int, Numbers]]:
    """From 2 to `longest`, the size and one number for each run of so many characters."""
    wide = points.astype(np.uint64)
    total = wide
    for size in range(2, min(longest, len(points)) + 1):
        total = total[:-1] * _PRIME + wide[size - 1 :]
        yield size, _hash(total)


@record
class _Lists:
    """The words of one size of several lists, as sorted numbers, each with the bits of the lists that it is in.

    `sieve` says of what is left of a number behind `shift` whether a word has it too.
    """

    numbers: Numbers
    kinds: NDArray[np.uint8]
    sieve: NDArray[np.bool_]
    shift: np.uint64

    def at(self, values: Numbers) -> tuple[Rows, NDArray[np.uint8]]:
        """Where a number of the lists stands, and in which of them it is."""
        (may,) = self.sieve[values >> self.shift].nonzero()
        here = values[may]
        found = np.minimum(self.numbers.searchsorted(here), len(self.numbers) - 1)
        same = self.numbers[found] == here
        return may[same], self.kinds[found[same]]


def _lists(words: Mapping[int, Sequence[str]], size: int) -> _Lists:
    """The words by the bit of their list; they stand one behind the other in each of the texts."""
    kinds: dict[int, int] = {}
    for bit, runs in words.items():
        for number in np.concatenate([dict(_runs(codes(run), size))[size][::size] for run in runs]).tolist():
            kinds[number] = kinds.get(number, 0) | bit
    numbers = np.array(sorted(kinds), dtype=np.uint64)
    bits = (_ROOM * len(numbers)).bit_length()
    shift, sieve = np.uint64(64 - bits), np.zeros(1 << bits, dtype=np.bool_)
    sieve[numbers >> shift] = True
    return _Lists(numbers, np.array([kinds[number] for number in numbers.tolist()], dtype=np.uint8), sieve, shift)


@cache
def _words() -> Mapping[int, _Lists]:
    """Ordinary words, names of divisions and surnames of two characters, by size."""
    found: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in lines("ordinary_words.txt"):
        size, _, run = line.split()
        if int(size) in _SIZES:
            found[int(size)][_ORDINARY].append(run)
    for name in divisions.names():
        if len(name) in _PLACE_SIZES:
            found[len(name)][_PLACE].append(name)
    found[2][_SURNAME] += _surnames()[1]
    return {size: _lists(words, size) for size, words in sorted(found.items())}


@cache
def _surnames() -> tuple[Flags, list[str]]:
    """How usual a character is as a surname, by code point; the surnames of two characters."""
    weights, double = np.zeros(0x10000, dtype=np.float32), []
    for line in lines("surnames.txt"):
        weight, *names = line.split()
        for name in names:
            if len(name) == 1:
                weights[ord(name)] = int(weight) / 4
            elif int(weight) >= 1:
                double.append(name)
    return weights, double


def flags(points: Codes) -> Flags:
    """List memberships, (n, FLAGS): ordinary words of 2, 3 and 4 characters that begin and end here; names of divisions that
    begin here, hold this and end here; surname weight; a surname is common; the first of a two-character surname.
    """
    found = np.zeros((len(points), FLAGS), dtype=np.float32)
    for size, values in _runs(points, _PLACE_SIZES[-1]):
        if size not in _words():
            continue
        at, kinds = _words()[size].at(values)
        if size in _SIZES:
            ordinary, column = at[kinds & _ORDINARY > 0], 2 * _SIZES.index(size)
            found[ordinary, column] = 1
            found[ordinary + size - 1, column + 1] = 1
        place = at[kinds & _PLACE > 0]
        found[place, 6] = 1
        found[place + size - 1, 8] = 1
        for i in range(1, size - 1):
            found[place + i, 7] = 1
        if size == 2:
            found[at[kinds & _SURNAME > 0], 11] = 1
    found[:, 9] = _surnames()[0][points]
    found[:, 10] = found[:, 9] >= 0.75
    return found
