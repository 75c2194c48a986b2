"""From files to articles: readers by suffix, then `articles` to cut, unwrap and date what they read."""

from kg.ingest.articles import articles
from kg.ingest.files import READERS, Problem, discover, read

__all__ = ["READERS", "Problem", "articles", "discover", "read"]
