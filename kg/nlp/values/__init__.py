"""The component `kg_values`: proposes amounts and dates."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import Candidate, propose, text_of
from kg.nlp.values.amounts import Amount, find_amounts, find_cells, parse_amount
from kg.nlp.values.dates import find_dates, parse_date

__all__ = ["Amount", "find_amounts", "find_dates", "kg_values", "parse_amount", "parse_date"]


@Language.component("kg_values")
def kg_values(doc: Doc) -> Doc:
    """Propose every amount and date of the text, dates resolved against the article's own date where that is known."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    article = doc._.article
    text = text_of(doc)
    propose(doc, (Candidate(a.start, a.end, "Amount", "values:amount", 0.97, a.data()) for a in find_amounts(text)))
    propose(doc, (Candidate(a.start, a.end, "Amount", "values:cell", 0.97, {**a.data(), "head": head}) for a, head in find_cells(text)))
    dates = find_dates(text, article.published if article else None, article.written if article else None)
    propose(doc, (Candidate(start, end, "Date", "values:date", 0.95, {"value": value} if value else {}) for start, end, value in dates))
    return doc
