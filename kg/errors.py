"""What can go wrong, as exceptions. One root, so that a caller can catch everything that is ours.

KgError
├── UsageError          the call makes no sense: an unknown option value, a path that is not there
├── UnreadableSource    one input file cannot be read; the others go on
├── BadResource         a data file of the package or of the user is malformed: stops at once
├── StoreError          the output folder or its store cannot be used
└── NotFound            a name, relation or entity that the graph does not have

Every message names the culprit, says what was found and what to do next. Most are Chinese; their English side stands in
`resources/messages.toml`, unless the error brings its own.
"""


class KgError(Exception):
    """Root of all errors raised on purpose by this package; `english`, where given, says the same for `--lang en`."""

    def __init__(self, message: str = "", english: str = "") -> None:
        self.english = english
        super().__init__(message)


class UsageError(KgError):
    """The caller asked for something that makes no sense (exit code 2)."""


class UnreadableSource(KgError):
    """One input cannot be read; it is listed and the others go on (exit code 1)."""

    def __init__(self, source: str, reason: str, advice: str = "") -> None:
        self.source, self.reason, self.advice = source, reason, advice
        super().__init__(f"{source}: {reason}" + (f"；{advice}" if advice else ""))


class BadResource(KgError):
    """A data file (ontology, relation rules, lexicon, user list) is malformed."""


class StoreError(KgError):
    """The output folder or the store in it cannot be used."""


def unwritable(path: object, error: OSError) -> StoreError:
    """The error to raise for a file that cannot be written."""
    return StoreError(
        f"{path}: 无法写出（{error.strerror}）；请检查权限和磁盘",
        f"{path}: cannot be written ({error.strerror}); check permissions and disk",
    )


class NotFound(KgError):
    """The graph has nothing of that name."""
