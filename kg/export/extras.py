"""What is said when a format needs a package that is not installed."""

from kg.errors import UsageError

_WORDS = {
    "zh": "{what} 需要 {package}：pip install 'zhengqi-kg[{extra}]'，在源码目录里用 uv sync --extra {extra}",
    "en": "{what} needs {package}: pip install 'zhengqi-kg[{extra}]', or uv sync --extra {extra} in a checkout",
}


def missing(what: str, package: str, extra: str, lang: str) -> UsageError:
    """The error to raise; it says how to install the package.

    >>> print(missing("xlsx", "XlsxWriter", "xlsx", "en"))
    xlsx needs XlsxWriter: pip install 'zhengqi-kg[xlsx]', or uv sync --extra xlsx in a checkout
    """
    return UsageError(_WORDS.get(lang, _WORDS["zh"]).format(what=what, package=package, extra=extra))
