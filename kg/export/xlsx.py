"""A workbook with sheets of entities, relations and statements, with filters and links between them. Needs the extra `xlsx`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.columns import Column
from kg.export.extras import missing
from kg.export.source import Graph
from kg.export.tables import sheets
from kg.export.view import view
from kg.ontology import Ontology

_EPOCH = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same graph gives the same bytes
_ROWS = 1_048_575  # what a sheet holds below its head
_LINKS = 30_000  # rows with links; a sheet holds 65,530 links
_CELL = 32_000  # characters of a cell; Excel's limit is 32,767
_TOO_MANY = {
    "zh": "共有 {rows} 行，超过一张工作表的 {most} 行；请改用 --format csv",
    "en": "{rows} rows are more than the {most} of a sheet; use --format csv",
}
_TITLES = {
    "zh": {"nodes": "实体", "edges": "关系", "statements": "陈述"},
    "en": {"nodes": "Entities", "edges": "Relations", "statements": "Statements"},
}
_WIDTHS = {
    "Label": 28,
    "label": 28,
    "subject": 24,
    "object": 24,
    "source_label": 24,
    "target_label": 24,
    "quote": 80,
    "aliases": 30,
    "article_title": 36,
}


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write the workbook.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the file to write.
        lang: language of labels and sheet names, `zh` or `en`.

    Raises:
        UsageError: XlsxWriter is not installed, or the graph is larger than a sheet.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise missing("xlsx", "XlsxWriter", "xlsx", lang) from None
    rows = view(graph, ontology)
    lengths = {"nodes": len(rows.nodes), "edges": len(rows.edges), "statements": sum(edge.sources for edge in rows.edges)}
    if (most := max(lengths.values())) > _ROWS:
        raise UsageError(_TOO_MANY[lang].format(rows=most, most=_ROWS))
    line_of: dict[str, int] = {}  # where a node stands in the first sheet
    if min(lengths.values()) <= _LINKS:
        line_of = {id_: at for at, id_ in enumerate((node.id for node in rows.nodes), start=2)}
    # Never formulas, links or numbers made out of text: what newspapers print is text.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        with xlsxwriter.Workbook(path, options) as book:
            book.set_properties({"title": "政企图谱", "created": _EPOCH})
            head, link = book.add_format({"bold": True, "bg_color": "#EEEEEE"}), book.get_default_url_format()
            for name, columns, records in sheets(rows, ontology, lang):
                sheet = book.add_worksheet(_TITLES[lang][name])
                sheet.freeze_panes(1, 2)
                sheet.autofilter(0, 0, max(1, lengths[name]), len(columns) - 1)
                for at, column in enumerate(columns):
                    sheet.set_column(at, at, _WIDTHS.get(column.name, 14))
                    sheet.write_string(0, at, column.name, head)
                targets = line_of if lengths[name] <= _LINKS else {}
                for down, record in enumerate(records, start=1):
                    for at, column in enumerate(columns):
                        _cell(sheet, down, at, column, record, targets, _TITLES[lang]["nodes"], link)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _cell(sheet: Any, down: int, at: int, column: Column, record: object, line_of: dict[str, int], nodes: str, link: Any) -> None:
    value = column.value(record)
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(down, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(down, at, value)
    elif column.name in ("Source", "Target", "subject_id", "object_id") and value in line_of:
        sheet.write_url(down, at, f"internal:'{nodes}'!A{line_of[str(value)]}", link, str(value)[:_CELL])
    else:
        sheet.write_string(down, at, str(value)[:_CELL])
