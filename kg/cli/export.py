"""Stub: being written."""


def command() -> None:
    raise NotImplementedError
