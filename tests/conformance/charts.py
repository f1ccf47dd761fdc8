"""The charts of Office files as python-pptx reads them: their numbers are those of the workbook
behind them, and stand in the pack's own tables, in a row that is called as the chart calls them.

The tables are read by other readers than ours: csv, openpyxl, and ODS by its XML.
"""

import csv
import io
import posixpath
import re
import zipfile
from decimal import Decimal, InvalidOperation

import openpyxl
from lxml import etree
from pptx.chart.chart import Chart
from pptx.oxml import parse_xml

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
GROUPING = "{http://schemas.openxmlformats.org/drawingml/2006/chart}grouping"
TOTALS = "Всего"


def charts(path):
    """Name, chart and workbook of each chart of a file."""
    with zipfile.ZipFile(path) as archive:
        parts = sorted(name for name in archive.namelist() if re.fullmatch(r"(ppt|word)/charts/chart\d+\.xml", name))
        for part in parts:
            folder, file = posixpath.split(part)
            relations = etree.fromstring(archive.read(f"{folder}/_rels/{file}.rels"))
            (target,) = [one.get("Target") for one in relations.iter(RELATION) if one.get("Type").endswith("/package")]
            book = archive.read(posixpath.normpath(posixpath.join(folder, target)))
            yield file, Chart(parse_xml(archive.read(part)), None), openpyxl.load_workbook(io.BytesIO(book), data_only=True)


def series(chart):
    """Name of the series, name of the category and number (None for a gap), plot by plot."""
    for plot in chart.plots:
        names = [str(name) for name in plot.categories]
        for one in plot.series:
            yield one.name, list(zip(names, one.values))


def squeezed(text):
    return " ".join(str(text).replace("\N{NO-BREAK SPACE}", " ").lower().replace("ё", "е").split())


def number(value):
    """A cell's number; None for words."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(repr(value)).normalize()
    text = re.sub(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", "", str(value or "")).rstrip("%").replace(",", ".")
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return None


def rows(path):
    """The rows of all sheets of a table's file, as values."""
    if path.suffix == ".csv":
        text = path.read_text("utf-8-sig")
        yield from csv.reader(io.StringIO(text), delimiter=";" if ";" in text else ",")
    elif path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path, data_only=True):
            yield from sheet.iter_rows(values_only=True)
    elif path.suffix == ".ods":
        content = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
        for row in content.iter(TABLE + "table-row"):
            yield [cell.get(OFFICE + "value") or "".join(cell.itertext()) for cell in row]


def known(folder):
    """Number and words of each row of the pack's tables, in either order of rows and columns."""
    found = set()
    for path in sorted(folder.rglob("*")):
        table = [list(row) for row in rows(path)]
        width = max(map(len, table), default=0)
        turned = [[row[at] if at < len(row) else None for row in table] for at in range(width)]
        for row in table + turned:
            words = {squeezed(value) for value in row if value not in (None, "")}
            for value in filter(None.__ne__, map(number, row)):
                found |= {(word, value) for word in words} | {(word, (value * 100).normalize()) for word in words}
    return found


def stands(known, name, value):
    """Whether a number stands in a row or column of that name, or of the name's last level; a unit
    may follow it."""
    # A list beside a ring says the number behind the name; months are shortened.
    name = str(name).split("\N{NO-BREAK SPACE}– ")[0]
    names = {squeezed(name), squeezed(name.split(", ")[-1]), squeezed(name).rstrip(".")}
    return any(value == own and any(word.startswith(name) for name in names) for word, own in known)


def parts_of_hundred(file, sheet, read, tables):
    """What is wrong with a chart of parts of a hundred: they are those of the numbers behind them in
    the workbook, which stand in the pack's tables."""
    wrong, count = [], len(read)
    for row, line in enumerate(sheet[1:]):
        behind = [number(value) for value in line[1 + count : 1 + 2 * count]]
        whole = sum(value for value in behind if value is not None)
        for (name, pairs), value in zip(read, behind):
            category, part = pairs[row]
            if (part is None) != (value is None) or part is not None and abs(Decimal(repr(part)) - value * 100 / whole) > Decimal("1e-6"):
                wrong.append(f"{file}: {part} of {name}, {category}, is no part of {whole}")
            elif value is not None and not (stands(tables, category, value) and stands(tables, name, value)):
                wrong.append(f"{file}: {value} of {name}, {category}, stands in no table of the pack")
    return wrong


def faults(path, folder):
    """How many charts and numbers a file has, and what is wrong with them."""
    wrong, count, numbers, tables = [], 0, 0, known(folder)
    for file, chart, book in charts(path):
        count += 1
        sheet = list(book.active.iter_rows(values_only=True))
        read, sums = list(series(chart)), {}
        of_hundred = any("percentStacked" in one.get("val", "") for one in chart._chartSpace.iter(GROUPING))
        if of_hundred:
            wrong += parts_of_hundred(file, sheet, read, tables)
            numbers += sum(value is not None for _, pairs in read for _, value in pairs)
            continue
        for at, (name, pairs) in enumerate(read):
            # Behind bars the sums have no name that a legend could show.
            name = name if name.strip() else TOTALS
            if sheet[0][at + 1] != name or [row[0] for row in sheet[1:]] != [category for category, _ in pairs]:
                wrong.append(f"{file}: the workbook names {sheet[0]}, the chart {name}")
            if [number(row[at + 1]) for row in sheet[1:]] != [None if value is None else number(value) for _, value in pairs]:
                wrong.append(f"{file}: {name} has other numbers than its workbook")
            for category, value in pairs:
                if value is None:
                    continue
                numbers += 1
                own = number(value)
                if name == TOTALS and own == sums.get(category):
                    continue
                sums[category] = (sums.get(category, Decimal(0)) + own).normalize()
                if not (stands(tables, category, own) and (stands(tables, name, own) or len(read) == 1)):
                    wrong.append(f"{file}: {own} of {name}, {category}, stands in no table of the pack")
    return count, numbers, wrong
