"""Who sent a story: the medium of its dateline (新华社北京5月8日电), which stands before the text and so has no mention."""

from collections.abc import Iterable

from kg.types import Article


def unnamed_sender(article: Article | None, known: Iterable[str]) -> list[str]:
    """The medium that sent the article, where the text does not name it: none or one.

    >>> unnamed_sender(Article("a", "", "市长到厂里。", medium="沅畔新闻网"), ["沅畔日报"])
    ['沅畔新闻网']
    """
    medium = article.medium if article is not None else None
    return [] if medium is None or medium in known else [medium]
