#!/usr/bin/env python3
"""references.py FILE.docx …: whatever a Word file refers to is there, and once.

ECMA-376 part 2 asks it of the package (parts, content types, relationships), part 1 of the
document (styles, numbering, bookmarks, fields, table grids). Prints each fault; exit status 1 if
there is any.
"""
import posixpath
import sys
import zipfile
from collections import Counter

from lxml import etree

PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"


def w(name):
    return f"{{{WORD}}}{name}"


def values(root, element, attribute="val"):
    """The values of an attribute of all elements of a name, in order."""
    return [found.get(w(attribute)) for found in root.iter(w(element))]


def twice(names):
    return sorted(str(name) for name, count in Counter(names).items() if count > 1)


class File:
    """A package with its XML parts read."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        xml = [name for name in set(self.names) if name.endswith((".xml", ".rels"))]
        self.parts = {name: etree.fromstring(self.zip.read(name)) for name in xml}

    def faults(self):
        yield from (f"{name}: in the package twice" for name in twice(name.lower() for name in self.names))
        yield from self.content_types()
        yield from self.relationships()
        if MAIN in self.parts:
            yield from self.styles()
            yield from self.numbering()
            for name, root in sorted(self.parts.items()):
                if root.tag.startswith(f"{{{WORD}}}"):
                    yield from (f"{name}: {fault}" for fault in self.story(root))

    def content_types(self):
        types = self.parts[CONTENT_TYPES]
        defaults = [one.get("Extension").lower() for one in types.iter(f"{{{PACKAGE}content-types}}Default")]
        overrides = [one.get("PartName") for one in types.iter(f"{{{PACKAGE}content-types}}Override")]
        yield from (f"{name}: two content types" for name in twice(overrides + defaults))
        yield from (f"{name}: a content type for no part" for name in overrides if name[1:] not in self.names)
        for name in self.names:
            typed = "/" + name in overrides or name.rsplit(".", 1)[-1].lower() in defaults
            if not typed and name != CONTENT_TYPES:
                yield f"{name}: no content type"

    def relationships(self):
        reached = set()
        for name in sorted(name for name in self.parts if name.endswith(".rels")):
            folder, own = posixpath.split(name)
            folder = posixpath.dirname(folder)
            source = posixpath.join(folder, own.removesuffix(".rels"))
            if own != ".rels" and source not in self.names:
                yield f"{name}: relationships of no part"
            ids = [one.get("Id") for one in self.parts[name]]
            yield from (f"{name}: identifier {id} twice" for id in twice(ids))
            for one in self.parts[name]:
                target = one.get("Target")
                if one.get("TargetMode") == "External":
                    continue
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                reached.add(path)
                if path not in self.names:
                    yield f"{name}: {one.get('Id')} leads to {path}, which is not there"
            yield from self.used_relationships(source, ids)
        for name in self.names:
            if name not in reached and name != CONTENT_TYPES and not name.endswith(".rels"):
                yield f"{name}: no relationship leads to it"

    def used_relationships(self, source, ids):
        """Identifiers that a part uses and its relationships do not have."""
        if source in self.parts:
            for element in self.parts[source].iter(etree.Element):
                for attribute, value in element.attrib.items():
                    if attribute.startswith(f"{{{RELATIONS}}}") and value not in ids:
                        yield f"{source}: {value} is no relationship"

    def styles(self):
        styles = values(self.parts["word/styles.xml"], "style", "styleId")
        yield from (f"word/styles.xml: style {name} twice" for name in twice(styles))
        for part, root in sorted(self.parts.items()):
            for element in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
                for style in set(values(root, element)) - set(styles) if root.tag.startswith(f"{{{WORD}}}") else ():
                    yield f"{part}: no style {style}"

    def numbering(self):
        part = self.parts.get("word/numbering.xml", etree.Element("none"))
        numbers = values(part, "num", "numId")
        definitions = values(part, "abstractNum", "abstractNumId")
        yield from (f"word/numbering.xml: number {name} twice" for name in twice(numbers))
        yield from (f"word/numbering.xml: definition {name} twice" for name in twice(definitions))
        for used in set(values(part, "abstractNumId")) - set(definitions):
            yield f"word/numbering.xml: no definition {used}"
        used = values(self.parts[MAIN], "numId") + values(self.parts["word/styles.xml"], "numId")
        yield from (f"{MAIN}: no number {name}" for name in sorted(set(used) - set(numbers) - {"0"}))

    def story(self, root):
        """Bookmarks, fields, drawings, tables of one part."""
        starts, ends = values(root, "bookmarkStart", "id"), values(root, "bookmarkEnd", "id")
        names = values(root, "bookmarkStart", "name")
        yield from (f"bookmark identifier {id} twice" for id in twice(starts))
        yield from (f"bookmark {name} twice" for name in twice(name.lower() for name in names))
        yield from (f"bookmark name {name}: more than 40 characters" for name in names if len(name) > 40)
        if Counter(starts) != Counter(ends):
            yield "a bookmark begins without end, or ends without beginning"
        yield from (f"no bookmark {name}" for name in sorted(self.referred(root) - set(names)))
        depth = 0
        for kind in values(root, "fldChar", "fldCharType"):
            depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth:
            yield "a field begins without end, or ends without beginning"
        drawings = [one.get("id") for one in root.iter(f"{{{DRAWING}}}docPr")]
        yield from (f"drawing {id} twice" for id in twice(drawings))
        for table in root.iter(w("tbl")):
            yield from self.table(table)

    @staticmethod
    def referred(root):
        """The bookmarks that fields and links name."""
        names = {name for name in values(root, "hyperlink", "anchor") if name}
        fields = [one.text or "" for one in root.iter(w("instrText"))] + values(root, "fldSimple", "instr")
        for words in map(str.split, fields):
            if len(words) > 1 and words[0] in ("REF", "PAGEREF", "NOTEREF"):
                names.add(words[1])
        return names

    @staticmethod
    def table(table):
        grid = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        for row in table.findall(w("tr")):
            cells = row.findall(w("tc"))
            spans = [cell.find(f"{w('tcPr')}/{w('gridSpan')}") for cell in cells]
            width = sum(1 if span is None else int(span.get(w("val"))) for span in spans)
            for margin in ("gridBefore", "gridAfter"):
                left_out = row.find(f"{w('trPr')}/{w(margin)}")
                width += 0 if left_out is None else int(left_out.get(w("val")))
            if width != grid:
                yield f"a table's row has {width} columns and its grid {grid}"
            for cell in cells:
                if len(cell) == 0 or cell[-1].tag != w("p"):
                    yield "a table's cell does not end with a paragraph"


def faults(path):
    """All faults of a file, in the order in which they are found."""
    try:
        return list(File(path).faults())
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        return [f"cannot be read: {error}"]


if __name__ == "__main__":
    bad = False
    for path in sys.argv[1:]:
        for fault in faults(path):
            bad = True
            print(f"{path}: {fault}")
    sys.exit(bad)
